"""EU money: one measure at a time, money for regions apart, and sums that hold for every selection."""

from functools import cache

import pytest
from hypothesis import given

from data.store import load_table
from geo.extract import extract_decisions
from geo.figures import choropleth, ranking
from geo.money_view import amount_of, build_money_view, find_measure, keep_decisions
from geo.selection import CountrySets, Selection, select_countries
from geo.views import MoneyView
from tests.strategies import VIEW_LAWS, selections


@cache
def whole_region(measure: str) -> MoneyView:
    return build_money_view(Selection(measure=measure))


def test_the_whole_portfolio() -> None:
    committed = build_money_view(Selection())
    contracted = build_money_view(Selection(measure="contracted"))
    assert committed.total_eur == 417_900_000
    assert contracted.total_eur == 157_150_210
    assert len(committed.decision_ids) == 41
    assert sum(place.contracts for place in (*committed.countries, *committed.regions, committed.trans_regional)) == 154
    assert committed.headline.startswith("EUR 346.3 million committed to 13 countries")
    assert "contracted" not in committed.headline
    assert "committed" not in contracted.headline


def test_money_for_regions_is_not_spread_over_countries() -> None:
    view = build_money_view(Selection())
    assert {place.place_id: place.committed_eur for place in view.regions} == {
        "andean_community": 4_400_000, "caribbean": 11_500_000, "central_america": 15_200_000, "latin_america": 14_000_000,
    }  # fmt: skip
    assert view.trans_regional.committed_eur == 26_500_000
    ecuador = next(place for place in view.countries if place.place_id == "ECU")
    assert (ecuador.committed_eur, ecuador.decisions, ecuador.class_index) == (0, 0, None)


def test_a_decision_without_contract_is_ranked_by_what_it_commits_only() -> None:
    committed = next(one for one in build_money_view(Selection()).countries if one.place_id == "PER")
    contracted = next(
        one for one in build_money_view(Selection(measure="contracted")).countries if one.place_id == "PER"
    )
    assert (committed.rank is None, committed.committed_eur, committed.contracts) == (False, 32_200_000, 0)
    assert (contracted.rank, contracted.class_index, contracted.contracted_eur) == (None, None, 0)


def test_an_unknown_measure_is_an_error() -> None:
    with pytest.raises(KeyError, match="disbursed"):
        find_measure("disbursed")


def test_keeping_decisions_drops_other_countries_and_no_region() -> None:
    kept = keep_decisions(load_table("decisions"), CountrySets(frozenset({"JAM"}), frozenset()))
    assert set(kept["iso3"].dropna()) == {"JAM"}
    assert set(kept.loc[kept["iso3"].isna(), "place_kind"]) == {"region", "trans_regional"}
    assert kept["iso3"].isna().sum() == 16


@VIEW_LAWS
@given(selections())
def test_every_sum_of_a_view_is_its_total(selection: Selection) -> None:
    view = build_money_view(selection)
    for breakdown in view.breakdowns:
        assert sum(bar.amount_eur for bar in breakdown.bars) == pytest.approx(view.total_eur, abs=0.01)
    rows = extract_decisions(view)
    assert tuple(sorted(rows["decision_id"])) == tuple(sorted(view.decision_ids))
    assert rows["decision_id"].is_unique
    assert float(rows[f"{selection.measure}_eur"].sum()) == pytest.approx(view.total_eur, abs=0.01)
    places = [*(one for one in view.countries if one.is_inside), *view.regions, view.trans_regional]
    assert sum(amount_of(place, selection.measure) for place in places) == pytest.approx(view.total_eur, abs=0.01)
    assert sum(place.decisions for place in places) == len(view.decision_ids)


@VIEW_LAWS
@given(selections())
def test_no_country_filter_touches_money_for_regions(selection: Selection) -> None:
    filtered = build_money_view(selection)
    whole = whole_region(selection.measure)
    assert filtered.regions == whole.regions
    assert filtered.trans_regional == whole.trans_regional
    assert filtered.total_eur <= whole.total_eur
    assert {one.place_id for one in filtered.countries if one.is_inside} == select_countries(selection).inside


@VIEW_LAWS
@given(selections())
def test_committed_and_contracted_never_meet_in_one_figure(selection: Selection) -> None:
    view = build_money_view(selection)
    other = {"committed": "contracted", "contracted": "committed"}[selection.measure]
    drawn = (choropleth.draw_money(view, ""), ranking.rank_money(view, ""), [one.title for one in view.breakdowns])
    assert selection.measure in str(drawn)
    assert other not in str(drawn)
    by_place = {one.place_id: amount_of(one, selection.measure) / 1_000_000 for one in view.countries}
    assert all(row["value"] == pytest.approx(by_place[row["id"]]) for row in drawn[1]["rows"])


@VIEW_LAWS
@given(selections())
def test_every_country_inside_is_in_a_class_or_in_the_legend_entry_for_none(selection: Selection) -> None:
    view = build_money_view(selection)
    map_data, rows = choropleth.draw_money(view, ""), ranking.rank_money(view, "")
    inside = select_countries(selection).inside
    counted = sum(entry["count"] for entry in map_data["classes"])
    # Nothing is missing where Annex H lists no money: these countries keep the colour of the land.
    assert map_data["missing"] is None
    assert counted + (map_data["plain"] or {"count": 0})["count"] == len(inside)
    assert {row["id"] for row in rows["rows"]} | {one["id"] for one in rows["missing"]} == inside
    assert len(rows["rows"]) == counted
    assert [mark["id"] for mark in map_data["marks"]] == [*(one.place_id for one in view.regions), "trans_regional"]
