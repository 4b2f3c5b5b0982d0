"""The smallest change to what is counted that would make a published figure come out.

A change leaves a decision or contract out, counts one that the base leaves out, or moves one into or out of the part of
a share. Sets of changes are tried one by one, then in pairs, then in threes, up to a bound; the search stops at the
first size that does, and counts how many sets of that size do.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from data.conditions import select_rows
from data.rounding import Room
from data.seeds import BuiltRow
from data.trials import MEASURES, MILLION, Trial

# Largest sets that are tried. There are four times as many contracts, so their threes are too many to try and to mean anything.
MOST_CHANGES = {"committed": 3, "contracted": 2}
_KEYS = {"committed": "decision_id", "contracted": "contract_id"}


@dataclass(frozen=True)
class Change:
    """One row counted otherwise, and what that adds to the part and to the whole, in EUR."""

    row_id: str
    kind: str
    to_part: float
    to_whole: float

    def __str__(self) -> str:
        return f"{self.kind} {self.row_id}"


@dataclass(frozen=True)
class Found:
    """The sets of changes of the smallest size that do; none where no set within the bound does."""

    bound: int
    sets: tuple[tuple[Change, ...], ...]

    @property
    def size(self) -> int | None:
        """How many rows each set counts otherwise, or None where nothing was found."""
        return len(self.sets[0]) if self.sets else None


@dataclass(frozen=True)
class Question:
    """What is searched: a trial, the conditions of its part and whole without the limits of its base, and whether a row may be moved."""

    trial: Trial
    part: str
    whole: str
    may_move: bool


def find_smallest_change(question: Question, rows: tuple[BuiltRow, ...], room: Room) -> Found:
    """Return the smallest sets of changes that make the figure come out, in the order of the rows."""
    part, whole = _sum(question.trial.numerator, question, rows), _sum(question.trial.denominator, question, rows)
    changes = list(_list_changes(question, rows))
    bound = MOST_CHANGES[question.trial.base]
    for size in range(1, bound + 1):
        fitting = (one for one in combinations(changes, size) if _does(one, part, whole, room))
        sets = tuple(one for one in fitting if len({change.row_id for change in one}) == size)
        if sets:
            return Found(bound, sets)
    return Found(bound, ())


def _does(changes: tuple[Change, ...], part: float, whole: float, room: Room) -> bool:
    new_part = part + sum(change.to_part for change in changes)
    if not whole:
        return room.holds(new_part / MILLION)
    new_whole = whole + sum(change.to_whole for change in changes)
    return new_whole > 0 and room.holds(100 * new_part / new_whole)


def _list_changes(question: Question, rows: tuple[BuiltRow, ...]) -> Iterator[Change]:
    """Every row that is counted and could be left out or moved, and every row that only the limits of the base keep out."""
    trial = question.trial
    key, measure = _KEYS[trial.base], MEASURES[trial.base]
    in_part = _ids(rows, trial.numerator, key)
    in_whole = _ids(rows, trial.denominator or trial.numerator, key)
    may_part, may_whole = _ids(rows, question.part, key), _ids(rows, question.whole or question.part, key)
    for row in rows:
        row_id, amount = row[key], float(row[measure])
        if row_id in in_whole:
            yield Change(row_id, "without", -amount if row_id in in_part else 0.0, -amount)
            if question.may_move and trial.denominator:
                yield Change(row_id, *(("moving out", -amount) if row_id in in_part else ("moving in", amount)), 0.0)
        elif row_id in may_whole:
            yield Change(row_id, "with", amount if row_id in may_part else 0.0, amount)


def _ids(rows: tuple[BuiltRow, ...], conditions: str, key: str) -> set[str]:
    return {row[key] for row in select_rows(rows, conditions)}


def _sum(conditions: str, question: Question, rows: tuple[BuiltRow, ...]) -> float:
    if not conditions:
        return 0
    return sum(float(row[MEASURES[question.trial.base]]) for row in select_rows(rows, conditions))
