"""EU money of a country: two measures that are never added, and regional money that is attributed to nobody."""

import pytest

from data.store import load_records
from geo.country_money import build_country_money, list_covering_zones, list_region_decisions
from geo.places import name_countries


@pytest.mark.parametrize("iso3", name_countries())
def test_bars_of_a_measure_add_up_to_its_total_and_the_measures_stay_apart(iso3: str) -> None:
    money = build_country_money(iso3)
    assert sum(bar.amount_eur for bar in money.by_decision_year.bars) == pytest.approx(money.committed_eur)
    for breakdown in (money.by_contract_year, money.by_sector):
        assert sum(bar.amount_eur for bar in breakdown.bars) == pytest.approx(money.contracted_eur)
    amounts = {
        bar.amount_eur for one in (money.by_decision_year, money.by_contract_year, money.by_sector) for bar in one.bars
    }
    assert not money.contracted_eur or money.committed_eur + money.contracted_eur not in amounts
    assert 0 not in amounts


@pytest.mark.parametrize("iso3", name_countries())
def test_own_decisions_are_bilateral_and_what_may_cover_the_country_is_not(iso3: str) -> None:
    money = build_country_money(iso3)
    place_of = {row["decision_id"]: row["iso3"] for row in load_records("decisions")}
    assert {place_of[one.decision_id] for one in money.decisions} <= {iso3}
    assert {place_of[one.decision_id] for _, decisions in money.regional for one in decisions} == {None}
    assert "attributed to" in money.not_attributed
    assert money.committed_eur == sum(one.committed_eur for one in money.decisions)


def test_every_contract_stands_under_its_decision_once() -> None:
    places = [*({"andean_community", "caribbean", "central_america", "latin_america", "trans_regional"})]
    decisions = [one for iso3 in name_countries() for one in build_country_money(iso3).decisions]
    decisions += [one for place in places for one in list_region_decisions(place)]
    contracts = [contract.contract_id for one in decisions for contract in one.contracts]
    assert sorted(contracts) == sorted(str(row["contract_id"]) for row in load_records("contracts"))
    assert len(decisions) == len(load_records("decisions"))
    for one in decisions:
        assert sum(contract.contracted_eur for contract in one.contracts) == pytest.approx(one.contracted_eur)


def test_zones_whose_money_may_reach_a_country() -> None:
    assert list_covering_zones("HND") == ("central_america", "latin_america")
    assert list_covering_zones("PER") == ("andean_community", "latin_america")
    assert list_covering_zones("CHL") == ("latin_america",)
    assert list_covering_zones("BLZ") == ("caribbean", "central_america")
    # Latin America as a whole is not the zone of Caribbean programming.
    assert list_covering_zones("GRD") == ("caribbean",)


def test_programmes_are_matched_by_the_place_that_they_print() -> None:
    names = {one.programme_id for one in build_country_money("GRD").regional_programmes}
    assert {"cariforum_crime_security", "cocaine_route"} <= names
    assert not names & {"sefro", "drosican", "copolad"}
    honduras = build_country_money("HND")
    assert [one.programme_id for one in honduras.programmes] == ["pass"]
    assert {"sefro", "copolad"} <= {one.programme_id for one in honduras.regional_programmes}
    assert "pass" not in {one.programme_id for one in honduras.regional_programmes}


def test_an_unknown_country_is_an_error() -> None:
    with pytest.raises(KeyError):
        build_country_money("caribbean")
