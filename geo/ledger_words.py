"""Figures of the ledger in words: amounts, bases, and what would make a figure come out."""

from typing import Any

from geo.findings import tell_millions
from geo.messages import mark, say, say_count
from geo.spelling import format_number, join_clauses, list_all
from geo.spoken import load_records

VERDICT_LABELS = {
    "does_not_come_out": mark("does not come out"),
    "other_base": mark("on another base"),
    "holds": mark("holds"),
    "within_rounding": mark("within rounding"),
    "exact": mark("exact"),
    "not_in_annex": mark("not in Annex H"),
}
# Words before a number that make it a bound, by their id.
BOUNDS = {
    "at_least": mark("at least {value}"),
    "more_than": mark("more than {value}"),
    "less_than": mark("less than {value}"),
    "almost": mark("almost {value}"),
}
_CHANGES = {
    "without": mark("leaving out {record}"),
    "with": mark("counting {record} too"),
    "moving in": mark("counting {record} into the share"),
    "moving out": mark("counting {record} out of the share"),
}

_READINGS = {
    "readings_fit": mark("Another reading of doubtful cells makes it come out: {readings}."),
    "readings_in_vain": mark("Other readings of doubtful cells change it, and do not make it come out: {readings}."),
    "readings_break": mark("Speaks against other readings, with which it would not come out: {readings}."),
}
_NAMED_READINGS = 3

# The smallest changes by how many rows they count otherwise: one set does it, some sets that are named, more than are named.
_CHANGED = {
    "committed": (
        (
            mark("One decision, and no other: {change}."),
            mark("One decision counted otherwise, in {sets} ways: {ways}. Which, if any, cannot be known."),
            mark("One decision counted otherwise; {sets} sets of that size would do, so which cannot be known."),
        ),
        (
            mark("Two decisions, and no other: {change}."),
            mark("Two decisions counted otherwise, in {sets} ways: {ways}. Which, if any, cannot be known."),
            mark("Two decisions counted otherwise; {sets} sets of that size would do, so which cannot be known."),
        ),
        (
            mark("Three decisions, and no other: {change}."),
            mark("Three decisions counted otherwise, in {sets} ways: {ways}. Which, if any, cannot be known."),
            mark("Three decisions counted otherwise; {sets} sets of that size would do, so which cannot be known."),
        ),
    ),
    "contracted": (
        (
            mark("One contract, and no other: {change}."),
            mark("One contract counted otherwise, in {sets} ways: {ways}. Which, if any, cannot be known."),
            mark("One contract counted otherwise; {sets} sets of that size would do, so which cannot be known."),
        ),
        (
            mark("Two contracts, and no other: {change}."),
            mark("Two contracts counted otherwise, in {sets} ways: {ways}. Which, if any, cannot be known."),
            mark("Two contracts counted otherwise; {sets} sets of that size would do, so which cannot be known."),
        ),
    ),
}

Record = dict[str, Any]


def name_verdicts() -> dict[str, str]:
    """Return what each verdict is called, by id, in the order of display."""
    return {verdict: say(label) for verdict, label in VERDICT_LABELS.items()}


def tell_published(row: Record) -> str:
    """Return the published number with its unit, and the words that bound it: "more than 50 %"."""
    return _bound(row, _add_unit(row, format_number(row["published"], count_decimals(row))))


def shorten_published(row: Record) -> str:
    """Return the published number as a column of numbers has it: "378.5 m", "more than 50 %"."""
    return _bound(row, _shorten(row, format_number(row["published"], count_decimals(row))))


def shorten_value(row: Record, value: float | None) -> str:
    """Return a recomputed number as a column of numbers has it: "378.53 m"; empty for none."""
    return "" if value is None else _shorten(row, format_number(value, _recomputed_decimals(row)))


def is_bound(row: Record) -> bool:
    """Whether the words before the number say more than that it is rounded."""
    return row["wording_id"] in BOUNDS


def tell_value(row: Record, value: float | None) -> str:
    """Return a recomputed number with its unit, one decimal more than a share or amount is printed with."""
    if value is None:
        return ""
    return _add_unit(row, format_number(value, _recomputed_decimals(row)))


