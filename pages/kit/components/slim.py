"""Figures made short for the way to the browser: what most rows say is left out, what was said before is referred to."""

from typing import Any

Data = dict[str, Any]

# What most rows say is left out on the way to the browser, which puts it back: every rerun sends every row.
USUAL_AREA = {"status": "ok", "in": True, "member": False, "lines": []}
USUAL_ROW = {"status": "ok", "in": True, "member": False}


def slim(row: dict[str, Any], usual: dict[str, Any]) -> dict[str, Any]:
    """Return a row without what it has in common with most."""
    return {name: value for name, value in row.items() if name not in usual or value != usual[name]}


def slim_cell(cell: Any) -> Any:
    """Return a cell to send. A number whose text is the number itself goes as text alone."""
    if not isinstance(cell, dict) or cell.get("v") is None or "href" in cell:
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


def prepare_map(data: Data) -> Data:
    """Return a map to send: each area without what most say."""
    areas = {area_id: slim(area, USUAL_AREA) for area_id, area in data["areas"].items()}
    return data | {"areas": areas, "usual": USUAL_AREA}


def prepare_ranking(data: Data) -> Data:
    """Return a ranking to send: each row without what most say, and its colours as a number in the list of colours."""
    colours = list(dict.fromkeys((row["light"], row["dark"]) for row in data["rows"]))
    rows = [slim(row, USUAL_ROW) | {"colour": colours.index((row["light"], row["dark"]))} for row in data["rows"]]
    for row in rows:
        del row["light"], row["dark"]
    sent = [{"light": light, "dark": dark} for light, dark in colours]
    return data | {"rows": rows, "usual": USUAL_ROW, "colours": sent}


def prepare_table(data: Data) -> Data:
    """Return a table to send: each row without what most say, its cells short."""
    cells = refer([[slim_cell(cell) for cell in row["cells"]] for row in data["rows"]])
    rows = [slim(row, USUAL_ROW) | {"cells": sent} for row, sent in zip(data["rows"], cells, strict=True)]
    return data | {"rows": rows}
