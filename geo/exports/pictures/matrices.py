"""Rows by columns of marks: a letter in a shape that says the same, and numbers as they are."""

from typing import Any

from geo.exports.pictures import fonts, look, parts
from geo.exports.pictures.pen import Box, Pen

Payload = dict[str, Any]

LEAST, MOST, HEAD = 23.0, 34.0, 66.0
ACCENT = "#0b4f8a"
SIGN = 10.0


def height(data: Payload, width: float) -> float:
    """Return the least height of the matrix with its legend."""
    return parts.legend_height(_entries(data), width) + HEAD + len(data["rows"]) * LEAST


def tell(data: Payload) -> tuple[str, ...]:
    """Return what the matrix is, in words."""
    return (f"{data['label']}.",)


def draw(pen: Pen, data: Payload, box: Box) -> None:
    """Draw legend, headings and rows."""
    if not data["rows"]:
        parts.draw_empty(pen, data["empty"], box)
        return
    top = parts.draw_legend(pen, _entries(data), box.left, box.top, box.width, _draw_entry)
    pitch = max(LEAST, min(MOST, (box.bottom - top - HEAD) / len(data["rows"])))
    names = parts.widest([row["label"] for row in data["rows"]], look.SMALL) + 24
    groups = parts.widest([row["group"] for row in data["rows"]], look.TINY) + 20 if data["group_label"] else 0.0
    column = (box.width - names - groups) / len(data["columns"])
    _draw_heads(pen, data, Box(box.left + names + groups, top, column, HEAD))
    pen.text(box.left, top + HEAD - 10, data["corner"], look.TINY, look.QUIET)
    if groups:
        pen.text(box.left + names, top + HEAD - 10, data["group_label"], look.TINY, look.QUIET)
    for index, row in enumerate(data["rows"]):
        y = top + HEAD + index * pitch
        pen.line([(box.left, y), (box.right, y)], look.LINE, 0.7)
        if row["id"] == data["selected"]:
            pen.rectangle(Box(box.left, y, box.width, pitch), fill="#eef0f1")
        base = y + pitch / 2 + look.SMALL * 0.36
        pen.text(box.left, base, row["label"], look.SMALL, look.INK if row.get("in", True) else look.QUIET)
        if groups:
            pen.text(box.left + names, base, row["group"], look.TINY, look.QUIET)
        for place, cell in enumerate(row["cells"]):
            _draw_cell(
                pen, cell, box.left + names + groups + (place + 0.5) * column, y + pitch / 2, min(SIGN, pitch / 2 - 1.5)
            )


def _entries(data: Payload) -> list[Payload]:
    return [one | {"label": f"{one['label']}"} for one in data["legend"]]


def _draw_heads(pen: Pen, data: Payload, first: Box) -> None:
    """The headings, in as many lines as their words need, on one bottom line."""
    words = [word for column in data["columns"] for word in column["label"].split()]
    size = min(look.TINY, look.TINY * (first.width - 8) / parts.widest(words, look.TINY, fonts.BOLD))
    for index, column in enumerate(data["columns"]):
        x = first.left + (index + 0.5) * first.width
        lines = fonts.wrap(column["label"], first.width - 6, size, weight=fonts.BOLD)
        count = str(column.get("count", "") or "")
        base = first.bottom - 10 - (18 if count else 0) - (len(lines) - 1) * 16
        for line in lines:
            pen.text(x, base, line, size, weight=fonts.BOLD, anchor="center")
            base += 16
        pen.text(x, first.bottom - 10, count, look.TINY, look.QUIET, anchor="center")


def _draw_entry(pen: Pen, entry: Payload, left: float, top: float) -> None:
    _draw_cell(pen, entry, left + 11, top + 8, SIGN)


def _draw_cell(pen: Pen, cell: Payload, x: float, y: float, half: float) -> None:
    tone, box = cell["tone"], Box(x - half, y - half, 2 * half, 2 * half)
    ink, weight = look.INK, fonts.BOLD
    if tone == "full":
        pen.rectangle(box, fill=ACCENT)
        ink = look.GROUND
    elif tone == "round":
        pen.circle(x, y, half, stroke=ACCENT, width=1.6)
        ink = ACCENT
    elif tone == "soft":
        pen.rectangle(box, fill=parts.soften(ACCENT, 0.16))
    elif tone == "open":
        pen.rectangle(box, stroke=look.QUIET, width=1.5)
    elif tone == "warn":
        pen.circle(x, y, half, stroke=look.INK, width=1.5, dashes=(0.0, (3.0, 2.0)))
    elif tone == "alert":
        pen.rectangle(box, stroke=look.INK, width=2.2)
    elif tone == "hatch":
        pen.rectangle(box, stroke=look.QUIET, hatch="//////")
    elif tone == "quiet":
        ink, weight = look.QUIET, fonts.REGULAR
    size = look.SMALL if tone == "blank" else look.TINY * min(1.0, half / 9)
    pen.text(x, y + size * 0.36, cell["mark"], size, ink, fonts.REGULAR if tone == "blank" else weight, "center")
