"""Breakdowns: bars of a few decisions, split by level, and nothing without a label."""

import pandas as pd

from data.store import load_table
from geo.aggregate import break_down
from geo.places import name_places
from geo.views import Bar, Breakdown, Segment

DECISIONS = pd.DataFrame(
    {
        "iso3": ["JAM", "GTM", None, None],
        "place_kind": ["country", "country", "region", "trans_regional"],
        "funding_zone_id": ["caribbean", "central_america", "caribbean", None],
        "instrument_id": ["EDF", "DCI-ALA", "EDF", "IfS"],
        "level": ["B", "B", "R", "T"],
        "decision_year": [2008, 2012, 2008, 2010],
        "committed_eur": [33.0, 20.0, 1.0, 2.0],
        "contracted_eur": [32.0, 0.0, 1.0, 2.0],
    }
)


def breakdown(dimension: str, measure: str = "committed") -> Breakdown:
    return next(one for one in break_down(DECISIONS, measure) if one.dimension == dimension)


def test_a_subregion_holds_the_money_of_its_countries_only() -> None:
    assert breakdown("subregion").bars == (
        Bar("Caribbean", (Segment("Bilateral", 33.0),), "1 decision"),
        Bar("Central America and Mexico", (Segment("Bilateral", 20.0),), "1 decision"),
        Bar("Trans-regional", (Segment("Trans-regional", 2.0),), "1 decision"),
        Bar("Regions (no single country)", (Segment("Regional", 1.0),), "1 decision"),
    )


def test_a_zone_keeps_bilateral_and_regional_money_apart() -> None:
    caribbean = breakdown("zone").bars[0]
    assert caribbean == Bar("Caribbean", (Segment("Bilateral", 33.0), Segment("Regional", 1.0)), "2 decisions")
    assert caribbean.amount_eur == 34.0


def test_years_stand_in_order_and_the_rest_by_amount() -> None:
    assert [bar.label for bar in breakdown("year").bars] == ["2008", "2010", "2012"]
    assert [bar.label for bar in breakdown("instrument").bars] == ["EDF", "DCI-ALA", "IfS"]


def test_the_measure_decides_which_amount_is_added() -> None:
    assert sum(bar.amount_eur for bar in breakdown("level").bars) == 56.0
    assert sum(bar.amount_eur for bar in breakdown("level", "contracted").bars) == 35.0


def test_every_bar_of_the_real_decisions_has_a_known_label() -> None:
    found = {one.dimension: {bar.label for bar in one.bars} for one in break_down(load_table("decisions"), "committed")}
    assert found["instrument"] == set(name_places("instruments"))
    assert found["level"] == {"Bilateral", "Regional", "Trans-regional"}
    assert found["zone"] == {*name_places("funding_zones").values(), "Trans-regional"}
    assert found["subregion"] == {*name_places("subregions").values(), "Regions (no single country)", "Trans-regional"}
    assert "nan" not in str(found).lower()
