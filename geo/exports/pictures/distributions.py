"""Values as dots in rows, one a set of countries, with medians and reference lines."""

from typing import Any

from geo.exports.pictures import fonts, look
from geo.exports.pictures.pen import Box, Pen
from geo.messages import say
from geo.spelling import lower_start

Payload = dict[str, Any]

DOT = 7.0
ROW, MOST = 118.0, 190.0
COLOUR = "#0b4f8a"
AXIS = 56.0


def height(data: Payload, _width: float) -> float:
    """Return the least height of the rows and their axis."""
    return len(data["rows"]) * ROW + AXIS


def tell(data: Payload) -> tuple[str, ...]:
    """Return who has no value, by set, and what the signs mean."""
    missing = [
        say("{name}: {value}.", name=row["label"], value=lower_start(row["missing"]))
        for row in data["rows"]
        if row["missing"]
    ]
    is_doubtful = any(point["doubtful"] for row in data["rows"] for point in row["points"])
    signs = [say("Hollow: doubtful.")] if is_doubtful else []
    medians = say("A bar marks the median of a set; names stand where there is room for them.")
    return (" ".join([medians, *signs, *missing]),)


def draw(pen: Pen, data: Payload, box: Box) -> None:
    """Draw the rows over one axis."""
    plot = Box(box.left + 10, box.top, box.width - 20, min(box.height - AXIS, MOST * len(data["rows"])))
    low, high = data["domain"]
    _draw_axis(pen, data, plot)
    pitch = plot.height / max(1, len(data["rows"]))
    for index, row in enumerate(data["rows"]):
        _draw_row(pen, row, Box(plot.left, plot.top + index * pitch, plot.width, pitch), (low, high), data["selected"])


def _share(value: float, ends: tuple[float, float]) -> float:
    return max(0.0, min(1.0, (value - ends[0]) / (ends[1] - ends[0] or 1)))


def _draw_axis(pen: Pen, data: Payload, plot: Box) -> None:
    ends = (data["domain"][0], data["domain"][1])
    for tick in data["ticks"]:
        x = plot.left + tick["at"] * plot.width
        pen.line([(x, plot.top + 44), (x, plot.bottom)], look.LINE, 0.8)
        pen.text(x, plot.bottom + 20, tick["text"], look.SMALL, look.QUIET, anchor="center")
    pen.text(plot.right, plot.bottom + 44, data["unit"], look.SMALL, look.QUIET, anchor="right")
    free = plot.left - 60
    for one in sorted(data["references"], key=lambda one: one["value"]):
        x = plot.left + _share(one["value"], ends) * plot.width
        text = f"{one['short']} {one['text']}"
        pen.line([(x, plot.top + 44), (x, plot.bottom + 28)], look.QUIET, 1.2, (0.0, (4.0, 3.0)))
        start = max(free, x - fonts.measure(text, look.SMALL) / 2)
        pen.text(start, plot.bottom + 44, text, look.SMALL, weight=fonts.BOLD)
        free = start + fonts.measure(text, look.SMALL, weight=fonts.BOLD) + 16


def _draw_row(pen: Pen, row: Payload, box: Box, ends: tuple[float, float], selected: str | None) -> None:
    pen.text(box.left, box.top + 22, row["label"], look.BODY, weight=fonts.BOLD, halo=look.GROUND)
    start = box.left + fonts.measure(row["label"], look.BODY, weight=fonts.BOLD) + 14
    size = fonts.fit(row["about"], box.right - start, look.SMALL)
    pen.text(start, box.top + 22, row["about"], size, look.QUIET, halo=look.GROUND)
    line = box.top + box.height * 0.68
    pen.line([(box.left, line), (box.right, line)], look.QUIET, 0.8)
    points = [(box.left + _share(point["value"], ends) * box.width, point) for point in row["points"]]
    levels = _stack([x for x, _ in points])
    for (x, point), level in zip(points, levels, strict=True):
        y = line - level * (DOT * 2 + 1)
        is_chosen = point["id"] == selected
        pen.circle(
            x,
            y,
            DOT + (2 if is_chosen else 0),
            fill=look.GROUND if point["doubtful"] else COLOUR,
            stroke=look.INK if is_chosen else COLOUR,
            width=2,
        )
    if row["median"] is not None:
        x = box.left + _share(row["median"], ends) * box.width
        pen.line([(x, line - 34), (x, line + 16)], look.INK, 3)
        pen.text(x + 8, line - 24, row["median_text"], look.SMALL, weight=fonts.BOLD, halo=look.GROUND)
    _name(pen, points, line, box)


def _stack(places: list[float]) -> list[int]:
    """The level of each dot: those that would cover each other stand above."""
    ends: list[float] = []
    levels = dict.fromkeys(range(len(places)), 0)
    for index in sorted(range(len(places)), key=lambda one: places[one]):
        level = next((one for one, end in enumerate(ends) if places[index] - DOT >= end), len(ends))
        ends[level : level + 1] = [places[index] + DOT]
        levels[index] = level
    return [levels[index] for index in range(len(places))]


def _name(pen: Pen, points: list[tuple[float, Payload]], line: float, box: Box) -> None:
    """Names below the line, on two lines of text, from the highest value down; those without room are left to the table."""
    free = [box.right + 40, box.right + 40]
    for x, point in sorted(points, key=lambda one: -one[0]):
        text = f"{point['name']} {point['text'].split(' ')[0]}"
        half = fonts.measure(text, look.TINY) / 2
        for level, end in enumerate(free):
            if x + half < end and x - half > box.left - 10:
                pen.text(x, line + 26 + level * 17, text, look.TINY, look.QUIET, anchor="center", halo=look.GROUND)
                free[level] = x - half - 10
                break
