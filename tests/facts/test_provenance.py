"""Every number names its document, page and cell, and every doubt has a caveat that is written once."""

import pytest

from data.schema import BUILT_TABLES
from data.store import load_table

WITH_PAGE = sorted(name for name, table in BUILT_TABLES.items() if "page" in table.columns and name != "pages")
WITH_CAVEATS = sorted(name for name, table in BUILT_TABLES.items() if "caveat_ids" in table.columns)


def caveats_used() -> set[str]:
    used: set[str] = set()
    for name in WITH_CAVEATS:
        for ids in load_table(name)["caveat_ids"].dropna():
            used |= set(ids.split(";"))
    return used


@pytest.mark.parametrize("table", WITH_PAGE)
def test_every_row_names_a_document_and_a_page_that_exist(table: str) -> None:
    rows, pages = load_table(table), load_table("pages")
    known = set(zip(pages["source_id"], pages["page"], strict=True))
    found = set(zip(rows["source_id"], rows["page"], strict=True))
    assert found <= known
    assert set(rows["source_id"]) <= set(load_table("sources")["source_id"])


def test_every_indicator_value_names_table_row_and_column() -> None:
    values = load_table("indicator_values")
    for column in ("source_id", "page", "table", "row_label", "column_label"):
        assert not values[column].isna().any()
    printed = values.dropna(subset=["printed_value"])
    assert not printed["line"].isna().any()
    assert set(values["table"]) == {"Annex F", "Annex G"}
    assert set(values["page"]) == {151, 152, 153}


def test_every_published_figure_names_where_it_stands() -> None:
    figures = load_table("published_figures")
    assert not figures["table"].isna().any()
    assert not figures["published_printed"].isna().any()


def test_each_caveat_is_defined_and_each_definition_is_used() -> None:
    defined = set(load_table("caveats")["caveat_id"])
    assert caveats_used() - defined == set()
    assert defined - caveats_used() == set()


@pytest.mark.parametrize("table", sorted(set(WITH_CAVEATS) - {"caveats"}))
def test_every_doubt_has_a_caveat(table: str) -> None:
    rows = load_table(table)
    doubted = rows[rows["status"].isin(["doubtful", "unplaced", "conflict"])]
    assert not doubted["caveat_ids"].isna().any()
    assert len(doubted)


def test_a_caveat_says_something_of_its_own() -> None:
    caveats = load_table("caveats")
    assert caveats["text"].is_unique
    assert caveats["text"].str.len().min() > 20


def test_the_country_of_a_value_is_the_one_of_its_printed_row() -> None:
    values = load_table("indicator_values").merge(load_table("countries")[["iso3", "name"]], on="iso3")
    spelled_otherwise = values[values["row_label"] != values["name"]]
    assert set(zip(spelled_otherwise["row_label"], spelled_otherwise["iso3"], strict=True)) <= {
        ("DR", "DOM"),
        ("Columbia", "COL"),
    }
