"""Breakdowns: bars of a few lines by any two dimensions, exact to the cent, and nothing without a label."""

from dataclasses import replace

import pytest

from geo.aggregate import SHOWN_BESIDE_THE_MAP, break_down, cross, total_cents
from geo.dimensions import DIMENSIONS, list_dimensions
from geo.money_lines import Line, list_lines
from geo.places import name_places
from geo.views import Bar, Breakdown, Segment


def line(record: str, cents: int, **values: str) -> Line:
    plain = Line(
        record_id=record, title="", words="", cents=cents, whole_cents=cents, decision=record, year="2008", zone="caribbean",
        recipient="JAM", subregion="caribbean", level="B", instrument="EDF", uptake="none", sector="SSMR",
    )  # fmt: skip
    return replace(plain, **values)  # type: ignore[arg-type]


LINES = (
    line("FED/1", 3300),
    line("ALA/1", 2000, zone="central_america", recipient="GTM", subregion="central_america", instrument="DCI-ALA", year="2012"),
    line("FED/2", 100, recipient="caribbean", subregion="regions", level="R"),
    line("IFS/1", 200, zone="trans_regional", recipient="trans_regional", subregion="trans_regional", level="T", instrument="IfS", year="2010"),
)  # fmt: skip


def breakdown(dimension: str) -> Breakdown:
    return next(one for one in break_down(LINES, "committed") if one.dimension == dimension)


def test_a_subregion_holds_the_money_of_its_countries_only() -> None:
    assert breakdown("subregion").bars == (
        Bar("Caribbean", (Segment("Bilateral", 3300, "B"),), "1 decision", "caribbean"),
        Bar("Central America and Mexico", (Segment("Bilateral", 2000, "B"),), "1 decision", "central_america"),
        Bar("Trans-regional", (Segment("Trans-regional", 200, "T"),), "1 decision", "trans_regional"),
        Bar("Regions (no single country)", (Segment("Regional", 100, "R"),), "1 decision", "regions"),
    )


def test_a_zone_keeps_bilateral_and_regional_money_apart() -> None:
    caribbean = breakdown("zone").bars[0]
    parts = (Segment("Bilateral", 3300, "B"), Segment("Regional", 100, "R"))
    assert caribbean == Bar("Caribbean", parts, "2 decisions", "caribbean")
    assert (caribbean.cents, caribbean.amount_eur) == (3400, 34.0)


def test_years_stand_in_order_and_the_rest_by_amount() -> None:
    assert [bar.label for bar in breakdown("year").bars] == ["2008", "2010", "2012"]
    assert [bar.label for bar in breakdown("instrument").bars] == ["EDF", "DCI-ALA", "IfS"]


def test_without_a_second_dimension_a_bar_is_one_piece() -> None:
    bars = cross(LINES, "committed", "level").bars
    assert [(bar.bar_id, bar.cents, len(bar.segments)) for bar in bars] == [
        ("B", 5300, 1),
        ("T", 200, 1),
        ("R", 100, 1),
    ]


def test_shares_of_one_decision_count_as_one_decision() -> None:
    shares = (line("FED/2", 50, recipient="JAM"), line("FED/2", 50, recipient="GRD"))
    assert cross(shares, "committed", "subregion").bars[0].note == "1 decision"
    assert total_cents(shares, "recipient") == {"GRD": 50, "JAM": 50}


def test_a_dimension_that_a_measure_does_not_have_is_an_error() -> None:
    with pytest.raises(KeyError, match="partner"):
        cross(LINES, "committed", "partner")
    with pytest.raises(KeyError, match="start"):
        cross(LINES, "committed", "zone", "start")


@pytest.mark.parametrize("measure", ["committed", "contracted"])
def test_every_bar_of_the_real_lines_has_a_known_label(measure: str) -> None:
    lines = list_lines(measure, "none")
    for dimension_id in list_dimensions(measure):
        bars = cross(lines, measure, dimension_id).bars
        assert {bar.label for bar in bars} <= set(DIMENSIONS[dimension_id].name_values().values())
        assert "nan" not in str(bars).lower()
        assert "None" not in str(bars)


def test_the_page_of_the_map_shows_every_instrument_level_and_zone() -> None:
    found = {
        one.dimension: {bar.label for bar in one.bars}
        for one in break_down(list_lines("committed", "none"), "committed")
    }
    assert tuple(found) == SHOWN_BESIDE_THE_MAP
    assert found["instrument"] == set(name_places("instruments"))
    assert found["level"] == {"Bilateral", "Regional", "Trans-regional"}
    assert found["zone"] == {*name_places("funding_zones").values(), "Trans-regional"}
    assert found["subregion"] == {*name_places("subregions").values(), "Regions (no single country)", "Trans-regional"}
