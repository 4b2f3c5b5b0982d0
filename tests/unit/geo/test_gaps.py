"""The gaps: every cell has one status, the counts agree with the cells, and what cannot be told is computed."""

from collections import Counter

import pytest
from hypothesis import given

from data.store import load_records
from geo.figures.gap_matrix import draw_matrix, draw_tallies
from geo.figures.gap_notes import tabulate_caveats
from geo.figures.gap_panel import draw_panel
from geo.gap_statements import list_doubts, list_statements
from geo.gaps import ABSENT, STATUS_NAMES, build_gaps_view, extract_gaps, find_cell, list_cells, name_indicators
from geo.places import name_countries
from geo.selection import Selection, select_countries
from tests.strategies import VIEW_LAWS, selections

EVERYONE = build_gaps_view(Selection())


def test_each_country_has_one_cell_an_indicator() -> None:
    assert [(cell.iso3, cell.indicator_id) for cell in list_cells()] == [
        (iso3, indicator) for iso3 in name_countries() for indicator in name_indicators()
    ]
    assert len(list_cells()) == 33 * 12
    assert {cell.status for cell in list_cells()} == set(STATUS_NAMES)


def test_statuses_are_those_of_the_built_table() -> None:
    built = Counter(row["status"] for row in load_records("indicator_values") if row["iso3"] in name_countries())
    found = Counter(cell.status for cell in list_cells())
    assert found == built | {ABSENT: 6 * 12}


def test_a_country_without_a_row_is_told_from_one_that_does_not_report() -> None:
    absent = {cell.iso3 for cell in list_cells() if cell.status == ABSENT}
    assert absent == {"ATG", "DMA", "GRD", "KNA", "LCA", "VCT"}
    cuba = find_cell("CUB", "judges_per_100k")
    assert cuba
    assert cuba.status == "not_reported"
    assert find_cell("CUB", "femicides") is None


def test_the_finding_is_computed() -> None:
    assert EVERYONE.headline == "The annexes cover 27 of 33 countries; prosecutors are reported by 10"
    assert EVERYONE.coverage == "270 of 396 cells hold a value; 9 of these are doubtful and 2 contradicted."
    caribbean = build_gaps_view(Selection(subregions=("caribbean",)))
    assert caribbean.headline == "The annexes cover 7 of 13 countries; prosecutors are reported by none"
    assert "Filter: Caribbean." in caribbean.coverage


@VIEW_LAWS
@given(selections())
def test_counts_agree_with_the_matrix_and_the_download(selection: Selection) -> None:
    view = build_gaps_view(selection)
    table = extract_gaps(view)
    drawn = draw_matrix(view, "", "")
    assert len(table) == len(view.cells) == len(view.countries) * len(view.indicators)
    assert sum(int(row["count"]) for row in drawn["legend"]) == len(view.cells)
    assert Counter(table["status"]) == Counter(cell.status for cell in view.cells)
    for column in drawn["columns"][:-1]:
        reported = table[(table["indicator_id"] == column["id"]) & table["status"].isin(["ok", "doubtful", "conflict"])]
        assert int(column["count"]) == len(reported)
    assert sum(one.countries for one in view.subregions) == len(view.countries)
    assert sum(sum(one.reported) for one in view.subregions) == sum(cell.is_reported for cell in view.cells)
    # Nothing is counted of a country that the filters leave out.
    assert set(view.countries) <= select_countries(selection).inside
    assert bool(view.empty) == (not view.countries)


@VIEW_LAWS
@given(selections())
def test_what_only_other_pages_ask_for_changes_nothing(selection: Selection) -> None:
    plain = Selection(
        subregions=selection.subregions,
        alliances=selection.alliances,
        match=selection.match,
        without=selection.without,
    )
    assert build_gaps_view(selection) == build_gaps_view(plain)


def test_a_mark_never_stands_for_two_statuses() -> None:
    legend = draw_matrix(EVERYONE, "", "")["legend"]
    signs = [(row["mark"]) for row in legend]
    assert len(signs) == len(set(signs)) == len(STATUS_NAMES) + 1
    assert all(row["label"] for row in legend)


