"""Groups of bars on one scale that may run below zero, each with its amount in words."""

from typing import Any

from geo.exports.pictures import fonts, look, parts
from geo.exports.pictures.pen import Box, Pen

Payload = dict[str, Any]

TONES = {"eu": {"light": "#0b4f8a"}, "plain": {"light": "#8d969e"}, "below": {"light": "#ffffff"}}
LEAST, MOST, HEAD, GROUP = 23.0, 34.0, 30.0, 36.0


def height(data: Payload, width: float) -> float:
    """Return the least height of the bars."""
    rows = sum(len(group["rows"]) for group in data["groups"])
    notes = sum(bool(row["note"]) for group in data["groups"] for row in group["rows"])
    titles = sum(bool(group["title"]) for group in data["groups"])
    return parts.legend_height(_entries(data), width) + HEAD + rows * LEAST + notes * 18 + titles * GROUP


def draw(pen: Pen, data: Payload, box: Box) -> None:
    """Draw legend, axis and groups."""
    top = parts.draw_legend(pen, _entries(data), box.left, box.top, box.width, _draw_sign)
    rows = [row for group in data["groups"] for row in group["rows"]]
    fixed = height(data, box.width) - len(rows) * LEAST
    pitch = max(LEAST, min(MOST, (box.height - fixed) / max(1, len(rows))))
    labels = 50 + parts.widest([row["label"] for row in rows], most=box.width * 0.3)
    values = parts.widest([row["text"] for row in rows], weight=fonts.BOLD) + 26
    bottom = box.top + fixed + len(rows) * pitch
    plot = Box(box.left + labels, top + HEAD, box.width - labels - values, bottom - top - HEAD)
    parts.draw_ticks(pen, [(tick["at"], tick["text"]) for tick in data["ticks"]], plot)
    y = plot.top
    for group in data["groups"]:
        if group["title"]:
            pen.text(box.left, y + GROUP - 12, group["title"], weight=fonts.BOLD)
            y += GROUP
        for row in group["rows"]:
            _draw_row(pen, row, Box(box.left, y, box.width, pitch), plot)
            y += pitch + (18 if row["note"] else 0)
    x = plot.left + data["zero"] * plot.width
    pen.line([(x, plot.top), (x, plot.bottom)], look.INK, 1.2)


def _entries(data: Payload) -> list[Payload]:
    return [entry | TONES.get(entry["tone"], TONES["plain"]) for entry in data["legend"]]


def _draw_sign(pen: Pen, entry: Payload, left: float, top: float) -> None:
    _fill(pen, Box(left, top, parts.SIGN_WIDTH, parts.SIGN_HEIGHT), entry["tone"])


def _fill(pen: Pen, box: Box, tone: str) -> None:
    if tone == "below":
        pen.rectangle(box, fill=look.GROUND, stroke=look.INK, hatch="/////")
    else:
        pen.rectangle(box, fill=TONES.get(tone, TONES["plain"])["light"])


def _draw_row(pen: Pen, row: Payload, box: Box, plot: Box) -> None:
    base, weight = box.top + box.height / 2 + look.BODY * 0.36, fonts.BOLD if row["strong"] else fonts.REGULAR
    if row["strong"]:
        pen.rectangle(box, fill="#eef2f6")
    if row["rank"]:
        pen.text(box.left + 26, base, row["rank"], look.SMALL, look.QUIET, anchor="right")
    size = fonts.fit(row["label"], plot.left - box.left - (44 if row["rank"] else 14), look.BODY, weight=weight)
    pen.text(plot.left - 14, base, row["label"], size, weight=weight, anchor="right")
    first, last = sorted((plot.left + row["from"] * plot.width, plot.left + row["to"] * plot.width))
    _fill(pen, Box(first, box.top + 4, max(1.5, last - first), box.height - 8), row["tone"])
    pen.text(box.right, base, row["text"], look.BODY, weight=weight, anchor="right")
    if row["note"]:
        pen.text(box.right, box.bottom + 12, row["note"], look.TINY, look.QUIET, anchor="right")
