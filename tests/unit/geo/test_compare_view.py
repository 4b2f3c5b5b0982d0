"""Two measures against each other: who is plotted, what is said, and what the plot, the map and the file must agree on."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.compare_extract import extract_pairs
from geo.compare_view import build_compare_view
from geo.compare_words import reason
from geo.extract import to_csv
from geo.figures import scatter, two_measures
from geo.measures import name_measures
from geo.selection import Selection
from tests.strategies import VIEW_LAWS, selections

ANY_MEASURE = st.sampled_from(list(name_measures()))
CAUSAL = ("leads to", "because", "causes", "due to", "results in", "reduces", "thanks to")


def test_need_beside_money_is_told_without_an_effect() -> None:
    view = build_compare_view(Selection(), "homicide_rate", "committed")
    assert view.headline == "Homicide rate against amount committed: no clear relation over 27 countries"
    assert "shows no effect" in view.warning
    assert "2004 to 2013" in view.warning
    assert len(view.left_out) == 6


def test_a_clear_relation_is_told_as_going_with() -> None:
    view = build_compare_view(Selection(), "police_per_100k", "private_security_companies")
    assert view.headline == (
        "More police per 100,000 go with fewer private security companies: rank correlation \N{MINUS SIGN}0.62 over 18 countries"
    )
    assert view.warning == ""


def test_too_few_pairs_are_told_in_the_headline() -> None:
    view = build_compare_view(Selection(), "prosecutors_per_100k", "judges_per_100k")
    assert view.headline == "Prosecutors against judges and magistrates: too little to compare by rank"
    assert view.relation.correlation is None


def test_a_measure_is_not_related_to_itself() -> None:
    assert build_compare_view(Selection(), "committed", "committed").relation.correlation is None


def test_zero_money_is_plotted_as_zero_and_a_missing_value_is_not_plotted() -> None:
    view = build_compare_view(Selection(), "homicide_rate", "committed")
    drawn = {point["id"]: point for point in scatter.draw_scatter(view, "linear", "", ())["points"]}
    assert drawn["SLV"]["y"] == 0
    assert "GRD" not in drawn


def test_doubtful_values_push_no_other_into_a_corner() -> None:
    view = build_compare_view(Selection(), "prisoners_per_100k", "rule_of_law")
    drawn = {point["id"]: point for point in scatter.draw_scatter(view, "linear", "", ())["points"]}
    assert drawn["SUR"]["beyond_x"]
    assert drawn["BRB"]["x"] > 0.9
    assert not drawn["BRB"]["beyond_x"]
    assert "Suriname" in scatter.draw_scatter(view, "linear", "", ())["note"]


def test_hidden_doubtful_values_are_left_out_with_the_reason_and_without_the_number() -> None:
    view = build_compare_view(Selection(doubtful="hide"), "prisoners_per_100k", "rule_of_law")
    suriname = next(pair for pair in view.left_out if pair.iso3 == "SUR")
    assert reason(suriname, view) == "prisoners doubtful, hidden"
    assert "1589" not in to_csv(extract_pairs(view)).decode("utf-8")


def test_haiti_is_left_out_because_its_cells_cannot_be_placed() -> None:
    view = build_compare_view(Selection(), "police_per_100k", "committed")
    lists = scatter.draw_relation(view, "")["lists"]
    assert {"id": "HTI", "name": "Haiti", "hint": "printed, not placeable"} in lists[0]["places"]


def test_the_map_of_two_measures_names_its_bounds_and_the_class_of_each_country() -> None:
    data = two_measures.draw_map(build_compare_view(Selection(), "homicide_rate", "committed"), "")
    assert data["grid"]["upwards"]["labels"] == ["none", "up to 15.4", "over 15.4"]
    assert data["areas"]["COL"]["text"].startswith("C3: ")
    assert data["areas"]["SLV"]["text"].startswith("C1: ")
    assert data["areas"]["GRD"]["class"] is None


def test_no_filter_moves_a_class() -> None:
    whole = build_compare_view(Selection(), "homicide_rate", "committed")
    part = build_compare_view(Selection(subregions=("caribbean",)), "homicide_rate", "committed")
    classes = {pair.iso3: pair.class_name for pair in whole.pairs}
    assert all(classes[pair.iso3] == pair.class_name for pair in part.pairs)


def test_the_colours_of_the_nine_classes_are_nine() -> None:
    colours = [colour for row in two_measures.CLASS_COLOURS for colour in row]
    assert len({one["light"] for one in colours}) == len({one["dark"] for one in colours}) == 9


def test_the_file_names_pages_of_both_values() -> None:
    view = build_compare_view(Selection(), "homicide_rate", "committed")
    rows = {row["iso3"]: row for row in csv.DictReader(io.StringIO(to_csv(extract_pairs(view)).decode("utf-8")))}
    assert rows["JAM"] == rows["JAM"] | {
        "is_plotted": "true", "class": "C3", "x_value": "40.9", "x_status": "conflict", "x_pages": "151", "x_table": "Annex F",
        "y_value": "33", "y_pages": "167", "y_table": "Annex H", "y_row_label": "FED/2008/021-025", "y_column_label": "committed",
    }  # fmt: skip
    assert rows["SLV"]["y_value"] == "0"
    assert rows["GRD"]["left_out_reason"] == "homicide rate not reported"
    assert rows["GRD"]["x_value"] == ""


@VIEW_LAWS
@given(selections(), ANY_MEASURE, ANY_MEASURE)
def test_plot_map_lists_table_and_file_show_the_same_countries(selection: Selection, across: str, upwards: str) -> None:
    view = build_compare_view(selection, across, upwards)
    plotted = {pair.iso3 for pair in view.plotted}
    inside = {pair.iso3 for pair in view.pairs if pair.is_inside}
    drawn = two_measures.draw_map(view, "")
    lists = two_measures.list_classes(view, "")["lists"]
    rows = extract_pairs(view)
    assert {point["id"] for point in scatter.draw_scatter(view, "log", "", ())["points"]} == plotted
    assert {iso3 for iso3, area in drawn["areas"].items() if area["in"] and area["class"] is not None} == plotted
    assert sum(one["count"] for one in drawn["classes"]) == len(plotted)
    assert sorted(place["id"] for one in lists for place in one["places"]) == sorted(plotted)
    missing = [place["id"] for one in scatter.draw_relation(view, "")["lists"] for place in one["places"]]
    assert sorted(missing) == sorted(inside - plotted)
    assert [row["id"] for row in two_measures.tabulate_pairs(view, "")["rows"]] == list(rows["iso3"])
    assert set(rows["iso3"]) == inside
    assert set(rows.loc[rows["is_plotted"].astype(bool), "iso3"]) == plotted
    assert rows.loc[~rows["is_plotted"].astype(bool), "left_out_reason"].notna().all()


@VIEW_LAWS
@given(selections(), ANY_MEASURE, ANY_MEASURE)
def test_no_sentence_claims_a_cause_and_few_countries_give_no_number(
    selection: Selection, across: str, upwards: str
) -> None:
    view = build_compare_view(selection, across, upwards)
    said = " ".join((view.headline, view.summary, view.warning, *view.notes)).lower()
    assert not [word for word in CAUSAL if word in said]
    if len(view.plotted) < 10:
        assert view.relation.correlation is None
        assert "rank correlation +" not in said


@pytest.mark.parametrize("scale", ["linear", "log"])
def test_points_stand_inside_the_plot(scale: str) -> None:
    for upwards in name_measures():
        view = build_compare_view(Selection(), "homicide_rate", upwards)
        for point in scatter.draw_scatter(view, scale, "", ())["points"]:
            assert 0 <= point["x"] <= 1
            assert 0 <= point["y"] <= 1
