"""How firmly a total comes out on another base: by a half that is rounded, and on a base that was found to fit one number."""

from typing import Any

from data.store import load_records
from geo.classify import format_number
from geo.gap_statements import join_words
from geo.ledger_words import count_decimals, tell_published, tell_value

Record = dict[str, Any]

# A share by level may lie so near a half that one decimal would seem to round to what is printed.
_SHARE_DECIMALS = 2
_NOISE = 1e-9


def tell_half(figure_id: str) -> str:
    """Return that a figure comes out only because a half is rounded one way, and which in its paragraph go the other; empty where it does not."""
    row = _figures()[figure_id]
    if not is_half(row):
        return ""
    others = [
        f"{tell_value(one, one['recomputed'])} ({one['statement']}) is printed as {tell_published(one)}, rounded {tell_way(one)}"
        for one in _figures().values()
        if is_half(one) and _stands_beside(one, row) and one["difference"] * row["difference"] < 0
    ]
    beside = f", while in the same paragraph {' and '.join(others)}" if others else ""
    return f"{tell_value(row, row['recomputed'])} is {tell_published(row)} only with the half rounded {tell_way(row)}{beside}."


def tell_exact_changes(figure_id: str) -> str:
    """Return which of the smallest changes make an amount committed equal to the number printed; empty where none does."""
    row = _figures()[figure_id]
    amounts = {one["decision_id"]: one["committed_eur"] / 1e6 for one in load_records("decisions")}
    sets = [one.split(" + ") for one in (row["changes"] or "").split(" | ")]
    single = [one[0].removeprefix("without ") for one in sets if len(one) == 1 and one[0].startswith("without ")]
    exact = [
        one for one in single if abs(row["recomputed_as_stated"] - amounts[one] - row["published"]) < _NOISE
    ]  # fmt: skip
    if not exact:
        return ""
    return f"Leaving out {' or '.join(exact)} instead gives {tell_value(row, row['published'])}, with nothing to round."


def tell_fitted_bases() -> tuple[str, ...]:
    """Return, for each base that was found to fit one printed number, which number that is."""
    return tuple(map(_tell_fitted, _list_fitted()))


def tell_levels_on_fitted() -> tuple[str, ...]:
    """Return, for each such base, what the shares by level that the same section prints come to on it."""
    return tuple(map(_tell_levels, _list_fitted()))


def is_half(row: Record) -> bool:
    """Whether a figure comes out only because a half may be rounded either way."""
    if row["verdict"] not in ("within_rounding", "other_base"):
        return False
    half = 0.5 * 10.0 ** -count_decimals(row)
    return abs(abs(float(row["difference"])) - half) < _NOISE


def tell_way(row: Record) -> str:
    """Return which way the printed number was rounded: "down" or "up"."""
    return "down" if row["difference"] > 0 else "up"


def _list_fitted() -> list[Record]:
    return [base for base in load_records("reconciliation_bases") if base["fitted_to"]]


def _tell_fitted(base: Record) -> str:
    goal = _figures()[base["fitted_to"]]
    return (
        f"The base \u201c{base['name']}\u201d was found by fitting one printed number, {tell_published(goal)} of the {goal['statement']}; "
        "that this number comes out on it is no evidence for the base."
    )


def _tell_levels(base: Record) -> str:
    goal = _figures()[base["fitted_to"]]
    shares = [
        (_figures()[one["figure_id"]], one)
        for one in load_records("reconciliation_trials")
        if one["base_id"] == base["base_id"] and _is_level_beside(_figures()[one["figure_id"]], goal)
    ]
    told = join_words([f"{format_number(trial['recomputed'], _SHARE_DECIMALS)} %" for _, trial in shares])
    printed = join_words([tell_published(row) for row, _ in shares])
    failing = join_words([tell_published(row) for row, trial in shares if not trial["comes_out"]])
    outcome = f"so that {failing} does not come out" if failing else "and they come out too"
    return f"On it the shares by level are {told}, where {printed} are printed, {outcome}."


def _is_level_beside(row: Record, goal: Record) -> bool:
    sections = [str(one["table"]).split(",")[0] for one in (row, goal)]
    return bool(row["group"] == "levels") and sections[0] == sections[1]


def _stands_beside(one: Record, other: Record) -> bool:
    """Whether two figures stand in the same paragraph: on one page, illustrated by the same figure of the report."""
    return (one["page"], one["table"]) == (other["page"], other["table"])


def _figures() -> dict[str, Record]:
    return {row["figure_id"]: row for row in load_records("published_figures")}
