"""The words of component scripts: each language's script brings its own, and English stands in for what nobody translated."""

import json
import re
from collections.abc import Iterator
from gettext import NullTranslations

import pytest

from geo import messages
from geo.messages import LANGUAGES, speaking
from geo.script_messages import list_counted, list_messages
from pages.kit.components import ASSETS, find_script, words
from pages.kit.components.assets import _LOADER, tell_lost
from pages.kit.components.words import write_words

SCRIPT = 'say("Zoom in"); mark("Said later"); sayCount("{n} row", "{n} rows", 2); say(\n  "Broken {name}",\n);'
_LINE = re.compile(r'^const LANGUAGE = "(\w\w)", WORDS = (.*);$', re.MULTILINE)


class _Spanish(NullTranslations):
    """A catalogue that knows one message and one with a number."""

    def gettext(self, message: str) -> str:
        return {"Zoom in": "Acercar"}.get(message, message)

    def ngettext(self, one: str, many: str, n: int) -> str:
        forms = {"{n} row": ("{n} fila", "{n} filas")}.get(one, (one, many))
        return forms[n != 1]


@pytest.fixture
def spanish(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "find_catalogue", lambda language: _Spanish())


def read(line: str) -> tuple[str, dict[str, str | list[str]]]:
    found = _LINE.search(line)
    assert found, line[:200]
    return found[1], json.loads(found[2])


def test_english_is_what_the_script_says() -> None:
    language, held = read(write_words(SCRIPT, "en"))
    assert (language, held) == ("en", {})


@pytest.mark.usefixtures("spanish")
def test_another_language_stands_before_the_script_by_the_english_text() -> None:
    language, held = read(write_words(SCRIPT, "es"))
    assert language == "es"
    assert held["Zoom in"] == "Acercar"
    assert held["{n} row"] == ["{n} fila", "{n} filas"]


@pytest.mark.usefixtures("spanish")
def test_what_nobody_translated_stays_english() -> None:
    _, held = read(write_words(SCRIPT, "es"))
    assert held["Said later"] == "Said later"
    assert held["Broken {name}"] == "Broken {name}"
    _, held = read(write_words('sayCount("{n} mark", "{n} marks", 1)', "es"))
    assert held["{n} mark"] == ["{n} mark", "{n} marks"]


def scripts() -> Iterator[tuple[str, str, str]]:
    for name, script in ASSETS.items():
        stem, language, _ = name.rsplit(".", 2)
        yield stem, language, script


@pytest.mark.parametrize(("stem", "language", "script"), list(scripts()), ids=lambda one: one if len(one) < 40 else "")
def test_each_script_holds_the_words_of_its_language_and_no_others(stem: str, language: str, script: str) -> None:
    named, held = read(script)
    assert named == language, stem
    body = script.partition("\n")[2]
    said, counted = list_messages(body), [one for one, _ in list_counted(body)]
    # One text cannot be both a message and a form of a counted one: the script finds its words by it.
    assert not set(said) & set(counted), stem
    assert set(held) == (set() if language == "en" else {*said, *counted})
    assert all(isinstance(held[one], list) and len(held[one]) == 2 for one in counted if held)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_component_has_a_script_in_each_language(language: str) -> None:
    with speaking(language):
        assert find_script("map").endswith(f".{language}.js")
        assert find_script("map").removeprefix("figures/") in ASSETS
    assert {stem for stem, own, _ in scripts() if own == language} == {stem for stem, _, _ in scripts()}


def test_a_kind_that_is_no_component_has_no_script() -> None:
    with pytest.raises(StopIteration):
        find_script("globe")


def test_the_loader_tells_in_every_language_what_could_not_be_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        messages, "find_catalogue", lambda language: NullTranslations() if language == "en" else _Lost()
    )
    with speaking("es"):
        assert tell_lost() == "Perdida."
    with speaking("en"):
        assert tell_lost() != "Perdida."


def test_a_loader_leaves_language_and_words_to_the_page() -> None:
    loader = _LOADER % ("en", "figures/map-0123456789")
    assert "figures/map-0123456789.${atlasLang}.js" in loader
    # It goes with every change of a figure's data.
    assert len(loader) < 500
    assert "could not be loaded" not in loader


class _Lost(NullTranslations):
    def gettext(self, message: str) -> str:
        return "Perdida."
