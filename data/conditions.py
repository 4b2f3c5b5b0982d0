"""Rows that meet conditions, as seed files write them: "level=B;decision_year>=2007"."""

import operator
import re
from collections.abc import Callable, Sequence
from functools import cache, reduce

from data.seeds import BuiltRow

EVERY_ROW = "all"

_PAIR = re.compile(r"(\w+)(>=|<=|!=|=)(.*)")
_ORDER: dict[str, Callable[[str, str], bool]] = {">=": operator.ge, "<=": operator.le}

# Column, sign, value.
Condition = tuple[str, str, str]


def select_rows(rows: Sequence[BuiltRow], conditions: str) -> list[BuiltRow]:
    """Return the rows that meet the conditions: "column=value" pairs joined by ";".

    "a|b" means either value, " or " joins two sets of conditions, "all" means every row.

    Raises ValueError for a condition that is not of that form, and KeyError for an unknown column.
    """
    found = [reduce(_keep, pairs, rows) for pairs in parse_conditions(conditions)]
    if len(found) == 1:
        return list(found[0])
    kept = {id(row) for part in found for row in part}
    return [row for row in rows if id(row) in kept]


@cache
def parse_conditions(conditions: str) -> tuple[tuple[Condition, ...], ...]:
    """Return the alternatives of a text, each of conditions that must all hold; no condition holds for every row."""
    parts = ["" if part == EVERY_ROW else part for part in conditions.split(" or ")]
    return tuple(tuple(_parse(one) for one in part.split(";") if one) for part in parts)


def combine(first: str, second: str) -> str:
    """Return the conditions that hold where both texts hold."""
    pairs = ((one, other) for one in first.split(" or ") for other in second.split(" or "))
    return " or ".join(";".join(part for part in pair if part != EVERY_ROW) or EVERY_ROW for pair in pairs)


def _keep(rows: Sequence[BuiltRow], condition: Condition) -> Sequence[BuiltRow]:
    """The rows that meet one condition."""
    column, sign, value = condition
    if sign in _ORDER:
        is_met = _ORDER[sign]
        return [row for row in rows if is_met(str(row[column]), value)]
    wanted, is_in = frozenset(value.split("|")), sign == "="
    return [row for row in rows if (str(row[column]) in wanted) == is_in]


def _parse(condition: str) -> Condition:
    match = _PAIR.fullmatch(condition.strip())
    if not match:
        raise ValueError(
            f'"{condition}" is not a condition, expected column=value, column!=value, column>=value or column<=value'
        )
    return match[1], match[2], match[3]
