"""Check it yourself: nothing runs before the button, then a table, a sentence and a text to copy; a failure is told as one."""

from collections.abc import Callable
from functools import cache
from time import perf_counter

import pytest
from streamlit.testing.v1 import AppTest

from geo.messages import speaking
from geo.self_check import Check, Report, run_checks
from pages.kit import check_parts
from tests.app.reading import components, drawn, words

Open = Callable[..., AppTest]


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[Report]:
    """Return the reports that were made during the test; the first is the true one, made once for all."""
    REPORTS[:] = [find_true_report()]
    made: list[Report] = []

    def run() -> Report:
        made.append(REPORTS[0])
        return made[-1]

    monkeypatch.setattr(check_parts, "run_checks", run)
    monkeypatch.setattr(check_parts, "_LAST", {})
    return made


REPORTS: list[Report] = []


@cache
def find_true_report() -> Report:
    return run_checks()


def test_nothing_is_checked_before_it_is_asked_for(open_page: Open, runs: list[Report]) -> None:
    app = open_page("check")
    assert not app.exception
    assert runs == []
    assert "checks" not in components(app)
    assert not app.success
    assert "sha256sum -c SHA256SUMS" in words(app)


def test_the_button_shows_each_check_with_its_time_and_a_text_to_copy(open_page: Open, runs: list[Report]) -> None:
    app = open_page("check")
    app.button(key="run_checks").click().run()
    assert not app.exception
    assert len(runs) == 1
    rows = {row["id"]: row["cells"] for row in drawn(app, "checks")["rows"]}
    assert rows.keys() == {"files", "tables", "sums", "ledger"}
    assert {cells[1] for cells in rows.values()} == {"Pass"}
    assert app.success[0].value.startswith("All 4 checks passed")
    assert not app.error
    assert app.code[0].value.startswith("LAC Citizen Security Atlas ")


def test_asking_again_checks_again(open_page: Open, runs: list[Report]) -> None:
    app = open_page("check")
    for _ in range(2):
        app.button(key="run_checks").click().run()
    assert len(runs) == 2


def test_who_waited_takes_the_report_of_another_in_the_same_language_only(runs: list[Report]) -> None:
    check_parts._LAST["en"] = perf_counter() + 60, find_true_report()
    assert check_parts._run() is find_true_report()
    assert runs == [], "a check that begins later than this one was asked for serves it too"
    with speaking("fr"):
        check_parts._run()
    assert len(runs) == 1


def test_a_failure_is_told_with_what_is_wrong(open_page: Open, runs: list[Report]) -> None:
    REPORTS[:] = [Report("1.0", "abc", (Check("files", 0, ("built/a.csv: <b>found</b>",), 1.0),))]
    app = open_page("check")
    app.button(key="run_checks").click().run()
    assert len(runs) == 1
    assert app.error[0].value.startswith("1 of 1 checks failed")
    assert not app.success
    assert "FAIL" in app.code[0].value
    assert drawn(app, "checks")["rows"][0]["cells"][1] == "Fail"
