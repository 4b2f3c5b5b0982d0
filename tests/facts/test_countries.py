"""The 33 states, their codes and sub-regions."""

import pytest

from data.store import load_table
from geo.boundaries import load_boundaries

CENTRAL_AMERICA = {"BLZ", "CRI", "GTM", "HND", "MEX", "NIC", "PAN", "SLV"}
SOUTH_AMERICA = {"ARG", "BOL", "BRA", "CHL", "COL", "ECU", "GUY", "PER", "PRY", "SUR", "URY", "VEN"}


def test_there_are_33_states_and_each_has_a_boundary() -> None:
    countries = load_table("countries")
    assert len(countries) == 33
    assert set(countries["iso3"]) == set(load_boundaries())
    assert not {"GUF", "PRI", "LAC", "USA"} & set(countries["iso3"])


@pytest.mark.parametrize("column", ["iso3", "iso2", "m49_code", "name"])
def test_codes_and_names_are_unique(column: str) -> None:
    values = load_table("countries")[column]
    assert values.is_unique
    assert not values.isna().any()


def test_m49_codes_keep_their_leading_zero() -> None:
    countries = load_table("countries").set_index("iso3")
    assert countries.loc["ARG", "m49_code"] == "032"
    assert countries["m49_code"].str.len().eq(3).all()


def test_each_country_is_in_one_subregion_of_the_report() -> None:
    countries = load_table("countries")
    groups = {name: set(rows["iso3"]) for name, rows in countries.groupby("subregion_id")}
    assert groups["central_america"] == CENTRAL_AMERICA
    assert groups["south_america"] == SOUTH_AMERICA
    assert len(groups["caribbean"]) == 13
    assert set(groups) == set(load_table("subregions")["subregion_id"])


def test_programming_zones_differ_from_geography_where_eu_cooperation_does() -> None:
    zones = load_table("countries").set_index("iso3")["funding_zone_id"]
    assert set(zones[zones == "andean_community"].index) == {"BOL", "COL", "ECU", "PER"}
    assert {zones[iso3] for iso3 in ("BLZ", "GUY", "SUR")} == {"caribbean"}
    assert "latin_america" not in set(zones)
