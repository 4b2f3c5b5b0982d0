"""A view as a workbook (XLSX): typed columns under a frozen, filterable header, with dictionary, sources, caveats and filters beside them."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any

import pandas as pd
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from geo.citation import ATLAS
from geo.exports import said
from geo.exports.archive import FIRST_TIME
from geo.exports.cells import list_rows
from geo.exports.columns import Column, describe_all, describe_built, type_frame
from geo.exports.safe import RULE
from geo.handout import Handout
from geo.messages import ENGLISH, current, say, say_in

NARROWEST, WIDEST = 8, 60  # characters
_LOOKED_AT = 200  # rows that a column's width is taken from
_MOST_SHEET_NAME = 31
_FORMATS = {"date": "yyyy-mm-dd", "integer": "0", "number": "#,##0.##########"}
# Text stays text: nothing in a cell is read as a formula, a link or a number.
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": _FORMATS["date"],
}


def to_xlsx(handout: Handout, permalink: str) -> bytes:
    """Return a workbook of a view: a sheet for each table, then dictionary, sources, caveats, filters."""
    made = BytesIO()
    with Workbook(made, _OPTIONS) as book:
        book.set_properties({"title": handout.title, "author": ATLAS, "created": datetime(*FIRST_TIME)})
        writer = _Writer(book)
        tables, beside = said.list_tables(handout), _name_beside()
        for name, _, frame in tables:
            writer.write(_name_sheet(name), describe_all(frame), list_rows(type_frame(frame)))
        writer.write_plain(beside["dictionary"], *_write_dictionary(tables))
        sources = ("source_id", "title", "producer", "published_on", "kind", "citation", "licence")
        writer.write_plain(beside["sources"], _head(sources), said.list_sources(handout))
        writer.write_plain(beside["caveats"], _head(("caveat_id", "title", "text")), said.list_caveats(handout))
        facts = {"what": say_in("column", "what"), "words": say_in("column", "words")}
        writer.write_plain(beside["filters"], facts, _list_facts(handout, permalink))
    return made.getvalue()


def _write_dictionary(tables: Sequence[tuple[str, str, pd.DataFrame]]) -> tuple[dict[str, str], list[dict[str, str]]]:
    """The headings and rows of the dictionary; where headings are translated, the name that a column has in every other file is there too."""
    name = {} if current() == ENGLISH else {"name": say_in("column", "name in CSV")}
    heads = {"sheet": say_in("column", "sheet"), "column": say_in("column", "column")} | name
    heads |= {"type": say_in("column", "type"), "description": say_in("column", "description")}
    rows = [
        {"sheet": _name_sheet(table), "column": one.heading, "name": one.name, "type": one.type}
        | {"description": one.description}
        for table, _, frame in tables
        for one in describe_all(frame)
    ]
    return heads, rows


def _head(names: Sequence[str]) -> dict[str, str]:
    return {name: describe_built(name).heading for name in names}


def _list_facts(handout: Handout, permalink: str) -> list[dict[str, str]]:
    notes = ((say("Reading this"), note) for note in handout.notes)
    facts = [*said.list_facts(handout, permalink), *notes, (say("Text"), say(RULE))]
    return [{"what": what, "words": words} for what, words in facts]


def _name_beside() -> dict[str, str]:
    """The names of the sheets beside the data, by what they hold."""
    return {
        "dictionary": say_in("sheet", "dictionary"),
        "sources": say_in("sheet", "sources"),
        "caveats": say_in("sheet", "caveats"),
        "filters": say_in("sheet", "filters"),
    }


def _name_sheet(table: str) -> str:
    """A sheet's name; the sheets beside the data have theirs already."""
    beside = _name_beside()
    names = beside | {
        "data": say_in("sheet", "data"),
        "pinned": say_in("sheet", "pinned"),
        "members-and-others": say_in("sheet", "members-and-others"),
        "unplaced-values": say_in("sheet", "unplaced-values"),
        "alliances": say_in("sheet", "alliances"),
        "memberships": say_in("sheet", "memberships"),
    }
    name = names.get(table, table)
    return (say_in("sheet", "table-{name}", name=name) if name in beside.values() else name)[:_MOST_SHEET_NAME]


class _Writer:
    """Writes sheets in one look."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.header = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
        self.prose = book.add_format({"text_wrap": True, "valign": "top"})
        self.formats = {kind: book.add_format({"num_format": pattern}) for kind, pattern in _FORMATS.items()}

    def write(self, name: str, columns: Sequence[Column], rows: Sequence[dict[str, Any]]) -> None:
        """Write typed rows with a frozen header that filters."""
        sheet = self.book.add_worksheet(name)
        for at, column in enumerate(columns):
            values = [row[column.name] for row in rows]
            sheet.set_column(at, at, _find_width(column.heading, values), self.formats.get(column.type))
            sheet.write_string(0, at, column.heading, self.header)
            for line, value in enumerate(values, 1):
                _write_cell(sheet, line, at, value)
        sheet.freeze_panes(1, 0)
        sheet.set_landscape()
        sheet.repeat_rows(0)
        sheet.autofilter(0, 0, max(len(rows), 1), max(len(columns) - 1, 0))

    def write_plain(self, name: str, columns: Mapping[str, str], rows: Sequence[dict[str, Any]]) -> None:
        """Write rows of text, wrapped where they are long; `columns` are their keys and what heads each."""
        sheet = self.book.add_worksheet(name)
        for at, (column, heading) in enumerate(columns.items()):
            values = [row[column] for row in rows]
            sheet.set_column(at, at, _find_width(heading, values))
            sheet.write_string(0, at, heading, self.header)
            for line, value in enumerate(values, 1):
                sheet.write_string(line, at, "" if value is None else str(value), self.prose)
        sheet.freeze_panes(1, 0)


def _write_cell(sheet: Worksheet, line: int, at: int, value: Any) -> None:
    """Write one cell in its own type; an empty cell is left empty, never a zero."""
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_boolean(line, at, value)
    elif isinstance(value, int | float):
        sheet.write_number(line, at, value)
    elif isinstance(value, date):
        sheet.write_datetime(line, at, value)
    else:
        sheet.write_string(line, at, str(value))


def _find_width(name: str, values: Sequence[Any]) -> float:
    longest = max((len(str(one)) for one in values[:_LOOKED_AT] if one is not None and not pd.isna(one)), default=0)
    return min(max(len(name) + 3, longest + 1, NARROWEST), WIDEST)
