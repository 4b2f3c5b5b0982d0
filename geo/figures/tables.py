"""What the table component draws: columns and rows of cells, the same rows as the download."""

from typing import Any

import pandas as pd

from geo.alliances import write_date
from geo.citing import AFTER, name_part
from geo.extract import list_indicator_rows
from geo.messages import mark, say
from geo.places import name_places
from geo.spelling import format_number
from geo.spoken import load_table
from geo.views import IndicatorView

STATUS_LABELS = {
    "ok": mark("as printed"),
    "not_reported": mark("not reported"),
    "doubtful": mark("doubtful"),
    "unplaced": mark("not placeable"),
    "conflict": mark("other values printed"),
}
# Columns of built tables whose ids are English words, and which kinds of groups these are; roles are marked where they are told.
SAID = ("kind", "role", "printed_member_count")
DATES = ("launched_on", "since", "published_on")
KINDS = (mark("alliance"), mark("organisation"), mark("area"), mark("list"))

Column = dict[str, str]


def tabulate_indicator(view: IndicatorView, country: str) -> dict[str, Any]:
    """Return the table of an indicator: value, printed text, rank, status and source cell of each country inside the filter."""
    rows = list_indicator_rows(view)
    subregions = name_places("subregions")
    return {
        # The column is the same in every row, so it stands in the caption.
        "label": say(
            "{indicator}, {unit}, {year}. Column of the source: {column}",
            indicator=view.name,
            unit=view.unit,
            year=view.year,
            column=view.column_label,
        ),
        "columns": [
            column("country", say("Country")), column("subregion", say("Sub-region")), column("value", view.short_unit, "number"),
            column("printed", say("As printed"), "number"), column("rank", say("Rank"), "number"), column("status", say("Status"), "status"),
            column("source", say("Page, table, row"), "source"),
        ],
        "rows": [
            {
                "id": row["iso3"],
                "cells": [
                    row["country"], subregions[row["subregion_id"]], number(row["value"], view.decimals), _text(row["printed_value"]),
                    _rank(row["rank_first"], row["rank_last"]), name_status(row["status"]),
                    locate(int(row["page"]), row["table"], row["row_label"]) if pd.notna(row["page"]) else say("not in the annexes"),
                ],
                "in": True,
            }
            for row in rows
        ],
        "selected": country or None,
        "pick": True,
        "empty": view.empty or say("No country inside the filter has a value."),
    }  # fmt: skip


def name_status(status: str) -> str:
    """Return the status of a value in words, inside a cell or a sentence."""
    return say(STATUS_LABELS[status])


def locate(page: int | str, table: str, row_label: str = "") -> str:
    """Return where something is printed: page, table, and the row as it is printed."""
    place = say("p. {page}, {table}", page=page, table=name_part(table))
    return f"{place}, {row_label}" if row_label else place


def tabulate_plain(table: str, columns: dict[str, str], label: str) -> dict[str, Any]:
    """Return a built table as it is, with chosen columns under chosen labels; labels are messages, said here."""
    frame = load_table(table)
    kinds = ["number" if pd.api.types.is_numeric_dtype(frame[column].dtype) else "text" for column in columns]
    names = list(columns)
    return _plain(
        say(label),
        [column(name, say(text), kind) for (name, text), kind in zip(columns.items(), kinds, strict=True)],
        [
            [_plain_cell(name, value) for name, value in zip(names, row, strict=True)]
            for row in frame[names].itertuples(index=False)
        ],
    )


def _plain(label: str, columns: list[Column], rows: list[list[Any]]) -> dict[str, Any]:
    return {
        "label": label,
        "columns": columns,
        "rows": [{"id": str(index), "cells": cells, "in": True} for index, cells in enumerate(rows)],
        "selected": None,
        "pick": False,
        "empty": say("No rows."),
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


def _plain_cell(name: str, value: Any) -> Any:
    if pd.isna(value):
        return ""
    if name in SAID:
        return say(str(value))
    if name == "table":
        return name_part(str(value))
    if name in DATES:
        printed = str(value).removeprefix(AFTER)
        day = write_date(printed)
        return {"t": say("after {date}", date=day) if str(value).startswith(AFTER) else day, "v": printed}
    return {"t": str(value), "v": float(value)} if isinstance(value, int | float) else str(value)


def _text(value: Any) -> str:
    return "" if pd.isna(value) else str(value)
