"""What figures say of themselves to who does not see them: how much is drawn, the ends of it, what is doubtful, what is missing.

Each becomes the `summary` of a figure, which a screen reader comes across at its start. Those of maps and scatter plots come with
their views.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from geo.findings import EUR_MILLION, format_eur
from geo.messages import say, say_count
from geo.spelling import join_clauses, name_value

End = tuple[str, str]  # a name, and its value in words


def tell_ends(ends: Sequence[End]) -> str:
    """Return the first and the last of marks that run from the highest to the lowest; of one, that one; of none, ""."""
    if not ends:
        return ""
    (first, most), (last, least) = ends[0], ends[-1]
    if len(ends) == 1:
        return say("Only {name}: {value}.", name=first, value=most)
    return say(
        "Highest: {highest}, {most}. Lowest: {lowest}, {least}.", highest=first, most=most, lowest=last, least=least
    )


def tell_missing(label: str, names: Iterable[str]) -> str:
    """Return the places without a mark under what that means; "" where there is none."""
    listed = ", ".join(names)
    return say("{name}: {value}.", name=label, value=listed) if listed else ""


def tell_doubtful(number: int) -> str:
    """Return how many of the values are doubtful; "" for none."""
    return say_count("{n} of the values is doubtful.", "{n} of the values are doubtful.", number) if number else ""


def join(*parts: str) -> str:
    """Return sentences as one text; empty ones are left out."""
    return " ".join(filter(None, parts))


def summarise_ranking(drawn: dict[str, Any]) -> str:
    """Return the summary of a drawn ranking, whose rows run from the highest to the lowest."""
    rows = drawn["rows"]
    ends = [(row["name"], _tell_value(row, drawn)) for row in rows]
    doubtful = sum(row["status"] == "doubtful" for row in rows)
    missing = tell_missing(drawn["missing_label"], (place["name"] for place in drawn["missing"]))
    return join(say_count("{n} bar.", "{n} bars.", len(rows)), tell_ends(ends), tell_doubtful(doubtful), missing)


def _tell_value(row: dict[str, Any], drawn: dict[str, Any]) -> str:
    return format_eur(row["value"] * EUR_MILLION) if drawn["is_money"] else f"{row['text']} {drawn['unit']}"


def summarise_bars(drawn: dict[str, Any]) -> str:
    """Return the summary of drawn bars of money in any order."""
    rows = sorted(drawn["rows"], key=lambda row: -row["cents"])
    return join(say_count("{n} bar.", "{n} bars.", len(rows)), tell_ends([(row["label"], row["text"]) for row in rows]))


def summarise_matrix(drawn: dict[str, Any], column: str) -> str:
    """Return the summary of a drawn matrix by the column that counts: its rows with most and least."""
    at = next(index for index, one in enumerate(drawn["columns"]) if one["id"] == column)
    rows = sorted(drawn["rows"], key=lambda row: -(row["cells"][at]["v"] or 0))
    ends = tell_ends([(row["label"], row["cells"][at]["label"]) for row in rows])
    counts = join_clauses(name_value(one["label"], one["count"]) for one in drawn["legend"])
    return join(ends, f"{counts}." if counts else "")
