"""Amounts a year as bars, their sum so far as a line with an axis of its own; what has no year stands apart."""

from typing import Any

from geo.exports.pictures import fonts, look, parts
from geo.exports.pictures.pen import Box, Pen
from geo.messages import say
from geo.spelling import lower_start

Payload = dict[str, Any]

LINE_COLOUR = "#b5651d"
AXIS = 66.0
MOST_WIDE = 150.0


def height(_data: Payload, _width: float) -> float:
    """Return the least height of the chart."""
    return 480.0


def tell(data: Payload) -> tuple[str, ...]:
    """Return the sum, and what stands apart."""
    apart = [
        say("{name}: {value}.", name=one["label"], value=f"{one['lines'][0]}. {one['lines'][1]}")
        for one in data["apart"]
    ]
    is_early = any(one["early"] for one in data["bars"])
    early = [say("Hatched: {meaning}.", meaning=lower_start(data["early"]))] if is_early else []
    return (" ".join([data["total"], *early, *apart]),)


def draw(pen: Pen, data: Payload, box: Box) -> None:
    """Draw bars, line and axes."""
    bars = [*data["bars"], *data["apart"]]
    if not bars:
        parts.draw_empty(pen, say("No decision or contract under these filters."), box)
        return
    plot = box.inner(AXIS, 40, AXIS, 40)
    _draw_axes(pen, data, plot)
    slot = plot.width / (len(bars) + (0.6 if data["apart"] else 0))
    for index, one in enumerate(bars):
        middle = plot.left + slot * (index + 0.5 + (0.6 if one in data["apart"] else 0))
        _draw_bar(pen, one, data["light"], middle, min(slot * 0.62, MOST_WIDE), plot)
    points = [
        (plot.left + slot * (index + 0.5), plot.bottom - one["at"] * plot.height)
        for index, one in enumerate(data["bars"])
    ]
    if len(points) > 1:
        pen.line(points, look.GROUND, 6)
        pen.line(points, LINE_COLOUR, 3)
    for x, y in points:
        pen.circle(x, y, 6, fill=look.GROUND, stroke=LINE_COLOUR, width=2.6)


def _draw_axes(pen: Pen, data: Payload, plot: Box) -> None:
    for tick in data["axis"]["ticks"]:
        y = plot.bottom - tick["at"] * plot.height
        pen.line([(plot.left, y), (plot.right, y)], look.LINE, 0.8)
        pen.text(plot.left - 10, y + 5, tick["text"], look.SMALL, look.QUIET, anchor="right")
    for tick in data["sum_axis"]["ticks"] if data["bars"] else []:
        y = plot.bottom - tick["at"] * plot.height
        pen.line([(plot.right, y), (plot.right + 6, y)], LINE_COLOUR, 1)
        pen.text(plot.right + 12, y + 5, tick["text"], look.SMALL, LINE_COLOUR)
    pen.line([(plot.left, plot.bottom), (plot.right, plot.bottom)], look.INK, 1.2)
    pen.rectangle(Box(plot.left - 10, plot.top - 36, 20, 14), fill=data["light"])
    pen.text(plot.left + 18, plot.top - 24, data["axis"]["name"], look.SMALL)
    if data["bars"]:
        width = fonts.measure(data["sum_axis"]["name"], look.SMALL)
        pen.text(plot.right, plot.top - 24, data["sum_axis"]["name"], look.SMALL, LINE_COLOUR, anchor="right")
        pen.line([(plot.right - width - 44, plot.top - 29), (plot.right - width - 10, plot.top - 29)], LINE_COLOUR, 3)
        pen.circle(plot.right - width - 27, plot.top - 29, 5, fill=look.GROUND, stroke=LINE_COLOUR, width=2.2)


def _draw_bar(pen: Pen, one: Payload, colour: str, middle: float, width: float, plot: Box) -> None:  # noqa: PLR0913, PLR0917
    high = one["share"] * plot.height
    box = Box(middle - width / 2, plot.bottom - high, width, high)
    is_apart = one["at"] is None
    pen.rectangle(
        box,
        fill=parts.soften(colour, 0.3) if is_apart else colour,
        stroke=colour if is_apart else "none",
        dashes=(0.0, (4.0, 3.0)) if is_apart else look.SOLID,
    )
    if one["early"] and high:
        pen.hatched(box, look.GROUND)
    pen.text(middle, box.top - 8, one["text"], look.BODY, weight=fonts.BOLD, anchor="center", halo=look.GROUND)
    label = fonts.wrap(one["label"], width * 1.5, look.SMALL)
    pen.lines(middle, plot.bottom + 22, label, look.SMALL, anchor="center")
