"""How firmly a total comes out on another base: by a half that is rounded, and on a base that was found to fit one number."""

from typing import Any

from geo.ledger_words import count_decimals, tell_published, tell_value
from geo.messages import say
from geo.spelling import format_number, list_all, list_any
from geo.spoken import load_records

Record = dict[str, Any]

# A share by level may lie so near a half that one decimal would seem to round to what is printed.
_SHARE_DECIMALS = 2
_NOISE = 1e-9


def tell_half(figure_id: str) -> str:
    """Return that a figure comes out only because a half is rounded one way, and which in its paragraph go the other; empty where it does not."""
    row = _figures()[figure_id]
    if not is_half(row):
        return ""
    told = {"value": tell_value(row, row["recomputed"]), "published": tell_published(row)}
    others = list_all(
        _tell_rounded(one)
        for one in _figures().values()
        if is_half(one) and _stands_beside(one, row) and one["difference"] * row["difference"] < 0
    )
    if is_rounded_down(row):
        if not others:
            return say("{value} is {published} only with the half rounded down.", **told)
        return say(
            "{value} is {published} only with the half rounded down, while in the same paragraph {others}.",
            **told, others=others,
        )  # fmt: skip
    if not others:
        return say("{value} is {published} only with the half rounded up.", **told)
    return say(
        "{value} is {published} only with the half rounded up, while in the same paragraph {others}.",
        **told, others=others,
    )  # fmt: skip


def tell_exact_changes(figure_id: str) -> str:
    """Return which of the smallest changes make an amount committed equal to the number printed; empty where none does."""
    row = _figures()[figure_id]
    amounts = {one["decision_id"]: one["committed_eur"] / 1e6 for one in load_records("decisions")}
    sets = [one.partition(" ") for one in (row["changes"] or "").split(" | ") if " + " not in one]
    single = [record_id for kind, _, record_id in sets if kind == "without"]
    exact = [
        one for one in single if abs(row["recomputed_as_stated"] - amounts[one] - row["published"]) < _NOISE
    ]  # fmt: skip
    if not exact:
        return ""
    return say(
        "Leaving out {records} instead gives {value}, with nothing to round.",
        records=list_any(exact), value=tell_value(row, row["published"]),
    )  # fmt: skip


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


def is_rounded_down(row: Record) -> bool:
    """Whether the printed number is below the recomputed one."""
    return bool(row["difference"] > 0)


def _tell_rounded(row: Record) -> str:
    told = {
        "value": tell_value(row, row["recomputed"]),
        "figure": row["statement"],
        "published": tell_published(row),
    }
    if is_rounded_down(row):
        return say("{value} ({figure}) is printed as {published}, rounded down", **told)
    return say("{value} ({figure}) is printed as {published}, rounded up", **told)


def _list_fitted() -> list[Record]:
    return [base for base in load_records("reconciliation_bases") if base["fitted_to"]]


def _tell_fitted(base: Record) -> str:
    goal = _figures()[base["fitted_to"]]
    return say(
        "The base “{base}” was found by fitting one printed number, {published} of the {figure}; "
        "that this number comes out on it is no evidence for the base.",
        base=base["name"], published=tell_published(goal), figure=goal["statement"],
    )  # fmt: skip


def _tell_levels(base: Record) -> str:
    goal = _figures()[base["fitted_to"]]
    shares = [
        (_figures()[one["figure_id"]], one)
        for one in load_records("reconciliation_trials")
        if one["base_id"] == base["base_id"] and _is_level_beside(_figures()[one["figure_id"]], goal)
    ]
    told = {
        "shares": list_all(say("{value} %", value=format_number(trial["recomputed"], _SHARE_DECIMALS)) for _, trial in shares),
        "printed": list_all(tell_published(row) for row, _ in shares),
    }  # fmt: skip
    failing = list_all(tell_published(row) for row, trial in shares if not trial["comes_out"])
    if not failing:
        return say(
            "On it the shares by level are {shares}, where {printed} are printed, and they come out too.", **told
        )
    return say(
        "On it the shares by level are {shares}, where {printed} are printed, so that {failing} does not come out.",
        **told, failing=failing,
    )  # fmt: skip


def _is_level_beside(row: Record, goal: Record) -> bool:
    sections = [str(one["table"]).split(",")[0] for one in (row, goal)]
    return bool(row["group"] == "levels") and sections[0] == sections[1]


def _stands_beside(one: Record, other: Record) -> bool:
    """Whether two figures stand in the same paragraph: on one page, illustrated by the same figure of the report."""
    return (one["page"], one["table"]) == (other["page"], other["table"])


def _figures() -> dict[str, Record]:
    return {row["figure_id"]: row for row in load_records("published_figures")}
