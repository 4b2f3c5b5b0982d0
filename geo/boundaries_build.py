"""Tool: makes data/built/boundaries.geojson from Natural Earth. Run by `make boundaries`, never by the app.

Source: the npm package world-atlas 2.0.2, countries-10m.json (Natural Earth 4.1, 1:10 million, public domain). The
package is fetched with `npm pack` into a temporary folder, or read from `--source FOLDER`.

What is done to it:

* Far specks that would only stretch the frame, or a country's own box, are left out (`FAR_ISLANDS`): Easter Island,
  Sala y Gomez, Juan Fernandez and the Desventuradas (Chile); Trindade, Martim Vaz, Fernando de Noronha and Saint Peter
  and Paul (Brazil); Guadalupe and Revillagigedo (Mexico); Cocos (Costa Rica); Malpelo (Colombia); Aves (Venezuela).
  Galapagos stays, as a part of Ecuador, without its two northern specks.
* Islands under about 6 km2 of states with a mainland are left out; the small island states keep all theirs.
* Guantanamo Bay is drawn with Cuba, whose territory it is. Clipperton, Navassa, Bajo Nuevo, Serranilla,
  Bermuda and South Georgia are left out.
* The overseas parts of France and the Netherlands are cut out by bounding box and named one by one.
* States and surrounding land are simplified together, as one coverage, so a shared border stays one line.
"""

import argparse
import json
import math
import subprocess
import tarfile
import tempfile
from pathlib import Path

import geopandas as gpd
import shapely
from shapely.geometry import MultiPolygon, box, mapping
from shapely.geometry.base import BaseGeometry

from data.integrity import write_sums
from geo.boundaries import BOUNDARIES_PATH
from geo.projection import frame_outline

PACKAGE = "world-atlas@2.0.2"
# fmt: off
ISO3_BY_NUMBER = {
    "028": "ATG", "032": "ARG", "044": "BHS", "052": "BRB", "084": "BLZ", "068": "BOL", "076": "BRA", "152": "CHL",
    "170": "COL", "188": "CRI", "192": "CUB", "212": "DMA", "214": "DOM", "218": "ECU", "222": "SLV", "308": "GRD",
    "320": "GTM", "328": "GUY", "332": "HTI", "340": "HND", "388": "JAM", "484": "MEX", "558": "NIC", "591": "PAN",
    "600": "PRY", "604": "PER", "659": "KNA", "662": "LCA", "670": "VCT", "740": "SUR", "780": "TTO", "858": "URY",
    "862": "VEN",
}
# fmt: on
FULL_WORDS = {
    "Barb.": "Barbuda",
    "Vin.": "Vincent",
    "Gren.": "the Grenadines",
    "Rep.": "Republic",
    "Is.": "Islands",
    "St.": "Saint",
    "St-Martin": "Saint Martin",
    "St-Barthélemy": "Saint Barthélemy",
    "U.S.": "US",
    "Falkland": "Falkland (Malvinas)",
}
CONTEXT_MARGIN_KM = 60  # beyond the frame, so that simplifying a cut edge never shows inside it
# Fiji lies across the date line and would cover the frame.
NOT_DRAWN = {
    "Fiji",
    "S. Geo. and the Is.",
    "U.S. Minor Outlying Is.",
    "Clipperton I.",
    "Bajo Nuevo Bank",
    "Serranilla Bank",
    "Bermuda",
}
DISSOLVED_INTO = {"USNB Guantanamo Bay": "Cuba"}
OVERSEAS_PARTS = [  # west, south, east, north in degrees
    ("France", "French Guiana", (-55, 1.5, -51, 6.5)),
    ("France", "Guadeloupe", (-62, 15.8, -61, 16.6)),
    ("France", "Martinique", (-61.4, 14.3, -60.7, 15.0)),
    ("Netherlands", "Bonaire", (-68.6, 11.9, -68, 12.4)),
    ("Netherlands", "Saba and Sint Eustatius", (-63.4, 17.4, -62.9, 17.8)),
]
FAR_ISLANDS = {
    "Chile": box(-120, -40, -77, -20),
    "Brazil": box(-34, -30, -20, 5),
    "Mexico": shapely.union_all([box(-120, 28, -117.6, 30), box(-116, 17, -109.5, 20)]),
    "Costa Rica": box(-88, 5, -86.5, 6),
    "Colombia": box(-82, 3.5, -81, 4.5),
    "Venezuela": box(-64, 15, -63, 16),
    "Ecuador": box(-93, 1, -91, 2),
}
# (area up to, tolerance), in degrees; the tolerance is the square root of the smallest triangle kept (Visvalingam).
# About 1 km for the Lesser Antilles, which the map's inset enlarges, 2.5 km for Jamaica and the Bahamas, 5.5 km for
# all others. No state with a land border is under 1.6 square degrees, so neighbours always share a tolerance.
TOLERANCES = ((0.5, 0.01), (1.6, 0.025), (math.inf, 0.05))
SMALLEST_PART_DEG2 = 0.0005  # about 6 km2; the small island states keep all their islands
DECIMALS = 3


