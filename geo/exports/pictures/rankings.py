"""Rankings: countries as bars in order, with reference lines; doubtful and spread amounts are told by pattern, sign and word."""

from typing import Any

from geo.exports.pictures import fonts, look, parts
from geo.exports.pictures.pen import Box, Pen
from geo.messages import say

Payload = dict[str, Any]

LEAST, MOST = 22.0, 38.0  # height of a row
HEAD = 30.0
SIGNS = {"doubtful": "?", "conflict": "?"}
HATCHES = {"doubtful": "\\\\\\\\", "missing": "\\\\\\\\\\"}


def height(data: Payload, _width: float) -> float:
    """Return the least height of a ranking."""
    return HEAD + 8 + 18 * len(_stack(data, 600.0)) + max(1, len(data["rows"])) * LEAST


def draw(pen: Pen, data: Payload, box: Box) -> None:
    """Draw the bars and the reference lines through them."""
    if not data["rows"]:
        parts.draw_empty(pen, data["missing_label"] or say("Nothing to draw."), box)
        return
    _Ranking(pen, data, box).draw()


def tell(data: Payload) -> tuple[str, ...]:
    """Return who has no bar, and what the signs mean."""
    said = []
    names = ", ".join(one["name"] for one in data["missing"])
    if names:
        said.append(say("{name}: {value}.", name=data["missing_label"], value=names))
    statuses = {row["status"] for row in data["rows"]}
    meanings = {
        "doubtful": say("hatched, “?”: doubtful"),
        "conflict": say("“?”: the report prints other values too"),
        "apart": say("dashed and empty: not in the total"),
        "spread": say("outlined and empty: spread over countries by the rule"),
        "missing": say("hatched: no value of the indicator"),
    }
    told = [meaning for status, meaning in meanings.items() if status in statuses]
    if any(row["value"] > data["domain"][1] for row in data["rows"]):
        told.append(say("a bar with a break is cut"))
    if any(row.get("own") is not None for row in data["rows"]):
        told.append(say("striped: the part that the rule spread"))
    if any(row["member"] for row in data["rows"]) and not all(row["member"] for row in data["rows"]):
        told.append(say("ring: in the chosen set"))
    return (*said, *([f"{'; '.join(told)[0].upper()}{'; '.join(told)[1:]}."] if told else []))


def _stack(data: Payload, width: float) -> list[tuple[Payload, float, int]]:
    """The labels of reference lines, each with its share of the axis and the line of text on which it touches no other."""
    low, high = data["domain"]
    ends: list[float] = []
    placed = []
    for one in sorted(data["references"], key=lambda one: one["value"]):
        share = (one["value"] - low) / (high - low or 1)
        half = fonts.measure(f"{one['short']} {one['text']}", look.SMALL) / 2 + 6
        level = next((index for index, end in enumerate(ends) if share * width - half > end), len(ends))
        ends[level : level + 1] = [share * width + half]
        placed.append((one, share, level))
    return placed if len(ends) > 1 else [(one, share, 0) for one, share, _ in placed]


