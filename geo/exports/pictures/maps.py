"""The map: countries in the colours of their classes, small islands as markers and in an inset, money for regions as circles."""

from typing import Any

from matplotlib.transforms import Affine2D

from geo.exports.pictures import fonts, look, map_legend, parts
from geo.exports.pictures.pen import Box, Pen
from geo.exports.pictures.shapes import load_map, read_path, without_specks
from geo.messages import mark, say

Payload = dict[str, Any]

PIN, BADGE = 6.5, 8.5
LARGEST_MARK = 36.0  # radius of the largest circle of money for a region, on a map of full size
ROOM_FOR_TEXT = 15.0
FULL_WIDTH = 560.0
GAP = 44.0
# As the map of the screen has them.
_SHORT_NAMES = {
    "ATG": mark("Antigua"),
    "KNA": mark("St Kitts"),
    "LCA": mark("St Lucia"),
    "TTO": mark("Trinidad"),
    "VCT": mark("St Vincent"),
}


def height(data: Payload, width: float) -> float:
    """Return the height that a map needs, which is that of its legend."""
    return max(560.0, map_legend.height(data, width - _map_width(data, width, 620.0) - GAP))


def draw(pen: Pen, data: Payload, box: Box) -> None:
    """Draw the map at the left and its legend, with the countries of each class, at the right."""
    map_width = _map_width(data, box.width, box.height)
    _left, _top, across, upwards = load_map()["view"]
    stage = Box(box.left, box.top, map_width, min(box.height, map_width * upwards / across))
    _MapDrawer(pen, data, stage).draw()
    map_legend.draw(pen, data, box.inner(left=map_width + GAP))


def _map_width(data: Payload, width: float, height: float) -> float:
    """The width of the map: more of it where the legend names no countries."""
    _left, _top, across, upwards = load_map()["view"]
    return float(min(height * across / upwards, width * (0.46 if map_legend.has_names(data) else 0.54)))


def kind_of(area: Payload) -> str:
    """Return how a country is drawn: outside the filter, by class, plain (none listed), or missing."""
    if not area["in"]:
        return "outside"
    if area["class"] is not None:
        return "class"
    return "plain" if area["status"] == "none" else "missing"


