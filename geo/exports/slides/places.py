"""Where the names of points go, so that none covers another: right of its point, else left, above or below, else nowhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import log10

from geo.exports.slides import fit
from geo.exports.slides.clean import clean
from geo.exports.slides.content import Point
from geo.exports.slides.look import Box

HALF_MARK, SPACE = 0.07, 0.05  # inches


@dataclass(frozen=True)
class Plane:
    """A plot on a slide: the ends of both axes, whether they are logarithmic, and its box."""

    across: tuple[float, float]
    upwards: tuple[float, float]
    is_logarithmic: tuple[bool, bool]
    plot: Box

    def locate(self, across: float, upwards: float) -> tuple[float, float]:
        """Return where a point stands on the slide, in inches."""
        right = _share(across, self.across, is_logarithmic=self.is_logarithmic[0])
        up = _share(upwards, self.upwards, is_logarithmic=self.is_logarithmic[1])
        return self.plot.left + right * self.plot.width, self.plot.bottom - up * self.plot.height


def place_names(points: list[Point], plane: Plane, points_size: float) -> dict[int, str]:
    """Return on which side of its point each name stands, by the id of the point; a name without room is left out."""
    taken = [_around(*plane.locate(one.across, one.upwards)) for one in points if one.name]
    sides: dict[int, str] = {}
    for point in points:
        if not point.name or point.is_quiet:
            continue
        at = plane.locate(point.across, point.upwards)
        for side, box in _list_places(at, clean(point.name), points_size):
            if _is_inside(box, plane.plot) and not any(_meet(box, other) for other in taken):
                sides[id(point)] = side
                taken.append(box)
                break
    return sides


def _share(value: float, ends: tuple[float, float], *, is_logarithmic: bool) -> float:
    low, high = map(log10, ends) if is_logarithmic else ends
    return ((log10(value) if is_logarithmic else value) - low) / (high - low)


def _around(left: float, top: float) -> Box:
    return Box(left - HALF_MARK, top - HALF_MARK, 2 * HALF_MARK, 2 * HALF_MARK)


def _list_places(at: tuple[float, float], name: str, size: float) -> Iterator[tuple[str, Box]]:
    width, height = fit.measure(name, size), size * fit.LINE / fit.POINTS_PER_INCH
    left, top = at
    yield "right", Box(left + HALF_MARK + SPACE, top - height / 2, width, height)
    yield "left", Box(left - HALF_MARK - SPACE - width, top - height / 2, width, height)
    yield "above", Box(left - width / 2, top - HALF_MARK - SPACE - height, width, height)
    yield "below", Box(left - width / 2, top + HALF_MARK + SPACE, width, height)


def _is_inside(box: Box, plot: Box) -> bool:
    """Whether a name stays on the plot; a little beyond its right end is the margin of the slide."""
    return (
        box.left >= plot.left
        and box.left + box.width <= plot.left + plot.width + 0.25
        and box.top >= plot.top - 0.1
        and box.bottom <= plot.bottom + 0.12
    )


def _meet(one: Box, other: Box) -> bool:
    return (
        one.left < other.left + other.width
        and other.left < one.left + one.width
        and one.top < other.bottom
        and other.top < one.bottom
    )
