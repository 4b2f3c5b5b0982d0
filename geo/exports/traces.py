"""Where each value of a download comes from: document, page, table, row, column, the text as printed, its status and caveat.

A value that no document prints (a sum, a share, a recomputed figure) says so, and what it is computed from.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from geo.exports.cells import list_rows, write_cell
from geo.exports.columns import Column, describe, describe_all, type_frame
from geo.exports.sums import find_sum, locate_sum
from geo.handout import Handout
from geo.messages import mark, say
from geo.spoken import load_records

COLUMNS = (
    "file", "row", "key", "column", "value", "basis", "source_id", "document", "page", "table", "row_label", "column_label", "printed", "status",
    "caveat_ids", "caveats", "computed_from",
)  # fmt: skip
# What stands in the column "basis" as it is, in every language.
PRINTED, COMPUTED, NOTHING = "printed", "computed", "not reported"
_KEYS = (
    "contract_id",
    "decision_id",
    "figure_id",
    "event_id",
    "iso3",
    "place_id",
    "programme_id",
    "donor",
    "caveat_id",
    "source_id",
    "id",
)

Row = dict[str, Any]


@dataclass(frozen=True)
class Printed:
    """A column whose values are printed: the column of the text as printed, of what the row is called, and what heads the column.

    `needs` are the columns that a frame must have for it, `side` what its columns of provenance begin with.
    """

    column: str
    printed: str
    needs: tuple[str, ...] = ()
    side: str = ""
    row: str = "row_label"
    heading: str = ""


_PRINTED = (
    Printed("value", "printed_value"),
    Printed("x_value", "x_printed_value", side="x_"),
    Printed("y_value", "y_printed_value", side="y_"),
    Printed("committed_eur", "committed_printed", row="decision_id", heading=mark("Amount committed, EUR million")),
    Printed("contracted_eur", "contracted_printed", row="contract_id", heading=mark("Amount contracted, EUR")),
    Printed("usd_million", "printed_value", row="donor", heading=mark("Year of disbursement")),
    Printed("amount_eur", "amount_printed", row="name", heading=mark("Budget")),
    Printed("published", "published_printed", row="figure_id"),
    Printed("printed_value", "printed_value", needs=("indicator", "indicator_id")),
    Printed("printed_value", "printed_value", needs=("iso3", "order")),
    Printed("role", "printed_name", row="printed_name"),
    Printed("date", "date", needs=("event_id",), row="title"),
)
_PART = mark("The part of the record's printed amount that the view counts")
# Whole numbers that the atlas counts or ranks; all others are of a place in a document or a year, printed there.
COUNTS = frozenset(
    f"{side}{name}"
    for side in ("", "x_", "y_")
    for name in (
        *("decisions", "contracts_count", "indicators_reported", "rank", "rank_first", "rank_last", "rank_of"),
        *("bases_tried", "change_size", "change_sets", "change_bound"),
    )
)
# Columns of the figures that a document publishes and of what the atlas finds for them: their row says where the published one stands.
_OF_PUBLISHED = frozenset({"difference", "difference_as_stated", "gap", "gap_left"})


def trace(handout: Handout) -> pd.DataFrame:
    """Return a row for each value of each table of a handout; each names its file and row."""
    tables = [("data.csv", handout.rows), *((f"{one.name}.csv", one.frame) for one in handout.further)]
    rows = [row for name, frame in tables for row in _trace_frame(name, frame)]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def list_columns() -> tuple[Column, ...]:
    """Return what the columns of the traces hold."""
    basis = say(
        "{printed} (in a document), {computed} (by the atlas), or {nothing}",
        printed=PRINTED,
        computed=COMPUTED,
        nothing=NOTHING,
    )
    meanings = {
        "file": say("File of the package that holds the value"),
        "row": say("Row of that file, the first below the header is 1"),
        "key": say("Key of that row: a country, decision, contract or other id"),
        "column": say("Column of that file"),
        "value": say("The value as the file holds it"),
        "basis": basis,
        "source_id": say("Document by its key"),
        "document": say("Document as it is cited"),
        "page": say("Page of the document; of a sum all pages, separated by ;"),
        "table": say("Table, annex, figure or section of the document"),
        "row_label": say("Row of that table as printed, or the record that it is of"),
        "column_label": say("Column of that table as printed"),
        "printed": say("The text as printed"),
        "status": describe("status").description,
        "caveat_ids": say("Caveats that explain the value, separated by ;"),
        "caveats": say("The same caveats in words"),
        "computed_from": say("What a computed value is computed from"),
    }
    return tuple(Column(one, "integer" if one == "row" else "string", meanings[one]) for one in COLUMNS)


def _trace_frame(file_name: str, frame: pd.DataFrame) -> Iterator[Row]:
    columns = {one.name: one for one in describe_all(frame)}
    printed = [one for one in _PRINTED if {one.column, one.printed, *one.needs} <= set(columns)]
    computed = [
        name
        for name, one in columns.items()
        if (one.type == "number" or name in COUNTS) and name not in {found.column for found in printed}
    ]
    key = next((one for one in _KEYS if one in columns), "")
    for line, row in enumerate(list_rows(type_frame(frame)), 1):
        head = {"file": file_name, "row": line, "key": row.get(key)}
        yield from (head | _trace_printed(one, row) for one in printed if _is_told(one, row))
        yield from (
            head | _trace_computed(name, columns[name].description, row) for name in computed if row[name] is not None
        )


def _is_told(one: Printed, row: Row) -> bool:
    """A cell that prints nothing in its place is told too, where the row says where it stands."""
    return row[one.column] is not None or row[one.printed] is not None or row.get(f"{one.side}status") is not None


def _trace_printed(one: Printed, row: Row) -> Row:
    text = row[one.printed]
    # A sum over decisions stands in the place of a printed value, and is none.
    basis = PRINTED if text is not None else NOTHING if row[one.column] is None else COMPUTED
    label = row.get(f"{one.side}{one.row}") or row.get(one.row)
    summed = (
        say("The rows that {column} names", column="row_label")
        if label
        else say("None: no record has an amount for it")
    )
    return {
        "column": one.column,
        "value": write_cell(row[one.column]),
        "basis": basis,
        "row_label": label,
        "column_label": row.get(f"{one.side}column_label") or say(one.heading) or None,
        "printed": text,
        "computed_from": summed if basis == COMPUTED else None,
    } | _locate(row, one.side)


def _trace_computed(name: str, description: str, row: Row) -> Row:
    """A value of no document: its place is that of its records, or of the row's own where it is a part of that; else it has none."""
    found = find_sum(name, row)
    is_part = name == "amount_eur" and found is None
    place = locate_sum(found) if found else row if is_part or name in _OF_PUBLISHED else {}
    said = {
        "column": name,
        "value": write_cell(row[name]),
        "basis": COMPUTED,
        "row_label": place.get("row_label"),
        "computed_from": found.words if found else say(_PART) if is_part else description,
    }
    return said | _locate(place, "")


def _locate(row: Row, side: str) -> Row:
    ids = str(row.get(f"{side}caveat_ids") or "")
    source = row.get(f"{side}source_id")
    return {
        "source_id": source,
        "document": _cite().get(str(source)),
        "page": write_cell(row.get(f"{side}page") or row.get(f"{side}pages")),
        "table": row.get(f"{side}table"),
        "status": row.get(f"{side}status"),
        "caveat_ids": ids or None,
        "caveats": " ".join(_tell_caveat(one) for one in ids.split(";") if one) or None,
    }


def _cite() -> dict[str, str]:
    return {row["source_id"]: row["citation"] for row in load_records("sources")}


def _tell_caveat(caveat_id: str) -> str:
    found = next(row for row in load_records("caveats") if row["caveat_id"] == caveat_id)
    return f"{found['title']}. {found['text']}"
