"""The indicators of one country as rows, each with a strip of all countries; words where there is no value."""

from typing import Any

from geo.exports.pictures import fonts, look, parts
from geo.exports.pictures.pen import Box, Pen
from geo.messages import say

Payload = dict[str, Any]

ROW, GROUP, KEY = 50.0, 40.0, 40.0
OWN, NEAR, FAR = "#b5573c", "#5b636d", "#c3c8cc"
COLUMNS = (0.24, 0.12, 0.14)  # shares of the width for name, value and place


def height(data: Payload, width: float) -> float:
    """Return the height of all rows."""
    return KEY + sum(GROUP + len(group["rows"]) * ROW for group in data["groups"]) + 0 * width


def tell(data: Payload) -> tuple[str, ...]:
    """Return what is said of single values, each once."""
    rows = [row for group in data["groups"] for row in group["rows"]]
    told = [say("{name}: {value}.", name=row["label"], value=row["sign"]) for row in rows if row["sign"]]
    return (" ".join(told),) if told else ()


def draw(pen: Pen, data: Payload, box: Box) -> None:
    """Draw the key and the rows by topic."""
    draw_key(pen, data["key"], box)
    least = height(data, box.width) - KEY
    stretch = max(1.0, min(1.25, (box.height - KEY) / least))
    y = box.top + KEY
    for group in data["groups"]:
        parts.draw_heading(pen, group["title"], box.left, y + GROUP - 14, box.width)
        y += GROUP
        for row in group["rows"]:
            draw_row(pen, row, Box(box.left, y, box.width, ROW * stretch))
            y += ROW * stretch


def draw_key(pen: Pen, key: Payload, box: Box) -> None:
    """Draw which dot is which, in one line: the letters are as large as the width allows."""
    texts = [(kind, str(key[kind])) for kind in ("own", "near", "far")]
    texts += [("line", say("for comparison")), ("hollow", say("hollow: doubtful"))]
    needed = sum(46 + fonts.measure(text, look.SMALL, weight=fonts.BOLD) for _, text in texts)
    size = look.SMALL * min(1.0, box.width / needed)
    x, y = box.left, box.top + 14
    for kind, text in texts:
        if kind == "line":
            pen.line([(x + 8, y - 8), (x + 8, y + 8)], look.QUIET, 1.2, (0.0, (3.0, 2.0)))
        else:
            draw_dot(pen, "near" if kind == "hollow" else kind, x + 8, y, is_hollow=kind == "hollow")
        weight = fonts.BOLD if kind == "own" else fonts.REGULAR
        pen.text(x + 22, y + 5, text, size, weight=weight)
        x += 22 + fonts.measure(text, size, weight=weight) + 20


def draw_dot(pen: Pen, kind: str, x: float, y: float, *, is_hollow: bool = False, share: float = 1.0) -> None:  # noqa: PLR0913
    """Draw a country on a strip: the country itself large, its sub-region dark, all others pale."""
    if kind == "own":
        pen.circle(x, y, 8 * share, fill=look.GROUND if is_hollow else OWN, stroke=look.INK, width=1.6)
    else:
        colour = NEAR if kind == "near" else FAR
        pen.circle(
            x,
            y,
            5 * share,
            fill=look.GROUND if is_hollow else colour,
            stroke=colour if is_hollow else look.GROUND,
            width=1.4,
        )


def draw_row(  # noqa: PLR0913
    pen: Pen,
    row: Payload,
    box: Box,
    size: float = look.SMALL,
    *,
    columns: tuple[float, float, float] = COLUMNS,
    with_ends: bool = True,
) -> None:
    """Draw one indicator: name and unit, value and place, and its strip or the words in its stead."""
    middle, small = box.top + box.height / 2, size * 0.86
    left = box.left + box.width * columns[0]
    room = left - box.left - 6
    label_size = fonts.fit(row["label"], room, size, weight=fonts.BOLD)
    pen.text(box.left, middle - 3, row["label"], label_size, weight=fonts.BOLD)
    pen.text(box.left, middle - 3 + small * 1.2, row["unit"], fonts.fit(row["unit"], room, small), look.QUIET)
    pen.line([(box.left, box.bottom), (box.right, box.bottom)], look.LINE, 0.7)
    if row["message"]:
        pen.text(left + 10, middle + 4, row["message"], size, look.QUIET)
        return
    sign = " ?" if row["sign"] else ""
    pen.text(
        left + box.width * columns[1] - 24,
        middle + 6,
        f"{row['text']}{sign}",
        size * 1.2,
        weight=fonts.BOLD,
        anchor="right",
    )
    rank_size = fonts.fit(row["rank"], box.width * columns[2] - 6, size)
    pen.text(left + box.width * columns[1], middle + 5, row["rank"], rank_size, look.QUIET)
    start = left + box.width * (columns[1] + columns[2])
    _draw_strip(pen, row, Box(start, box.top, box.right - start - 12, box.height), small, with_ends=with_ends)


def _draw_strip(pen: Pen, row: Payload, box: Box, size: float, *, with_ends: bool) -> None:
    y = box.top + box.height * (0.4 if with_ends else 0.5)
    pen.line([(box.left, y), (box.right, y)], look.LINE, 1.2)
    for one in row["references"]:
        x = box.left + one["x"] * box.width
        pen.line([(x, y - 12), (x, y + 12)], look.QUIET, 1.2, (0.0, (3.0, 2.0)))
    order = {"far": 0, "near": 1, "own": 2}
    for dot in sorted(row["dots"], key=lambda one: order[one["kind"]]):
        draw_dot(
            pen,
            dot["kind"],
            box.left + dot["x"] * box.width,
            y,
            is_hollow=dot["hollow"],
            share=size / (look.SMALL * 0.86),
        )
    if with_ends:
        pen.text(box.left, y + 10 + size, row["ends"][0], size, look.QUIET)
        pen.text(box.right, y + 10 + size, row["ends"][1], size, look.QUIET, anchor="right")
        words = ", ".join(f"{one['short']} {one['text']}" for one in row["references"])
        pen.text(box.left + box.width / 2, y + 10 + size, words, size, look.QUIET, anchor="center")
