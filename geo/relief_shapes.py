"""What the 3D view is drawn from, in degrees: parts of countries, their edges, hatch lines, grips, and the land around."""

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

import shapely
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, box, shape
from shapely.geometry.base import BaseGeometry

from geo.map_shapes import ANCHORS, INSET_ISO3, find_biggest_part, find_label_point
from geo.projection import FRAME_KM, UNITS_PER_KM, unproject_km

BRUSSELS = (4.35, 50.85)
# The mark of the Caribbean stands in the open Atlantic: where the flat map has it, the block of Colombia would hide it.
MOVED = {"caribbean": (-53.5, 19.0)}
# From the Pacific west of Mexico to the east of Europe: all that the camera sees where it starts.
SEEN = box(-135, -60, 42, 68)
TOLERANCE = 0.12  # square root of the smallest triangle kept, in degrees: about 13 km
PLATE_RADIUS = 0.33  # degrees, 37 km: as large as the Lesser Antilles allow without touching
SMALL = 1.6  # square degrees; smaller countries are islands, and drawn in full
SMALLEST_PART = 0.02  # square degrees; smaller parts of larger states are left out
HATCH_SPACING = (0.16, 0.75)  # degrees between hatch lines, for the smallest and for large countries
GRIP_TOLERANCE = 0.1  # of the square root of a country's area
DECIMALS = 2

Row = dict[str, Any]


def shape_countries(features: Iterable[dict[str, Any]]) -> dict[str, MultiPolygon]:
    """Return the outline of each country by ISO3, simplified as one coverage, so that borders stay shared."""
    detailed = {
        feature["properties"]["iso3"]: shape(feature["geometry"])
        for feature in features
        if feature["properties"]["iso3"]
    }
    # No country with a land border is this small, so every border is simplified on both of its sides.
    shared = [iso3 for iso3 in sorted(detailed) if detailed[iso3].area > SMALL]
    simple = dict(zip(shared, shapely.coverage_simplify([detailed[iso3] for iso3 in shared], TOLERANCE), strict=True))
    return {
        iso3: add_plate(outline) if iso3 in INSET_ISO3 else leave_out_specks(simple.get(iso3, outline))
        for iso3, outline in sorted(detailed.items())
    }


def add_plate(outline: BaseGeometry) -> MultiPolygon:
    """Return an island with a round plate of fixed size under it, since it would be a pixel without."""
    middle = find_biggest_part(outline).centroid
    # A degree of longitude is shorter than one of latitude: the plate is round on the ground.
    width = PLATE_RADIUS / math.cos(math.radians(middle.y))
    steps = [math.tau * step / 20 for step in range(20)]
    plate = Polygon([(middle.x + width * math.cos(turn), middle.y + PLATE_RADIUS * math.sin(turn)) for turn in steps])
    return MultiPolygon([plate])


def leave_out_specks(outline: BaseGeometry) -> MultiPolygon:
    """Return the parts that show, on the grid of the files; the largest is kept whatever its size.

    Rounding moves a border point alike on both of its sides, and may let an edge cross itself: it is mended after.
    """
    rounded = shapely.transform(outline, lambda points: points.round(DECIMALS))
    whole = shapely.make_valid(rounded, method="structure", keep_collapsed=False)
    parts = sorted(shapely.get_parts(whole), key=lambda part: -part.area)
    smallest = min(SMALLEST_PART, outline.area / 200)
    return MultiPolygon([part for index, part in enumerate(parts) if index == 0 or part.area >= smallest])


def list_parts(countries: dict[str, MultiPolygon]) -> list[Row]:
    """Return one row a part of a country: the country's place in the order, and the rings."""
    return [
        {"i": index, "p": to_rings(part)}
        for index, outline in enumerate(countries.values())
        for part in shapely.get_parts(outline)
    ]


