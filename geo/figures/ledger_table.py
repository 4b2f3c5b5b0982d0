"""The ledger as a table and as rows of a download: the same figures in the same order."""

from typing import Any

import pandas as pd

from geo.messages import mark, say, say_in
from geo.reconciliation import Entry, LedgerView
from geo.spelling import format_number, name_value
from geo.spoken import load_records

LEDGER_COLUMNS = [
    "figure_id", "statement", "group", "published", "published_printed", "unit", "wording_id", "stated_base", "stated_base_note",
    "recomputed_as_stated", "difference_as_stated", "base", "base_note", "recomputed", "difference", "gap", "gap_left", "bases_tried", "verdict",
    "explanation", "smallest_change", "change_kind", "change_size", "change_sets", "change_bound", "changes", "readings_fit", "readings_in_vain",
    "readings_break", "stated_numerator", "stated_denominator", "numerator", "denominator", "source_id", "page", "line", "table",
]  # fmt: skip
_COLUMNS = (
    ("statement", mark("The report states"), "text"), ("where", mark("Where"), "where"), ("published", mark("Published"), "number"),
    ("stated", mark("As stated"), "number"), ("difference", mark("Difference"), "number"), ("gap", mark("Gap"), "number"),
    ("verdict", mark("Verdict"), "status"), ("rows", mark("Rows"), "text"), ("base", mark("Comes out on"), "where"),
    ("explanation", mark("Explanation"), "prose"), ("change", mark("Smallest change"), "prose"),
)  # fmt: skip


def tabulate_reconciliation(view: LedgerView) -> dict[str, Any]:
    """Return every figure of the view beside the recomputed one, with a link to the rows that it counts."""
    return {
        "label": say(
            "Published figures beside the same figures from Annexes H and I. m: EUR million. Gap in percentage points of a share, in per cent of an "
            "amount or count"
        ),
        "columns": [
            {"id": name, "label": say(label), "kind": kind, "align": "right" if kind == "number" else "left"}
            for name, label, kind in _COLUMNS
        ],
        "rows": [{"id": entry.figure_id, "cells": _cells(entry), "in": True} for entry in view.shown],
        "selected": None,
        "pick": False,
        "empty": view.empty,
    }


def extract_ledger(view: LedgerView) -> pd.DataFrame:
    """Return the figures that the table shows, in its order, with every column of the ledger; explanations as the table has them."""
    built = {row["figure_id"]: row for row in load_records("published_figures")}
    rows = [
        built[entry.figure_id] | {"explanation": entry.explanation or None, "smallest_change": entry.change or None}
        for entry in view.shown
    ]
    return pd.DataFrame(rows, columns=LEDGER_COLUMNS)


def _cells(entry: Entry) -> list[Any]:
    return [
        entry.statement,
        entry.where,
        {"t": entry.published_short, "v": entry.published},
        {"t": entry.stated.short, "v": entry.stated.value},
        {"t": entry.stated.difference_text, "v": entry.stated.difference},
        {"t": _tell_gap(entry), "v": entry.stated.gap},
        entry.verdict_text,
        _link(entry),
        name_value(entry.best.base, entry.best.short) if entry.comes_out else _tell_nearest(entry),
        entry.explanation,
        entry.change,
    ]  # fmt: skip


def _link(entry: Entry) -> Any:
    about = name_value(entry.rows_text, f"{entry.statement}, {entry.where}")
    return (
        {"t": entry.rows_text, "v": entry.rows_text, "href": entry.rows, "about": about}
        if entry.rows
        else entry.rows_text
    )


def _tell_nearest(entry: Entry) -> str:
    if not entry.best.base:
        return ""
    if entry.best.base == entry.stated.base:
        return say_in("base", "None")
    return say("None; nearest: {base}, {value}", base=entry.best.base, value=entry.best.short)


def _tell_gap(entry: Entry) -> str:
    gap = entry.stated.gap
    if gap is None:
        return ""
    if entry.unit == "pct":
        return say("{value} points", value=format_number(gap, 1))
    return say("{value} %", value=format_number(gap, 1))
