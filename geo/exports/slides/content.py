"""What stands on a slide: a chart that can be edited, a table, or a picture, with its finding, its source and what is said of it."""

from dataclasses import dataclass

import pandas as pd

from geo.handout import Drawn

# How a number is displayed; the file holds it in full. Two commas show euros in millions.
EUR_MILLION = "#,##0.0,,"


@dataclass(frozen=True)
class Series:
    """Numbers of one name; None is not reported, and a gap. `colours` are those of single marks, where they differ."""

    name: str
    values: tuple[float | None, ...]
    colour: str
    colours: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reference:
    """A line across the bars: an aggregate that the document prints."""

    label: str
    value: float


@dataclass(frozen=True)
class BarChart:
    """Horizontal bars, the first on top; several series are stacked or side by side. `hatched` are the places of doubtful bars.

    `cut` are those of doubtful ones that are far longer than all others: the axis ends at `high`, and the name says the number.
    """

    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str
    number_format: str
    high: float | None = None
    is_stacked: bool = True
    references: tuple[Reference, ...] = ()
    hatched: frozenset[int] = frozenset()
    cut: frozenset[int] = frozenset()


@dataclass(frozen=True)
class YearChart:
    """Columns with an amount each, and the line of their sum so far on an axis of its own."""

    categories: tuple[str, ...]
    columns: Series
    line: Series
    unit: str
    line_unit: str
    number_format: str


@dataclass(frozen=True)
class Point:
    """A mark on two axes with the name that stands beside it; the name of a quiet one stands in the file, not on the slide."""

    name: str
    across: float
    upwards: float
    is_quiet: bool = False


@dataclass(frozen=True)
class PointGroup:
    """Points of one shape and colour; `shape` is circle, square or triangle, or line or dash for a line through them."""

    name: str
    shape: str
    colour: str
    points: tuple[Point, ...]
    is_pale: bool = False


@dataclass(frozen=True)
class Scale:
    """An axis: its heading, display format, ends (None: as the program chooses), and the names of its whole numbers, if it has such."""

    title: str
    number_format: str
    low: float | None = None
    high: float | None = None
    is_logarithmic: bool = False
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class PointChart:
    """Points on two axes."""

    groups: tuple[PointGroup, ...]
    across: Scale
    upwards: Scale


@dataclass(frozen=True)
class Cell:
    """A cell of a table."""

    text: str
    is_number: bool = False


@dataclass(frozen=True)
class Table:
    """A table; columns of a smaller `weights` are left out first where there is no room for all.

    Rows without room stand in the view and its download, or where `is_in_notes`, in the notes of the slide.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    weights: tuple[int, ...] = ()
    is_in_notes: bool = False


@dataclass(frozen=True, eq=False)
class Picture:
    """A figure that is drawn as a picture: maps, treemaps and flows have no native chart. `room` is width and height to draw it in."""

    figure: Drawn
    room: tuple[float, float]


Content = BarChart | YearChart | PointChart | Table | Picture


@dataclass(frozen=True)
class Exhibit:
    """A figure as a slide shows it: its own finding or name, what qualifies it, and what is said under it.

    `alternative` is the figure in words, for who cannot see it; `name` is its key on the page.
    """

    title: str
    below: str
    content: Content
    alternative: str
    words: tuple[str, ...] = ()
    name: str = ""


@dataclass(frozen=True, eq=False)
class Slide:
    """A slide: where it stands, its finding, what qualifies it, one or two figures side by side, and what is told in the notes.

    `source` names documents and pages; `address` is the link to the view, or "" where there is none;
    `rows` are those of the view's download.
    """

    kicker: str
    title: str
    below: str
    exhibits: tuple[Exhibit, ...]
    source: str
    address: str
    notes: tuple[str, ...]
    rows: pd.DataFrame


@dataclass(frozen=True, eq=False)
class Deck:
    """A file: its title, the lines of its opening slide (none: it opens with the first slide), and its slides."""

    title: str
    opening: tuple[str, ...]
    slides: tuple[Slide, ...]
    edition: "Edition"


@dataclass(frozen=True)
class Edition:
    """The state of the atlas that a file was made from: its version, and the day of that version (not of the making)."""

    version: str
    day: str