class _Ranking:
    """Draws one ranking."""

    def __init__(self, pen: Pen, data: Payload, box: Box) -> None:
        self.pen, self.data, self.box = pen, data, box
        rows = data["rows"]
        self.size = look.BODY if box.height / max(1, len(rows)) > 25 else look.SMALL
        self.rank_width = parts.widest([row["rank"] for row in rows], self.size) + 12
        names = parts.widest([self._name(row) for row in rows], self.size, fonts.REGULAR, box.width * 0.3) + 40
        notes = parts.widest([row.get("note", "") for row in rows], look.SMALL)
        self.value_width = (
            parts.widest([row["text"] for row in rows], self.size, fonts.BOLD) + 34 + (notes + 14 if notes else 0)
        )
        left = box.left + self.rank_width + names
        levels = 1 + max((level for *_, level in _stack(data, box.width - names - 120)), default=-1)
        top = box.top + max(HEAD, 10 + 19 * levels)
        self.pitch = min(MOST, (box.bottom - top) / len(rows))
        self.plot = Box(left, top, box.right - left - self.value_width, self.pitch * len(rows))

    def _name(self, row: Payload) -> str:
        return str(row["name"])

    def _x(self, value: float) -> float:
        low, high = self.data["domain"]
        share = (value - low) / (high - low or 1)
        return float(self.plot.left + max(0.0, min(1.0, share)) * self.plot.width)

    def draw(self) -> None:
        """Draw heading, reference lines and rows."""
        self.pen.text(self.box.left, self.plot.top - 12, self.data["unit"], look.SMALL, look.QUIET)
        self.pen.line([(self.box.left, self.plot.top), (self.box.right, self.plot.top)], look.LINE)
        for index, row in enumerate(self.data["rows"]):
            self._bar(row, self.plot.top + index * self.pitch)
        for one, share, level in _stack(self.data, self.plot.width):
            x = self.plot.left + share * self.plot.width
            self.pen.line([(x, self.plot.top), (x, self.plot.bottom)], look.QUIET, 1.2, (0.0, (4.0, 3.0)))
            base = self.plot.top - 10 - 19 * level
            if level:
                self.pen.line([(x, base + 6), (x, self.plot.top)], look.LINE, 0.8)
            width = fonts.measure(f"{one['short']} {one['text']}", look.SMALL)
            start = max(self.plot.left, min(x - width / 2, self.plot.right - width))
            self.pen.text(start, base, one["short"], look.SMALL, look.QUIET)
            self.pen.text(
                start + fonts.measure(one["short"] + " ", look.SMALL), base, one["text"], look.SMALL, weight=fonts.BOLD
            )
        if self.data["domain"][0] < 0:
            self.pen.line([(self._x(0), self.plot.top), (self._x(0), self.plot.bottom)], look.INK, 1.2)
        for index, row in enumerate(self.data["rows"]):
            self._row(row, self.plot.top + index * self.pitch)

    def _row(self, row: Payload, top: float) -> None:
        pen, base = self.pen, top + self.pitch / 2 + self.size * 0.36
        pen.text(self.box.left + self.rank_width - 12, base, row["rank"], self.size, look.QUIET, anchor="right")
        weight = fonts.BOLD if row["id"] == self.data["selected"] else fonts.REGULAR
        name_left = self.box.left + self.rank_width
        lines = fonts.wrap(row["name"], self.plot.left - name_left - 30, self.size, weight=weight)
        size = self.size if len(lines) == 1 else min(self.size, self.pitch / len(lines) * 0.8)
        pen.lines(name_left, base - (len(lines) - 1) * size * 0.6, lines, size, weight=weight)
        if row["member"] and not all(one["member"] for one in self.data["rows"]):
            x = name_left + min(fonts.measure(lines[0], size), self.plot.left - name_left - 30) + 14
            pen.circle(x, base - self.size * 0.33, 5, stroke=look.INK, width=1.6)
            pen.circle(x, base - self.size * 0.33, 1.5, fill=look.INK)
        text = f"{row['text']} {SIGNS.get(row['status'], '')}".strip()
        # Beside its bar; where bars run both ways, in a column.
        end = self.plot.right if self.data["domain"][0] < 0 else self._x(row["value"])
        pen.text(end + 12, base, text, self.size, weight=fonts.BOLD, halo=look.GROUND)
        if row.get("note"):
            start = end + 24 + fonts.measure(text, self.size, weight=fonts.BOLD)
            pen.text(start, base, row["note"], look.SMALL, look.QUIET, halo=look.GROUND)

    def _bar(self, row: Payload, top: float) -> None:
        if row["id"] == self.data["selected"]:
            self.pen.rectangle(Box(self.box.left - 6, top, self.box.width + 12, self.pitch), fill="#eef0f1")
            self.pen.rectangle(Box(self.box.left - 6, top, 4, self.pitch), fill=look.INK)
        gap = max(3.0, self.pitch * 0.18)
        first, last = sorted(
            (self._x(max(0.0, self.data["domain"][0]) if row["value"] >= 0 else 0.0), self._x(row["value"]))
        )
        box = Box(first, top + gap, max(1.5, last - first), self.pitch - 2 * gap)
        status = row["status"]
        if status in {"apart", "spread"}:
            colour = look.QUIET if status == "apart" else row["light"]
            self.pen.rectangle(
                box, stroke=colour, width=1.8, dashes=(0.0, (4.0, 3.0)) if status == "apart" else look.SOLID
            )
            return
        self.pen.rectangle(box, fill=row["light"], stroke="#00000022", width=0.6)
        if status in HATCHES:
            self.pen.hatched(box, look.GROUND, HATCHES[status])
        if row.get("own") is not None:
            start = self._x(row["own"])
            self.pen.hatched(Box(start, box.top, box.right - start, box.height), look.INK)
        low, high = self.data["domain"]
        if row["value"] > high or row["value"] < low:
            x = box.right - 16 if row["value"] > high else box.left + 16
            self.pen.polygon(
                [(x - 2, box.bottom + 3), (x + 3, box.bottom + 3), (x + 8, box.top - 3), (x + 3, box.top - 3)],
                fill=look.GROUND,
            )
            for shift in (-2, 3):
                self.pen.line([(x + shift, box.bottom + 3), (x + shift + 5, box.top - 3)], look.INK, 1.2)
