"""Parts that several kinds of figures share: a legend on one or more lines, the heading of a group, ticks, and inks for labels."""

from collections.abc import Callable, Sequence
from typing import Any

from geo.exports.pictures import fonts, look
from geo.exports.pictures.pen import Box, Pen

Payload = dict[str, Any]

# What draws a sign of a legend from its corner, 22 wide and 16 high.
Sign = Callable[[Pen, Payload, float, float], None]
SIGN_WIDTH, SIGN_HEIGHT, LEGEND_LINE = 22.0, 16.0, 28.0


def fill_sign(pen: Pen, entry: Payload, left: float, top: float) -> None:
    """Draw a rectangle in the colour of an entry."""
    pen.rectangle(Box(left, top, SIGN_WIDTH, SIGN_HEIGHT), fill=entry["light"])


def legend_height(entries: Sequence[Payload], width: float) -> float:
    """Return the height of a legend at a width; 0 for one without entries."""
    return len(_arrange(entries, width)) * LEGEND_LINE


def draw_legend(  # noqa: PLR0913, PLR0917
    pen: Pen, entries: Sequence[Payload], left: float, top: float, width: float, sign: Sign = fill_sign
) -> float:
    """Draw entries with their signs from left to right, as many lines as they need; return where they end."""
    for line in _arrange(entries, width):
        x = left
        for entry, room in line:
            sign(pen, entry, x, top + 3)
            pen.text(x + SIGN_WIDTH + 9, top + 3 + SIGN_HEIGHT * 0.85, _tell(entry), look.SMALL)
            x += room
        top += LEGEND_LINE
    return top


def _tell(entry: Payload) -> str:
    count = entry.get("count")
    return f"{entry['label']} ({count})" if count is not None else str(entry["label"])


def _arrange(entries: Sequence[Payload], width: float) -> list[list[tuple[Payload, float]]]:
    lines: list[list[tuple[Payload, float]]] = []
    used = width
    for entry in entries:
        room = SIGN_WIDTH + 9 + fonts.measure(_tell(entry), look.SMALL) + 28
        if used + room - 28 > width:
            lines.append([])
            used = 0.0
        lines[-1].append((entry, room))
        used += room
    return lines


def ink_on(colour: str) -> str:
    """Return the ink that is read on a colour: the page's, or white."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in (red, green, blue)]
    light = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return look.INK if light > 0.28 else look.GROUND


def soften(colour: str, share: float = 0.2) -> str:
    """Return a colour mixed with the ground: this share of it, the rest white."""
    parts = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(255 + (one - 255) * share):02x}" for one in parts)


def widest(texts: Sequence[str], size: float = look.BODY, weight: int = fonts.REGULAR, most: float = 1e9) -> float:
    """Return the width of the widest of some texts, but no more than a bound."""
    return min(most, max((fonts.measure(text, size, weight=weight) for text in texts), default=0.0))


def draw_heading(  # noqa: PLR0913, PLR0917
    pen: Pen, text: str, left: float, base: float, width: float, beside: str = ""
) -> None:
    """Draw the heading of a group over a rule, a second text at its end."""
    pen.text(left, base, text, look.BODY, weight=fonts.BOLD)
    if beside:
        pen.text(left + width, base, beside, look.SMALL, look.QUIET, anchor="right")
    pen.line([(left, base + 7), (left + width, base + 7)], look.QUIET, 0.8)


def draw_ticks(pen: Pen, ticks: Sequence[tuple[float, str]], plot: Box, *, above: bool = True) -> None:
    """Draw round numbers along an axis with faint lines through the plot; `ticks` are shares of its width with their texts."""
    before = -1e9
    for share, text in ticks:
        x = plot.left + share * plot.width
        pen.line([(x, plot.top), (x, plot.bottom)], look.LINE, 0.8)
        half = fonts.measure(text, look.TINY) / 2
        if x - half > before + 6:
            pen.text(
                x, plot.top - 7 if above else plot.bottom + look.TINY + 4, text, look.TINY, look.QUIET, anchor="center"
            )
            before = x + half


def draw_empty(pen: Pen, text: str, box: Box) -> None:
    """Say why there is nothing to draw."""
    pen.text(box.left + box.width / 2, box.top + box.height / 2, text, look.BODY, look.QUIET, anchor="center")
