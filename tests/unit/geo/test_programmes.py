"""Programmes: budgets by funder, parts of larger programmes, dates that are not printed, ways to decisions."""

import pytest

from data.store import load_records
from geo.context_extract import extract_programmes
from geo.figures.programmes import draw_cards, draw_programmes, link_decision, tell_later, tell_years
from geo.programmes import BudgetShare, DescribedProgramme, list_annex_programmes, list_later_programmes


def make_share(kind: str, amount: float, *, is_component: bool = False) -> BudgetShare:
    return BudgetShare(f"the {kind}", kind, amount * 1_000_000, f"{amount:g}", is_component, "jssr_2013", 174)


def make_programme(
    name: str, *shares: BudgetShare, start: str = "2007", end: str = "2010", decision: str = ""
) -> DescribedProgramme:
    budget = "as printed" if shares else ""
    return DescribedProgramme(
        name, name, f"Title of {name}", "", "regional", "Latin America", decision, start, end, budget, "", (), "", shares, "jssr_2013", 174, 9885
    )  # fmt: skip


def drawn(*programmes: DescribedProgramme) -> list[dict[str, object]]:
    return [row for group in draw_programmes(programmes)["groups"] for row in group["rows"]]


def test_parts_are_drawn_and_the_printed_total_is_not_added_to_them() -> None:
    (row,) = drawn(make_programme("A", make_share("total", 6), make_share("eu", 5.5), make_share("partner", 0.5)))
    assert [segment["kind"] for segment in row["segments"]] == ["eu", "partner"]  # type: ignore[attr-defined]
    assert sum(segment["share"] for segment in row["segments"]) == pytest.approx(1)  # type: ignore[attr-defined]
    assert row["words"] == "5.5 the eu + 0.5 the partner; total printed: 6"
    assert row["whole"] is None


def test_a_component_is_a_part_of_an_outlined_whole() -> None:
    (row,) = drawn(make_programme("A", make_share("total", 50), make_share("total", 2, is_component=True)))
    assert row["whole"] == 1
    assert [segment["share"] for segment in row["segments"]] == [pytest.approx(0.04)]  # type: ignore[attr-defined]
    assert row["words"] == "2 for justice and security, part of 50"


def test_a_total_without_its_funder_is_not_given_to_the_commission() -> None:
    (row,) = drawn(make_programme("A", make_share("total", 13)))
    assert [segment["kind"] for segment in row["segments"]] == ["total"]  # type: ignore[attr-defined]
    assert row["words"] == "13, funder not printed"


@pytest.mark.parametrize(
    ("start", "end", "years", "span"),
    [
        ("2007", "2010", "2007–2010", (0.0, 1.0)),
        ("2009", "on-going", "2009, ongoing", (0.5, 1.0)),
        ("", "", "no dates printed", (None, None)),
    ],
)
def test_dates_are_drawn_as_far_as_they_are_printed(
    start: str, end: str, years: str, span: tuple[float | None, float | None]
) -> None:
    frame = make_programme("frame", make_share("eu", 1))
    row = drawn(frame, make_programme("A", make_share("eu", 1), start=start, end=end))[-1]
    assert (row["years"], row["from"], row["to"]) == (years, *span)
    assert row["open"] is (end == "on-going")
    assert tell_years(frame) == "2007–2010"


def test_a_programme_with_a_decision_leads_to_its_record_and_another_to_none() -> None:
    assert link_decision("DCI-ALA/2008/019-670") == "money?v=1&lang=en&record=DCI-ALA/2008/019-670"
    assert link_decision("") == ""


def test_later_programmes_are_told_side_by_side_and_those_without_an_amount_counted() -> None:
    told = tell_later((make_programme("A", make_share("eu", 58.8)), make_programme("B", make_share("eu", 2)), make_programme("C")))  # fmt: skip
    assert (
        told
        == "Later documents name 3 programmes: A with EUR 58.8 million and B with EUR 2 million; of 1 other they print no amount"
    )
    assert "60.8" not in told


def test_a_card_without_an_amount_says_so_and_shows_no_zero() -> None:
    (card,) = draw_cards((make_programme("A", start="", end=""),))["cards"]
    assert (card["amount"], card["has_amount"]) == ("No amount printed", False)
    assert [fact["text"] for fact in card["facts"]] == ["Latin America", "no dates printed"]


def test_no_share_of_the_table_is_lost_or_counted_twice() -> None:
    programmes = (*list_annex_programmes(), *list_later_programmes())
    rows = extract_programmes(programmes)
    assert len({one.programme_id for one in programmes}) == len(load_records("programmes")) == len(programmes)
    table = load_records("programme_budgets")
    assert rows["amount_eur"].sum() == pytest.approx(sum(row["amount_eur"] for row in table))
    assert len(rows) == len(table) + sum(not one.shares for one in programmes)


def test_what_is_drawn_of_each_programme_is_what_the_table_has_of_it() -> None:
    for one in list_annex_programmes():
        (row,) = (row for row in drawn(*list_annex_programmes()) if row["id"] == one.programme_id)
        largest = max(share.amount_eur for each in list_annex_programmes() for share in each.shares)
        expected = [one.component] if one.component else one.parts or [one.whole]
        assert [segment["share"] for segment in row["segments"]] == [  # type: ignore[attr-defined]
            pytest.approx(share.amount_eur / largest) for share in expected if share
        ]
