"""Rows on the map: valid GeoJSON and GeoParquet, geometry where a row is of one country, null elsewhere."""

import json
from io import BytesIO

import geopandas
import pyarrow.parquet as pq
import pytest
from shapely.geometry import shape

from geo.boundaries import load_boundaries
from geo.exports.columnar import to_geoparquet, to_parquet
from geo.exports.geometry import has_countries, to_geojson
from tests.unit.geo.exports.views import PERMALINK, ROWS, make_view


def test_geojson_has_a_feature_a_row_and_null_where_there_is_no_country() -> None:
    found = json.loads(to_geojson(make_view(), PERMALINK))
    assert found["type"] == "FeatureCollection"
    assert "crs" not in found, "RFC 7946 knows one coordinate system"
    assert [one["properties"]["country"] for one in found["features"]] == [row["country"] for row in ROWS]
    assert [one["geometry"] is None for one in found["features"]] == [False, False, True, False]
    assert found["features"][1]["properties"]["value"] is None
    assert found["features"][3]["properties"]["value"] == 0
    assert found["features"][0]["properties"]["start_date"] == "2009-07-03"
    assert {"what": "Permalink", "words": PERMALINK} in found["about"]


@pytest.mark.parametrize("iso3", sorted(load_boundaries()))
def test_outer_rings_run_counter_clockwise_and_holes_clockwise(iso3: str) -> None:
    drawn = shape(load_boundaries()[iso3])
    assert drawn.is_valid
    for polygon in getattr(drawn, "geoms", [drawn]):
        assert polygon.exterior.is_ccw
        assert not any(hole.is_ccw for hole in polygon.interiors)


def test_geoparquet_is_read_by_geopandas_with_its_coordinates() -> None:
    content = to_geoparquet(make_view(), PERMALINK)
    frame = geopandas.read_parquet(BytesIO(content))
    assert frame.crs == "OGC:CRS84"
    assert frame.geometry.isna().tolist() == [False, False, True, False]
    assert frame["value"].tolist()[0] == 91.6
    assert shape(load_boundaries()["HND"]).equals(frame.geometry[0])
    described = json.loads(pq.read_metadata(BytesIO(content)).metadata[b"geo"])
    assert (described["version"], described["primary_column"]) == ("1.1.0", "geometry")
    assert set(described["columns"]["geometry"]["geometry_types"]) <= {"Polygon", "MultiPolygon"}
    assert len(described["columns"]["geometry"]["bbox"]) == 4


def test_a_view_without_countries_is_valid_too() -> None:
    view = make_view([row | {"iso3": None} for row in ROWS])
    assert has_countries(make_view())
    assert not has_countries(view)
    assert geopandas.read_parquet(BytesIO(to_geoparquet(view, PERMALINK))).geometry.isna().all()
    assert {one["geometry"] for one in json.loads(to_geojson(view, PERMALINK))["features"]} == {None}


def test_parquet_keeps_types_and_says_what_columns_mean() -> None:
    table = pq.read_table(BytesIO(to_parquet(make_view(), PERMALINK)))
    types = {field.name: str(field.type) for field in table.schema}
    assert (types["value"], types["page"], types["start_date"], types["meets_membership"]) == (
        "double",
        "int64",
        "date32[day]",
        "bool",
    )
    assert "geometry" not in types
    assert b"Whether the country meets" in table.schema.field("meets_membership").metadata[b"description"]
    assert table["value"].to_pylist() == [91.6, None, -1.38, 0.0]
