"""The view of an indicator: real values, and laws that hold for every selection."""

from dataclasses import replace

import pytest
from hypothesis import given

from data.store import load_table
from geo.figures import choropleth, ranking
from geo.indicator_view import build_indicator_view, find_indicator, list_indicators
from geo.selection import Selection, select_countries
from geo.views import SHOWN_STATUSES
from tests.strategies import VIEW_LAWS, selections


def test_homicide_is_told_as_printed() -> None:
    view = build_indicator_view(Selection())
    honduras = view.ranked[0]
    assert (honduras.iso3, honduras.value, honduras.printed, str(honduras.rank)) == ("HND", 91.6, "91.6", "1st of 27")
    assert str(honduras.source) == "p. 151, Annex F, row Honduras"
    assert [(one.short, one.value) for one in view.references] == [("LAC", 23.1), ("OECD", 2.1), ("World", 7.0)]
    assert len(view.values) == 33
    assert {value.iso3 for value in view.missing} == {"ATG", "DMA", "GRD", "KNA", "LCA", "VCT"}
    assert not {value.iso3 for value in view.values} & {"LAC", "OECD", "WLD"}


def test_a_country_that_the_annexes_do_not_list_has_no_value_and_no_source() -> None:
    grenada = next(value for value in build_indicator_view(Selection()).values if value.iso3 == "GRD")
    assert (grenada.value, grenada.text, grenada.source, grenada.status) == (None, "", None, "not_reported")
    assert not grenada.is_shown


def test_an_unplaced_value_is_never_drawn_or_ranked() -> None:
    view = build_indicator_view(Selection(indicator="prison_occupancy_pct"))
    venezuela = next(value for value in view.values if value.iso3 == "VEN")
    assert (venezuela.status, venezuela.value, venezuela.rank) == ("unplaced", None, None)
    assert venezuela in view.missing
    assert choropleth.draw_indicator(view, "")["areas"]["VEN"]["text"] == "printed, but its column cannot be known"


def test_hiding_doubtful_values_says_how_many_and_ranks_without_them() -> None:
    shown = build_indicator_view(Selection(indicator="prisoners_per_100k"))
    hidden = build_indicator_view(Selection(indicator="prisoners_per_100k", doubtful="hide"))
    assert [value.iso3 for value in shown.ranked[:2]] == ["SUR", "BHS"]
    assert {value.iso3 for value in shown.ranked} - {value.iso3 for value in hidden.ranked} == {"SUR", "BHS", "DOM"}
    assert (shown.hidden_doubtful, hidden.hidden_doubtful) == (0, 3)
    assert "3 doubtful hidden" in hidden.coverage
    assert str(hidden.ranked[0].rank) == "1st of 21"
    assert "3 of them doubtful" in shown.coverage
    assert "hidden" not in shown.coverage
    assert "of them doubtful" not in hidden.coverage


def test_scores_have_the_middle_of_the_scale_as_reference() -> None:
    view = build_indicator_view(Selection(indicator="rule_of_law"))
    assert [(one.label, one.value) for one in view.references] == [("Middle of the scale", 0.0)]


def test_topics_list_their_own_indicators_in_order() -> None:
    assert next(iter(list_indicators("violence"))) == "homicide_rate"
    assert next(iter(list_indicators("prisons"))) == "prison_occupancy_pct"
    assert not list_indicators("violence").keys() & list_indicators("prisons").keys()
    assert list_indicators("money") == {}


def test_an_unknown_indicator_is_an_error_and_not_an_empty_map() -> None:
    with pytest.raises(KeyError, match="femicides"):
        find_indicator("femicides")


@VIEW_LAWS
@given(selections())
def test_every_country_inside_is_ranked_or_missing(selection: Selection) -> None:
    view = build_indicator_view(selection)
    inside = select_countries(selection).inside
    ranked, missing = {one.iso3 for one in view.ranked}, {one.iso3 for one in view.missing}
    assert ranked | missing == inside
    assert not ranked & missing
    assert bool(view.empty) == (not inside)
    map_data = choropleth.draw_indicator(view, "")
    in_classes = sum(entry["count"] for entry in map_data["classes"])
    assert in_classes == len(ranked)
    assert in_classes + (map_data["missing"] or {"count": 0})["count"] == len(inside)
    assert (map_data["outside_filter"] or {"count": 0})["count"] == 33 - len(inside)
    assert {iso3 for iso3, area in map_data["areas"].items() if area["in"]} == inside
    rows = ranking.rank_indicator(view, "")
    assert [row["id"] for row in rows["rows"]] == [one.iso3 for one in view.ranked]
    assert {one["id"] for one in rows["missing"]} == missing


@VIEW_LAWS
@given(selections())
def test_what_is_shown_is_printed_and_what_is_not_reported_is_never_a_number(selection: Selection) -> None:
    for value in build_indicator_view(selection).values:
        if value.is_shown:
            assert value.value is not None
            assert value.rank is not None
            assert value.status in SHOWN_STATUSES
            assert value.printed
            assert value.source is not None
        if value.status in ("not_reported", "unplaced"):
            assert value.value is None
            assert value.text == ""
            assert value.rank is None


@VIEW_LAWS
@given(selections())
def test_hiding_doubtful_values_only_takes_doubtful_ones_away(selection: Selection) -> None:
    shown = build_indicator_view(replace(selection, doubtful="show"))
    hidden = build_indicator_view(replace(selection, doubtful="hide"))
    lost = {one.iso3 for one in shown.ranked} - {one.iso3 for one in hidden.ranked}
    assert {one.iso3 for one in hidden.ranked} <= {one.iso3 for one in shown.ranked}
    assert {one.status for one in shown.ranked if one.iso3 in lost} <= {"doubtful"}
    assert hidden.hidden_doubtful == len(lost)
    assert "doubtful" not in {one.status for one in hidden.ranked}
    assert [one.iso3 for one in shown.inside] == [one.iso3 for one in hidden.inside]


@VIEW_LAWS
@given(selections())
def test_ranks_and_classes_do_not_depend_on_the_country_filter(selection: Selection) -> None:
    filtered = build_indicator_view(selection)
    whole = build_indicator_view(replace(selection, subregions=(), alliances=(), without=()))
    assert [(one.iso3, one.rank, one.class_index) for one in filtered.values] == [
        (one.iso3, one.rank, one.class_index) for one in whole.values
    ]
    assert all(one.is_inside for one in whole.values)


def test_a_printed_zero_would_stay_a_zero() -> None:
    values = load_table("indicator_values")
    assert not ((values["status"] == "not_reported") & values["value"].notna()).any()
    assert not (values["value"].isna() & ~values["status"].isin(["not_reported", "unplaced"])).any()
