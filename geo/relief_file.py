"""The files that the 3D view is drawn from: static/relief-<what>-<hash>.json, made by `python -m geo.relief_build`.

The browser fetches three of them once, each a list of rows with degrees of longitude and latitude; `i` is a country's place
in the order of ISO3 codes:

* `relief-land`: `p`, the rings of a piece of land outside the atlas, Europe and Africa with it, where the arcs begin.
* `relief-countries`: `i`, and `p`, the rings of a part of the country; the smallest island states carry a plate besides.
* `relief-lines`: `i`, `k` (0: an edge of the country, 1: a hatch line over it), and the two ends of a line, `s` and `t`.

The fourth, `relief-grips`, is read by the server: for each country the point of its label and a coarse outline that catches
the mouse, and the point in open sea where money for a region is drawn.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from geo.static_file import STATIC_FOLDER, StaticFile

MADE_BY = "python -m geo.relief_build"
LAND = StaticFile("relief-land", MADE_BY)
COUNTRIES = StaticFile("relief-countries", MADE_BY)
LINES = StaticFile("relief-lines", MADE_BY)
GRIPS = StaticFile("relief-grips", MADE_BY)

FILES = (LAND, COUNTRIES, LINES, GRIPS)

Point = tuple[float, float]


@dataclass(frozen=True)
class Grip:
    """A country in the 3D view: where its label stands, and a coarse outline; in degrees."""

    at: Point
    outline: tuple[Point, ...]


@cache
def load_grips(folder: Path = STATIC_FOLDER) -> dict[str, Grip]:
    """Return the grip of each country by ISO3, in the order that `i` counts. Raises FileNotFoundError without the file."""
    rows = json.loads(GRIPS.find(folder).read_text(encoding="utf-8"))["countries"]
    return {iso3: Grip(tuple(row["at"]), tuple(map(tuple, row["outline"]))) for iso3, row in rows.items()}


@cache
def load_anchors(folder: Path = STATIC_FOLDER) -> dict[str, Point]:
    """Return the point in open sea of each region with money of its own, by funding zone, and Brussels."""
    anchors = json.loads(GRIPS.find(folder).read_text(encoding="utf-8"))["anchors"]
    return {place: tuple(point) for place, point in anchors.items()}


@cache
def find_address(file: StaticFile) -> str:
    """Return where a browser fetches a file, relative to the page."""
    return f"app/static/{file.find(STATIC_FOLDER).name}"
