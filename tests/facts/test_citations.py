"""Every value of the built tables can be cited with its cell; what is not reported is never cited as zero."""

from datetime import date

import pytest
import rispy
from pybtex.database import parse_string

from data.integrity import find_version
from data.store import load_records
from geo.citable import find_value, has_value, list_values
from geo.citation import STATUS_WORDS, CitedValue, cite_value, list_remarks
from geo.exports.bibliography import to_bibtex, to_ris, to_text
from pages.kit import permalinks, urlstate
from pages.kit.router import find_entry

DAY = date(2026, 11, 22)
MONEY = {"decision": "committed", "contract": "contracted"}


def number(value: CitedValue) -> float:
    return float(value.value.removeprefix("EUR ").replace(",", ""))


@pytest.mark.parametrize(
    "row", load_records("indicator_values"), ids=lambda row: f"{row['indicator_id']}-{row['iso3']}"
)
def test_every_cell_is_cited_as_printed(row: dict[str, object]) -> None:
    value = find_value(f"indicator/{row['indicator_id']}/{row['iso3']}")
    assert (value.pages, value.table, value.row, value.column) == (
        (row["page"],),
        row["table"],
        row["row_label"],
        row["column_label"],
    )
    text = to_text(cite_value(value, find_version(), "https://atlas.example/", DAY))
    if row["value"] is None:
        assert value.value in ("not reported", "printed, but not placeable")
        assert not any(character.isdigit() for character in value.value + value.unit)
        assert STATUS_WORDS[str(row["status"])] in text
    else:
        assert number(value) == row["value"]
        assert f"Printed as “{row['printed_value']}”" in text
        assert "not reported" not in value.value


@pytest.mark.parametrize("noun", MONEY)
def test_every_record_is_cited_with_its_amount_and_page(noun: str) -> None:
    for row in load_records(f"{noun}s"):
        value = find_value(f"{noun}/{row[f'{noun}_id']}")
        assert number(value) == row[f"{MONEY[noun]}_eur"]
        assert value.pages == (row["page"],)
        assert row[f"{MONEY[noun]}_printed"] in value.printed
        assert (STATUS_WORDS["doubtful"] + "." in list_remarks(value)) == (row["status"] == "doubtful")
        assert permalinks.of_value(value) == permalinks.link_record(row[f"{noun}_id"])


@pytest.mark.parametrize(
    ("table", "beginning"),
    [("published_figures", "published/"), ("donors", "donor/"), ("memberships", "membership/"), ("programme_budgets", "budget/"),
     ("narrative_figures", "narrative/"), ("events", "event/"), ("unplaced_values", "unplaced/")],
)  # fmt: skip
def test_every_row_of_the_other_tables_is_cited(table: str, beginning: str) -> None:
    assert len(list_values(beginning)) == len(load_records(table)) > 0


def test_all_citations_are_read_back_and_no_two_share_a_name() -> None:
    values = list_values("")
    citations = [cite_value(one, find_version(), "https://atlas.example/", DAY) for one in values]
    entries = parse_string(to_bibtex(citations), "bibtex").entries
    assert list(entries) == [one.key for one in values]
    assert [entry["id"] for entry in rispy.loads(to_ris(citations))] == list(entries)
    assert all("booktitle" in entry.fields and "pages" in entry.fields for entry in entries.values())
    assert not has_value("indicator/femicides/HND")


def test_every_address_is_a_link_that_the_atlas_understands() -> None:
    for value in list_values(""):
        topic = find_entry(value.slug).topic
        _, problems = urlstate.read(dict(value.parameters), topic)
        assert problems == (), value.value_id
        assert {*value.parameters} <= {one.name for one in urlstate.parameters_of(topic)}, value.value_id
