"""No script writes words for people past the catalogues."""

from pathlib import Path

import pytest

from tests.facts.bare_script_words import ROOT, find_bare_words, list_files


@pytest.mark.parametrize("path", list_files(), ids=lambda path: path.relative_to(ROOT / "pages").as_posix())
def test_every_word_that_a_script_shows_is_a_message(path: Path) -> None:
    assert list(find_bare_words(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("script", "found"),
    [
        ('button.textContent = "copied";', ["copied"]),
        ('html("p", { class: "note" }, "Nothing is found here.")', ["Nothing is found here."]),
        ("live.textContent = `Step ${at + 1} of ${steps.length}`;", ["Step § of §"]),
        ('node.title = say("Zoom in"); const HELP = mark("Arrow keys move");', []),
        ('sayCount("{n} row", "{n} rows", many)', []),
        ('html("ul", { class: is ? "rows big" : "rows" }) // "Not a word"', []),
        ('`${say("Zoom in")} ${open ? "Close it" : ""}`', ["Close it"]),
        ('text.replace(/ "or so"/g, "").split("a b")', []),
        ('build(node, { "aria-label": "doubtful", "data-id": "two words" })', ["doubtful"]),
    ],
)
def test_the_search_for_bare_words_finds_them(script: str, found: list[str]) -> None:
    assert [text for _, text in find_bare_words(script)] == found
