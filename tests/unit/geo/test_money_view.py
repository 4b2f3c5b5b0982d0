"""EU money on the map: one measure at a time, money for regions apart or spread by a rule, and sums that hold for every question."""

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given

from geo.dimensions import TRANS_REGIONAL
from geo.figures import choropleth, ranking
from geo.money_query import MoneyFilters, MoneyQuery
from geo.money_view import amount_of, build_money_view
from geo.portfolio import find_measure
from geo.selection import Selection, select_countries
from geo.views import MoneyView, PlaceAmount
from tests.strategies import VIEW_LAWS, money_queries, selections

EQUAL = MoneyFilters(spread="equal_shares")
CARIBBEAN = Selection(subregions=("caribbean",))


@cache
def whole_region(measure: str) -> MoneyView:
    return build_money_view(Selection(measure=measure))


def build(query: MoneyQuery) -> MoneyView:
    return build_money_view(query.selection, query.filters)


def find(view: MoneyView, place_id: str) -> PlaceAmount:
    return next(one for one in (*view.countries, *view.not_single) if one.place_id == place_id)


def test_the_whole_portfolio() -> None:
    committed, contracted = whole_region("committed"), whole_region("contracted")
    assert committed.total_eur == 417_900_000
    assert contracted.total_eur == 157_150_210
    assert sum(place.decisions for place in (*committed.countries, *committed.not_single)) == 41
    assert sum(place.contracts for place in (*committed.countries, *committed.not_single)) == 154
    assert committed.headline.startswith("EUR 417.9 million committed: 346.3 million to 13 countries")
    assert "contracted" not in committed.headline
    assert "committed" not in contracted.headline


def test_money_for_regions_is_not_spread_over_countries() -> None:
    view = whole_region("committed")
    assert {place.place_id: place.committed_eur for place in view.regions} == {
        "andean_community": 4_400_000, "caribbean": 11_500_000, "central_america": 15_200_000, "latin_america": 14_000_000,
    }  # fmt: skip
    assert view.trans_regional.committed_eur == 26_500_000
    ecuador = find(view, "ECU")
    assert (ecuador.committed_eur, ecuador.decisions, ecuador.class_index) == (0, 0, None)
    assert all(place.spread_in("committed") == 0 for place in view.countries)


def test_a_rule_spreads_money_for_regions_and_keeps_what_was_there_before() -> None:
    view = build_money_view(Selection(), EQUAL)
    assert view.total_eur == 417_900_000
    assert [place.committed_eur for place in view.regions] == [0, 0, 0, 0]
    assert find(view, "caribbean").own_eur == find(view, "caribbean").counted_eur == 11_500_000
    assert find(view, TRANS_REGIONAL).committed_eur == 26_500_000
    jamaica, grenada = find(view, "JAM"), find(view, "GRD")
    assert (jamaica.own_eur, jamaica.spread_in("committed")) == (33_000_000, 718_750)
    assert (grenada.own_eur, grenada.spread_in("committed")) == (0, 718_750)
    spread = sum(place.spread_in("committed") for place in view.countries)
    assert spread == pytest.approx(sum(place.own_eur for place in view.regions), abs=0.001)


def test_equal_shares_share_a_rank() -> None:
    view = build_money_view(Selection(), EQUAL)
    ranks = {str(find(view, iso3).rank) for iso3 in ("ARG", "BRA", "CHL", "PRY")}
    assert ranks == {"16th to 19th of 33"}


def test_a_filter_of_countries_keeps_money_for_regions_out_of_the_total() -> None:
    view = build_money_view(CARIBBEAN)
    assert view.total_eur == 38_600_000
    assert not any(place.is_inside for place in view.not_single)
    assert find(view, "caribbean").committed_eur == 11_500_000
    assert find(view, "caribbean").counted_eur == 0
    spread = build_money_view(CARIBBEAN, EQUAL)
    # Three countries of the Caribbean zone lie in other sub-regions: their shares are not in this total.
    assert (find(spread, "caribbean").own_eur, find(spread, "caribbean").counted_eur) == (11_500_000, 9_343_750)
    assert spread.total_eur == 38_600_000 + 9_343_750


def test_a_decision_without_contract_is_ranked_by_what_it_commits_only() -> None:
    committed, contracted = find(whole_region("committed"), "PER"), find(whole_region("contracted"), "PER")
    assert (committed.rank is None, committed.committed_eur, committed.contracts) == (False, 32_200_000, 0)
    assert (contracted.rank, contracted.class_index, contracted.contracted_eur) == (None, None, 0)
    assert (contracted.decisions, contracted.contracts) == (0, 0)


def test_decisions_without_contract_do_not_count_among_contracts() -> None:
    places = (*whole_region("contracted").countries, *whole_region("contracted").not_single)
    assert sum(place.contracts for place in places) == 154
    assert sum(place.decisions for place in places) == 31
    assert "154 contracts under 31 decisions of 2004 to 2011" in whole_region("contracted").coverage


