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

import hashlib
import json
from pathlib import Path

from geo.boundaries import load_features

STATIC_FOLDER = Path(__file__).resolve().parent.parent / "static"
PATTERN = "lac-map-*.json"


def find_map_file(folder: Path = STATIC_FOLDER) -> Path:
    """The map file in the static folder; refuses when there is none or more than one."""
    found = sorted(folder.glob(PATTERN))
    if len(found) != 1:
        names = [path.name for path in found]
        raise FileNotFoundError(
            f"{folder.name}/{PATTERN}: found {names}, expected one file. Run python -m geo.map_file."
        )
    return found[0]


def render_map_file() -> bytes:
    """The file's bytes, the same for the same boundaries."""
    # Imported here because the app only asks where the file is, and shapely costs it a start-up it has no use for.
    from geo.map_shapes import build_map  # noqa: PLC0415

    return json.dumps(build_map(load_features()), ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def name_map_file(content: bytes) -> str:
    """The file name that belongs to the content."""
    return f"lac-map-{hashlib.sha256(content).hexdigest()[:10]}.json"


def write_map_file(folder: Path = STATIC_FOLDER) -> Path:
    """Writes the map file, removes older ones, and says where it is."""
    content = render_map_file()
    folder.mkdir(parents=True, exist_ok=True)
    for older in folder.glob(PATTERN):
        older.unlink()
    path = folder / name_map_file(content)
    path.write_bytes(content)
    return path


if __name__ == "__main__":
    print(write_map_file().name)
