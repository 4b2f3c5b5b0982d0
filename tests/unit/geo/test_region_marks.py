"""Marks for money of no single country: their area is the amount, and their state is said without colour."""

import pytest

from geo.figures import choropleth, ranking, region_marks
from geo.money_query import MoneyFilters
from geo.money_view import build_money_view
from geo.selection import Selection

EQUAL = MoneyFilters(spread="equal_shares")
CARIBBEAN = Selection(subregions=("caribbean",))


def marks(selection: Selection, filters: MoneyFilters) -> dict[str, dict[str, object]]:
    return {one["id"]: one for one in choropleth.draw_money(build_money_view(selection, filters), "")["marks"]}


def test_the_area_of_a_circle_is_its_amount_in_every_view() -> None:
    committed = marks(Selection(), MoneyFilters())
    contracted = marks(Selection(measure="contracted"), MoneyFilters())
    scale = {float(one["text"]) / one["size"] ** 2 for one in committed.values()}  # type: ignore[operator,arg-type]
    assert max(scale) == pytest.approx(min(scale), rel=0.01)
    latin_america = contracted["latin_america"]
    assert 13.522587 / latin_america["size"] ** 2 == pytest.approx(26.5, rel=0.01)  # type: ignore[operator]


def test_the_legend_says_which_area_means_which_amount() -> None:
    sizes = region_marks.list_sizes(build_money_view(Selection()))
    assert [one["text"] for one in sizes] == ["5", "10", "20"]
    assert sizes[1]["size"] ** 2 == pytest.approx(2 * sizes[0]["size"] ** 2, rel=0.01)
    only_countries = build_money_view(Selection(), MoneyFilters(level=("B",)))
    assert region_marks.list_sizes(only_countries) == []


def test_under_a_filter_of_countries_marks_say_that_they_are_not_in_the_total() -> None:
    apart = marks(CARIBBEAN, MoneyFilters())
    assert {one["state"] for one in apart.values()} == {"apart"}
    assert all("not in the total" in str(one["lines"]) for one in apart.values())
    view = build_money_view(CARIBBEAN)
    assert region_marks.list_mark_legend(view)[0]["label"] == "Not in the total"
    assert ranking.rank_regions(view, "")["unit"].startswith("Not in the total")
    assert "Not in the total" not in str(ranking.rank_regions(build_money_view(Selection()), ""))


def test_under_a_rule_marks_become_rings_that_say_how_much_was_spread() -> None:
    spread = marks(Selection(), EQUAL)
    assert spread["caribbean"]["state"] == "spread"
    assert spread["caribbean"]["text"] == "11.5"
    assert spread["trans_regional"]["state"] == "counted"
    assert "EUR 9.3 million of it over countries of the filter" in str(marks(CARIBBEAN, EQUAL)["caribbean"]["lines"])
    assert "none of it over countries of the filter" in str(marks(CARIBBEAN, EQUAL)["andean_community"]["lines"])
    assert "not spread" not in str(spread["caribbean"])


def test_a_region_without_money_has_no_mark_and_is_named() -> None:
    filters = MoneyFilters(zone=("andean_community",))
    assert marks(Selection(), filters).keys() == {"andean_community"}
    panel = ranking.rank_regions(build_money_view(Selection(), filters), "")
    assert {one["id"] for one in panel["missing"]} == {
        "caribbean",
        "central_america",
        "latin_america",
        "trans_regional",
    }
    assert "0.0" not in str(panel["rows"])


def test_the_rule_is_printed_on_the_map_in_its_legend_and_in_its_text() -> None:
    drawing = choropleth.draw_money(build_money_view(Selection(), EQUAL), "")
    assert (
        drawing["caption"]
        == "Rule: equal shares. EUR 45.1 million for regions is spread over the countries of their zones."
    )
    assert drawing["caption"] in drawing["summary"]
    assert drawing["only_spread"] == {"label": "Only by the rule, none of its own", "count": 20}
    unspread = choropleth.draw_money(build_money_view(Selection()), "")
    assert (unspread["caption"], unspread["only_spread"]) == ("", None)


def test_a_country_with_spread_money_only_is_told_from_one_with_money_of_its_own() -> None:
    areas = choropleth.draw_money(build_money_view(Selection(), EQUAL), "")["areas"]
    assert (areas["ECU"]["status"], areas["GTM"]["status"]) == ("spread", "ok")
    assert areas["ECU"]["lines"][0] == "all of it spread by the rule, none of its own"
    assert areas["GTM"]["lines"][0] == "EUR 41.1 million of its own, EUR 3.0 million spread by the rule"
    rows = {row["id"]: row for row in ranking.rank_money(build_money_view(Selection(), EQUAL), "")["rows"]}
    assert (rows["GTM"]["text"], rows["GTM"]["note"], rows["GTM"]["own"]) == ("44.1", "of it 3.0 spread", 41.1)
    assert (rows["ECU"]["note"], rows["ECU"]["own"]) == ("all spread", 0)
    unspread = ranking.rank_money(build_money_view(Selection()), "")["rows"]
    assert {(row["note"], row["own"]) for row in unspread} == {("", None)}