def tell_difference(row: Record, difference: float | None) -> str:
    """Return a difference with its sign and unit: "+15.0", "−0.5"; the unit is that of the figure."""
    if difference is None:
        return ""
    decimals = _recomputed_decimals(row)
    text = format_number(difference, decimals)
    return f"+{text}" if round(difference, decimals) > 0 else text


def count_decimals(row: Record) -> int:
    """Return how many decimals the document prints."""
    return len(row["published_printed"].partition(".")[2])


def _recomputed_decimals(row: Record) -> int:
    return 0 if row["unit"] == "count" else max(1, count_decimals(row) + (row["unit"] == "pct"))


def tell_change(row: Record) -> str:
    """Return the smallest change that would make the figure come out as stated, or that none was found; empty where none is needed."""
    kind = row["change_kind"]
    if kind == "amount":
        return say(
            "Annex H would have to print {published}, not {found}.",
            published=tell_published(row),
            found=tell_value(row, row["recomputed_as_stated"]),
        )
    if kind == "count":
        return _tell_count(row)
    if kind == "none_found":
        if row["stated_base"] == "committed":
            return say("None found: no set of up to {n} decisions does, left out or counted.", n=row["change_bound"])
        return say("None found: no set of up to {n} contracts does, left out or counted.", n=row["change_bound"])
    return _tell_rows(row) if kind == "rows" else ""


def _tell_count(row: Record) -> str:
    missing = int(row["published"] - row["recomputed_as_stated"])
    if missing > 0:
        return say("{n} more would have to be counted.", n=missing)
    return say("{n} fewer would have to be counted.", n=-missing)


def _tell_rows(row: Record) -> str:
    sets, what = row["change_sets"], _CHANGED[row["stated_base"]]
    only, several, many = what[row["change_size"] - 1]
    if sets == 1:
        return say(only, change=_tell_set(row["changes"]))
    if not row["changes"]:
        return say(many, sets=sets)
    ways, *others = map(_tell_set, row["changes"].split(" | "))
    for other in others:
        ways = say("{one}; or {other}", one=ways, other=other)
    return say(several, sets=sets, ways=ways)


def _tell_set(changes: str) -> str:
    parts = (change.rsplit(" ", 1) for change in changes.split(" + "))
    return list_all(say(_CHANGES[kind], record=row_id) for kind, row_id in parts)


def _add_unit(row: Record, number: str) -> str:
    """A number with its unit; a count has none."""
    if row["unit"] == "eur_m":
        return tell_millions(number)
    return say("{value} %", value=number) if row["unit"] == "pct" else number


def _shorten(row: Record, number: str) -> str:
    """A number with its unit as short as a column wants it, which says itself what money it is."""
    return say("{amount} m", amount=number) if row["unit"] == "eur_m" else _add_unit(row, number)


def _bound(row: Record, text: str) -> str:
    return say(BOUNDS[row["wording_id"]], value=text) if is_bound(row) else text


def tell_readings(row: Record) -> str:
    """Return what other readings of doubtful cells would change for the figure; empty where nothing."""
    return " ".join(
        say(message, readings=_name_readings(row[column])) for column, message in _READINGS.items() if row[column]
    )


def tell_all_readings() -> str:
    """Return how many other readings were tried, and what they do to all the figures."""
    figures = load_records("published_figures")
    tried = {one["reading_id"] for one in load_records("readings")}
    helped = sum(bool(row["readings_fit"]) for row in figures)
    undone = sum(bool(row["readings_break"]) for row in figures)
    if not helped:
        return say(
            "{tried} other readings of doubtful cells of Annex H were tried. "
            "They make no figures come out that otherwise would not, and would undo {undone} that do.",
            tried=len(tried), undone=undone,
        )  # fmt: skip
    return say_count(
        "{tried} other readings of doubtful cells of Annex H were tried. "
        "They make {n} figure come out that otherwise would not, and would undo {undone} that do.",
        "{tried} other readings of doubtful cells of Annex H were tried. "
        "They make {n} figures come out that otherwise would not, and would undo {undone} that do.",
        helped, tried=len(tried), undone=undone,
    )  # fmt: skip


def _name_readings(ids: str) -> str:
    names = {one["reading_id"]: one["name"] for one in load_records("readings")}
    wanted = ids.split(";")
    if len(wanted) > _NAMED_READINGS:
        return say("{n} of them", n=len(wanted))
    return join_clauses(names[one] for one in wanted)