class _MapDrawer:
    """Draws one map in its frame."""

    def __init__(self, pen: Pen, data: Payload, stage: Box) -> None:
        self.pen, self.data, self.stage = pen, data, stage
        left, top, across, _ = load_map()["view"]
        self.scale = stage.width / across
        self.place = Affine2D().translate(-left, -top).scale(self.scale).translate(stage.left, stage.top)
        self.room = min(1.0, stage.width / FULL_WIDTH)

    def draw(self) -> None:
        """Draw sea, land, countries, the inset, and marks for regions."""
        found, pen = load_map(), self.pen
        pen.rectangle(self.stage, fill=look.SEA)
        pen.shape(read_path(found["context"]), self.place, fill=look.AROUND, within=self.stage)
        self._countries(found["areas"], self.stage, without_pins=set(found["inset"]["areas"]))
        self._inset(found["inset"])
        for one in self.data["marks"]:
            self._mark(one, found["anchors"][one["id"]])
        pen.rectangle(self.stage, stroke=look.LINE)

    def _at(self, point: list[float]) -> tuple[float, float]:
        x, y = self.place.transform((point[0], point[1]))
        return float(x), float(y)

    def _countries(self, areas: Payload, frame: Box, without_pins: set[str]) -> None:
        for name in sorted(areas, key=lambda one: bool(areas[one]["small"])):
            self._country(name, areas[name], frame, with_pin=areas[name]["small"] and name not in without_pins)
        members = [name for name in areas if self.data["areas"][name]["member"] and self.data["areas"][name]["in"]]
        for name in members:
            self.pen.shape(
                read_path(without_specks(areas[name]["d"])), self.place, stroke=look.INK, width=1.6, within=frame
            )
        selected = self.data["selected"]
        if selected in areas:
            outline = read_path(without_specks(areas[selected]["d"]))
            self.pen.shape(outline, self.place, stroke=look.GROUND, width=5, within=frame)
            self.pen.shape(outline, self.place, stroke=look.INK, width=2.6, within=frame)
        for name in members:
            self.pen.circle(*self._at(areas[name]["at"]), 2.0, fill=look.INK, stroke=look.GROUND, width=0.6)
        for name in areas:
            if self.data["areas"][name]["status"] == "doubtful" and self.data["areas"][name]["in"]:
                self._badge(areas[name], is_beside=bool(areas[name]["small"]))

    def _style(self, area: Payload) -> Payload:
        kind = kind_of(area)
        if kind == "class":
            striped = (
                {"hatch": "\\\\\\\\", "stroke": look.QUIET} if area["status"] == "spread" else {"stroke": look.GROUND}
            )
            return {"fill": self.data["classes"][area["class"]]["light"], "width": 0.8} | striped
        if kind == "missing":
            return {"fill": look.GROUND, "stroke": look.QUIET, "width": 0.8, "hatch": "//////"}
        return {
            "fill": look.FAINT if kind == "outside" else look.AROUND,
            "stroke": look.GROUND if kind == "outside" else look.QUIET,
            "width": 0.8,
        }

    def _country(self, name: str, area: Payload, frame: Box, *, with_pin: bool) -> None:
        drawn = self.data["areas"][name]
        style = self._style(drawn)
        self.pen.shape(read_path(area["d"]), self.place, **style, within=frame)
        if with_pin:
            width = 2.0 if drawn["member"] or name == self.data["selected"] else 1.0
            self.pen.circle(*self._at(area["at"]), PIN * self.room, **style | {"stroke": look.INK, "width": width})

    def _badge(self, area: Payload, *, is_beside: bool) -> None:
        x, y = self._at(area["at"])
        x, y = (x + 10, y - 8) if is_beside else (x, y)
        self.pen.circle(x, y, BADGE, fill=look.GROUND, stroke=look.INK)
        self.pen.text(x, y + 5, "?", look.TINY, weight=fonts.BOLD, anchor="center")

    def _inset(self, inset: Payload) -> None:
        x, y, width, height = inset["source"]
        left, top = self._at([x, y])
        self.pen.rectangle(
            Box(left, top, width * self.scale, height * self.scale),
            stroke=look.QUIET,
            width=0.8,
            dashes=(0.0, (2.0, 2.0)),
        )
        x, y, width, height = inset["frame"]
        left, top = self._at([x, y])
        frame = Box(left, top, width * self.scale, height * self.scale)
        self.pen.rectangle(frame, fill=look.SEA)
        self.pen.shape(read_path(inset["context"]), self.place, fill=look.AROUND, within=frame)
        marked = {name: area | {"small": True} for name, area in inset["areas"].items()}
        self._countries(marked, frame, without_pins=set())
        for name, area in marked.items():
            self._label(name, area["at"], frame, [one["at"] for one in marked.values()])
        self.pen.rectangle(frame, stroke=look.LINE)
        self.pen.text(
            frame.left, frame.top - 7, say(inset["title"]), look.TINY * self.room, weight=fonts.BOLD, halo=look.SEA
        )

    def _label(self, name: str, at: list[float], frame: Box, others: list[list[float]]) -> None:
        """A name at the right of its marker; below it near the frame's edge; at its left out of a neighbour's way."""
        x, y = self._at(at)
        share = (x - frame.left) / frame.width
        near = [self._at(other) for other in others]
        is_crowded = any(ox > x and ox - x < frame.width * 0.4 and abs(oy - y) < frame.width * 0.07 for ox, oy in near)
        across, down, anchor = 10.0, 4.5, "left"
        if share > 0.75:
            across, down, anchor = 0.0, 21.0, "center"
        elif is_crowded:
            across, down, anchor = (-10.0, 4.5, "right") if share > 0.35 else (0.0, -10.0, "center")
        self.pen.text(
            x + across,
            y + down,
            shorten(name, self.data["areas"][name]["name"]),
            look.TINY * self.room * 0.94,
            anchor=anchor,
        )

    def _mark(self, mark: Payload, anchor: list[float]) -> None:
        """A circle as large as money for a region, its amount inside or at its left; dashed and empty where it is not in the total."""
        x, y = self._at(anchor)
        radius = LARGEST_MARK * mark["size"] * self.room
        state = mark["state"]
        if state in {"apart", "spread"}:
            colour = look.QUIET if state == "apart" else mark["light"]
            self.pen.circle(
                x, y, radius, stroke=colour, width=1.8, dashes=(0.0, (3.0, 3.0)) if state == "apart" else look.SOLID
            )
        else:
            self.pen.circle(x, y, radius, fill=parts.soften(mark["light"]), stroke=mark["light"], width=1.6)
        is_inside = radius >= ROOM_FOR_TEXT
        at, side = (x, "center") if is_inside else (x - radius - 5, "right")
        size = look.TINY * max(0.85, self.room)
        self.pen.text(
            at, y + size * 0.36, mark["text"], size, weight=fonts.BOLD, anchor=side, halo="" if is_inside else look.SEA
        )
        if state in {"apart", "spread"}:
            words = say("not in total") if state == "apart" else say("spread")
            self.pen.text(
                at, y + (radius if is_inside else 4) + size, words, size * 0.9, look.QUIET, anchor=side, halo=look.SEA
            )


def shorten(iso3: str, name: str) -> str:
    """Return a country's name as short as the inset has room for: "St Vincent"."""
    return say(_SHORT_NAMES[iso3]) if iso3 in _SHORT_NAMES else name
