"""Countries as points on two axes: a shape and colour for each sub-region, medians, doubtful ones hollow, names where there is room."""

from typing import Any

from geo.exports.pictures import fonts, look, parts
from geo.exports.pictures.look import Dashes
from geo.exports.pictures.pen import Box, Pen
from geo.messages import say
from geo.spelling import collate

Payload = dict[str, Any]

RADIUS = 7.0


def height(data: Payload, width: float) -> float:
    """Return the least height of the plot with its legend."""
    return 500.0 + parts.legend_height(data["groups"], width)


def tell(data: Payload) -> tuple[str, ...]:
    """Return what a reader must know of the axes and signs."""
    is_doubtful = any(one["doubtful"] for one in data["points"])
    signs = [say("Hollow: doubtful, or other values printed too.")] if is_doubtful else []
    signs += [say("Faint: not in the chosen set.")] if data["highlight"] else []
    return tuple(filter(None, (data["note"], " ".join(signs))))


def draw(pen: Pen, data: Payload, box: Box) -> None:
    """Draw legend, axes, medians, points and names."""
    if not data["points"]:
        parts.draw_empty(pen, data["empty"], box)
        return
    top = parts.draw_legend(pen, data["groups"], box.left, box.top, box.width, _draw_sign)
    left = 30 + parts.widest([tick["text"] for tick in data["upwards"]["ticks"]], look.SMALL)
    _Scatter(pen, data, Box(box.left + left, top + 40, box.width - left - 20, box.bottom - top - 118)).draw()


def _draw_sign(pen: Pen, entry: Payload, left: float, top: float) -> None:
    draw_point(pen, entry, left + 11, top + 8, RADIUS)


def draw_point(  # noqa: PLR0913
    pen: Pen, group: Payload, x: float, y: float, radius: float, *, is_hollow: bool = False, share: float = 1.0
) -> None:
    """Draw a circle, square or triangle in the colour of a group."""
    colour = parts.soften(group["light"], share)
    style: Payload = (
        {"fill": look.GROUND, "stroke": colour, "width": 2.2}
        if is_hollow
        else {"fill": colour, "stroke": look.GROUND, "width": 1.2}
    )
    if group["shape"] == "square":
        pen.rectangle(Box(x - radius * 0.9, y - radius * 0.9, radius * 1.8, radius * 1.8), **style)
    elif group["shape"] == "triangle":
        pen.polygon(
            [(x, y - radius * 1.2), (x + radius * 1.1, y + radius * 0.8), (x - radius * 1.1, y + radius * 0.8)], **style
        )
    else:
        pen.circle(x, y, radius, **style)


