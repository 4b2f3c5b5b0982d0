"""Figures of the ledger in words: amounts, bases, and what would make a figure come out."""

from typing import Any

from data.store import load_records
from geo.classify import format_number

VERDICT_LABELS = {
    "does_not_come_out": "does not come out",
    "other_base": "on another base",
    "holds": "holds",
    "within_rounding": "within rounding",
    "exact": "exact",
    "not_in_annex": "not in Annex H",
}
_UNITS = {"eur_m": "EUR {} million", "pct": "{} %", "count": "{}"}
_BOUNDS = ("at_least", "more_than", "less_than", "almost")
_VERBS = {
    "without": "leaving out {}",
    "with": "counting {} too",
    "moving in": "counting {} into the share",
    "moving out": "counting {} out of the share",
}

_READINGS = {
    "readings_fit": "Another reading of doubtful cells makes it come out: {}.",
    "readings_in_vain": "Other readings of doubtful cells change it, and do not make it come out: {}.",
    "readings_break": "Speaks against other readings, with which it would not come out: {}.",
}
_NAMED_READINGS = 3

Record = dict[str, Any]


def tell_published(row: Record) -> str:
    """Return the published number with its unit, and the words that bound it: "more than 50 %"."""
    words = {one["wording_id"]: one["name"] for one in load_records("wordings")}[row["wording_id"]]
    number = format_number(row["published"], count_decimals(row))
    text = _UNITS[row["unit"]].format(number)
    return f"{words} {text}" if is_bound(row) else text


def shorten(text: str) -> str:
    """Return an amount in words as a column of numbers has it: "378.5 m"."""
    return text.replace("EUR ", "").replace(" million", " m")


def is_bound(row: Record) -> bool:
    """Whether the words before the number say more than that it is rounded."""
    return row["wording_id"] in _BOUNDS


def tell_value(row: Record, value: float | None) -> str:
    """Return a recomputed number with its unit, one decimal more than a share or amount is printed with."""
    if value is None:
        return ""
    return _UNITS[row["unit"]].format(format_number(value, _recomputed_decimals(row)))


def tell_difference(row: Record, difference: float | None) -> str:
    """Return a difference with its sign and unit: "+15.0", "−0.5"; the unit is that of the figure."""
    if difference is None:
        return ""
    text = format_number(difference, _recomputed_decimals(row))
    return f"+{text}" if difference > 0 and text.strip("0.") else text


def count_decimals(row: Record) -> int:
    """Return how many decimals the document prints."""
    return len(row["published_printed"].partition(".")[2])


def _recomputed_decimals(row: Record) -> int:
    return 0 if row["unit"] == "count" else max(1, count_decimals(row) + (row["unit"] == "pct"))


def tell_change(row: Record) -> str:
    """Return the smallest change that would make the figure come out as stated, or that none was found; empty where none is needed."""
    kind = row["change_kind"]
    if kind == "amount":
        return f"Annex H would have to print {tell_published(row)}, not {tell_value(row, row['recomputed_as_stated'])}."
    if kind == "count":
        return _tell_count(row)
    if kind == "none_found":
        return f"None found: no set of up to {row['change_bound']} {_noun(row, 2)} does, left out or counted."
    return _tell_rows(row) if kind == "rows" else ""


def _tell_count(row: Record) -> str:
    missing = int(row["published"] - row["recomputed_as_stated"])
    return f"{abs(missing)} {'more' if missing > 0 else 'fewer'} would have to be counted."


def _tell_rows(row: Record) -> str:
    number, sets = row["change_size"], row["change_sets"]
    what = f"{('One', 'Two', 'Three')[number - 1]} {_noun(row, number)}"
    if sets == 1:
        return f"{what}, and no other: {_tell_set(row['changes'])}."
    if not row["changes"]:
        return f"{what} counted otherwise; {sets} sets of that size would do, so which cannot be known."
    ways = "; or ".join(_tell_set(one) for one in row["changes"].split(" | "))
    return f"{what} counted otherwise, in {sets} ways: {ways}. Which, if any, cannot be known."


def _tell_set(changes: str) -> str:
    parts = (change.rsplit(" ", 1) for change in changes.split(" + "))
    return " and ".join(_VERBS[kind].format(row_id) for kind, row_id in parts)


def _noun(row: Record, number: int) -> str:
    noun = "decision" if row["stated_base"] == "committed" else "contract"
    return noun if number == 1 else f"{noun}s"


def tell_readings(row: Record) -> str:
    """Return what other readings of doubtful cells would change for the figure; empty where nothing."""
    return " ".join(_READINGS[column].format(_name_readings(row[column])) for column in _READINGS if row[column])


def tell_all_readings() -> str:
    """Return how many other readings were tried, and what they do to all the figures."""
    figures = load_records("published_figures")
    tried = {one["reading_id"] for one in load_records("readings")}
    helped = sum(bool(row["readings_fit"]) for row in figures)
    undone = sum(bool(row["readings_break"]) for row in figures)
    return (
        f"{len(tried)} other readings of doubtful cells of Annex H were tried. They make "
        f"{helped or 'no'} {'figure' if helped == 1 else 'figures'} come out that otherwise would not, and would undo {undone} that do."
    )


def _name_readings(ids: str) -> str:
    names = {one["reading_id"]: one["name"] for one in load_records("readings")}
    wanted = ids.split(";")
    return "; ".join(names[one] for one in wanted) if len(wanted) <= _NAMED_READINGS else f"{len(wanted)} of them"
