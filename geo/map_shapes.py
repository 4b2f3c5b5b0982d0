"""What the SVG map draws, in map units: paths, label points, boxes, anchors for regional money and the inset."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import shapely
from shapely.affinity import affine_transform
from shapely.geometry import MultiPolygon, Polygon, box, shape
from shapely.geometry.base import BaseGeometry

from geo.map_neighbours import find_neighbours
from geo.messages import mark
from geo.projection import HEIGHT, WIDTH, project_shape

INSET_ISO3 = ("KNA", "ATG", "DMA", "LCA", "VCT", "BRB", "GRD", "TTO")
# x, y, width, height: the Lesser Antilles on the main map, and the empty Pacific west of Peru and Chile.
INSET_SOURCE = (634.0, 187.5, 62.0, 105.0)
INSET_FRAME = (14.0, 536.0, 341.0, 577.5)

# Open sea where a round mark of about 26 units can stand for money that went to a region and to no one country.
ANCHORS = {
    "andean_community": (350.0, 470.0),  # Pacific, between Galapagos and Peru
    "caribbean": (551.0, 222.0),  # Caribbean Sea, between Hispaniola and Aruba
    "central_america": (268.0, 290.0),  # Pacific, south of Guatemala
    "other_south_america": (820.0, 850.0),  # Atlantic, off southern Brazil and Uruguay
    "latin_america": (420.0, 800.0),  # Pacific, between the inset and Chile
    "trans_regional": (890.0, 350.0),  # open Atlantic
}

# A country whose biggest part is drawn under 14 pixels wide or high on a map
# 700 pixels high gets a marker of fixed size.
SMALL_UNITS = 14 * HEIGHT / 700
SPECK_UNITS2 = 0.12  # about 9 km2; San Andres and Providencia, where people live, are just above it
FRAME = box(0, 0, WIDTH, HEIGHT)


def build_map(features: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The content of the map file, from the features of boundaries.geojson; the shape is described in map_file."""
    shapes = {f["properties"]["iso3"] or f["properties"]["name"]: project_shape(shape(f["geometry"])) for f in features}
    countries = {f["properties"]["iso3"]: shapes[f["properties"]["iso3"]] for f in features if f["properties"]["iso3"]}
    context = [cut(shapes[name], FRAME) for name in shapes if name not in countries]
    near = find_neighbours(countries, {iso3: find_label_point(outline) for iso3, outline in countries.items()})
    return {
        "view": [0, 0, round(WIDTH), HEIGHT],
        "context": "".join(draw_path(land) for land in context),
        "areas": {
            iso3: describe_area(leave_out_specks(outline)) | {"box": round_all(outline.bounds), "near": near[iso3]}
            for iso3, outline in countries.items()
        },
        "anchors": {zone: list(point) for zone, point in ANCHORS.items()},
        "inset": build_inset(countries, context),
    }


def build_inset(countries: dict[str, BaseGeometry], context: list[BaseGeometry]) -> dict[str, Any]:
    """The Lesser Antilles enlarged into their frame; countries that have no marker there are context."""
    source = box(*to_bounds(INSET_SOURCE))
    others = context + [outline for iso3, outline in countries.items() if iso3 not in INSET_ISO3]
    around = [cut(land, source) for land in others if land.intersects(source)]
    return {
        "title": mark("Lesser Antilles"),
        "frame": list(INSET_FRAME),
        "source": list(INSET_SOURCE),
        "context": "".join(draw_path(enlarge(land)) for land in around),
        "areas": {iso3: describe_area(enlarge(countries[iso3])) for iso3 in INSET_ISO3},
    }


def describe_area(outline: BaseGeometry) -> dict[str, Any]:
    """A country's path, its label point, and whether it is too small to be hit without a marker."""
    # By its biggest part: the Grenadines or the Bahamas span a wide box and are hard to hit all the same.
    west, north, east, south = find_biggest_part(outline).bounds
    is_small = min(east - west, south - north) < SMALL_UNITS
    return {"d": draw_path(outline), "at": round_all(find_label_point(outline)), "small": is_small}


