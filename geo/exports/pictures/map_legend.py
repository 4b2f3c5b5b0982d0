"""The legend of a map: each class with its count and its countries by name, what has no value, and the sizes of circles."""

from dataclasses import dataclass
from typing import Any

from geo.exports.pictures import fonts, look, parts
from geo.exports.pictures.pen import Box, Pen
from geo.messages import say
from geo.spelling import read_number

Payload = dict[str, Any]

SWATCH, GAP = 26.0, 12.0
ENTRY = 13.0  # between two entries
COUNT = 40.0  # room for the number behind a label
GRID_WIDTH, GRID_CELL = 230.0, 40.0


@dataclass(frozen=True)
class Entry:
    """A line of the legend: how its swatch looks, what it means, how many, and which."""

    key: str
    label: str
    count: int
    names: str
    colour: str = ""


def list_entries(data: Payload) -> list[Entry]:
    """Return the entries of a map in the order of the screen, those without a country left out, but no class."""
    inside = [area for area in data["areas"].values() if area["in"]]
    classes = [
        Entry(
            "class",
            one["label"],
            one["count"],
            _name([area for area in inside if area["class"] == index], data),
            one["light"],
        )
        for index, one in enumerate(data["classes"])
    ]
    # The highest class first: a finding is about the top of a ranking.
    entries = list(reversed(classes)) if data.get("unit") or data.get("grid") else classes
    missing = [area for area in inside if area["class"] is None]
    by_key = {
        "only_spread": "",
        "missing": _name([one for one in missing if one["status"] != "none"], data),
        "plain": _name([one for one in missing if one["status"] == "none"], data),
        "outside_filter": "",
        "doubtful": _name([one for one in inside if one["status"] == "doubtful"], data),
        "members": "" if data.get("grid") else _name([one for one in inside if one["member"]], data, with_values=False),
    }
    entries += [
        Entry(key, data[key]["label"], data[key]["count"], names) for key, names in by_key.items() if data.get(key)
    ]
    marks = [
        Entry(f"mark-{one['state']}", one["label"], one["count"], _name_marks(data, one["state"]), one["light"])
        for one in data.get("mark_legend") or []
    ]
    return entries + marks


def _name(areas: list[Payload], data: Payload, *, with_values: bool = True) -> str:
    """Countries with their values, the first of them the highest; by name where all say the same."""
    shows = with_values and bool(data.get("unit")) and any(area["class"] is not None for area in areas)
    if shows:
        areas = sorted(areas, key=lambda area: (-_number(area["text"]), area["name"]))
    names = [f"{area['name']} {area['text']}" if shows else str(area["name"]) for area in areas]
    return ", ".join(name.replace(" ", fonts.KEEP) for name in names)


def _number(text: str) -> float:
    try:
        return read_number(text)
    except ValueError:
        return 0.0


def _name_marks(data: Payload, state: str) -> str:
    kinds = {"region": "counted", "trans_regional": "counted"}
    marks = [one for one in data["marks"] if one["state"] == kinds.get(state, state)]
    if state in kinds:
        marks = [one for one in marks if one["level"] == state]
    return ", ".join(f"{one['place']} {one['text']}" for one in marks)


def has_names(data: Payload) -> bool:
    """Return whether the legend names the countries of each class: not where their ranking stands beside the map."""
    return bool(data.get("legend_names", True))


def height(data: Payload, width: float) -> float:
    """Return the height of the legend at a width."""
    return _Legend(data, width).height()


def draw(pen: Pen, data: Payload, box: Box) -> None:
    """Draw the legend, in the middle of the height that there is."""
    legend = _Legend(data, box.width)
    legend.draw(pen, box.left, box.top + max(0.0, min(40.0, (box.height - legend.height()) / 2)))


class _Legend:
    """A legend at a width: how high it is, and how it is drawn."""

    def __init__(self, data: Payload, width: float) -> None:
        self.data, self.width = data, width
        self.heading = data["unit"] and f"{data['name']}, {data['unit']}"
        self.entries = list_entries(data)
        self.caption = fonts.wrap(data.get("caption") or "", width, look.SMALL)
        self.note = fonts.wrap(data["note"], width, look.TINY)

    def _names(self, entry: Entry) -> list[str]:
        if not has_names(self.data):
            return []
        beside = GRID_WIDTH if self.data.get("grid") and entry.key == "class" else 0
        return fonts.wrap(entry.names, self.width - SWATCH - GAP - beside, look.SMALL)

    def _entry_height(self, entry: Entry) -> float:
        return look.BODY * look.LEADING + len(self._names(entry)) * look.SMALL * look.LEADING + ENTRY

    def height(self) -> float:
        """Return how high the legend is."""
        found = sum(self._entry_height(entry) for entry in self.entries)
        found += look.HEAD * 1.7 * bool(self.heading) + _sizes_height(self.data)
        return found + (len(self.caption) * look.SMALL + len(self.note) * look.TINY) * look.LEADING + 12

    def draw(self, pen: Pen, left: float, top: float) -> None:
        """Draw it from a corner."""
        y = top
        if self.heading:
            size = fonts.fit(self.heading, self.width, look.HEAD, weight=fonts.BOLD)
            pen.text(left, y + look.HEAD * 0.8, self.heading, size, weight=fonts.BOLD)
            y += look.HEAD * 1.7
        if self.data.get("grid"):
            _draw_grid(pen, self.data, left + self.width, top)
        for entry in self.entries:
            self._draw_entry(pen, entry, left, y)
            y += self._entry_height(entry)
        y = _draw_sizes(pen, self.data, left, y)
        y = pen.lines(left, y + look.SMALL * 0.8, self.caption, look.SMALL, colour=look.INK)
        pen.lines(left, y + look.TINY * 0.4, self.note, look.TINY, colour=look.QUIET)

    def _draw_entry(self, pen: Pen, entry: Entry, left: float, top: float) -> None:
        draw_swatch(pen, entry.key, entry.colour, left, top)
        x, base = left + SWATCH + GAP, top + look.BODY * 0.85
        size = fonts.fit(entry.label, self.width - SWATCH - GAP - COUNT, look.BODY, weight=fonts.BOLD)
        pen.text(x, base, entry.label, size, weight=fonts.BOLD)
        end = x + fonts.measure(entry.label, size, weight=fonts.BOLD)
        pen.text(end + 10, base, str(entry.count), colour=look.QUIET)
        pen.lines(x, base + look.SMALL * look.LEADING, self._names(entry), look.SMALL, colour=look.QUIET)