def test_a_filter_of_contracts_does_not_touch_the_contracts_told_beside_commitments() -> None:
    filters = MoneyFilters(start=("2009",), partner=("private_company",))
    committed = build_money_view(Selection(), replace(filters, partner=()))
    assert find(committed, "JAM").contracts == 11
    assert not committed.is_narrowed


def test_an_unknown_measure_is_an_error() -> None:
    with pytest.raises(KeyError, match="disbursed"):
        find_measure("disbursed")


@VIEW_LAWS
@given(money_queries())
def test_every_sum_of_a_view_is_its_total(query: MoneyQuery) -> None:
    view = build(query)
    total = round(100 * view.total_eur)
    assert all(sum(bar.cents for bar in one.bars) == total for one in view.breakdowns)
    inside = [one for one in (*view.countries, *view.not_single) if one.is_inside]
    assert sum(round(100 * amount_of(one, query.measure)) for one in inside) == total
    # What is counted of each place's own, whoever got it, is the total too.
    counted = [one.counted_eur for one in (*view.countries, *view.not_single)]
    assert sum(round(100 * amount) for amount in counted) == total


@VIEW_LAWS
@given(money_queries())
def test_marks_and_bars_carry_the_cents_of_the_total(query: MoneyQuery) -> None:
    view = build(query)
    drawn = choropleth.draw_money(view, "")
    areas = [area["cents"] for area in drawn["areas"].values() if area["in"]]
    marks = [mark["cents"] for mark in drawn["marks"] if mark["state"] == "counted"]
    assert sum(areas) + sum(marks) == round(100 * view.total_eur)
    bars = [row["cents"] for row in ranking.rank_money(view, "")["rows"]]
    bars += [row["cents"] for row in ranking.rank_regions(view, "")["rows"] if row["status"] == "ok"]
    assert sum(bars) == round(100 * view.total_eur)
    assert all(mark["cents"] == 0 for mark in drawn["marks"] if mark["state"] == "spread")


@VIEW_LAWS
@given(selections())
def test_a_filter_of_countries_changes_no_amount_for_regions_and_counts_none(selection: Selection) -> None:
    filtered, whole = build_money_view(selection), whole_region(selection.measure)
    amounts = [amount_of(one, selection.measure) for one in filtered.not_single]
    assert amounts == [amount_of(one, selection.measure) for one in whole.not_single]
    assert {one.is_inside for one in filtered.not_single} == {not selection.filters_countries}
    assert filtered.total_eur <= whole.total_eur
    assert {one.place_id for one in filtered.inside} == select_countries(selection).inside


@VIEW_LAWS
@given(money_queries())
def test_committed_and_contracted_never_meet_in_one_figure(query: MoneyQuery) -> None:
    view = build(query)
    other = {"committed": "contracted", "contracted": "committed"}[query.measure]
    drawn = (choropleth.draw_money(view, ""), ranking.rank_money(view, ""), ranking.rank_regions(view, ""))
    assert query.measure in str(drawn)
    assert other not in str(drawn)
    by_place = {one.place_id: amount_of(one, query.measure) / 1_000_000 for one in view.countries}
    assert all(row["value"] == pytest.approx(by_place[row["id"]]) for row in drawn[1]["rows"])


@VIEW_LAWS
@given(money_queries())
def test_every_place_is_drawn_once_or_named_as_having_none(query: MoneyQuery) -> None:
    view = build(query)
    map_data, rows, regions = (
        choropleth.draw_money(view, ""),
        ranking.rank_money(view, ""),
        ranking.rank_regions(view, ""),
    )
    inside = select_countries(query.selection).inside
    counted = sum(entry["count"] for entry in map_data["classes"])
    # Nothing is missing where Annex H lists no money: these countries keep the colour of the land.
    assert map_data["missing"] is None
    assert counted + (map_data["plain"] or {"count": 0})["count"] == len(inside)
    assert {row["id"] for row in rows["rows"]} | {one["id"] for one in rows["missing"]} == inside
    assert len(rows["rows"]) == counted
    # A region without money is named in its panel, and is no circle of 0.0 on the map.
    drawn = {row["id"] for row in regions["rows"]}
    assert {mark["id"] for mark in map_data["marks"]} == drawn
    assert drawn | {one["id"] for one in regions["missing"]} == {one.place_id for one in view.not_single}
    assert all(mark["size"] > 0 for mark in map_data["marks"])


@VIEW_LAWS
@given(money_queries())
def test_both_panels_are_drawn_to_one_scale(query: MoneyQuery) -> None:
    view = build(query)
    countries, regions = ranking.rank_money(view, ""), ranking.rank_regions(view, "")
    assert countries["domain"] == regions["domain"]
    assert countries["has_notes"] == regions["has_notes"]
    assert all(row["value"] <= countries["domain"][1] for row in (*countries["rows"], *regions["rows"]))