def fetch_package(folder: Path) -> Path:
    """The folder of the unpacked npm package, fetched with the npm client into the given folder."""
    packed = subprocess.run(  # noqa: S603 - fixed arguments, a build tool
        ["npm", "pack", PACKAGE, "--silent"],  # noqa: S607 - npm is wherever the PATH has it
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
    )
    with tarfile.open(folder / packed.stdout.strip().splitlines()[-1]) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package"


def read_land(source: Path) -> gpd.GeoDataFrame:
    """Land in or near the map's frame (id, name, geometry in degrees), valid, in full detail, one row a unit."""
    world = gpd.read_file(source / "countries-10m.json", layer="countries")
    # Filter on bounds before any geometry work: units across the date line span the world until they are mended.
    west, south, east, north = frame_outline(CONTEXT_MARGIN_KM).bounds
    edges = world.bounds
    is_near = (edges.maxx > west) & (edges.minx < east) & (edges.maxy > south) & (edges.miny < north)
    land = world[is_near & ~world.name.isin(NOT_DRAWN)].copy()
    land["geometry"] = shapely.make_valid(land.geometry.values, method="structure", keep_collapsed=False)
    return land


def name_in_full(name: str) -> str:
    """Natural Earth's short name without its abbreviations: "St. Vin. and Gren." becomes a name one can read out."""
    words = [FULL_WORDS.get(word, word) for word in name.split()]
    return " ".join(words).replace("Falkland (Malvinas) Islands", "Falkland Islands (Malvinas)")


def split_states_and_context(land: gpd.GeoDataFrame) -> tuple[dict[str, BaseGeometry], dict[str, BaseGeometry]]:
    """The 33 states by iso3, and the surrounding land by full name, cut to the frame."""
    shapes = dict(zip(land.name, land.geometry, strict=True))
    for part, whole in DISSOLVED_INTO.items():
        shapes[whole] = shapely.union(shapes[whole], shapes.pop(part))
    overseas = {name: shapes[owner] & box(*bounds) for owner, name, bounds in OVERSEAS_PARTS}
    iso3_by_name = {
        name: ISO3_BY_NUMBER[number]
        for name, number in zip(land.name, land.id, strict=True)
        if number in ISO3_BY_NUMBER
    }
    states = {iso3: keep_parts(shapes.pop(name), name) for name, iso3 in iso3_by_name.items()}
    others = {name: shape for name, shape in shapes.items() if name not in {owner for owner, *_ in OVERSEAS_PARTS}}
    frame = frame_outline(CONTEXT_MARGIN_KM)
    context = {name: keep_parts(shape & frame, name) for name, shape in (others | overseas).items()}
    return states, {name: shape for name, shape in context.items() if not shape.is_empty}


