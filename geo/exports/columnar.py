"""The rows of a view as Parquet, and as GeoParquet 1.1 with the country of each row."""

import json
from io import BytesIO
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from geo.exports import said
from geo.exports.cells import list_rows
from geo.exports.columns import describe_all, type_frame
from geo.exports.geometry import list_geometries
from geo.handout import Handout

_TYPES = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_(), "date": pa.date32()}  # fmt: skip
GEOMETRY = "geometry"


def to_parquet(handout: Handout, permalink: str) -> bytes:
    """Return the rows as Parquet; what each column means, and the view, stand in its metadata."""
    return _write(_make_table(handout.rows, _tell(handout, permalink)))


def to_geoparquet(handout: Handout, permalink: str) -> bytes:
    """Return the rows as GeoParquet: WKB in degrees (OGC:CRS84), null where the row is of no single country."""
    shapes = [None if one is None else shape(one) for one in list_geometries(handout.rows)]
    table = _make_table(handout.rows, _tell(handout, permalink) | {"geo": _describe_geometry(shapes)})
    values = [None if one is None else shapely.to_wkb(one, byte_order=1) for one in shapes]
    return _write(table.append_column(pa.field(GEOMETRY, pa.binary()), pa.array(values, pa.binary())))


def _make_table(frame: pd.DataFrame, metadata: dict[str, str]) -> pa.Table:
    columns, rows = describe_all(frame), list_rows(type_frame(frame))
    fields = [pa.field(one.name, _TYPES[one.type], metadata={"description": one.description}) for one in columns]
    arrays = [pa.array([row[one.name] for row in rows], _TYPES[one.type]) for one in columns]
    return pa.Table.from_arrays(arrays, schema=pa.schema(fields, metadata=metadata))


def _tell(handout: Handout, permalink: str) -> dict[str, str]:
    facts = [{"what": what, "words": words} for what, words in said.list_facts(handout, permalink)]
    return {"about": json.dumps(facts, ensure_ascii=False)}


def _describe_geometry(shapes: list[BaseGeometry | None]) -> str:
    """The metadata of GeoParquet; without a coordinate system named, it is OGC:CRS84, as the standard has it."""
    drawn = [one for one in shapes if one is not None]
    column: dict[str, Any] = {
        "encoding": "WKB",
        "geometry_types": sorted({one.geom_type for one in drawn}),
        "orientation": "counterclockwise",
        "edges": "planar",
    }
    if drawn:
        column["bbox"] = [float(one) for one in shapely.total_bounds(drawn)]
    return json.dumps({"version": "1.1.0", "primary_column": GEOMETRY, "columns": {GEOMETRY: column}}, sort_keys=True)


def _write(table: pa.Table) -> bytes:
    made = BytesIO()
    pq.write_table(table, made, compression="zstd")
    return made.getvalue()