def find_label_point(outline: BaseGeometry) -> tuple[float, float]:
    """The centre of the country's biggest part, or of the largest circle inside it where the centre is near an edge."""
    biggest = find_biggest_part(outline)
    circle = shapely.maximum_inscribed_circle(biggest, tolerance=biggest.area**0.5 / 50)
    centre, coast = biggest.centroid, biggest.boundary
    is_well_inside = biggest.contains(centre) and centre.distance(coast) > circle.length / 2
    return (centre.x, centre.y) if is_well_inside else circle.coords[0]


def find_biggest_part(outline: BaseGeometry) -> Polygon:
    """The largest polygon of a country."""
    return max(shapely.get_parts(outline), key=lambda part: part.area)


def leave_out_specks(outline: BaseGeometry) -> MultiPolygon:
    """The parts of a country that show on the main map: hundreds of Chile's islands are less than a stroke wide."""
    smallest = min(SPECK_UNITS2, outline.area / 1000)
    return MultiPolygon([part for part in shapely.get_parts(outline) if part.area >= smallest])


def enlarge(outline: BaseGeometry) -> BaseGeometry:
    """The shape moved and scaled from the inset's source to its frame."""
    factor = INSET_FRAME[2] / INSET_SOURCE[2]
    shift_x, shift_y = (INSET_FRAME[axis] - INSET_SOURCE[axis] * factor for axis in (0, 1))
    return affine_transform(outline, [factor, 0, 0, factor, shift_x, shift_y])


def cut(outline: BaseGeometry, frame: BaseGeometry) -> MultiPolygon:
    """The polygons of a shape inside a frame."""
    inside = shapely.intersection(outline, frame)
    return MultiPolygon([part for part in shapely.get_parts(inside) if part.geom_type == "Polygon"])


def draw_path(outline: BaseGeometry) -> str:
    """SVG path data with one decimal: an absolute start for each ring, then relative steps, which are short."""
    polygons = shapely.get_parts(outline)
    rings = [ring for polygon in polygons for ring in (polygon.exterior, *polygon.interiors)]
    return "".join(map(draw_ring, rings))


def draw_ring(ring: BaseGeometry) -> str:
    """One closed ring, or nothing when rounding to tenths leaves less than a triangle of it."""
    # Whole tenths of a unit: steps between rounded points do not add up to a drift, as rounded steps would.
    tenths = [(round(x * 10), round(y * 10)) for x, y in ring.coords[:-1]]
    points = [point for index, point in enumerate(tenths) if point != tenths[index - 1]]
    if len(set(points)) < 3:
        return ""
    steps = [value for (x0, y0), (x1, y1) in pairwise(points) for value in (x1 - x0, y1 - y0)]
    return f"M{join_tenths(points[0])}l{join_tenths(steps)}z"


def join_tenths(values: Sequence[int]) -> str:
    """Numbers given in tenths, as SVG reads them, with a space only where no minus sign parts them."""
    words = [format_tenths(value) for value in values]
    return words[0] + "".join(word if word.startswith("-") else f" {word}" for word in words[1:])


def format_tenths(value: int) -> str:
    """The shortest spelling of value / 10: 12 is "1.2", -5 is "-.5", 30 is "3"."""
    whole, tenth = divmod(abs(value), 10)
    digits = (str(whole) if whole else "") + (f".{tenth}" if tenth else "") or "0"
    return f"-{digits}" if value < 0 else digits


def to_bounds(rectangle: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """(x, y, width, height) as (left, top, right, bottom)."""
    left, top, width, height = rectangle
    return left, top, left + width, top + height


def round_all(values: tuple[float, ...]) -> list[float]:
    """Each value with one decimal, the precision of the paths."""
    return [round(value, 1) for value in values]
