"""The four languages: nothing missing, nothing lost, nothing said past the catalogues."""

import re
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message

from geo import catalogues_build
from geo.catalogues_build import TRANSLATED, find_po, load_catalogue, make_template
from geo.messages import FOLDER, LANGUAGES, find_catalogue
from tests.facts.bare_words import find_bare_words, list_files, list_known

# Story texts hold places for figures, {above prison_occupancy_pct 100}, which no formatter knows.
_PLACE = re.compile(r"\{[^{}]*\}")


@pytest.fixture(scope="module")
def template() -> Catalog:
    return make_template()


@pytest.fixture(scope="module", params=TRANSLATED)
def catalogue(request: pytest.FixtureRequest) -> Catalog:
    return load_catalogue(request.param)


def _list(catalogue: Catalog) -> dict[tuple[object, object], Message]:
    return {(message.id, message.context): message for message in catalogue if message.id}


def _forms(text: object) -> list[str]:
    return list(text) if isinstance(text, tuple | list) else [str(text)]


def test_every_message_is_translated_and_no_dead_one_is_kept(template: Catalog, catalogue: Catalog) -> None:
    said = _list(catalogue)
    assert set(said) == set(_list(template)), "run `make catalogues`"
    assert [key for key, message in said.items() if not all(_forms(message.string)) or not message.string] == []


def test_no_message_is_fuzzy(catalogue: Catalog) -> None:
    assert [message.id for message in catalogue if message.fuzzy and message.id] == []


def test_no_placeholder_is_lost_or_invented(catalogue: Catalog) -> None:
    lost = []
    for message in _list(catalogue).values():
        wanted = [set(_PLACE.findall(form)) for form in _forms(message.id)]
        every = set.union(*wanted)
        for form, own in zip(_forms(message.string), wanted, strict=True):
            found = set(_PLACE.findall(form))
            # "One country" may leave the number out where English says it, and say it where English does not.
            if not (found == own or (len(wanted) > 1 and found <= every and every - found <= {"{n}"})):
                lost.append((message.id, form))
    assert lost == []


def test_every_message_can_be_filled_in(catalogue: Catalog) -> None:
    stories = [
        message
        for message in _list(catalogue).values()
        if any("pages/kit/stories/" in place for place, _ in message.locations)
    ]
    for message in _list(catalogue).values():
        if message not in stories:
            for form in _forms(message.string):
                list(Formatter().parse(form))


def test_singular_and_plural_are_there_where_english_has_them(catalogue: Catalog) -> None:
    for message in _list(catalogue).values():
        assert len(_forms(message.string)) == len(_forms(message.id)), message.id


def test_languages_differ_from_english_where_they_must(catalogue: Catalog) -> None:
    """A catalogue filled with its own English would pass every other test."""
    # Names of partners are the partners' own, in whatever language they have them.
    messages = [message for message in _list(catalogue).values() if message.context != "programmes.partners"]
    sentences = [message for message in messages if len(_forms(message.id)[0].split()) > 4]
    same = [message.id for message in sentences if message.string == message.id]
    assert len(sentences) > 1000
    assert same == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_what_the_server_reads_is_compiled_from_what_translators_write(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = find_po(language).with_suffix(".mo").read_bytes()
    catalogue = load_catalogue(language)
    monkeypatch.setattr(catalogues_build, "FOLDER", tmp_path)
    catalogues_build.save_catalogue(catalogue, language)
    assert find_po(language).with_suffix(".mo").read_bytes() == kept, "run `make catalogues`"
    assert (tmp_path / language).is_dir()


def test_there_is_a_catalogue_for_each_language_and_no_other() -> None:
    assert {path.name for path in FOLDER.iterdir()} | {"en"} == set(LANGUAGES)
    assert find_catalogue("es").gettext("Overview") != "Overview"


@pytest.mark.parametrize("path", list_files(), ids=lambda path: path.name)
def test_no_words_for_people_are_written_past_the_catalogues(path: Path) -> None:
    known, place = list_known(), path.relative_to(Path(__file__).parents[2]).as_posix()
    bare = [f"line {line}: {text}" for line, text in find_bare_words(path) if (place, text) not in known]
    assert bare == [], "say them with geo.messages"


@pytest.mark.parametrize("made", ['f"{number} rows"', '"one" if number else "none"', '"a" + name'])
def test_a_message_that_is_made_where_it_is_said_stops_the_build(
    made: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogues_build, "ROOT", tmp_path)
    (tmp_path / "geo").mkdir()
    (tmp_path / "geo" / "words.py").write_text(f"say({made})\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"geo/words.py:1: .* expected a literal"):
        list(catalogues_build.find_messages())
