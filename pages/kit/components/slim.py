"""What goes to the browser with every rerun, made short: what most rows say is left out, what was said before is referred to."""

import json
from typing import Any

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


def pack(data: dict[str, Any]) -> bytes:
    """Return data as JSON without blanks. Streamlit would write it twice, look through it for tables, and send an eighth more."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
