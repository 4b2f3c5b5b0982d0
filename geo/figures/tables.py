"""What the table component draws: columns and rows of cells, the same rows as the download."""

from typing import Any

import pandas as pd

from data.store import load_table, to_records
from geo.classify import format_number
from geo.extract import extract_decisions, list_indicator_rows
from geo.findings import format_eur
from geo.places import name_places
from geo.views import IndicatorView, MoneyView

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
            _column("country", "Country"), _column("subregion", "Sub-region"), _column("value", view.short_unit, "number"),
            _column("printed", "As printed", "number"), _column("rank", "Rank", "number"), _column("status", "Status", "status"),
            _column("source", "Page, table, row", "source"),
        ],
        "rows": [
            {
                "id": row["iso3"],
                "cells": [
                    row["country"], subregions[row["subregion_id"]], _number(row["value"], view.decimals), _text(row["printed_value"]),
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


def tabulate_decisions(view: MoneyView, country: str) -> dict[str, Any]:
    """Return the table of decisions behind a money view."""
    rows = extract_decisions(view)
    return {
        "label": "Decisions of Annex H behind this view, EUR",
        "columns": [
            _column("decision", "Decision"), _column("title", "Title as printed"), _column("zone", "For"),
            _column("year", "Year", "number"), _column("instrument", "Instrument"), _column("committed", "Committed, EUR million", "number"),
            _column("contracted", "Contracted, EUR", "number"), _column("contracts", "Contracts", "number"),
            _column("status", "Status", "status"), _column("source", "Page", "source"),
        ],
        "rows": [
            {
                "id": find_place_id(row),
                "cells": [
                    row["decision_id"], row["title"], row["zone"],
                    {"t": str(row["decision_year"]), "v": int(row["decision_year"])}, row["instrument_id"],
                    {"t": row["committed_printed"], "v": float(row["committed_eur"])}, _number(row["contracted_eur"], 0),
                    _number(row["contracts_count"], 0), STATUS_LABELS[row["status"]], f"p. {row['page']}",
                ],
                "in": True,
            }
            for row in to_records(rows)
        ],
        "selected": country or None,
        "pick": True,
        "empty": view.empty or "No decision inside the filter.",
    }  # fmt: skip


def tabulate_plain(table: str, columns: dict[str, str], label: str) -> dict[str, Any]:
    """Return a built table as it is, with chosen columns under chosen labels."""
    frame = load_table(table)
    kinds = ["number" if pd.api.types.is_numeric_dtype(frame[column].dtype) else "text" for column in columns]
    return _plain(
        label,
        [_column(name, text, kind) for (name, text), kind in zip(columns.items(), kinds, strict=True)],
        [[_plain_cell(value) for value in row] for row in frame[list(columns)].itertuples(index=False)],
    )


def money_total(view: MoneyView) -> str:
    """Return the sum of the table's measure, in words."""
    return f"{view.measure_name} in this table: {format_eur(view.total_eur)} in {len(view.decision_ids)} decisions."


def find_place_id(decision: dict[str, Any]) -> str:
    """Return the place whose card a decision opens: its country, its region, or the trans-regional rest."""
    ids = (decision["iso3"], decision["funding_zone_id"], decision["place_kind"])
    return str(next(one for one in ids if pd.notna(one)))


def _plain(label: str, columns: list[Column], rows: list[list[Any]]) -> dict[str, Any]:
    return {
        "label": label,
        "columns": columns,
        "rows": [{"id": str(index), "cells": cells, "in": True} for index, cells in enumerate(rows)],
        "selected": None,
        "pick": False,
        "empty": "No rows.",
    }


def _column(column_id: str, label: str, kind: str = "text") -> Column:
    return {"id": column_id, "label": label, "kind": kind, "align": "right" if kind == "number" else "left"}


def _number(value: Any, decimals: int) -> dict[str, Any]:
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
