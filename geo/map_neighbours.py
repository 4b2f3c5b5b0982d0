"""Which country an arrow key leads to on the map, so that every country can be reached without a mouse."""

import shapely
from shapely.geometry.base import BaseGeometry

# x grows to the right and y downwards, as on the screen.
DIRECTIONS = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}
# Map units. Nobody expects an arrow to jump from Guatemala over the Pacific to Ecuador.
LONGEST_JUMP = 200.0

Point = tuple[float, float]


def find_neighbours(shapes: dict[str, BaseGeometry], points: dict[str, Point]) -> dict[str, dict[str, str]]:
    """For each country the next one to the left, right, up and down; a direction with none is left out.

    The nearest pairs are settled first and no country is given twice, so that a second arrow opens a second way out.
    """
    near = {}
    for iso3 in shapes:
        ways: dict[str, str] = {}
        for _, way, other in sorted(score_steps(iso3, shapes, points)):
            if way not in ways and other not in ways.values():
                ways[way] = other
        near[iso3] = {way: ways[way] for way in DIRECTIONS if way in ways}
    return near


def score_steps(iso3: str, shapes: dict[str, BaseGeometry], points: dict[str, Point]) -> list[tuple[float, str, str]]:
    """Each possible step as (score, direction, country), the lowest score being the most natural step.

    Possible is what lies within 45 degrees of a direction, and across a border within 63 degrees at half its distance.
    """
    steps = []
    for other in shapes.keys() - {iso3}:
        is_adjacent = shapely.intersects(shapes[iso3], shapes[other])
        for way in DIRECTIONS:
            along, across = measure(points[iso3], points[other], way)
            if is_adjacent and across <= 2 * along:
                steps.append(((along + 2 * across) / 2, way, other))
            elif 0 < along <= LONGEST_JUMP and across <= along:
                steps.append((along + 2 * across, way, other))
    return steps


def measure(start: Point, end: Point, way: str) -> tuple[float, float]:
    """How far the end lies along a direction, and how far off to either side of it, in map units."""
    east, south = end[0] - start[0], end[1] - start[1]
    step_x, step_y = DIRECTIONS[way]
    return east * step_x + south * step_y, abs(east * step_y) + abs(south * step_x)
