"""Published figures beside recomputed ones: nothing is bent, and what does not come out says so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.reconcile import list_trial_rows, reconcile, try_figures
from data.seeds import BuiltRow, Row
from data.trials import MILLION, Annex, make_annex

WORDINGS: list[Row] = [
    {"wording_id": "plain", "rule": "nearest", "room_pct": "0"},
    {"wording_id": "more_than", "rule": "more_than", "room_pct": "0"},
    {"wording_id": "at_least", "rule": "at_least", "room_pct": "0"},
]
BASES: list[Row] = [
    {"base_id": "since", "family": "portfolio", "name": "Committed since 2007", "base": "committed", "limits": "decision_year>=2007", "order": "1"},
    {"base_id": "every", "family": "portfolio", "name": "Committed", "base": "committed", "limits": "all", "order": "2"},
    {"base_id": "contracts", "family": "portfolio", "name": "Contracted", "base": "contracted", "limits": "all", "order": "3"},
    {"base_id": "described", "family": "annex_i", "name": "Programmes", "base": "programmes", "limits": "source_id=report", "order": "5"},
    {"base_id": "count", "family": "count", "name": "Decisions", "base": "committed", "limits": "all", "order": "4"},
]  # fmt: skip


def decision(decision_id: str, year: str, level: str, millions: float) -> BuiltRow:
    return {
        "decision_id": decision_id, "decision_year": year, "level": level, "committed_eur": millions * MILLION,
        "committed_printed": f"{millions:.1f}",
    }  # fmt: skip


def contract(contract_id: str, decision_id: str, level: str, millions: float, partner: str = "company") -> BuiltRow:
    return {
        "contract_id": contract_id, "decision_id": decision_id, "level": level, "contracted_eur": millions * MILLION,
        "partner_category_id": partner,
    }  # fmt: skip


DECISIONS = [decision("A", "2006", "B", 10), decision("B", "2007", "B", 20), decision("C", "2013", "R", 60)]
CONTRACTS = [contract("1", "A", "B", 4), contract("2", "B", "T", 12, "government")]
ANNEX = make_annex(DECISIONS, CONTRACTS)


def figure(**cells: str) -> Row:
    usual = {
        "figure_id": "one", "published_printed": "80", "wording_id": "plain", "unit": "eur_m", "group": "totals", "table": "Section 4",
        "stated_base_id": "since", "part": "all", "whole": "", "counted": "", "other_part": "", "other_whole": "", "other_note": "",
    }  # fmt: skip
    return usual | cells


def judge(*figures: Row, annex: Annex = ANNEX, readings: dict[str, Annex] | None = None) -> list[BuiltRow]:
    return reconcile(try_figures(list(figures), annex, BASES, WORDINGS), annex, BASES, readings or {})


@pytest.mark.parametrize(
    ("cells", "stated", "best", "verdict"),
    [
        ({}, 80, 80, "exact"),
        ({"published_printed": "79.6"}, 80, 80, "does_not_come_out"),
        ({"published_printed": "80.0"}, 80, 80, "exact"),
        ({"published_printed": "90"}, 80, 90, "other_base"),
        ({"published_printed": "16"}, 80, 16, "other_base"),
        ({"published_printed": "85"}, 80, 80, "does_not_come_out"),
        ({"unit": "pct", "part": "level=R", "whole": "all", "published_printed": "75"}, 75, 75, "exact"),
        ({"unit": "pct", "part": "level=R", "whole": "all", "published_printed": "67"}, 75, 66.6667, "other_base"),
        ({"unit": "pct", "part": "level=B", "whole": "all", "published_printed": "25.0"}, 25, 25, "exact"),
        ({"unit": "count", "stated_base_id": "count", "published_printed": "three"}, 3, 3, "exact"),
        ({"unit": "count", "stated_base_id": "count", "counted": "level", "published_printed": "two"}, 2, 2, "exact"),
    ],
)
def test_a_figure_is_judged_as_stated_first_and_then_on_other_bases(
    cells: dict[str, str], stated: float, best: float, verdict: str
) -> None:
    judged = judge(figure(**cells))[0]
    assert (judged["recomputed_as_stated"], judged["recomputed"], judged["verdict"]) == (stated, best, verdict)
    assert judged["published_printed"] == cells.get("published_printed", "80")


@given(st.integers(1, 200), st.lists(st.integers(1, 60), min_size=1, max_size=5))
def test_a_verdict_follows_from_the_numbers_alone(published: int, amounts: list[int]) -> None:
    rows = [decision(f"D{index}", "2006" if index % 2 else "2010", "B", amount) for index, amount in enumerate(amounts)]
    judged = judge(figure(published_printed=str(published)), annex=make_annex(rows, []))[0]
    since, every = sum(amounts[::2]), sum(amounts)
    expected = "exact" if since == published else "other_base" if every == published else "does_not_come_out"
    assert judged["verdict"] == expected
    assert judged["difference_as_stated"] == judged["recomputed_as_stated"] - published
    assert (judged["change_kind"] == "none_needed") == (judged["verdict"] in ("exact", "within_rounding", "holds"))


def test_within_rounding_is_not_exact() -> None:
    annex = make_annex([decision("A", "2010", "B", 79.7), decision("B", "2010", "B", 0.1)], [])
    assert judge(figure(), annex=annex)[0]["verdict"] == "within_rounding"


@pytest.mark.parametrize(
    ("wording", "printed", "verdict"),
    [
        ("more_than", "79", "holds"),
        ("at_least", "80", "holds"),
        ("more_than", "85", "other_base"),
        ("more_than", "95", "does_not_come_out"),
    ],
)
def test_a_bound_holds_or_does_not_and_is_never_rounded(wording: str, printed: str, verdict: str) -> None:
    judged = judge(figure(wording_id=wording, published_printed=printed))[0]
    assert judged["verdict"] == verdict
    assert (judged["change_kind"] == "none_needed") == (verdict == "holds")


def test_programmes_are_counted_by_reach_and_never_with_decisions() -> None:
    programmes = [
        {"programme_id": str(index), "scope": scope, "source_id": source}
        for index, (scope, source) in enumerate([("regional", "report"), ("bilateral", "report"), ("regional", "news")])
    ]
    annex = make_annex(DECISIONS, CONTRACTS, programmes)
    count = {"unit": "count", "stated_base_id": "described", "published_printed": "two"}
    every, regional = judge(figure(**count), figure(**count, part="scope=regional"), annex=annex)
    assert (every["recomputed"], every["verdict"], every["base"]) == (2, "exact", "programmes")
    assert (regional["recomputed"], regional["verdict"], regional["change_kind"]) == (1, "does_not_come_out", "count")
    assert every["bases_tried"] == 1


def test_a_single_amount_is_known_to_the_digit_that_is_printed() -> None:
    judged = judge(
        figure(part="decision_id=B", published_printed="20.05"), figure(part="decision_id=B", published_printed="20.2")
    )
    assert [row["verdict"] for row in judged] == ["within_rounding", "does_not_come_out"]
    assert judged[1]["change_kind"] == "amount"


def test_another_way_to_count_is_tried_and_named() -> None:
    share = {"unit": "pct", "part": "level=B", "whole": "all", "published_printed": "100"}
    judged = judge(figure(**share, other_whole="level=B", other_note="share of bilateral money"))[0]
    assert judged["verdict"] == "other_base"
    assert judged["base_note"] == "Committed since 2007, share of bilateral money"
    assert judged["stated_base_note"] == "Committed since 2007"


def test_of_two_bases_the_one_is_shown_that_suits_the_figures_beside_it() -> None:
    rows = [
        decision("A", "2006", "B", 10),
        decision("B", "2007", "B", 20),
        decision("C", "2013", "R", 10),
        decision("D", "2006", "R", 20),
    ]
    annex = make_annex(rows, [contract("1", "B", "B", 30), contract("2", "C", "R", 7)])
    both = figure(figure_id="both", published_printed="30", part="level=B")
    alone, set_mate = judge(both, annex=annex), judge(both, figure(published_printed="7", part="level=R"), annex=annex)
    assert alone[0]["base_note"] == "Committed"
    assert set_mate[0]["base_note"] == "Contracted"


def test_committed_and_contracted_are_never_added() -> None:
    values = {row["recomputed"] for row in list_trial_rows(try_figures([figure()], ANNEX, BASES, WORDINGS))}
    assert values == {80, 90, 16}


def test_a_base_without_the_dimension_is_no_trial_and_no_zero() -> None:
    tried = try_figures(
        [figure(part="partner_category_id=company", stated_base_id="contracts")], ANNEX, BASES, WORDINGS
    )
    assert [trial.base_id for trial in tried[0].trials] == ["contracts"]


def test_a_figure_without_a_base_is_not_recomputed_and_gets_no_zero() -> None:
    judged = judge(figure(stated_base_id="", part="", published_printed="0.9"))[0]
    assert (judged["verdict"], judged["base"], judged["published"]) == ("not_in_annex", "other", 0.9)
    assert "recomputed" not in judged


def test_readings_that_help_that_do_not_and_that_undo_are_told_apart() -> None:
    def read(millions: float) -> Annex:
        return make_annex([*DECISIONS[:1], decision("B", "2007", "B", millions), *DECISIONS[2:]], CONTRACTS)

    readings = {"larger": read(25), "smaller": read(15), "same": read(20)}
    short, good = judge(figure(published_printed="85"), figure(), readings=readings)
    assert (short["readings_fit"], short["readings_in_vain"], short["readings_break"]) == ("larger", "smaller", None)
    assert (good["readings_fit"], good["readings_in_vain"], good["readings_break"]) == (None, None, "larger;smaller")


def test_few_sets_are_named_and_many_are_counted() -> None:
    few = judge(figure(published_printed="60"))[0]
    assert (few["change_kind"], few["change_size"], few["change_sets"], few["changes"]) == ("rows", 1, 1, "without B")
    rows = [decision(str(index), "2010", "B", 10) for index in range(5)]
    many = judge(figure(published_printed="40"), annex=make_annex(rows, []))[0]
    assert (many["change_size"], many["change_sets"], many["changes"]) == (1, 5, None)
