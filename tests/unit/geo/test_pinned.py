"""Pinned countries: at most six, the ends marked among sure values only, and neither good nor bad where a measure is neither."""

import pytest
from hypothesis import given

from geo.compare_extract import extract_pinned
from geo.figures.side_by_side import draw_pinned
from geo.measures import name_measures
from geo.pinned import MOST_PINS, PinnedRow, compare_pinned
from geo.places import name_countries
from tests.strategies import VIEW_LAWS, subsets


def row_of(rows: tuple[PinnedRow, ...], measure_id: str) -> dict[str, str]:
    row = next(row for row in rows if row.measure.measure_id == measure_id)
    return {one.traced.iso3: one.words for one in row.values}


def test_the_ends_are_told_in_words() -> None:
    rows = compare_pinned(("HND", "CHL", "COL"), "show")
    assert row_of(rows, "homicide_rate") == {"HND": "highest: worst", "CHL": "lowest: best", "COL": ""}
    assert row_of(rows, "rule_of_law")["CHL"] == "highest: best"
    assert row_of(rows, "committed") == {"COL": "highest", "CHL": "lowest", "HND": ""}


def test_a_doubtful_value_is_never_an_end() -> None:
    rows = compare_pinned(("SUR", "SLV", "JAM"), "show")
    assert row_of(rows, "prisoners_per_100k") == {"SUR": "", "SLV": "highest", "JAM": "lowest"}


def test_equal_ends_are_told_as_tied_and_one_value_alone_is_no_end() -> None:
    rows = compare_pinned(("SLV", "GRD", "HND"), "show")
    assert row_of(rows, "committed") == {"SLV": "lowest, tied", "GRD": "lowest, tied", "HND": "highest"}
    assert set(row_of(compare_pinned(("HND", "GRD"), "show"), "homicide_rate").values()) == {""}


def test_a_seventh_country_is_refused() -> None:
    with pytest.raises(ValueError, match="at most 6"):
        compare_pinned(tuple(name_countries())[:7], "show")


def test_a_country_without_a_value_shows_words_and_no_zero() -> None:
    data = draw_pinned(compare_pinned(("GRD",), "show"), ("GRD",), "")
    cells = [row["cells"][0] for section in data["sections"][:2] for row in section["rows"]]
    assert {cell["text"] for cell in cells} == {"not reported"}
    assert not any(cell["has"] for cell in cells)


@VIEW_LAWS
@given(subsets(name_countries(), least=1, most=MOST_PINS))
def test_every_measure_of_every_pin_is_in_the_table_and_in_the_file(pins: tuple[str, ...]) -> None:
    rows = compare_pinned(pins, "show")
    data = draw_pinned(rows, pins, "")
    file = extract_pinned(rows)
    assert [row.measure.measure_id for row in rows] == list(name_measures())
    assert [one["id"] for one in data["countries"]] == list(pins)
    assert (
        sum(len(row["cells"]) for section in data["sections"] for row in section["rows"])
        == len(file)
        == len(pins) * len(rows)
    )
    assert file.loc[file["status"].isin(["not_reported", "unplaced"]), "value"].isna().all()
    printed = file.loc[file["printed_value"].notna() & (file["status"] == "ok")]
    assert printed["pages"].notna().all()
