"""A value as it is cited: words for pages, doubt and documents, and sums that name what was added up."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.citable_sums import cite_recipients, cite_total
from geo.citation import (
    CitedValue,
    find_document,
    join_pages,
    list_remarks,
    list_runs,
    tell_pages,
    tell_statement,
    tell_where,
)
from geo.money_query import MoneyQuery
from geo.plain_number import write_number
from geo.portfolio import build_portfolio
from tests.strategies import VIEW_LAWS, money_queries

VALUE = CitedValue(
    "contract/1", "Contracted by contract 1", "EUR 4,350", "jssr_2013", (157,), "money", table="Annex H", row="1"
)


@pytest.mark.parametrize(
    ("pages", "told"),
    [
        ((), ""),
        ((151,), "p. 151"),
        ((151, 151), "p. 151"),
        ((156, 154, 155, 162), "pp. 154-156, 162"),
        ((3, 5), "pp. 3, 5"),
    ],
)
def test_pages_are_told_as_runs(pages: tuple[int, ...], told: str) -> None:
    assert tell_pages(pages) == told


@given(pages=st.lists(st.integers(1, 200)).map(tuple))
def test_runs_hold_each_page_once(pages: tuple[int, ...]) -> None:
    told = [page for first, last in list_runs(pages) for page in range(first, last + 1)]
    assert told == sorted(set(pages))


def test_a_statement_and_its_place_leave_out_what_is_not_known() -> None:
    assert tell_statement(VALUE) == "Contracted by contract 1: EUR 4,350"
    assert tell_where(VALUE) == "Annex H, p. 157, row “1”"
    assert list_remarks(VALUE) == []
    doubtful = replace(VALUE, status="doubtful", note="Under decision X", printed="4,350")
    assert list_remarks(doubtful) == [
        "Printed as “4,350”.",
        "Doubtful: printed so, but hardly right.",
        "Under decision X.",
    ]


def test_a_key_is_plain() -> None:
    assert replace(VALUE, value_id="decision/DCI-ALA/2010/022-399").key == "lac_atlas_decision_dci_ala_2010_022_399"
    assert replace(VALUE, value_id="donor/Côte d'Ivoire/%{}").key == "lac_atlas_donor_c_te_d_ivoire"


@pytest.mark.parametrize(
    ("number", "text"), [(6.12, "6.12"), (-0.4, "-0.4"), (10_100_000, "10,100,000"), (0, "0"), (0.1 + 0.2, "0.3")]
)
def test_numbers_keep_their_digits(number: float, text: str) -> None:
    assert write_number(number) == text


def test_a_document_that_others_wrote_stands_under_who_commissioned_it() -> None:
    report = find_document("jssr_2013")
    assert (report.author, report.role, report.year) == ("European Commission", "commissioning body", "2013")
    undated = find_document("eu_news_el_paccto_2")
    assert (undated.year, undated.since, undated.role) == ("n.d.", "2023-11-09", "")
    with pytest.raises(KeyError):
        find_document("no_such_document")


@VIEW_LAWS
@given(query=money_queries())
def test_a_cited_total_is_that_of_the_view_and_its_recipients_add_up_to_it(query: MoneyQuery) -> None:
    portfolio = build_portfolio(query)
    total = cite_total(portfolio, (), "money", {})
    recipients = cite_recipients(portfolio, (), "money", {})
    assert _cents(total) == portfolio.total_cents
    assert sum(map(_cents, recipients)) == portfolio.total_cents
    assert f"Sum of {len(portfolio.record_ids)} {portfolio.noun}" in total.computed
    assert len({one.key for one in recipients}) == len(recipients)
    # The two measures are never added.
    assert portfolio.query.measure in total.value_id


def test_the_sums_of_two_views_have_different_names_and_that_of_one_view_always_the_same() -> None:
    portfolio = build_portfolio(MoneyQuery())
    views = ({"v": "1", "zone": "caribbean"}, {"v": "1"}, {"zone": "caribbean", "place": "", "v": "1"})
    some, every, again = (cite_total(portfolio, (), "money", one).key for one in views)
    assert some == again
    assert some != every
    assert some.startswith("lac_atlas_sum_")


def _cents(value: CitedValue) -> int:
    return round(100 * float(value.value.removeprefix("EUR ").replace(",", "")))


def test_pages_of_a_line_of_sources_are_runs() -> None:
    assert join_pages({155, 145, 153, 154}) == "145, 153 to 155"
    assert not join_pages(())