def test_selected_cell_and_country_are_marked_only_inside_the_filter() -> None:
    inside = draw_matrix(EVERYONE, "HND", "homicide_rate")
    assert (inside["selected"], inside["selected_cell"]) == ("HND", "HND/homicide_rate")
    south = build_gaps_view(Selection(subregions=("south_america",)))
    assert draw_matrix(south, "HND", "homicide_rate")["selected_cell"] is None
    assert draw_matrix(EVERYONE, "caribbean", "homicide_rate")["selected"] is None


def test_tallies_say_of_how_many_countries() -> None:
    rows = draw_tallies(EVERYONE.subregions, EVERYONE, "Sub-region", "")["rows"]
    caribbean = next(row for row in rows if row["label"] == "Caribbean (13)")
    prosecutors = list(name_indicators()).index("prosecutors_per_100k")
    assert caribbean["cells"][prosecutors]["mark"] == "0"
    assert caribbean["cells"][prosecutors]["label"] == "0 of 13 countries report it"
    assert caribbean["cells"][-1]["mark"] == "64 of 156"


def panel_text(iso3: str, indicator_id: str) -> str:
    return str(draw_panel(iso3, indicator_id))


def test_the_panel_of_an_unplaced_cell_lists_what_is_printed_and_its_readings() -> None:
    text = panel_text("HTI", "prison_occupancy_pct")
    assert all(part in text for part in ("53", "136", "depending on where the lost cell stood", "p. 153, Annex G"))
    assert "117,4" not in text


def test_the_panel_of_a_contradicted_cell_shows_both_values_with_their_pages() -> None:
    text = panel_text("JAM", "homicide_rate")
    assert all(part in text for part in ("40.9", "52.5", "p. 151, Annex F", "p. 38"))


def test_the_panel_says_what_an_empty_cell_is() -> None:
    assert "p. 153, Annex G" in panel_text("BHS", "prosecutors_per_100k")
    assert "That is no zero" in panel_text("BHS", "prosecutors_per_100k")
    assert "No cell is left for it" in panel_text("CUB", "judges_per_100k")
    antigua = panel_text("ATG", "homicide_rate")
    assert "6.8 homicides" in antigua
    assert "As printed" not in antigua


def test_the_panel_of_a_country_lists_its_cells_and_a_region_has_none() -> None:
    panel = draw_panel("SUR", "")
    assert panel
    assert len(panel["rows"]) == len(name_indicators())
    assert draw_panel("caribbean", "homicide_rate") is None
    assert draw_panel("", "") is None


@pytest.mark.parametrize(
    "sentence",
    [
        "No country in the sub-region Caribbean reports prosecutors.",
        "Fewer than half of the 18 members of the IDB Alliance report prosecutors (7).",
        "Which country has the highest value cannot be told for prisoners: the highest that is printed, 1589 for Suriname, is doubtful.",
        "The two alliances were launched in 2024 and 2025, long after the figures: what membership changed cannot be told.",
    ],
)
def test_what_cannot_be_told(sentence: str) -> None:
    sentences = [one for part in list_statements() for one in part.sentences]
    assert sentence in sentences
    assert len(sentences) == len(set(sentences))
    assert not any("Central America and Mexico reports" in one for one in sentences)


def test_doubts_name_who_is_left_out_of_a_ranking() -> None:
    doubts = {doubt.indicator_id: doubt for doubt in list_doubts()}
    judges = doubts["judges_per_100k"]
    assert (judges.countries, judges.values, judges.leads) == (
        ("Trinidad and Tobago", "Chile", "Dominican Republic"),
        20,
        True,
    )
    assert not doubts["police_per_100k"].leads
    assert "homicide_rate" not in doubts


def test_caveats_are_those_of_the_cells_inside() -> None:
    south = build_gaps_view(Selection(subregions=("south_america",)))
    countries = {row["cells"][0] for row in tabulate_caveats(south)["rows"]}
    assert any("Chile" in names for names in countries)
    assert not any("Jamaica" in names for names in countries)
