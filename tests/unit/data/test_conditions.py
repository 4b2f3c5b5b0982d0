"""Conditions of seed files: what they select, how two combine, and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.conditions import combine, select_rows
from data.seeds import BuiltRow

DECISIONS: list[BuiltRow] = [
    {"decision_id": "A", "decision_year": "2006", "level": "B", "iso3": "COL"},
    {"decision_id": "B", "decision_year": "2007", "level": "B", "iso3": "GTM"},
    {"decision_id": "C", "decision_year": "2013", "level": "R", "iso3": None},
]
TEXTS = ("all", "level=B", "level=B;decision_year>=2007", "iso3=COL or decision_id=C", "iso3!=COL|GTM")


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


@given(st.sampled_from(TEXTS), st.sampled_from(TEXTS))
def test_combined_conditions_select_what_both_do(one: str, other: str) -> None:
    assert set(select(combine(one, other))) == set(select(one)) & set(select(other))


def test_a_condition_that_is_none_is_refused_and_an_unknown_column_is_no_empty_result() -> None:
    with pytest.raises(ValueError, match='"level" is not a condition'):
        select("level")
    with pytest.raises(KeyError):
        select("levle=B")


def test_selecting_leaves_the_rows_as_they_are() -> None:
    select_rows(DECISIONS, "all").clear()
    assert len(DECISIONS) == 3