def tolerance_for(shape: BaseGeometry) -> float:
    """How finely a country of this size is drawn, in degrees."""
    return next(tolerance for area, tolerance in TOLERANCES if shape.area < area)


def keep_parts(shape: BaseGeometry, name: str) -> MultiPolygon:
    """The polygons worth drawing: no far island, and no speck unless the whole country is small."""
    far = FAR_ISLANDS.get(name)
    smallest = SMALLEST_PART_DEG2 if tolerance_for(shape) == TOLERANCES[-1][1] else 0
    parts = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon" and part.area >= smallest]
    return MultiPolygon([part for part in parts if far is None or not far.contains(part)])


def simplify(shapes: dict[str, BaseGeometry]) -> dict[str, BaseGeometry]:
    """The same shapes with fewer points: islands finely, the rest as one coverage, so that borders stay shared."""
    simplified: dict[str, BaseGeometry] = {}
    for _, tolerance in TOLERANCES:
        names = [name for name, shape in shapes.items() if tolerance_for(shape) == tolerance]
        coverage = [shapes[name] for name in names]
        if not shapely.coverage_is_valid(coverage):
            raise ValueError(f"{PACKAGE}: neighbours among {names} do not share their border points; mend them first.")
        simplified |= dict(zip(names, shapely.coverage_simplify(coverage, tolerance), strict=True))
    return simplified


def round_shape(shape: BaseGeometry) -> MultiPolygon:
    """The shape on the 0.001 degree grid, exterior rings counter-clockwise, biggest part first, without empty parts.

    Rounding moves a border point alike on both sides; `shapely.set_precision` would mend each side on its own.
    """
    rounded = shapely.transform(shape, lambda points: points.round(DECIMALS))
    parts = shapely.get_parts(shapely.make_valid(rounded, method="structure", keep_collapsed=False))
    return shapely.orient_polygons(MultiPolygon(sorted(parts, key=lambda part: (-part.area, part.bounds))))


def write_boundaries(land: gpd.GeoDataFrame, path: Path) -> None:
    """Writes the GeoJSON (RFC 7946), one feature a line: states by iso3, then surrounding land by name."""
    states, context = split_states_and_context(land)
    if missing := set(ISO3_BY_NUMBER.values()) - set(states):
        raise ValueError(f"{PACKAGE} lacks {sorted(missing)}: expected all 33 states. Check ISO3_BY_NUMBER.")
    shapes = simplify(states | {name_in_full(name): shape for name, shape in context.items()})
    names = {
        ISO3_BY_NUMBER[row.id]: name_in_full(row.name)
        for row in land.itertuples(index=False, name="Unit")
        if row.id in ISO3_BY_NUMBER
    }
    lines = [to_line(iso3, names[iso3], "country", shapes[iso3]) for iso3 in sorted(states)]
    lines += [to_line(None, name, "outside_the_atlas", shapes[name]) for name in sorted(set(shapes) - set(states))]
    path.write_text('{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n", encoding="utf-8")


def to_line(iso3: str | None, name: str, kind: str, shape: BaseGeometry) -> str:
    """One feature as a line of compact JSON; surrounding land has no iso3, so that no table can be joined to it."""
    properties = {"iso3": iso3, "name": name, "kind": kind}
    feature = {"type": "Feature", "properties": properties, "geometry": mapping(round_shape(shape))}
    return json.dumps(feature, ensure_ascii=False, separators=(",", ":"))


def main() -> None:
    """Reads the source, fetching it when no folder is given, and writes the boundaries."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--source", type=Path, help="folder of an unpacked world-atlas package; fetched when left out")
    source = parser.parse_args().source
    with tempfile.TemporaryDirectory() as folder:
        write_boundaries(read_land(source or fetch_package(Path(folder))), BOUNDARIES_PATH)
    write_sums(BOUNDARIES_PATH.parent)


if __name__ == "__main__":
    main()
