"""The search files: the same as a rebuild, named by language and content, and holding everything that can be found."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from data.store import load_records
from geo.messages import LANGUAGES, speaking
from geo.places import name_countries
from geo.search_index import (
    FILES,
    find_search_file,
    list_entries,
    name_search_file,
    render_search_file,
    translate_country,
    write_search_files,
)


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    with speaking(request.param):
        yield request.param


@pytest.fixture
def entries() -> dict[str, dict[str, Any]]:
    return _read()


def _read() -> dict[str, dict[str, Any]]:
    return {entry["id"]: entry for entry in json.loads(find_search_file().read_bytes())["entries"]}


def test_committed_file_is_what_a_rebuild_gives(language: str) -> None:
    path, rebuilt = find_search_file(), render_search_file()
    assert path.read_bytes() == rebuilt
    assert path.name == name_search_file(rebuilt)
    assert path.stem.removeprefix(f"search-{language}-") == hashlib.sha256(rebuilt).hexdigest()[:10]
    assert name_search_file(rebuilt + b" ") != path.name


def test_writing_removes_older_files(tmp_path: Path) -> None:
    (tmp_path / "search-fr-0000000000.json").write_text("{}")
    (tmp_path / "other.json").write_text("{}")
    written = write_search_files(tmp_path)
    for language, path in zip(LANGUAGES, written, strict=True):
        with speaking(language):
            assert find_search_file(tmp_path) == path
    assert {*tmp_path.iterdir()} == {*written, tmp_path / "other.json"}


def test_every_language_has_the_same_entries_under_its_own_names(language: str) -> None:
    own = _read()
    with speaking("en"):
        english = _read()
    assert list(own)
    assert set(own) == set(english)
    for entry_id, entry in own.items():
        # Whatever it is called in one language finds it in every other.
        names = {english[entry_id]["name"], *english[entry_id]["also"]}
        assert {entry["name"], *entry["also"]} == names, entry_id


@pytest.mark.parametrize("language_read", [one for one in LANGUAGES if one != "en"])
def test_what_is_shown_is_in_the_language(language_read: str) -> None:
    with speaking(language_read):
        own = _read()
    english = _read()
    for entry_id in ("indicator/homicide_rate", "group/eu_lac_alliance", "place/BRA"):
        assert own[entry_id]["kind"] != english[entry_id]["kind"]
        assert own[entry_id]["context"] != english[entry_id]["context"]
    assert own["indicator/homicide_rate"]["name"] != english["indicator/homicide_rate"]["name"]
    # A title is printed, in whatever language it is.
    assert own["contract/145910"]["name"] == english["contract/145910"]["name"]


def test_every_file_is_one_that_the_server_checks() -> None:
    assert [file.stem for file in FILES.values()] == [f"search-{language}" for language in LANGUAGES]


def test_a_missing_file_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"python -m geo\.search_index"):
        find_search_file(tmp_path)


def test_every_country_has_its_names_in_four_languages(entries: dict[str, dict[str, Any]]) -> None:
    iso2 = {row["iso3"]: row["iso2"] for row in load_records("countries")}
    for iso3, name in name_countries().items():
        entry = entries[f"place/{iso3}"]
        names = {entry["name"], *entry["also"]}
        assert entry["name"] == name
        assert set(translate_country(iso2[iso3])) <= names
        assert {iso3, iso2[iso3]} <= names
    assert {"Belice", "Brasil", "Brésil"} <= {*entries["place/BLZ"]["also"], *entries["place/BRA"]["also"]}
    assert "São Cristóvão e Névis" in entries["place/KNA"]["also"]
    assert "DR" in entries["place/DOM"]["also"]


def test_names_have_no_sign_in_place_of_a_word(entries: dict[str, dict[str, Any]]) -> None:
    assert not any("&" in name for entry in entries.values() if entry["kind"] == "Countries" for name in entry["also"])


@pytest.mark.parametrize(
    ("table", "key", "prefix"),
    [
        ("indicators", "indicator_id", "indicator"),
        ("alliances", "alliance_id", "group"),
        ("decisions", "decision_id", "decision"),
        ("contracts", "contract_id", "contract"),
    ],
)
def test_every_row_can_be_found(entries: dict[str, dict[str, Any]], table: str, key: str, prefix: str) -> None:
    rows = load_records(table)
    assert {f"{prefix}/{row[key]}" for row in rows} == {one for one in entries if one.startswith(f"{prefix}/")}


def test_decisions_and_contracts_are_found_by_number_and_title(entries: dict[str, dict[str, Any]]) -> None:
    for row in load_records("contracts"):
        entry = entries[f"contract/{row['contract_id']}"]
        assert entry["name"] == row["title"]
        assert entry["also"] == [row["contract_id"]]
        assert row["decision_id"] in entry["context"]
    for row in load_records("decisions"):
        entry = entries[f"decision/{row['decision_id']}"]
        assert (entry["name"], entry["also"]) == (row["title"], [row["decision_id"]])
        # What was committed is never told as if it were the sum of its contracts.
        assert "contracted" not in entry["context"]


@pytest.mark.usefixtures("language")
def test_no_two_entries_share_an_id() -> None:
    ids = [entry["id"] for entry in list_entries()]
    assert len(ids) == len(set(ids))
