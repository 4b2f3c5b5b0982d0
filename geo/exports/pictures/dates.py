"""Contracts as lines from start to end, in groups; many of them close together, few of them with their titles."""

from typing import Any

from geo.exports.pictures import fonts, look, parts
from geo.exports.pictures.pen import Box, Pen
from geo.messages import say
from geo.spelling import join_clauses

Payload = dict[str, Any]

NAMED = 40  # up to so many lines each has its title
ROOMY, CLOSE = 23.0, 5.6  # from one line to the next
BETWEEN, LEAST_GROUP = 12.0, 40.0
LABELS = 0.3  # share of the width for names
HEAD = 44.0


def height(data: Payload, _width: float) -> float:
    """Return the height that the lines need."""
    return HEAD + sum(_group_height(data, group) for group in data["groups"])


def _is_named(data: Payload) -> bool:
    return sum(len(group["rows"]) for group in data["groups"]) <= NAMED


def _group_height(data: Payload, group: Payload) -> float:
    if _is_named(data):
        return 34 + len(group["rows"]) * ROOMY + BETWEEN
    return max(LEAST_GROUP, len(group["rows"]) * CLOSE) + BETWEEN


def tell(data: Payload) -> tuple[str, ...]:
    """Return the sum, what the signs mean, and which contracts have no line."""
    said = [data["total"]]
    if data["cut_off"]:
        said.append(say("Paler after {month}: still to come when Annex H was made.", month=data["cut_off"]["text"]))
    if any(row["doubtful"] for group in data["groups"] for row in group["rows"]):
        said.append(
            say("“?”: a doubtful amount or date.") if _is_named(data) else say("Hatched: a doubtful amount or date.")
        )
    undated = join_clauses(f"{one['reference']} ({one['known']}, {one['text']})" for one in data["undated"])
    return (
        " ".join(said),
        *([say("{name}: {value}.", name=data["undated_title"], value=undated)] if undated else []),
    )


def draw(pen: Pen, data: Payload, box: Box) -> None:
    """Draw the axis of years, the groups, and the line of the month up to which Annex H goes."""
    if not data["groups"]:
        parts.draw_empty(pen, data["undated_title"] or say("No contract under these filters."), box)
        return
    stretch = (
        1.0 if _is_named(data) else max(1.0, min(1.8, (box.height - HEAD) / max(1.0, height(data, box.width) - HEAD)))
    )
    names = box.width * LABELS
    bottom = box.top + HEAD + (height(data, box.width) - HEAD) * stretch
    plot = Box(box.left + names, box.top + HEAD, box.width - names - 8, bottom - box.top - HEAD)
    parts.draw_ticks(pen, [(tick["at"], tick["text"]) for tick in data["ticks"]], plot)
    top = plot.top
    for group in data["groups"]:
        room = _group_height(data, group) * stretch
        _draw_group(pen, data, group, Box(box.left, top, box.width, room), plot)
        top += room
    if data["cut_off"]:
        x = plot.left + data["cut_off"]["at"] * plot.width
        pen.line([(x, plot.top - 4), (x, plot.bottom)], look.INK, 1.3, (0.0, (4.0, 3.0)))
        pen.text(x, plot.top - 26, data["cut_off"]["text"], look.SMALL, weight=fonts.BOLD, anchor="center")


def _draw_group(pen: Pen, data: Payload, group: Payload, box: Box, plot: Box) -> None:
    pen.line([(box.left, box.top), (box.right, box.top)], look.LINE, 1)
    if _is_named(data):
        pen.text(box.left, box.top + 22, group["label"], look.BODY, weight=fonts.BOLD)
        pen.text(plot.left - 14, box.top + 22, group["text"], look.SMALL, look.QUIET, anchor="right")
        for index, row in enumerate(group["rows"]):
            _draw_named(pen, data, group, row, Box(box.left, box.top + 30 + index * ROOMY, box.width, ROOMY), plot)
        return
    lines = fonts.wrap(group["label"], plot.left - box.left - 150, look.SMALL, weight=fonts.BOLD)[:2]
    pen.lines(box.left, box.top + 19, lines, look.SMALL, weight=fonts.BOLD)
    pen.text(plot.left - 14, box.top + 19, group["text"], look.SMALL, weight=fonts.BOLD, anchor="right")
    pen.text(plot.left - 14, box.top + 36, group["note"], look.TINY, look.QUIET, anchor="right")
    pitch = (box.height - BETWEEN) / max(len(group["rows"]), LEAST_GROUP / CLOSE)
    for index, row in enumerate(group["rows"]):
        _draw_span(pen, data, group, row, box.top + BETWEEN / 2 + index * pitch, pitch * 0.74, plot)


def _draw_named(pen: Pen, data: Payload, group: Payload, row: Payload, box: Box, plot: Box) -> None:  # noqa: PLR0913, PLR0917
    from geo.exports.pictures.treemaps import cut  # noqa: PLC0415

    base = box.top + box.height / 2 + look.TINY * 0.36
    text = f"{row['text']}{' ?' if row['doubtful'] else ''}"
    width = fonts.measure(text, look.TINY)
    pen.text(plot.left - 14, base, text, look.TINY, anchor="right")
    pen.text(box.left, base, cut(row["title"], plot.left - box.left - width - 36, look.TINY), look.TINY, look.QUIET)
    _draw_span(pen, data, group, row, box.top + 5, box.height - 10, plot)


def _draw_span(pen: Pen, data: Payload, group: Payload, row: Payload, top: float, high: float, plot: Box) -> None:  # noqa: PLR0913, PLR0917
    """One contract; what lies after the month of the annex is paler."""
    start, end = row["from"], max(row["to"], row["from"] + 2.0 / plot.width)
    cut_off = data["cut_off"]["at"] if data["cut_off"] else 1.0
    before, after = min(end, cut_off), max(start, cut_off)
    x = [plot.left + share * plot.width for share in (start, before, after, end)]
    if before > start:
        pen.rectangle(Box(x[0], top, x[1] - x[0], high), fill=group["light"])
    if end > after:
        pen.rectangle(Box(x[2], top, x[3] - x[2], high), fill=parts.soften(group["light"], 0.42))
    if row["doubtful"]:
        pen.hatched(Box(x[0], top, x[3] - x[0], high), look.GROUND, "///////")
