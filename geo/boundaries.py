"""Country boundaries as the atlas draws and offers them: the committed GeoJSON, its source and its disclaimer."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from geo.messages import mark

BOUNDARIES_PATH = Path(__file__).resolve().parent.parent / "data" / "built" / "boundaries.geojson"

# Messages, for `say`.
BOUNDARIES_SOURCE = mark(
    "Boundaries: Natural Earth 4.1 at 1:10 million (public domain), by way of the npm package world-atlas 2.0.2, "
    "simplified to about 5 km, small islands to 1 or 2 km."
)
BOUNDARIES_DISCLAIMER = mark(
    "The boundaries and names shown imply no opinion on the legal status of any country or territory, "
    "or on any disputed area or border."
)


@cache
def load_features() -> tuple[dict[str, Any], ...]:
    """Every GeoJSON feature of the boundaries file: the 33 states by iso3, then the surrounding land by name.

    Properties: iso3 (null outside the atlas), name, kind (`country` or `outside_the_atlas`). Shared: never change it.
    """
    return tuple(json.loads(BOUNDARIES_PATH.read_text(encoding="utf-8"))["features"])


def load_boundaries() -> dict[str, dict[str, Any]]:
    """The GeoJSON geometry of each of the 33 states by iso3, in degrees (longitude, latitude; WGS 84).

    Exterior rings run counter-clockwise, as RFC 7946 asks. Surrounding land is left out, so none can carry a value.
    """
    return {
        feature["properties"]["iso3"]: feature["geometry"]
        for feature in load_features()
        if feature["properties"]["kind"] == "country"
    }
