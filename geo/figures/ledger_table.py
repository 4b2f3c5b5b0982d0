"""The ledger as a table and as rows of a download: the same figures in the same order."""

from typing import Any

import pandas as pd

from data.store import load_records
from geo.ledger_words import shorten
from geo.reconciliation import Entry, LedgerView

LEDGER_COLUMNS = [
    "figure_id", "statement", "group", "published", "published_printed", "unit", "wording_id", "stated_base", "stated_base_note",
    "recomputed_as_stated", "difference_as_stated", "base", "base_note", "recomputed", "difference", "gap", "gap_left", "bases_tried", "verdict",
    "explanation", "smallest_change", "change_kind", "change_size", "change_sets", "change_bound", "changes", "readings_fit", "readings_in_vain",
    "readings_break", "stated_numerator", "stated_denominator", "numerator", "denominator", "source_id", "page", "line", "table",
]  # fmt: skip
_COLUMNS = (
    ("statement", "The report states", "text"), ("where", "Where", "where"), ("published", "Published", "number"),
    ("stated", "As stated", "number"), ("difference", "Difference", "number"), ("gap", "Gap", "number"), ("verdict", "Verdict", "status"),
    ("rows", "Rows", "text"), ("base", "Comes out on", "where"), ("explanation", "Explanation", "prose"),
    ("change", "Smallest change", "prose"),
)  # fmt: skip


def tabulate_reconciliation(view: LedgerView) -> dict[str, Any]:
    """Return every figure of the view beside the recomputed one, with a link to the rows that it counts."""
    return {
        "label": (
            "Published figures beside the same figures from Annexes H and I. m: EUR million. Gap in percentage points of a share, in per cent of an "
            "amount or count"
        ),
        "columns": [
            {"id": name, "label": label, "kind": kind, "align": "right" if kind == "number" else "left"}
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
        {"t": shorten(entry.published_text), "v": entry.published},
        {"t": shorten(entry.stated.text), "v": entry.stated.value},
        {"t": entry.stated.difference_text, "v": entry.stated.difference},
        {"t": _tell_gap(entry), "v": entry.stated.gap},
        entry.verdict_text,
        _link(entry),
        f"{entry.best.base}: {shorten(entry.best.text)}" if entry.comes_out else _tell_nearest(entry),
        entry.explanation,
        entry.change,
    ]  # fmt: skip


def _link(entry: Entry) -> Any:
    about = f"{entry.rows_text}: {entry.statement}, {entry.where}"
    return (
        {"t": entry.rows_text, "v": entry.rows_text, "href": entry.rows, "about": about}
        if entry.rows
        else entry.rows_text
    )


def _tell_nearest(entry: Entry) -> str:
    if not entry.best.base:
        return ""
    return (
        "None"
        if entry.best.base == entry.stated.base
        else f"None; nearest: {entry.best.base}, {shorten(entry.best.text)}"
    )


def _tell_gap(entry: Entry) -> str:
    gap = entry.stated.gap
    if gap is None:
        return ""
    return f"{gap:.1f} {'points' if entry.unit == 'pct' else '%'}"
