"""The one file that the browser draws the map from: static/lac-map-<hash>.json, made by `python -m geo.map_file`.

Its name carries the first ten hex digits of its SHA-256, so that browsers may keep it for ever. Content, in map units
(x right, y down; `view` is the SVG viewBox):

* `context`: one path for all land outside the atlas.
* `areas`: iso3 -> `d` (path), `at` (label point inside the biggest part), `box` (left, top, right, bottom), `small`
  (needs a marker), `near` (arrow key -> iso3).
* `anchors`: funding zone -> a point in open sea where money for that region is drawn.
* `inset`: the Lesser Antilles once more, enlarged: `title`, `frame` and `source` (x, y, width, height: where it stands,
  and what it shows), `context`, and `areas` (`d`, `at`, `small`) already scaled into the frame.
"""

from pathlib import Path

from geo.boundaries import load_features
from geo.static_file import STATIC_FOLDER, StaticFile, to_compact_json

FILE = StaticFile("lac-map", made_by="python -m geo.map_file")


def find_map_file(folder: Path = STATIC_FOLDER) -> Path:
    """The map file in the static folder; refuses when there is none or more than one."""
    return FILE.find(folder)


def render_map_file() -> bytes:
    """The file's bytes, the same for the same boundaries."""
    # Imported here because the app only asks where the file is, and shapely costs it a start-up it has no use for.
    from geo.map_shapes import build_map  # noqa: PLC0415

    return to_compact_json(build_map(load_features()))


def name_map_file(content: bytes) -> str:
    """The file name that belongs to the content."""
    return FILE.name(content)


def write_map_file(folder: Path = STATIC_FOLDER) -> Path:
    """Writes the map file, removes older ones, and says where it is."""
    return FILE.write(render_map_file(), folder)


if __name__ == "__main__":
    print(write_map_file().name)
