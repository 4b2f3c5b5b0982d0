"""What stands out in a view: decisions by how far they are taken up, and nothing added across the two measures."""

from itertools import pairwise

import pytest

from data.store import load_records
from geo.figures.standouts import draw_standouts
from geo.money_query import MoneyFilters, MoneyQuery
from geo.portfolio import build_portfolio
from geo.selection import Selection
from geo.standouts import Standouts, find_standouts


def find(measure: str = "committed", **filters: object) -> Standouts:
    return find_standouts(build_portfolio(MoneyQuery(Selection(measure=measure), MoneyFilters(**filters))))


def test_every_decision_is_told_by_how_far_it_is_taken_up() -> None:
    found = find()
    rows = load_records("decisions")
    assert len(found.takes) == len(rows)
    assert len(found.with_uptake("none")) == sum(row["contracts_count"] == 0 for row in rows)
    above = {row["decision_id"] for row in rows if row["contracted_eur"] > row["committed_eur"]}
    assert {one.decision.record_id for one in found.with_uptake("above")} == above
    assert sum(len(found.with_uptake(one)) for one in ("none", "below", "equal", "above")) == len(rows)
    assert all(first.share >= second.share for first, second in pairwise(found.takes))


def test_both_amounts_are_named_and_never_added() -> None:
    found, words = find(), draw_standouts(find(), ())["finding"]
    assert f"{found.committed_cents / 1e8:.1f}" in words
    assert f"{found.contracted_cents / 1e8:.1f}" in words
    assert f"{(found.committed_cents + found.contracted_cents) / 1e8:.1f}" not in str(draw_standouts(found, ()))


def test_lines_narrow_the_view_or_open_a_record() -> None:
    drawing = draw_standouts(find(), ("none",))
    picks = {one["pick"]: one["on"] for one in drawing["rows"]}
    assert picks["uptake=none"] is True
    assert picks["uptake=above"] is False
    assert "record=FED/2008/021-025" in picks, "the largest decision"
    assert "record=212263" in picks, "the largest contract"
    assert {one["pick"] for one in drawing["doubtful"]["rows"]} == {
        f"record={row['decision_id']}" for row in load_records("decisions") if row["status"] != "ok"
    }


def test_a_decision_without_contract_has_no_bar_of_zero() -> None:
    bars = draw_standouts(find(uptake=("none",)), ())["bars"]["rows"]
    assert {one["text"] for one in bars} == {"none"}
    assert not any("EUR 0 " in one["hint"] for one in bars)


def test_a_share_just_below_the_whole_does_not_read_as_the_whole() -> None:
    texts = {one["reference"]: one["text"] for one in draw_standouts(find(), ())["bars"]["rows"]}
    assert texts["FED/2008/021-025"] == "99.6"
    assert texts["DCI-ALA/2009/021-613"] == "100"
    assert texts["IFS/2010/022-367"] == "102.4"


@pytest.mark.parametrize("measure", ["committed", "contracted"])
def test_an_empty_view_has_nothing_that_stands_out(measure: str) -> None:
    drawing = draw_standouts(find(measure, words="no such words"), ())
    assert drawing["rows"] == drawing["bars"]["rows"] == []
    assert drawing["finding"] == "Nothing is left by these filters."


def test_a_view_of_some_contracts_says_that_decisions_are_taken_whole() -> None:
    assert draw_standouts(find("contracted", partner=("civil_society",)), ())["note"]
    assert draw_standouts(find("contracted"), ())["note"] == ""
