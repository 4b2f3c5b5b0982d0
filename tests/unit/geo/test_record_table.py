"""The table of the portfolio: one amount where nothing is divided, the part beside the whole where something is."""

import pytest

from geo.figures.record_table import PAGE_SIZE, divides, tabulate_records, tell_sum
from geo.money_query import MoneyFilters, MoneyQuery
from geo.portfolio import Portfolio, build_portfolio
from geo.selection import Selection


def portfolio(measure: str, **filters: object) -> Portfolio:
    return build_portfolio(MoneyQuery(Selection(measure=measure), MoneyFilters(**filters)))


def columns(of: Portfolio) -> list[str]:
    return [one["label"] for one in tabulate_records(of, "")["columns"]]


@pytest.mark.parametrize("measure", ["committed", "contracted"])
@pytest.mark.parametrize("filters", [{}, {"spread": "equal_shares"}, {"running": ("2011",)}])
def test_the_amounts_shown_add_up_to_the_sum(measure: str, filters: dict[str, object]) -> None:
    of = portfolio(measure, **filters)
    drawing = tabulate_records(of, "")
    at = next(index for index, one in enumerate(drawing["columns"]) if one["id"] == "amount")
    assert round(sum(row["cells"][at]["v"] for row in drawing["rows"]) * 100) == of.total_cents
    assert all(len(row["cells"]) == len(drawing["columns"]) for row in drawing["rows"])
    assert tell_sum(of).startswith("Sum of all rows: EUR ")
    assert ("In this view, EUR" in columns(of)) == divides(of)


def test_one_amount_where_nothing_is_divided() -> None:
    assert columns(portfolio("committed")).count("Committed, EUR") == 1
    assert columns(portfolio("contracted")).count("Contracted, EUR") == 1
    assert "In this view, EUR" not in columns(portfolio("committed"))
    # A decision has no running years, so a filter by them divides nothing.
    assert not divides(portfolio("committed", running=("2011",)))


def test_titles_carry_their_language_and_pages_are_of_25() -> None:
    drawing = tabulate_records(portfolio("contracted"), "256253")
    assert drawing["page_size"] == PAGE_SIZE == 25
    assert drawing["selected"] == "256253"
    titles = [row["cells"][1] for row in drawing["rows"]]
    assert {title["lang"] for title in titles} == {"es", "en", ""}


def test_a_date_that_is_not_printed_says_so() -> None:
    rows = {row["id"]: row["cells"] for row in tabulate_records(portfolio("contracted"), "")["rows"]}
    assert rows["295832"][3:5] == [{"t": "not printed", "v": None}, "2014-05-31"]


def test_a_decision_without_contract_shows_no_zero_as_its_contracts() -> None:
    drawing = tabulate_records(portfolio("committed", uptake=("none",)), "")
    at = next(index for index, one in enumerate(drawing["columns"]) if one["id"] == "contracted")
    assert {row["cells"][at]["t"] for row in drawing["rows"]} == {"none"}
