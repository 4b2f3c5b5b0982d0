"""The workbook behind a chart: the very numbers that the chart holds, and the rows of the download beside them."""

import re
from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from numbers import Real
from typing import Any

import pandas as pd
import xlsxwriter
from pptx.chart.chart import Chart
from pptx.oxml.ns import qn

from geo.citation import ATLAS
from geo.exports.columns import head_column
from geo.exports.slides.clean import clean
from geo.messages import say

_RANGE = re.compile(r"^(?:'?[^'!]+'?!)\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$")
# A text that begins like a formula stays a text.
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_DAY = datetime(2000, 1, 1)
_MOST_ROWS, _MOST_SHEET_NAME = 2000, 31


def replace_workbook(chart: Chart, rows: pd.DataFrame, beside: Mapping[tuple[int, int], str]) -> None:
    """Put a workbook behind a chart: what its formulas point at, texts `beside` it, and the rows of the download on a second sheet."""
    made = BytesIO()
    with xlsxwriter.Workbook(made, _OPTIONS) as book:
        book.set_properties({"created": _DAY, "author": ATLAS})
        sheet = book.add_worksheet("Sheet1")
        cells: dict[tuple[int, int], Any] = {**beside, **_find_cells(chart)}
        for (row, column), value in sorted(cells.items()):
            _write(sheet, row, column, value)
        sheet.set_column(0, 0, 36)
        _write_rows(
            book.add_worksheet(say("Rows of the download")[:_MOST_SHEET_NAME]), rows, book.add_format({"bold": True})
        )
    chart.part.chart_workbook.update_from_xlsx_blob(made.getvalue())


def _find_cells(chart: Chart) -> dict[tuple[int, int], Any]:
    """Each cell that the chart refers to, with the value that the chart holds of it."""
    cells: dict[tuple[int, int], Any] = {}
    for formula in chart._chartSpace.iter(qn("c:f")):
        found = _RANGE.match(formula.text or "")
        cache = formula.getnext()
        if found is None or cache is None:
            continue
        first_row, first_column = int(found[2]) - 1, _column(found[1])
        is_across = bool(found[3]) and found[3] != found[1]
        is_number = cache.tag == qn("c:numCache")
        for point in cache.iter(qn("c:pt")):
            at = int(point.get("idx"))
            text = point.find(qn("c:v")).text or ""
            row, column = (first_row, first_column + at) if is_across else (first_row + at, first_column)
            cells[row, column] = float(text) if is_number else text
    return cells


def _write_rows(sheet: Any, rows: pd.DataFrame, heading: Any) -> None:
    for column, name in enumerate(rows.columns):
        sheet.write_string(0, column, head_column(str(name)), heading)
    for at, row in enumerate(rows.head(_MOST_ROWS).itertuples(index=False), 1):
        for column, value in enumerate(row):
            _write(sheet, at, column, value)
    sheet.freeze_panes(1, 0)


def _write(sheet: Any, row: int, column: int, value: Any) -> None:
    """A number as a number, a text as a text, and nothing where there is nothing: never a formula, never a 0 for a gap."""
    if pd.api.types.is_bool(value):
        sheet.write_boolean(row, column, bool(value))
    elif isinstance(value, Real) and pd.notna(float(value)):
        sheet.write_number(row, column, float(value))
    elif isinstance(value, str) and value:
        sheet.write_string(row, column, clean(value))


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
