"""Text that a spreadsheet would run as a formula, made harmless: numbers and everything else stay as they are."""

import re
from typing import Any

import pandas as pd

from geo.messages import mark

# What makes a spreadsheet read a cell as a formula when a file of text is opened.
_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
_NUMBER = r"[+-]?(?:\d+(?:[.,]\d+)*|\.\d+)(?:[eE][+-]?\d+)?%?"
# Numbers separated by ";" are a list, which no spreadsheet computes.
_NUMBERS = re.compile(f"{_NUMBER}(?:;{_NUMBER})*")
_NOTHING_TO_RUN = re.compile(r"[-+ ]*")
# A spreadsheet that is set to ";" begins a cell behind each; quotes that do not open a cell hold nothing together.
_SEPARATOR = ";"
_IGNORED = ' "'
MARK = "'"
RULE = mark(
    "A text that a spreadsheet would run as a formula (one that begins with =, +, -, @ or a control character and is no number) has an apostrophe "
    "before it in CSV files, and so has such a part of a text behind a semicolon, where some spreadsheets begin a cell; in XLSX it is stored as "
    "text. No number is changed."
)  # fmt: skip


def runs(text: str) -> bool:
    """Return whether a spreadsheet would take a text, or a part behind a ";", for a formula; numbers and dashes alone ("---") are none."""
    return _begins_formula(text) or any(map(_runs_behind, text.split(_SEPARATOR)[1:]))


def _runs_behind(part: str) -> bool:
    return _begins_formula(part.lstrip(_IGNORED))


def _begins_formula(text: str) -> bool:
    if not text.startswith(_STARTS):
        return False
    return not _NUMBERS.fullmatch(text) and not _NOTHING_TO_RUN.fullmatch(text)


def make_safe(value: Any) -> Any:
    """Return a cell as a CSV file may hold it: a text that would run gets an apostrophe before it, a part behind a ";" too."""
    if not _would_run(value):
        return value
    first, *parts = value.split(_SEPARATOR)
    marked = [MARK + part if _runs_behind(part) else part for part in parts]
    return (MARK if _begins_formula(value) else "") + _SEPARATOR.join((first, *marked))


def _would_run(value: Any) -> bool:
    return isinstance(value, str) and runs(value)


def make_frame_safe(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a frame whose texts do not run; the same frame where none does."""
    plain = frame.copy(deep=False)
    for column, cells in frame.items():
        if isinstance(cells.dtype, pd.StringDtype):
            # Few columns hold a text that would run, and to look is far quicker than to write all of them anew.
            is_changed = any(map(_would_run, set(cells.tolist())))
        else:
            is_changed = not pd.api.types.is_numeric_dtype(cells.dtype)
        if is_changed:
            plain[column] = cells.map(make_safe, na_action="ignore")
    return plain
