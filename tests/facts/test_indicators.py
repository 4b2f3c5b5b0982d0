"""Annexes F and G: the values as printed, and what is not reported, doubtful, contradicted or without a place."""

import pandas as pd
import pytest

from data.store import load_table

ANNEX_F = {"homicide_rate", "rule_of_law", "control_of_corruption", "government_effectiveness", "political_stability"}
ANNEX_G = {
    "prisoners_per_100k", "police_per_100k", "private_security_per_100k", "private_security_companies",
    "prison_occupancy_pct", "prosecutors_per_100k", "judges_per_100k",
}  # fmt: skip
AGGREGATES = {"LAC", "OECD", "WLD"}
NOT_LISTED = {"ATG", "DMA", "GRD", "KNA", "LCA", "VCT"}


def cells() -> pd.DataFrame:
    return load_table("indicator_values").set_index(["iso3", "indicator_id"])


def with_status(status: str) -> set[tuple[str, str]]:
    return set(cells()[cells()["status"] == status].index)


def test_there_are_twelve_indicators_of_two_annexes() -> None:
    indicators = load_table("indicators")
    assert set(indicators.loc[indicators["table"] == "Annex F", "indicator_id"]) == ANNEX_F
    assert set(indicators.loc[indicators["table"] == "Annex G", "indicator_id"]) == ANNEX_G
    assert len(indicators) == 12


def test_27_countries_have_a_cell_for_every_indicator() -> None:
    values = load_table("indicator_values")
    listed = set(load_table("countries")["iso3"]) - NOT_LISTED
    for indicator_id in ANNEX_F | ANNEX_G:
        found = set(values.loc[values["indicator_id"] == indicator_id, "iso3"])
        assert found - AGGREGATES == listed
        assert (found & AGGREGATES == AGGREGATES) == (indicator_id in ANNEX_F)
    assert len(values) == 27 * 12 + 3 * 5


@pytest.mark.parametrize(
    ("iso3", "indicator_id", "printed", "value"),
    [
        ("HND", "homicide_rate", "91.6", 91.6),
        ("SLV", "homicide_rate", "69.2", 69.2),
        ("COL", "homicide_rate", "31.4", 31.4),
        ("LAC", "homicide_rate", "23.1", 23.1),
        ("OECD", "homicide_rate", "2.1", 2.1),
        ("WLD", "homicide_rate", "7", 7),
        ("CUB", "rule_of_law", "-0,51", -0.51),
        ("BRB", "political_stability", "1,30", 1.3),
        ("BHS", "police_per_100k", "764,16", 764.16),
        ("ARG", "private_security_companies", "1.200", 1200),
        ("BRA", "private_security_companies", "2.904", 2904),
        ("SLV", "prison_occupancy_pct", "200,76", 200.76),
        ("COL", "prosecutors_per_100k", "8,43", 8.43),
        ("SUR", "prisoners_per_100k", "1589", 1589),
        ("CHL", "judges_per_100k", "50,4", 50.4),
    ],
)
def test_printed_text_becomes_its_number(iso3: str, indicator_id: str, printed: str, value: float) -> None:
    cell = cells().loc[(iso3, indicator_id)]
    assert cell["printed_value"] == printed
    assert float(cell["value"]) == value


def test_doubtful_values_are_these_nine() -> None:
    dominican = {
        "prisoners_per_100k",
        "police_per_100k",
        "private_security_per_100k",
        "prison_occupancy_pct",
        "judges_per_100k",
    }
    assert with_status("doubtful") == {
        ("SUR", "prisoners_per_100k"), ("BHS", "prisoners_per_100k"), ("TTO", "judges_per_100k"), ("CHL", "judges_per_100k"),
        *(("DOM", indicator_id) for indicator_id in dominican),
    }  # fmt: skip
    assert not cells()[cells()["status"] == "doubtful"]["value"].isna().any()


def test_the_annex_and_the_narrative_contradict_each_other_twice() -> None:
    assert with_status("conflict") == {("HND", "homicide_rate"), ("JAM", "homicide_rate")}
    narrative = load_table("narrative_figures")
    jamaica = narrative[(narrative["iso3"] == "JAM") & (narrative["indicator_id"] == "homicide_rate")]
    assert "52.5" in set(jamaica["published_printed"])
    assert set(jamaica["annex_value"].astype(float)) == {40.9}


def test_cells_without_a_place_have_no_value() -> None:
    unplaced = cells()[cells()["status"] == "unplaced"]
    assert {iso3 for iso3, _ in unplaced.index} == {"HTI", "VEN"}
    assert len(unplaced) == 11
    assert unplaced["value"].isna().all()
    listed = load_table("unplaced_values")
    assert list(listed.loc[listed["iso3"] == "VEN", "printed_value"]) == [
        "170",
        "---",
        "---",
        "117,4",
        "2,47",
        "---",
        "38,9",
    ]


def test_what_is_not_reported_is_empty_and_never_zero() -> None:
    missing = cells()[cells()["status"] == "not_reported"]
    assert len(missing) == 55
    assert missing["value"].isna().all()
    assert set(missing["printed_value"].dropna()) == {"---"}
    assert ("CUB", "prison_occupancy_pct") in missing.index
    assert ("CUB", "homicide_rate") not in missing.index


def test_scores_lie_on_the_scale_and_rates_are_not_negative() -> None:
    values = load_table("indicator_values").dropna(subset=["value"])
    scores = values["indicator_id"].isin(ANNEX_F - {"homicide_rate"})
    assert values.loc[scores, "value"].between(-2.5, 2.5).all()
    assert (values.loc[~scores, "value"] > 0).all()