def _draw_grid(pen: Pen, data: Payload, right: float, top: float) -> None:
    """The nine classes three by three: one measure to the right, the other upwards."""
    left = right - 3 * GRID_CELL - 70
    for index, one in enumerate(data["classes"]):
        column, row = index % 3, index // 3
        box = Box(left + column * GRID_CELL, top + (2 - row) * GRID_CELL, GRID_CELL - 2, GRID_CELL - 2)
        pen.rectangle(box, fill=one["light"])
        pen.text(
            box.left + GRID_CELL / 2 - 1,
            box.top + GRID_CELL / 2 + 5,
            str(one["count"]),
            look.TINY,
            parts.ink_on(one["light"]),
            anchor="center",
        )
    bottom = top + 3 * GRID_CELL
    across = say("{measure}, to the right: more", measure=data["grid"]["across"]["title"])
    for line, text in enumerate(fonts.wrap(across, GRID_WIDTH - 30, look.TINY)):
        pen.text(left, bottom + 18 + line * 18, text, look.TINY, look.QUIET)
    upwards = say("{measure}, upwards: more", measure=data["grid"]["upwards"]["title"])
    lines = fonts.wrap(upwards, 3 * GRID_CELL + 30, look.TINY)
    for line, text in enumerate(lines):
        pen.text(left - 12 - (len(lines) - 1 - line) * 17, bottom, text, look.TINY, look.QUIET, angle=90)


def draw_swatch(pen: Pen, key: str, colour: str, left: float, top: float) -> None:
    """Draw the sign of an entry as the map draws it."""
    box = Box(left, top, SWATCH, 18)
    middle = (left + SWATCH / 2, top + 9)
    if key == "class":
        pen.rectangle(box, fill=colour, stroke=look.QUIET, width=0.6)
    elif key == "missing":
        pen.rectangle(box, fill=look.GROUND, stroke=look.QUIET, width=0.8, hatch="//////")
    elif key == "only_spread":
        pen.rectangle(box, fill=look.GROUND, stroke=look.QUIET, width=0.8, hatch="\\\\\\\\")
    elif key in {"plain", "outside_filter"}:
        pen.rectangle(
            box,
            fill=look.AROUND if key == "plain" else look.FAINT,
            stroke=look.QUIET,
            width=0.8 if key == "plain" else 0,
        )
    elif key == "doubtful":
        pen.circle(*middle, 9, fill=look.GROUND, stroke=look.INK)
        pen.text(middle[0], middle[1] + 5, "?", look.TINY, weight=fonts.BOLD, anchor="center")
    elif key == "members":
        pen.rectangle(box, fill=look.GROUND, stroke=look.INK, width=2)
        pen.circle(*middle, 2.4, fill=look.INK)
    else:
        dashes = (0.0, (3.0, 3.0)) if key == "mark-apart" else look.SOLID
        pen.circle(*middle, 9, stroke=look.QUIET if key == "mark-apart" else colour, width=2, dashes=dashes)


def _sizes_height(data: Payload) -> float:
    sizes = data.get("sizes") or []
    return 2 * _largest(sizes) + 34 if sizes else 0.0


def _largest(sizes: list[Payload]) -> float:
    return float(max(one["size"] for one in sizes)) * 36.0


def _draw_sizes(pen: Pen, data: Payload, left: float, top: float) -> float:
    """The circles of the legend, the largest around the others, each with its amount; returns where they end."""
    sizes = data.get("sizes") or []
    if not sizes:
        return top
    radius, base = _largest(sizes), top + 2 * _largest(sizes) + 14
    above = base + look.TINY
    for one in sizes:
        own = one["size"] * 36.0
        pen.circle(left + radius + 2, base - own, own, stroke=look.QUIET)
        above = min(base - 2 * own, above - look.TINY)
        pen.line(
            [(left + radius + 2, base - 2 * own), (left + 2 * radius + 12, above), (left + 2 * radius + 20, above)],
            look.QUIET,
            0.8,
        )
        pen.text(left + 2 * radius + 26, above + 5, one["text"], look.TINY)
    pen.text(left + 2 * radius + 60, base - radius + 5, data["sizes_label"], look.SMALL, look.QUIET)
    return base + 20
