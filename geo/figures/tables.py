"""What the table component draws: columns and rows of cells, the same rows as the download."""

from typing import Any

import pandas as pd

from data.store import load_table
from geo.classify import format_number
from geo.extract import list_indicator_rows
from geo.places import name_places
from geo.views import IndicatorView

STATUS_LABELS = {
    "ok": "as printed",
    "not_reported": "not reported",
    "doubtful": "doubtful",
    "unplaced": "not placeable",
    "conflict": "other values printed",
}

Column = dict[str, str]


def tabulate_indicator(view: IndicatorView, country: str) -> dict[str, Any]:
    """Return the table of an indicator: value, printed text, rank, status and source cell of each country inside the filter."""
    rows = list_indicator_rows(view)
    subregions = name_places("subregions")
    return {
        # The column is the same in every row, so it stands in the caption.
        "label": f"{view.name}, {view.unit}, {view.year}. Column of the source: {view.column_label}",
        "columns": [
            column("country", "Country"), column("subregion", "Sub-region"), column("value", view.short_unit, "number"),
            column("printed", "As printed", "number"), column("rank", "Rank", "number"), column("status", "Status", "status"),
            column("source", "Page, table, row", "source"),
        ],
        "rows": [
            {
                "id": row["iso3"],
                "cells": [
                    row["country"], subregions[row["subregion_id"]], number(row["value"], view.decimals), _text(row["printed_value"]),
                    _rank(row["rank_first"], row["rank_last"]), STATUS_LABELS[row["status"]],
                    f"p. {row['page']:.0f}, {row['table']}, {row['row_label']}" if pd.notna(row["page"]) else "not in the annexes",
                ],
                "in": True,
            }
            for row in rows
        ],
        "selected": country or None,
        "pick": True,
        "empty": view.empty or "No country inside the filter has a value.",
    }  # fmt: skip


def tabulate_plain(table: str, columns: dict[str, str], label: str) -> dict[str, Any]:
    """Return a built table as it is, with chosen columns under chosen labels."""
    frame = load_table(table)
    kinds = ["number" if pd.api.types.is_numeric_dtype(frame[column].dtype) else "text" for column in columns]
    return _plain(
        label,
        [column(name, text, kind) for (name, text), kind in zip(columns.items(), kinds, strict=True)],
        [[_plain_cell(value) for value in row] for row in frame[list(columns)].itertuples(index=False)],
    )


def _plain(label: str, columns: list[Column], rows: list[list[Any]]) -> dict[str, Any]:
    return {
        "label": label,
        "columns": columns,
        "rows": [{"id": str(index), "cells": cells, "in": True} for index, cells in enumerate(rows)],
        "selected": None,
        "pick": False,
        "empty": "No rows.",
    }


def column(column_id: str, label: str, kind: str = "text") -> Column:
    """Return a column of a table: its id, heading and kind ("text", "number", "status", "source")."""
    return {"id": column_id, "label": label, "kind": kind, "align": "right" if kind == "number" else "left"}


def number(value: Any, decimals: int) -> dict[str, Any]:
    """Return the cell of a number, empty where there is none."""
    return {"t": "", "v": None} if pd.isna(value) else {"t": format_number(float(value), decimals), "v": float(value)}


def _rank(first: Any, last: Any) -> dict[str, Any]:
    if pd.isna(first):
        return {"t": "", "v": None}
    return {"t": f"{first:.0f}" if first == last else f"{first:.0f}–{last:.0f}", "v": float(first)}


def _plain_cell(value: Any) -> Any:
    if pd.isna(value):
        return ""
    return {"t": str(value), "v": float(value)} if isinstance(value, int | float) else str(value)


def _text(value: Any) -> str:
    return "" if pd.isna(value) else str(value)
