"""Breakdowns of money as bars, stacked or grouped, each with its amount and share in words."""

from typing import Any

from geo.amount_words import shorten_amount
from geo.exports.pictures import fonts, look, parts
from geo.exports.pictures.pen import Box, Pen
from geo.messages import say
from geo.money_lines import CENTS

Payload = dict[str, Any]

LEAST, MOST = 26.0, 84.0  # height of a stacked bar's row
THIN = 17.0  # height of one bar of a group
BETWEEN = 10.0  # between two groups


def height(data: Payload, width: float) -> float:
    """Return the least height of the bars with their legend."""
    return parts.legend_height(data["legend"], width) + 16 + sum(_least(data, row) for row in data["rows"]) + 30


def _least(data: Payload, row: Payload) -> float:
    return max(LEAST, len(row["segments"]) * THIN + BETWEEN) if data["arrangement"] == "grouped" else LEAST


def tell(data: Payload) -> tuple[str, ...]:
    """Return the sum of the bars."""
    return (data["total"],)


def draw(pen: Pen, data: Payload, box: Box) -> None:
    """Draw the legend, and a row for each bar."""
    top = parts.draw_legend(pen, data["legend"], box.left, box.top, box.width)
    rows = data["rows"]
    if not rows:
        parts.draw_empty(pen, say("No decision or contract under these filters."), box)
        return
    _Bars(pen, data, Box(box.left, top + 8, box.width, box.bottom - top - 8)).draw()


class _Bars:
    """Draws the rows of one breakdown."""

    def __init__(self, pen: Pen, data: Payload, box: Box) -> None:
        self.pen, self.data = pen, data
        rows = data["rows"]
        self.is_grouped = data["arrangement"] == "grouped"
        least = sum(_least(data, row) for row in rows)
        # Few bars are not blown up: they stand at the top, as on the screen.
        self.stretch = min(MOST * len(rows) / least if not self.is_grouped else 1.6, max(1.0, box.height / least))
        is_roomy = least * self.stretch / len(rows) > 34
        self.size = look.BODY if is_roomy else look.SMALL
        labels = parts.widest([row["label"] for row in rows], self.size, most=box.width * 0.27) + 18
        amounts = parts.widest([row["text"] for row in rows], self.size, fonts.BOLD)
        notes = parts.widest([row["note"] for row in rows], look.SMALL)
        beside = amounts + notes + 40
        self.label_width = labels
        self.plot = Box(box.left + labels, box.top, box.width - labels - beside, least * self.stretch)
        self.amount_left, self.note_left = self.plot.right + 14, self.plot.right + 14 + amounts + 16

    def draw(self) -> None:
        """Draw the rows under each other."""
        top = self.plot.top
        self.pen.line([(self.plot.left, top), (self.plot.left, self.plot.bottom)], look.QUIET, 0.8)
        for row in self.data["rows"]:
            room = _least(self.data, row) * self.stretch
            self._row(row, top, room)
            top += room

    def _row(self, row: Payload, top: float, room: float) -> None:
        base = top + room / 2 + self.size * 0.36
        lines = fonts.wrap(row["label"], self.label_width - 16, self.size)
        size = self.size if len(lines) * self.size * 1.15 <= room else room / len(lines) / 1.2
        self.pen.lines(self.plot.left - 10, base - (len(lines) - 1) * size * 0.62, lines, size, anchor="right")
        if self.is_grouped:
            self._group(row, top, room)
            return
        self._stack(row, top, room)
        self.pen.text(self.amount_left, base, row["text"], self.size, weight=fonts.BOLD)
        self.pen.text(self.note_left, base, row["note"], look.SMALL, look.QUIET)

    def _share(self, value: float) -> float:
        return self.plot.width * value / self.data["max"] if self.data["max"] else 0.0

    def _stack(self, row: Payload, top: float, room: float) -> None:
        x, gap = self.plot.left, room * 0.16
        for one in row["segments"]:
            width = self._share(one["value"])
            self.pen.rectangle(
                Box(x, top + gap, max(1.0, width), room - 2 * gap), fill=one["light"], stroke=look.GROUND, width=0.8
            )
            text = self._inside(one, row)
            if text and fonts.measure(text, look.TINY) + 12 < width and room > 24:
                self.pen.text(
                    x + width / 2,
                    top + room / 2 + look.TINY * 0.36,
                    text,
                    look.TINY,
                    parts.ink_on(one["light"]),
                    anchor="center",
                )
            x += width

    def _inside(self, one: Payload, row: Payload) -> str:
        """What a segment says: its amount where a legend names it, else its name; nothing where the bar has one alone."""
        if not self.data["legend"]:
            return str(one["label"]) if self.data["parts"] > 1 else ""
        return shorten_amount(round(CENTS * one["value"])) if len(row["segments"]) > 1 else ""

    def _group(self, row: Payload, top: float, room: float) -> None:
        pitch = min((room - BETWEEN) / max(1, len(row["segments"])), THIN * 1.6)
        y = top + (room - pitch * len(row["segments"])) / 2
        for one in row["segments"]:
            width = max(1.5, self._share(one["value"]))
            self.pen.rectangle(Box(self.plot.left, y + 1, width, pitch - 2), fill=one["light"])
            base = y + pitch / 2 + look.TINY * 0.36
            self.pen.text(self.plot.left + width + 8, base, f"{one['text']}", look.TINY)
            if not self.data["legend"]:
                self.pen.text(
                    self.plot.left + width + 16 + fonts.measure(one["text"], look.TINY),
                    base,
                    one["label"],
                    look.TINY,
                    look.QUIET,
                )
            y += pitch
