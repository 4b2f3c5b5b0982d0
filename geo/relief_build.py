"""Tool: makes the files of the 3D view from the boundaries and from world-atlas. Run by `make boundaries`, never by the app.

The land beyond the frame of the flat map comes from land-110m.json of the same npm package, fetched or read from `--source`.
"""

import argparse
import tempfile
from pathlib import Path
from typing import Any

import geopandas as gpd
import shapely
from shapely.geometry.base import BaseGeometry

from geo.boundaries import load_features
from geo.boundaries_build import fetch_package
from geo.relief_file import COUNTRIES, GRIPS, LAND, LINES
from geo.relief_shapes import describe_grips, list_land, list_lines, list_parts, shape_countries
from geo.static_file import STATIC_FOLDER, StaticFile, to_compact_json


def render_countries() -> dict[StaticFile, bytes]:
    """Return the files that follow from the boundaries alone, the same bytes for the same boundaries."""
    countries = shape_countries(load_features())
    content: dict[StaticFile, Any] = {
        COUNTRIES: list_parts(countries),
        LINES: list_lines(countries),
        GRIPS: describe_grips(countries),
    }
    return {file: to_compact_json(rows) for file, rows in content.items()}


def render_land(world: BaseGeometry) -> bytes:
    """Return the file of the land around."""
    return to_compact_json(list_land(load_features(), world, shape_countries(load_features())))


def read_world(source: Path) -> BaseGeometry:
    """Return the land of the world as one coarse shape in degrees, without Fiji, which lies across the date line and would circle it."""
    parts = shapely.get_parts(gpd.read_file(source / "land-110m.json", layer="land").geometry.values)
    west, south, east, north = shapely.bounds(parts).T
    parts = parts[(east - west < 300) | (north - south > 3)]
    return shapely.union_all(shapely.make_valid(parts, method="structure", keep_collapsed=False))


def main() -> None:
    """Reads the source, fetching it when no folder is given, and writes the four files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--source", type=Path, help="folder of an unpacked world-atlas package; fetched when left out")
    source = parser.parse_args().source
    with tempfile.TemporaryDirectory() as folder:
        world = read_world(source or fetch_package(Path(folder)))
    for file, content in (render_countries() | {LAND: render_land(world)}).items():
        print(file.write(content, STATIC_FOLDER).name, len(content))


if __name__ == "__main__":
    main()
