"""A portfolio in sentences: what is an estimate or a rule's doing says so, and nobody is named first among equals."""

import pytest

from geo.money_query import MoneyFilters, MoneyQuery
from geo.portfolio import build_portfolio
from geo.selection import Selection

CONTRACTED = Selection(measure="contracted")
EQUAL = "equal_shares"


def headline(selection: Selection, **filters: object) -> str:
    return build_portfolio(MoneyQuery(selection, MoneyFilters(**filters))).headline  # type: ignore[arg-type]


def test_a_running_year_says_that_amounts_are_divided_by_days() -> None:
    found = build_portfolio(MoneyQuery(CONTRACTED, MoneyFilters(running=("2012",))))
    assert "as the share of 115 contracts that falls in 2012 by days" in found.headline
    assert "is an assumption; as a whole these contracts come to EUR 136.1 million" in found.coverage
    assert "by days" not in headline(CONTRACTED)


def test_what_comes_by_a_rule_says_so_and_equals_are_not_put_in_order() -> None:
    assert headline(Selection(), spread=EQUAL, recipient=("HTI",)).endswith(
        "all of it to Haiti, by the rule of equal shares"
    )
    shared = headline(Selection(subregions=("caribbean",)), spread=EQUAL, level=("R",))
    assert "8 per cent of it for each of 13 recipients, by the rule of equal shares" in shared
    assert "Saint Vincent" not in shared
    assert "by the rule" not in headline(Selection(), spread=EQUAL, level=("T",))


@pytest.mark.parametrize(("level", "left"), [("T", "only trans-regional money"), ("R", "only money for regions")])
def test_what_a_country_filter_leaves_apart_is_named(level: str, left: str) -> None:
    found = build_portfolio(MoneyQuery(Selection(subregions=("south_america",)), MoneyFilters(level=(level,))))
    assert left in found.empty
    assert not found.lines


def test_no_amount_of_nothing_is_told() -> None:
    found = build_portfolio(MoneyQuery(Selection(), MoneyFilters(spread=EQUAL, level=("T",))))
    assert "none of it is spread" in found.coverage
    assert "EUR 0.0" not in found.coverage + found.headline


def test_every_filter_has_a_crumb() -> None:
    filters = MoneyFilters(
        zone=("caribbean",), early="leave_out", spread=EQUAL, words="drug", partner=("civil_society",)
    )
    crumbs = build_portfolio(MoneyQuery(Selection(subregions=("caribbean",)), filters)).crumbs
    assert [crumb.dimension for crumb in crumbs] == ["subregion", "zone", "partner", "early", "spread", "q"]
    assert [crumb.dimension for crumb in crumbs if crumb.why_not] == ["partner"]
    assert build_portfolio(MoneyQuery()).crumbs == ()


def test_many_values_of_a_dimension_share_one_crumb() -> None:
    years = ("2008", "2009", "2010", "2011", "2012")
    crumbs = build_portfolio(MoneyQuery(Selection(), MoneyFilters(year=years))).crumbs
    assert [(crumb.dimension, crumb.value_id, crumb.text) for crumb in crumbs] == [
        ("year", "", "Decision year: 5 chosen")
    ]
    few = build_portfolio(MoneyQuery(Selection(), MoneyFilters(year=years[:2]))).crumbs
    assert [crumb.value_id for crumb in few] == ["2008", "2009"]
