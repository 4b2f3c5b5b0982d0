"""The rows of a view on the map: GeoJSON after RFC 7946, and the geometry of each row's country for other formats."""

import json
from datetime import date
from typing import Any

import pandas as pd

from geo.boundaries import load_boundaries
from geo.exports import said
from geo.exports.cells import list_rows
from geo.exports.columns import type_frame
from geo.handout import Handout

_KEYS = ("iso3", "place_id")


def has_countries(handout: Handout) -> bool:
    """Return whether any row of a view is of a country."""
    return any(geometry is not None for geometry in list_geometries(handout.rows))


def list_geometries(frame: pd.DataFrame) -> list[dict[str, Any] | None]:
    """Return the GeoJSON geometry of each row's country; None for a row of a region, of several countries or of none."""
    boundaries = load_boundaries()
    key = next((one for one in _KEYS if one in frame.columns), None)
    if key is None:
        return [None] * len(frame)
    return [boundaries.get(str(value)) for value in frame[key].tolist()]


def to_geojson(handout: Handout, permalink: str) -> bytes:
    """Return a feature for each row: its values as properties, the country as geometry, null where the row is of no single country."""
    features = [
        {"type": "Feature", "geometry": geometry, "properties": {name: _to_json(value) for name, value in row.items()}}
        for row, geometry in zip(list_rows(type_frame(handout.rows)), list_geometries(handout.rows), strict=True)
    ]
    about = [{"what": what, "words": words} for what, words in said.list_facts(handout, permalink)]
    collection = {"type": "FeatureCollection", "about": about, "features": features}
    return (json.dumps(collection, ensure_ascii=False, allow_nan=False, separators=(",", ":")) + "\n").encode("utf-8")


def _to_json(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
