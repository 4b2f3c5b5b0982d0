"""Events in lanes, each as wide as the span in which it may have been, its name beside it."""

from dataclasses import dataclass
from typing import Any

from geo.exports.pictures import fonts, look, parts
from geo.exports.pictures.pen import Box, Pen

Payload = dict[str, Any]

ROW, LANE_HEAD, GAP, AXIS = 25.0, 36.0, 8.0, 30.0
MARK = 11.0


@dataclass(frozen=True)
class Placed:
    """An event in its lane: its row, where its mark begins and how wide it is, and where its name stands."""

    event: Payload
    row: int
    left: float
    width: float
    is_turned: bool


def height(data: Payload, width: float) -> float:
    """Return the height of the lanes with all their names."""
    lanes = sum(LANE_HEAD + _rows(place_events(lane["events"], width)) * ROW for lane in data["lanes"])
    return parts.legend_height(data["legend"], width) + AXIS + lanes


def draw(pen: Pen, data: Payload, box: Box) -> None:
    """Draw legend, axis and lanes."""
    top = parts.draw_legend(pen, data["legend"], box.left, box.top, box.width, _draw_sign)
    plot = Box(box.left, top + AXIS, box.width, height(data, box.width) - (top - box.top) - AXIS)
    parts.draw_ticks(pen, [(tick["at"], tick["text"]) for tick in data["ticks"]], plot)
    y = plot.top
    for lane in data["lanes"]:
        parts.draw_heading(pen, f"{lane['title']} ({lane['count']})", box.left, y + 20, box.width)
        placed = place_events(lane["events"], box.width)
        for one in placed:
            _draw_event(
                pen, one, box.left, y + LANE_HEAD + one.row * ROW, is_chosen=one.event["id"] == data["selected"]
            )
        y += LANE_HEAD + _rows(placed) * ROW


def _rows(placed: list[Placed]) -> int:
    return 1 + max((one.row for one in placed), default=-1)


def place_events(events: list[Payload], width: float) -> list[Placed]:
    """Return events in the highest row where they touch no other; the name on the right, or on the left for want of room."""
    taken: list[list[tuple[float, float]]] = []
    placed = []
    for event in events:
        is_year = event["precision"] == "year"
        size = max(MARK, (event["to"] - event["from"]) * width) if is_year else MARK
        start = event["from"] * width if is_year else (event["from"] + event["to"]) / 2 * width - MARK / 2
        whole = size + 6 + fonts.measure(event["title"], look.TINY)
        is_turned = start + whole > width and start + size - whole >= 0
        left = start + size - whole if is_turned else start
        free = (
            index
            for index, row in enumerate(taken)
            if all(left >= end + GAP or left + whole + GAP <= begin for begin, end in row)
        )
        row = next(free, len(taken))
        taken[row : row + 1] = [[*(taken[row] if row < len(taken) else []), (left, left + whole)]]
        placed.append(Placed(event, row, start, size, is_turned))
    return placed


def _draw_sign(pen: Pen, entry: Payload, left: float, top: float) -> None:
    draw_mark(
        pen, entry["precision"], left, top + 8, parts.SIGN_WIDTH if entry["precision"] == "year" else MARK, look.INK
    )


def draw_mark(pen: Pen, precision: str, left: float, middle: float, width: float, colour: str) -> None:  # noqa: PLR0913, PLR0917
    """Draw the sign of a date: a diamond for a day, a ring for a month, a bar for a year."""
    if precision == "year":
        pen.rectangle(Box(left, middle - MARK / 2, width, MARK), fill="#d2d6da", stroke=look.QUIET)
    elif precision == "month":
        pen.circle(left + MARK / 2, middle, MARK / 2, fill=look.GROUND, stroke=colour, width=2.2)
    else:
        x = left + MARK / 2
        pen.polygon([(x, middle - 7), (x + 7, middle), (x, middle + 7), (x - 7, middle)], fill=colour)


def _draw_event(pen: Pen, one: Placed, left: float, top: float, *, is_chosen: bool) -> None:
    middle, start = top + ROW / 2, left + one.left
    draw_mark(pen, one.event["precision"], start, middle, one.width, look.BRAND if is_chosen else look.INK)
    x, anchor = (start - 6, "right") if one.is_turned else (start + one.width + 6, "left")
    weight = fonts.BOLD if is_chosen else fonts.REGULAR
    pen.text(
        x, middle + look.TINY * 0.36, one.event["title"], look.TINY, weight=weight, anchor=anchor, halo=look.GROUND
    )
