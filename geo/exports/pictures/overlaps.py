"""The overlap of groups: a row a set of countries with dots for the groups that they are in, a bar, and their names."""

from typing import Any

from geo.exports.pictures import fonts, look
from geo.exports.pictures.pen import Box, Pen

Payload = dict[str, Any]

COLUMN = 84.0
BAR = 190.0
HEAD = 66.0
LEAST, MOST = 36.0, 54.0
COLOUR = "#0b4f8a"


def height(data: Payload, width: float) -> float:
    """Return the height of the sets, each as high as its names need."""
    return HEAD + sum(_row_height(data, one, width) for one in data["columns"])


def _names_width(data: Payload, width: float) -> float:
    return width - len(data["rows"]) * COLUMN - BAR - 40


def _names(data: Payload, one: Payload, width: float) -> list[str]:
    names = ", ".join(name.replace(" ", fonts.KEEP) for name in one["countries"].split(", "))
    return fonts.wrap(names, _names_width(data, width), look.SMALL)


def _row_height(data: Payload, one: Payload, width: float) -> float:
    return max(LEAST, len(_names(data, one, width)) * look.SMALL * 1.25 + 12)


def draw(pen: Pen, data: Payload, box: Box) -> None:
    """Draw the groups as columns, then each set in its row."""
    least = height(data, box.width) - HEAD
    stretch = max(1.0, min((box.height - HEAD) / least, MOST / LEAST))
    for index, group in enumerate(data["rows"]):
        x = box.left + index * COLUMN + COLUMN / 2
        lines = fonts.wrap(group["label"], COLUMN - 8, look.TINY, weight=fonts.BOLD)
        base = box.top + HEAD - 24 - (len(lines) - 1) * look.TINY * 1.15
        for line in lines:
            pen.text(x, base, line, look.TINY, weight=fonts.BOLD, anchor="center")
            base += look.TINY * 1.15
        pen.text(x, box.top + HEAD - 9, str(group["count"]), look.TINY, look.QUIET, anchor="center")
    top = box.top + HEAD
    for index, one in enumerate(data["columns"]):
        room = _row_height(data, one, box.width) * stretch
        _draw_row(pen, data, one, Box(box.left, top, box.width, room), is_even=index % 2 == 0)
        top += room


def _draw_row(pen: Pen, data: Payload, one: Payload, box: Box, *, is_even: bool) -> None:
    if is_even:
        pen.rectangle(box, fill="#f4f6f7")
    middle = box.top + box.height / 2
    places = [box.left + index * COLUMN + COLUMN / 2 for index in range(len(data["rows"]))]
    inside = [x for x, is_in in zip(places, one["in"], strict=True) if is_in]
    if len(inside) > 1:
        pen.line([(inside[0], middle), (inside[-1], middle)], look.INK, 3)
    for x in places:
        pen.circle(
            x,
            middle,
            8,
            fill=look.INK if x in inside else look.GROUND,
            stroke=look.INK if x in inside else look.FAINT,
            width=1.4,
        )
    most = max(column["count"] for column in data["columns"])
    left = box.left + len(places) * COLUMN + 12
    width = (BAR - 50) * one["count"] / most
    pen.rectangle(Box(left, middle - 10, width, 20), fill=COLOUR)
    pen.text(left + width + 8, middle + look.BODY * 0.36, str(one["count"]), look.BODY, weight=fonts.BOLD)
    lines = _names(data, one, box.width)
    base = middle + look.SMALL * 0.36 - (len(lines) - 1) * look.SMALL * 0.625
    for line in lines:
        pen.text(left + BAR, base, line, look.SMALL)
        base += look.SMALL * 1.25
