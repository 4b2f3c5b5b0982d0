"""Published figures beside recomputed ones: nothing is bent, and what does not come out says so."""

import pytest

from data.reconcile import reconcile, select_rows
from data.seeds import BuiltRow

DECISIONS: list[BuiltRow] = [
    {"decision_id": "A", "decision_year": "2006", "level": "B", "iso3": "COL", "committed_eur": 10_000_000.0},
    {"decision_id": "B", "decision_year": "2007", "level": "B", "iso3": "GTM", "committed_eur": 20_000_000.0},
    {"decision_id": "C", "decision_year": "2013", "level": "R", "iso3": None, "committed_eur": 60_000_000.0},
]
CONTRACTS: list[BuiltRow] = [
    {"contract_id": "1", "decision_id": "A", "level": "B", "contracted_eur": 4_000_000.0},
    {"contract_id": "2", "decision_id": "B", "level": "T", "contracted_eur": 12_000_000.0},
]


def compare(**cells: str) -> BuiltRow:
    figure = {"published_printed": "90", "unit": "eur_m", "base": "committed", "numerator": "all", "denominator": ""}
    return reconcile([figure | cells], DECISIONS, CONTRACTS)[0]


def select(conditions: str) -> list[str]:
    return [row["decision_id"] for row in select_rows(DECISIONS, conditions)]


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ("all", ["A", "B", "C"]),
        ("level=B", ["A", "B"]),
        ("level=B;decision_year>=2007", ["B"]),
        ("decision_year<=2007", ["A", "B"]),
        ("iso3=COL|GTM", ["A", "B"]),
        ("iso3!=COL|GTM", ["C"]),
        ("iso3=COL or decision_id=C", ["A", "C"]),
        ("iso3=PER", []),
    ],
)
def test_conditions_select_rows_and_leave_the_others(conditions: str, expected: list[str]) -> None:
    assert select(conditions) == expected


def test_a_condition_that_is_none_is_refused_and_an_unknown_column_is_no_empty_result() -> None:
    with pytest.raises(ValueError, match='"level" is not a condition'):
        select("level")
    with pytest.raises(KeyError):
        select("levle=B")


def test_selecting_leaves_the_rows_as_they_are() -> None:
    chosen = select_rows(DECISIONS, "all")
    chosen.clear()
    assert len(DECISIONS) == 3


@pytest.mark.parametrize(
    ("cells", "recomputed", "verdict"),
    [
        ({}, 90, "matches"),
        ({"published_printed": "90.4"}, 90, "close"),
        ({"published_printed": "92"}, 90, "close"),
        ({"published_printed": "94"}, 90, "differs"),
        ({"base": "contracted", "published_printed": "16"}, 16, "matches"),
        ({"unit": "count", "published_printed": "three"}, 3, "matches"),
        ({"unit": "pct", "numerator": "level=R", "denominator": "all", "published_printed": "67"}, 66.6667, "matches"),
        ({"unit": "pct", "numerator": "level=R", "denominator": "all", "published_printed": "68"}, 66.6667, "close"),
        ({"unit": "pct", "numerator": "level=R", "denominator": "all", "published_printed": "70"}, 66.6667, "differs"),
    ],
)
def test_a_figure_is_recomputed_on_its_base_and_judged(cells: dict[str, str], recomputed: float, verdict: str) -> None:
    figure = compare(**cells)
    assert figure["recomputed"] == recomputed
    assert figure["verdict"] == verdict
    assert figure["published_printed"] == cells.get("published_printed", "90")


def test_the_difference_is_recomputed_less_published() -> None:
    assert compare(published_printed="94")["difference"] == -4
    assert compare(published_printed="88")["difference"] == 2


def test_committed_and_contracted_are_never_added() -> None:
    assert compare()["recomputed"] == 90
    assert compare(base="contracted")["recomputed"] == 16


def test_a_figure_without_a_base_is_not_recomputed_and_gets_no_zero() -> None:
    figure = compare(base="other", numerator="", published_printed="0.9")
    assert figure["verdict"] == "not_recomputed"
    assert figure["published"] == 0.9
    assert figure["recomputed"] is None
    assert figure["difference"] is None
