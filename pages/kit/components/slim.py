"""Figures made short for the browser: what most rows say is left out, what was said before is referred to, and both are put back there.

Every rerun sends every row, and the pages of the snapshot carry the same data.
"""

from collections.abc import Callable
from typing import Any

Data = dict[str, Any]

_USUAL_AREA = {"status": "ok", "in": True, "member": False, "lines": []}
_USUAL_DOT = {"kind": "far", "hollow": False, "cut": False}
_USUAL_ROW = {"status": "ok", "in": True, "member": False}


def slim(kind: str, data: Data) -> Data:
    """Return the data of a figure as the component of this kind takes it; most take it as it is."""
    return _SLIMMERS[kind](data) if kind in _SLIMMERS else data


def leave_out(row: Data, usual: Data) -> Data:
    """Return a row without what it has in common with most."""
    return {name: value for name, value in row.items() if name not in usual or value != usual[name]}


def slim_cell(cell: Any) -> Any:
    """Return a cell to send. A number whose text is the number itself goes as text alone."""
    if not isinstance(cell, dict) or not isinstance(cell.get("v"), int | float) or "href" in cell:
        return cell
    return cell["t"] if cell["t"] == f"{cell['v']:g}" else cell


def refer(rows: list[list[Any]]) -> list[list[Any]]:
    """Return rows of cells to send. A text that stood in the same column before goes as the number of its row."""
    firsts: dict[tuple[int, str], int] = {}
    return [
        [
            first if isinstance(cell, str) and (first := firsts.setdefault((column, cell), number)) != number else cell
            for column, cell in enumerate(row)
        ]
        for number, row in enumerate(rows)
    ]


def _slim_map(data: Data) -> Data:
    areas = {area_id: leave_out(area, _USUAL_AREA) for area_id, area in data["areas"].items()}
    return data | {"areas": areas, "usual": _USUAL_AREA}


def _slim_ranking(data: Data) -> Data:
    """Colours go as a number in the list of colours."""
    colours = list(dict.fromkeys((row["light"], row["dark"]) for row in data["rows"]))
    rows = [leave_out(row, _USUAL_ROW) | {"colour": colours.index((row["light"], row["dark"]))} for row in data["rows"]]
    for row in rows:
        del row["light"], row["dark"]
    sent = [{"light": light, "dark": dark} for light, dark in colours]
    return data | {"rows": rows, "usual": _USUAL_ROW, "colours": sent}


def _slim_strips(data: Data) -> Data:
    """Names of countries go once, not with each dot."""
    names: dict[str, str] = {}

    def slim_dot(dot: Data) -> Data:
        names[dot["id"]] = dot["name"]
        return leave_out(dot, {**_USUAL_DOT, "name": dot["name"]})

    def slim_row(row: Data) -> Data:
        return row | {"dots": [slim_dot(dot) for dot in row["dots"]]} if "dots" in row else row

    groups = [group | {"rows": [slim_row(row) for row in group["rows"]]} for group in data["groups"]]
    return data | {"groups": groups, "names": names, "usual": _USUAL_DOT}


def _slim_table(data: Data) -> Data:
    cells = refer([[slim_cell(cell) for cell in row["cells"]] for row in data["rows"]])
    rows = [leave_out(row, _USUAL_ROW) | {"cells": sent} for row, sent in zip(data["rows"], cells, strict=True)]
    return data | {"rows": rows}


_SLIMMERS: dict[str, Callable[[Data], Data]] = {
    "map": _slim_map,
    "ranking": _slim_ranking,
    "strips": _slim_strips,
    "table": _slim_table,
}
