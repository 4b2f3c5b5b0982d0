"""Published totals and shares beside the same figures computed from Annex H.

A published figure names the rows it counts as "column=value" pairs, so that a new one is a row in a seed file.
Nothing is adjusted: where no base makes a figure come out, the verdict says so.
"""

import operator
import re
from collections.abc import Callable

from data.checks import AMOUNT_MILLION
from data.numbers import parse_number
from data.seeds import BuiltRow, Row

MEASURES = {"committed": "committed_eur", "contracted": "contracted_eur"}
# A figure matches when it rounds to what is printed, and is close when it misses that by no more than this.
CLOSE_PCT_POINTS = 2.0
CLOSE_SHARE_OF_AMOUNT = 0.03

_PAIR = re.compile(r"(\w+)(>=|<=|!=|=)(.*)")
_COMPARE: dict[str, Callable[[str, str], bool]] = {
    "=": lambda found, wanted: found in wanted.split("|"),
    "!=": lambda found, wanted: found not in wanted.split("|"),
    ">=": operator.ge,
    "<=": operator.le,
}


def reconcile(figures: list[Row], decisions: list[BuiltRow], contracts: list[BuiltRow]) -> list[BuiltRow]:
    """Return each published figure with its number, the recomputed one, their difference and a verdict."""
    rows = {"committed": decisions, "contracted": contracts}
    return [figure | _compare(figure, rows.get(figure["base"], [])) for figure in figures]


def select_rows(rows: list[BuiltRow], conditions: str) -> list[BuiltRow]:
    """Return the rows that meet the conditions: "column=value" pairs joined by ";".

    "a|b" means either value, " or " joins two sets of conditions, "all" means every row.

    Raises ValueError for a condition that is not of that form, and KeyError for an unknown column.
    """
    if conditions == "all":
        return list(rows)
    alternatives = [[_parse(condition) for condition in part.split(";")] for part in conditions.split(" or ")]
    return [row for row in rows if any(_meets(row, pairs) for pairs in alternatives)]


def _meets(row: BuiltRow, pairs: list[tuple[str, str, str]]) -> bool:
    return all(_COMPARE[sign](str(row[column]), value) for column, sign, value in pairs)


def _parse(condition: str) -> tuple[str, str, str]:
    match = _PAIR.fullmatch(condition.strip())
    if not match:
        raise ValueError(
            f'"{condition}" is not a condition, expected column=value, column!=value, column>=value or column<=value'
        )
    return match[1], match[2], match[3]


def _compare(figure: Row, rows: list[BuiltRow]) -> BuiltRow:
    published = parse_number(figure["published_printed"], AMOUNT_MILLION)
    recomputed = _recompute(figure, rows)
    if recomputed is None or published is None:
        return {"published": published, "recomputed": None, "difference": None, "verdict": "not_recomputed"}
    return {
        "published": published,
        "recomputed": round(recomputed, 4),
        "difference": round(recomputed - published, 4),
        "verdict": _verdict(published, recomputed, figure),
    }


def _recompute(figure: Row, rows: list[BuiltRow]) -> float | None:
    if not figure["numerator"]:
        return None
    selected = select_rows(rows, figure["numerator"])
    if figure["unit"] == "count":
        return len(selected)
    measure = MEASURES[figure["base"]]
    part = sum(float(row[measure]) for row in selected)
    if not figure["denominator"]:
        return part / 1_000_000
    return 100 * part / sum(float(row[measure]) for row in select_rows(rows, figure["denominator"]))


def _verdict(published: float, recomputed: float, figure: Row) -> str:
    decimals = len(figure["published_printed"].partition(".")[2])
    if abs(recomputed - published) <= 0.5 * 10**-decimals:
        return "matches"
    allowed = CLOSE_PCT_POINTS if figure["unit"] == "pct" else CLOSE_SHARE_OF_AMOUNT * abs(published)
    return "close" if abs(recomputed - published) <= allowed else "differs"
