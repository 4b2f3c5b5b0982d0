"""Rows that meet conditions, as seed files write them: "level=B;decision_year>=2007"."""

import operator
import re
from collections.abc import Callable, Sequence

from data.seeds import BuiltRow

EVERY_ROW = "all"

_PAIR = re.compile(r"(\w+)(>=|<=|!=|=)(.*)")
_COMPARE: dict[str, Callable[[str, str], bool]] = {
    "=": lambda found, wanted: found in wanted.split("|"),
    "!=": lambda found, wanted: found not in wanted.split("|"),
    ">=": operator.ge,
    "<=": operator.le,
}

# Column, sign, value.
Condition = tuple[str, str, str]


def select_rows(rows: Sequence[BuiltRow], conditions: str) -> list[BuiltRow]:
    """Return the rows that meet the conditions: "column=value" pairs joined by ";".

    "a|b" means either value, " or " joins two sets of conditions, "all" means every row.

    Raises ValueError for a condition that is not of that form, and KeyError for an unknown column.
    """
    alternatives = parse_conditions(conditions)
    return [row for row in rows if any(_meets(row, pairs) for pairs in alternatives)]


def parse_conditions(conditions: str) -> list[list[Condition]]:
    """Return the alternatives of a text, each a list of conditions that must all hold; no condition holds for every row."""
    parts = ["" if part == EVERY_ROW else part for part in conditions.split(" or ")]
    return [[_parse(one) for one in part.split(";") if one] for part in parts]


def combine(first: str, second: str) -> str:
    """Return the conditions that hold where both texts hold."""
    pairs = ((one, other) for one in first.split(" or ") for other in second.split(" or "))
    return " or ".join(";".join(part for part in pair if part != EVERY_ROW) or EVERY_ROW for pair in pairs)


def _meets(row: BuiltRow, pairs: list[Condition]) -> bool:
    return all(_COMPARE[sign](str(row[column]), value) for column, sign, value in pairs)


def _parse(condition: str) -> Condition:
    match = _PAIR.fullmatch(condition.strip())
    if not match:
        raise ValueError(
            f'"{condition}" is not a condition, expected column=value, column!=value, column>=value or column<=value'
        )
    return match[1], match[2], match[3]