class _Scatter:
    """Draws one plot."""

    def __init__(self, pen: Pen, data: Payload, plot: Box) -> None:
        self.pen, self.data, self.plot = pen, data, plot
        self.taken: list[Box] = []
        self.nameless: list[str] = []

    def _at(self, point: Payload) -> tuple[float, float]:
        return self.plot.left + point["x"] * self.plot.width, self.plot.bottom - point["y"] * self.plot.height

    def draw(self) -> None:
        """Draw the axes, the points, then the names."""
        self._axes()
        for point in self.data["points"]:
            self._point(point)
            x, y = self._at(point)
            self.taken.append(Box(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS))
        # Names of the outermost first: they are what a reader looks for.
        for point in sorted(
            self.data["points"], key=lambda one: (not self._is_named_first(one), -(one["x"] + one["y"]), one["name"])
        ):
            self._name(point)
        self._list_nameless()

    def _is_named_first(self, point: Payload) -> bool:
        return bool(point["pinned"]) or point["id"] == self.data["selected"]

    def _axes(self) -> None:
        pen, plot, across, upwards = self.pen, self.plot, self.data["across"], self.data["upwards"]
        for tick in across["ticks"]:
            x = plot.left + tick["at"] * plot.width
            pen.line([(x, plot.top), (x, plot.bottom)], look.LINE, 0.8)
            pen.text(x, plot.bottom + 22, tick["text"], look.SMALL, look.QUIET, anchor="center")
        for tick in upwards["ticks"]:
            y = plot.bottom - tick["at"] * plot.height
            pen.line([(plot.left, y), (plot.right, y)], look.LINE, 0.8)
            pen.text(plot.left - 10, y + 5, tick["text"], look.SMALL, look.QUIET, anchor="right")
        pen.text(
            plot.right,
            plot.bottom + 46,
            f"{across['title']}, {across['unit']}",
            look.SMALL,
            weight=fonts.BOLD,
            anchor="right",
        )
        pen.text(plot.left - 20, plot.top - 18, f"{upwards['title']}, {upwards['unit']}", look.SMALL, weight=fonts.BOLD)
        self._guides()

    def _guides(self) -> None:
        pen, plot, across, upwards = self.pen, self.plot, self.data["across"], self.data["upwards"]
        for axis, is_across in ((across, True), (upwards, False)):
            for share in filter(None, (axis["band"], axis["zero"])):
                self._rule(share, look.INK if share == axis["zero"] else look.QUIET, is_across=is_across)
        if across["guide"]:
            self._rule(across["guide"]["at"], look.QUIET, is_across=True, dashes=(0.0, (5.0, 4.0)))
            x = plot.left + across["guide"]["at"] * plot.width
            self._label(x + 6, plot.top + 14, across["guide"]["text"], "left")
        if upwards["guide"]:
            self._rule(upwards["guide"]["at"], look.QUIET, is_across=False, dashes=(0.0, (5.0, 4.0)))
            y = plot.bottom - upwards["guide"]["at"] * plot.height
            self._label(plot.right, y - 6, upwards["guide"]["text"], "right")
        pen.line([(plot.left, plot.top), (plot.left, plot.bottom), (plot.right, plot.bottom)], look.QUIET, 1)

    def _label(self, x: float, y: float, text: str, anchor: str) -> None:
        width = fonts.measure(text, look.TINY)
        self.pen.text(x, y, text, look.TINY, look.QUIET, anchor=anchor, halo=look.GROUND)
        self.taken.append(Box(x - (width if anchor == "right" else 0), y - look.TINY, width, look.TINY * 1.3))

    def _rule(self, share: float, colour: str, *, is_across: bool, dashes: Dashes = look.SOLID) -> None:
        plot = self.plot
        x, y = plot.left + share * plot.width, plot.bottom - share * plot.height
        ends = [(x, plot.top), (x, plot.bottom)] if is_across else [(plot.left, y), (plot.right, y)]
        self.pen.line(ends, colour, 1.2, dashes)

    def _point(self, point: Payload) -> None:
        x, y = self._at(point)
        share = 1.0 if point["member"] else 0.4
        if point["id"] == self.data["selected"] or point["pinned"]:
            self.pen.circle(x, y, RADIUS + 5, stroke=look.INK, width=2)
        draw_point(
            self.pen, self.data["groups"][point["group"]], x, y, RADIUS, is_hollow=point["doubtful"], share=share
        )
        if point["beyond_x"]:
            self.pen.polygon([(x + 10, y - 5), (x + 18, y), (x + 10, y + 5)], fill=look.INK)
        if point["beyond_y"]:
            self.pen.polygon([(x - 5, y - 10), (x, y - 18), (x + 5, y - 10)], fill=look.INK)

    def _name(self, point: Payload) -> None:
        """A name beside its point, on the first side where it touches nothing; left out where there is none."""
        x, y = self._at(point)
        size = look.SMALL if self._is_named_first(point) else look.TINY
        width = fonts.measure(point["name"], size, weight=fonts.BOLD if self._is_named_first(point) else fonts.REGULAR)
        reach = RADIUS + 5
        for left, base, anchor in (
            (x + reach, y + 5, "left"),
            (x - reach - width, y + 5, "right"),
            (x - width / 2, y - reach - 2, "center"),
            (x - width / 2, y + reach + 11, "center"),
            (x + reach - 3, y - reach + 4, "left"),
            (x + reach - 3, y + reach + 6, "left"),
            (x - reach + 3 - width, y - reach + 4, "right"),
        ):
            room = Box(left, base - size * 0.8, width, size)
            if self._is_free(room):
                self.taken.append(room)
                weight = fonts.BOLD if self._is_named_first(point) else fonts.REGULAR
                start = {"left": left, "right": left + width, "center": left + width / 2}[anchor]
                self.pen.text(start, base, point["name"], size, look.INK, weight, anchor)
                return
        self.nameless.append(point["name"])

    def _list_nameless(self) -> None:
        """Which points have no name for want of room, under the plot."""
        if self.nameless:
            text = say("No room for the name of: {countries}", countries=", ".join(sorted(self.nameless, key=collate)))
            lines = fonts.wrap(text, self.plot.width * 0.62, look.TINY)
            self.pen.lines(self.plot.left, self.plot.bottom + 44, lines, look.TINY, colour=look.QUIET)

    def _is_free(self, room: Box) -> bool:
        plot = self.plot
        if (
            room.left < plot.left + 2
            or room.right > plot.right + 16
            or room.top < plot.top - 8
            or room.bottom > plot.bottom + 2
        ):
            return False
        return not any(_touch(room, other) for other in self.taken)


def _touch(one: Box, other: Box) -> bool:
    return one.left < other.right and other.left < one.right and one.top < other.bottom and other.top < one.bottom