def list_lines(countries: dict[str, MultiPolygon]) -> list[Row]:
    """Return the edges and hatch lines of each country, each with its two ends."""
    rows = []
    for index, outline in enumerate(countries.values()):
        rings = [ring for part in shapely.get_parts(outline) for ring in (part.exterior, *part.interiors)]
        edges = [ends for ring in rings for ends in pairwise(to_points(ring.coords))]
        rows += [{"i": index, "k": 0, "s": start, "t": end} for start, end in edges if start != end]
        rows += [{"i": index, "k": 1, "s": start, "t": end} for start, end in hatch(outline)]
    return rows


def hatch(outline: MultiPolygon) -> list[tuple[list[float], list[float]]]:
    """Return slanted lines over a country, a distance apart that suits its size."""
    spacing = min(max(math.sqrt(outline.area) / 6, HATCH_SPACING[0]), HATCH_SPACING[1])
    west, south, east, north = outline.bounds
    height = north - south
    # Multiples of the distance, not steps from the border, so that lines run on into a neighbour.
    first, last = math.ceil((west - north) / spacing), math.floor((east - south) / spacing)
    found = []
    for step in range(first, last + 1):
        foot = step * spacing + south
        line = LineString([(foot, south), (foot + height, north)])
        for part in shapely.get_parts(shapely.intersection(line, outline)):
            if part.geom_type == "LineString" and part.length > spacing / 4:
                start, end = to_points(part.coords)[:: len(part.coords) - 1]
                found.append((start, end))
    return found


def list_land(features: Iterable[dict[str, Any]], world: BaseGeometry, countries: dict[str, MultiPolygon]) -> list[Row]:
    """Return the land outside the atlas: near it as on the flat map, beyond it from a coarse outline of the world."""
    near = [shape(one["geometry"]) for one in features if not one["properties"]["iso3"]]
    own = shapely.union_all(list(countries.values()))
    # What the coarse outline draws of the countries themselves, or of coasts beside them, would stick out under them.
    beyond = shapely.difference(shapely.intersection(world, SEEN), own.buffer(0.7))
    land = shapely.difference(shapely.union_all([beyond, *near]), own).simplify(0.1)
    parts = [part for part in shapely.get_parts(land) if part.geom_type == "Polygon" and part.area >= SMALLEST_PART]
    return [{"p": to_rings(part)} for part in parts]


def describe_grips(countries: dict[str, MultiPolygon]) -> Row:
    """Return the label point and the coarse outline of each country, and the points of regions and of Brussels."""
    regions = {place: to_degrees(point) for place, point in ANCHORS.items()}
    anchors = {place: round_point(point) for place, point in (regions | MOVED | {"brussels": BRUSSELS}).items()}
    return {
        "countries": {
            iso3: {"at": round_point(find_label_point(outline)), "outline": describe_grip(outline)}
            for iso3, outline in countries.items()
        },
        "anchors": anchors,
    }


def describe_grip(outline: MultiPolygon) -> list[list[float]]:
    """Return a ring of few points around the biggest part of a country."""
    biggest = find_biggest_part(outline)
    coarse = biggest.simplify(GRIP_TOLERANCE * math.sqrt(biggest.area))
    return [[round(x, 1), round(y, 1)] for x, y in coarse.exterior.coords[:-1]]


def to_degrees(point: tuple[float, float]) -> tuple[float, float]:
    """Return longitude and latitude of a point in map units."""
    return unproject_km(FRAME_KM[0] + point[0] / UNITS_PER_KM, FRAME_KM[3] - point[1] / UNITS_PER_KM)


def to_rings(part: Polygon) -> list[list[list[float]]]:
    """Return the outer ring of a polygon and those of its holes."""
    return [to_points(ring.coords) for ring in (part.exterior, *part.interiors)]


def to_points(points: Sequence[tuple[float, float]]) -> list[list[float]]:
    """Return points rounded to a hundredth of a degree, about a kilometre."""
    return [round_point(point) for point in points]


def round_point(point: tuple[float, float] | Point) -> list[float]:
    """Return a point as the files hold it."""
    return [round(point[0], DECIMALS), round(point[1], DECIMALS)]
