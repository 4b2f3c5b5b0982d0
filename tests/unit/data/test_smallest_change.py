"""The smallest change: found, named where it is alone, counted where several would do, and bounded."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from data.rounding import Room
from data.seeds import BuiltRow
from data.smallest_change import Found, Question, find_smallest_change
from data.trials import MILLION, Trial

Rows = tuple[BuiltRow, ...]


def decisions(*millions: float, year: str = "2010") -> Rows:
    return tuple(
        {"decision_id": f"D{index}", "decision_year": year, "zone": "here" if index % 2 else "there", "committed_eur": amount * MILLION}
        for index, amount in enumerate(millions)
    )  # fmt: skip


def search(
    rows: Rows, published: float, part: str = "all", whole: str = "", *, limits: str = "", moves: bool = False
) -> Found:
    numerator = ";".join(filter(None, (limits, part if part != "all" else ""))) or "all"
    denominator = (limits or whole) if whole else ""
    trial = Trial("base", "committed", "Base", "", numerator, denominator, 0.0, 0, is_single=False)
    return find_smallest_change(Question(trial, part, whole, moves), rows, Room(published, "nearest", 0.05))


def told(found: Found) -> list[str]:
    return [" + ".join(map(str, one)) for one in found.sets]


def test_the_one_decision_that_explains_a_total_is_named() -> None:
    found = search(decisions(10, 7, 2.5), 17)
    assert told(found) == ["without D2"]
    assert found.size == 1


def test_a_decision_that_the_base_leaves_out_may_be_counted() -> None:
    rows = (
        *decisions(10, 7),
        {"decision_id": "E", "decision_year": "2006", "zone": "here", "committed_eur": 3 * MILLION},
    )
    assert told(search(rows, 20, limits="decision_year>=2007")) == ["with E"]
    assert told(search(rows, 17, limits="decision_year>=2007", part="zone=there")) == []


def test_where_several_would_do_all_are_counted() -> None:
    found = search(decisions(10, 1, 1, 1), 12)
    assert told(found) == ["without D1", "without D2", "without D3"]


def test_pairs_are_tried_only_when_no_single_one_does() -> None:
    found = search(decisions(10, 4, 3, 2), 12)
    assert found.size == 2
    assert told(found) == ["without D1 + without D2"]


def test_nothing_is_found_beyond_the_bound() -> None:
    found = search(decisions(1, 1, 1, 1, 1), 1)
    assert (found.sets, found.size, found.bound) == ((), None, 3)


def test_a_share_may_change_by_moving_a_row_only_where_rows_may_be_moved() -> None:
    rows = decisions(50, 30, 20)
    assert told(search(rows, 50, part="zone=here", whole="all", moves=True)) == ["moving in D2"]
    assert "moving in D2" not in told(search(rows, 50, part="zone=here", whole="all"))


def test_no_row_is_counted_otherwise_twice_in_a_set() -> None:
    found = search(decisions(40, 30, 20, 10), 35, part="zone=here", whole="all", moves=True)
    assert all(len({change.row_id for change in one}) == len(one) for one in found.sets)


@given(st.lists(st.integers(1, 40), min_size=1, max_size=6), st.integers(0, 80))
def test_what_is_found_is_right_and_nothing_smaller_is(amounts: list[int], published: int) -> None:
    found = search(decisions(*amounts), published)
    total = sum(amounts)
    for one in found.sets:
        assert total + sum(change.to_part for change in one) / MILLION == published
    for size in range(1, found.size or found.bound + 1):
        assert not any(total - sum(left_out) == published for left_out in combinations(amounts, size))
