"""Published figures on a line each, with what the rows of the annexes give beside them, and both in words."""

from typing import Any

from geo.exports.pictures import fonts, look, parts
from geo.exports.pictures.pen import Box, Pen

Payload = dict[str, Any]

ROW, GROUP, AXIS, HEAD = 34.0, 40.0, 30.0, 12.0
ACCENT = "#0b4f8a"
# Shares of the width for what is stated, what is printed, the line, and what is given.
LAYOUTS = {"totals": (0.34, 0.06, 0.60, 0.0), "pairs": (0.14, 0.0, 0.62, 0.24), "gaps": (0.33, 0.11, 0.28, 0.28)}


def height(data: Payload, width: float) -> float:
    """Return the height of all rows, each as high as its words need."""
    titles = sum(bool(group["title"]) for group in data["groups"])
    rows = sum(_row_height(data, row, width) for group in data["groups"] for row in group["rows"])
    return parts.legend_height(data["key"], width) + HEAD + rows + titles * GROUP + len(data["groups"]) * AXIS


def _texts(data: Payload, row: Payload, width: float) -> tuple[list[str], list[str], list[str]]:
    """What is stated, and what is given, in lines at their widths; where it is stated is part of the first."""
    what, printed, _, given = (share * width for share in LAYOUTS[data["layout"]])
    label = f"{row['label']} ({row['where']})" if row["where"] else row["label"]
    told = row["sides"] or list(filter(None, (row["verdict"], row["given"])))
    lines = [line for one in told for line in fonts.wrap(one, given - 16, look.TINY)] if given else []
    return (
        fonts.wrap(label, what - 16, look.SMALL),
        fonts.wrap(row["published"], max(60.0, printed) - 6, look.SMALL),
        lines,
    )


def _row_height(data: Payload, row: Payload, width: float) -> float:
    what, printed, given = _texts(data, row, width)
    return max(ROW, max(len(what), len(printed)) * look.SMALL * 1.25 + 12, len(given) * look.TINY * 1.25 + 12)


def draw(pen: Pen, data: Payload, box: Box) -> None:
    """Draw the key, then each group with its own axis."""
    y = parts.draw_legend(pen, data["key"], box.left, box.top, box.width, _draw_sign) + HEAD
    what, printed, across, _ = (share * box.width for share in LAYOUTS[data["layout"]])
    for group in data["groups"]:
        if group["title"]:
            parts.draw_heading(pen, group["title"], box.left, y + GROUP - 14, box.width, group["note"])
            y += GROUP
        rooms = [_row_height(data, row, box.width) for row in group["rows"]]
        plot = Box(box.left + what + printed + 16, y, across - 32, sum(rooms))
        parts.draw_ticks(pen, [(tick["x"], tick["text"]) for tick in group["ticks"]], plot, above=False)
        for row, room in zip(group["rows"], rooms, strict=True):
            _draw_row(pen, data, row, Box(box.left, y, box.width, room), plot)
            y += room
        y += AXIS


def _draw_row(pen: Pen, data: Payload, row: Payload, box: Box, plot: Box) -> None:
    middle = box.top + box.height / 2
    what, printed, given = _texts(data, row, box.width)
    pen.line([(box.left, box.bottom), (box.right, box.bottom)], look.LINE, 0.7)
    for lines, x, size, anchor, colour in (
        (what, box.left, look.SMALL, "left", look.INK),
        (printed, plot.left - 16, look.SMALL, "right", look.INK),
        (given, plot.right + 26, look.TINY, "left", look.QUIET),
    ):
        base = middle + size * 0.36 - (len(lines) - 1) * size * 0.625
        for index, line in enumerate(lines):
            is_verdict = lines is given and index == 0 and row["verdict"]
            pen.text(
                x,
                base + index * size * 1.25,
                line,
                size,
                look.INK if is_verdict else colour,
                fonts.BOLD if is_verdict else fonts.REGULAR,
                anchor,
            )
    if row["marks"]:
        _draw_track(pen, row, middle, plot)


def _draw_track(pen: Pen, row: Payload, middle: float, plot: Box) -> None:
    def at(share: float) -> float:
        return plot.left + share * plot.width

    if row["band"]:
        first, last = sorted(row["band"])
        pen.rectangle(Box(at(first), middle - 9, max(2.0, at(last) - at(first)), 18), fill="#dde0e3")
    for first, last in row["lines"]:
        pen.line([(at(first), middle), (at(last), middle)], look.QUIET, 2)
    if row["zero"] is not None:
        draw_mark(pen, "published", at(row["zero"]), middle)
    for mark in row["marks"]:
        draw_mark(pen, mark["kind"], at(mark["x"]), middle)
        if mark["cut"]:
            pen.text(
                at(mark["x"]) + (14 if mark["cut"] == "high" else -14),
                middle + 5,
                "›" if mark["cut"] == "high" else "‹",
                look.BODY,
                weight=fonts.BOLD,
                anchor="center",
            )


def draw_mark(pen: Pen, kind: str, x: float, y: float) -> None:
    """Draw the sign of a number: printed, recomputed as stated, or on another base; circles for section 4, squares for section 6."""
    if kind == "published":
        pen.rectangle(Box(x - 1.7, y - 11, 3.4, 22), fill=look.INK)
    elif kind == "stated":
        pen.circle(x, y, 6, fill=look.GROUND, stroke=look.INK, width=2.2)
    elif kind == "best":
        pen.polygon([(x, y - 8), (x + 8, y), (x, y + 8), (x - 8, y)], fill=ACCENT, stroke=look.GROUND)
    elif kind == "four":
        pen.circle(x, y, 5.5, fill=look.INK)
    elif kind == "four-is":
        pen.circle(x, y, 8.5, stroke=look.INK, width=2)
    elif kind == "six":
        pen.rectangle(Box(x - 5, y - 5, 10, 10), fill=ACCENT)
    else:
        pen.rectangle(Box(x - 8, y - 8, 16, 16), stroke=ACCENT, width=2)


def _draw_sign(pen: Pen, entry: Payload, left: float, top: float) -> None:
    draw_mark(pen, entry["kind"], left + 11, top + 8)
