"""A page view is one line without personal data, written only when it was asked for; a failure tells its place, not its message."""

import json
import logging
from collections.abc import Iterator

import pytest

from pages.kit import log

NEVER = ("Ana Torres", "10.0.0.7", "session", "cookie", "query")


@pytest.fixture(autouse=True)
def restored() -> Iterator[None]:
    yield
    log.set_up("")


def fail() -> None:
    try:
        raise KeyError("Ana Torres")
    except KeyError as error:
        raise RuntimeError("no view for Ana Torres") from error


def test_a_page_view_is_one_json_object_on_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    log.set_up("json")
    log.page_view("violence", 0.0314, 2, "ok")
    written = capsys.readouterr().out
    assert written.count("\n") == 1
    told = json.loads(written)
    time = told.pop("time")
    assert time.endswith("+00:00")
    assert told == {
        "level": "info",
        "event": "page view",
        "page": "violence",
        "ms": 31.4,
        "problems": 2,
        "outcome": "ok",
    }
    assert not any(word in written for word in NEVER)


def test_the_plain_form_says_the_same_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    log.set_up("plain")
    log.page_view("violence", 0.0314, 0, "failed")
    written = capsys.readouterr().out
    assert written.endswith("info page view page=violence ms=31.4 problems=0 outcome=failed\n")
    assert "{" not in written


@pytest.mark.parametrize("setting", ["json", "plain"])
def test_a_failure_tells_where_and_what_kind_but_not_what_somebody_typed(
    capsys: pytest.CaptureFixture[str], setting: str
) -> None:
    log.set_up(setting)
    try:
        fail()
    except RuntimeError:
        log.failure("violence")
    written = capsys.readouterr().out
    for word in ("page violence failed", "KeyError", "RuntimeError", "in fail"):
        assert word in written
    # The lines of code that are quoted hold the name; what the errors themselves said does not follow their kind.
    assert "KeyError: " not in written
    assert "RuntimeError: " not in written
    if setting == "json":
        assert json.loads(written)["level"] == "error"


def test_nothing_is_written_unless_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    log.set_up("")
    log.page_view("violence", 0.03, 0, "ok")
    assert capsys.readouterr() == ("", "")
    assert not logging.getLogger("atlas.views").isEnabledFor(logging.INFO)


def test_another_choice_takes_the_place_of_the_first(capsys: pytest.CaptureFixture[str]) -> None:
    log.set_up("json")
    log.set_up("plain")
    log.page_view("gaps", 0.01, 0, "ok")
    written = capsys.readouterr().out
    assert written.count("page view") == 1
    assert "{" not in written


def test_an_unknown_choice_is_refused() -> None:
    with pytest.raises(ValueError, match='ATLAS_LOG: "xml" is not a way to write the log, expected json or plain'):
        log.set_up("xml")
