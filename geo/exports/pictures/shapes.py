"""The shapes of the map: the SVG paths of the map file as outlines that a picture can draw."""

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from matplotlib.path import Path

from geo.map_file import find_map_file

_PART = re.compile(r"[MmLlZz]|-?(?:\d+\.?\d*|\.\d+)")

Point = tuple[float, float]


@cache
def load_map() -> dict[str, Any]:
    """Return the map file: its view, land outside the atlas, areas, inset and anchors; see geo/map_file.py."""
    found: dict[str, Any] = json.loads(find_map_file().read_text(encoding="utf-8"))
    return found


@cache
def read_path(text: str) -> Path:
    """Return the outline of an SVG path of moves and lines, absolute or relative. Raises ValueError for any other command."""
    points: list[Point] = []
    codes: list[Any] = []
    for ring in _read_rings(text):
        points += [*ring, ring[0]]
        codes += [Path.MOVETO, *[Path.LINETO] * (len(ring) - 1), Path.CLOSEPOLY]
    return Path(points or [(0.0, 0.0)], codes or [Path.MOVETO])


def without_specks(text: str) -> str:
    """Return a path without its smallest islands, whose heavy outlines would run together; all of it if it is nothing else."""
    parts = re.split(r"(?=M)", text)
    return "".join(part for part in parts if len(part) > 150) or text


def _read_rings(text: str) -> Iterator[list[Point]]:
    """The rings of a path; the pen stands where the last one began, as SVG says of what follows a Z."""
    ring: list[Point] = []
    at, command, pending = (0.0, 0.0), "", None
    for part in _PART.findall(text):
        if part.isalpha():
            command = part
            if part in "MmZz" and ring:
                yield ring
                at, ring = ring[0], []
            continue
        if pending is None:
            pending = float(part)
            continue
        step, pending = (pending, float(part)), None
        at = step if command in "ML" else (at[0] + step[0], at[1] + step[1])
        ring.append(at)
        command = {"M": "L", "m": "l"}.get(command, command)
    if ring:
        yield ring
