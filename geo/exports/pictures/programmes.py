"""Programmes on an axis of years, each with its budget by funder on one scale and in words."""

from typing import Any

from geo.exports.pictures import fonts, look, parts
from geo.exports.pictures.pen import Box, Pen
from geo.messages import say

Payload = dict[str, Any]

ROW, HEAD, GROUP = 46.0, 34.0, 40.0
FILLS = {"eu": "#0b4f8a", "total": "#9aa2a9"}
SPAN = "#76808a"


def height(data: Payload, width: float) -> float:
    """Return the height of all programmes."""
    names, _years, budget = _columns(width)
    rows = sum(_row_height(row, names, budget) for group in data["groups"] for row in group["rows"])
    return parts.legend_height(data["legend"], width) + HEAD + len(data["groups"]) * GROUP + rows


def _columns(width: float) -> tuple[float, float, float]:
    return width * 0.27, width * 0.37, width * 0.30


def _lines(row: Payload, names: float, budget: float) -> tuple[list[str], list[str]]:
    name = fonts.wrap(row["name"], names - 10, look.SMALL, weight=fonts.BOLD)
    return name, fonts.wrap(row["words"], budget, look.TINY)


def _row_height(row: Payload, names: float, budget: float) -> float:
    name, words = _lines(row, names, budget)
    return max(ROW, 24 + len(words) * 17 + 8, len(name) * 19 + 26)


def tell(data: Payload) -> tuple[str, ...]:
    """Return the scale of the budgets, and what a fading bar means."""
    scale = say(
        "Budgets are on one scale up to {amount}; parts are as printed and never added up. A fading bar: the end is not known.",
        amount=data["largest"],
    )
    return (scale,)


def draw(pen: Pen, data: Payload, box: Box) -> None:
    """Draw legend, axis, and each programme in its group."""
    top = parts.draw_legend(pen, data["legend"], box.left, box.top, box.width, _draw_sign)
    names, years, budget = _columns(box.width)
    plot = Box(box.left + names, top + HEAD, years, height(data, box.width) - (top - box.top) - HEAD)
    scale = Box(box.right - budget, plot.top, budget, plot.height)
    step = 1 / max(1, len(data["ticks"]))
    parts.draw_ticks(
        pen, [(tick["at"] + step / 2, tick["text"]) for tick in data["ticks"]], Box(plot.left, plot.top, plot.width, 0)
    )
    pen.text(scale.left, plot.top - 7, say("Budget as printed, EUR million"), look.TINY, look.QUIET)
    for tick in data["ticks"]:
        x = plot.left + tick["at"] * plot.width
        pen.line([(x, plot.top), (x, plot.bottom)], look.LINE, 0.7)
    y = plot.top
    for group in data["groups"]:
        pen.rectangle(Box(box.left, y + 6, box.width, GROUP - 8), fill=look.GROUND)
        parts.draw_heading(pen, group["title"], box.left, y + GROUP - 12, box.width)
        y += GROUP
        for row in group["rows"]:
            room = _row_height(row, names, budget)
            _draw_row(pen, row, Box(box.left, y, names, room), plot, scale)
            y += room
            pen.line([(box.left, y), (box.right, y)], look.LINE, 0.7)


def _draw_row(pen: Pen, row: Payload, box: Box, plot: Box, scale: Box) -> None:
    name, words = _lines(row, box.width, scale.width)
    y = pen.lines(box.left, box.top + 20, name, look.SMALL, weight=fonts.BOLD)
    where = f"{row['place']}, {row['years']}"
    pen.text(box.left, y - 2, where, fonts.fit(where, box.width - 10, look.TINY), look.QUIET)
    if row["from"] is not None:
        _draw_span(pen, row, box.top + 10, plot)
    x = scale.left
    if row["whole"]:
        pen.rectangle(Box(x, box.top + 8, row["whole"] * scale.width, 16), stroke=look.INK, dashes=(0.0, (4.0, 3.0)))
    for one in row["segments"]:
        width = max(2.0, one["share"] * scale.width)
        _fill(pen, one["kind"], Box(x, box.top + 10, width, 12))
        x += width
    pen.lines(scale.left, box.top + 40, words, look.TINY * 0.95, colour=look.QUIET)


def _draw_span(pen: Pen, row: Payload, top: float, plot: Box) -> None:
    left, right = plot.left + row["from"] * plot.width, plot.left + row["to"] * plot.width
    if not row["open"]:
        pen.rectangle(Box(left, top, right - left, 12), fill=SPAN)
        return
    steps = 12
    for index in range(steps):
        part = (right - left) / steps
        pen.rectangle(
            Box(left + index * part, top, part + 0.5, 12), fill=parts.soften(SPAN, 1 - max(0, index - 4) / steps * 1.4)
        )


def _draw_sign(pen: Pen, entry: Payload, left: float, top: float) -> None:
    box = Box(left, top + 2, parts.SIGN_WIDTH, parts.SIGN_HEIGHT - 4)
    if entry["kind"] == "whole":
        pen.rectangle(box, stroke=look.INK, dashes=(0.0, (4.0, 3.0)))
    else:
        _fill(pen, entry["kind"], box)


def _fill(pen: Pen, kind: str, box: Box) -> None:
    """The fill of a funder: plain for the Commission, striped for partners, dotted for others, grey where none is printed."""
    if kind in FILLS:
        pen.rectangle(box, fill=FILLS[kind], stroke=look.GROUND, width=0.8)
        return
    pen.rectangle(box, fill="#e4e7ea", stroke=look.QUIET, width=0.6)
    pen.hatched(box, look.INK, "/////" if kind == "partner" else "....")
