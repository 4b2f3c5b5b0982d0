"""A view as it leaves the app: its finding, figures, rows, filters and address; the same that the screen shows."""

from dataclasses import dataclass
from typing import Any

import pandas as pd


@dataclass(frozen=True)
class Drawn:
    """A figure as the screen gets it: the kind of its component ("map", "ranking", "bars" ...), its key on the page, and its data."""

    kind: str
    key: str
    data: dict[str, Any]


@dataclass(frozen=True, eq=False)
class Rows:
    """One more table of a view: its name in files (lower case, words joined by "-"), its title, and its rows."""

    name: str
    title: str
    frame: pd.DataFrame


@dataclass(frozen=True, eq=False)
class Handout:
    """Everything that an export of one view is made of.

    `title` is the finding and `below` the line that qualifies it, which may name the filters too (`tells_filters`); `filters` says each
    filter in force in words; `parameters` are those
    of the permalink (`slug?parameters`); `stem` names files; `figures` come in the order of the screen, the card of a chosen place or
    record too, and are empty where the filters leave nothing; `rows` are those of the download, one line a value with its source, and
    `further` what a page offers beside them; `notes` say how to read it.
    """

    slug: str
    page: str
    title: str
    below: str
    filters: tuple[str, ...]
    parameters: dict[str, str]
    stem: str
    figures: tuple[Drawn, ...]
    rows: pd.DataFrame
    notes: tuple[str, ...]
    further: tuple[Rows, ...] = ()
    tells_filters: bool = False
