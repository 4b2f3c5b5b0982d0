"""The forms in which the rows of a view leave the atlas, each a function of the view and its address."""

from collections.abc import Callable
from dataclasses import dataclass

from geo import extract
from geo.handout import Handout
from geo.messages import mark

Make = Callable[[Handout, str], bytes]


@dataclass(frozen=True)
class Form:
    """A form: its name, the ending and media type of its file, what it is for (both to be said), and what makes it.

    `is_heavy` says that it takes time or a library that the server does not load, and is better made beside it. `has_geometry` says that
    it is of use only where rows are of countries.
    """

    name: str
    ending: str
    media_type: str
    purpose: str
    make: Make
    is_heavy: bool = False
    has_geometry: bool = False


def to_csv(handout: Handout, _permalink: str) -> bytes:
    """Return the rows as CSV, the same as the button under the table gives."""
    return extract.to_csv(handout.rows)


def _to_xlsx(handout: Handout, permalink: str) -> bytes:
    from geo.exports.spreadsheet import to_xlsx  # noqa: PLC0415

    return to_xlsx(handout, permalink)


def _to_geojson(handout: Handout, permalink: str) -> bytes:
    from geo.exports.geometry import to_geojson  # noqa: PLC0415

    return to_geojson(handout, permalink)


def _to_parquet(handout: Handout, permalink: str) -> bytes:
    from geo.exports.columnar import to_parquet  # noqa: PLC0415

    return to_parquet(handout, permalink)


def _to_geoparquet(handout: Handout, permalink: str) -> bytes:
    from geo.exports.columnar import to_geoparquet  # noqa: PLC0415

    return to_geoparquet(handout, permalink)


def _to_package(handout: Handout, permalink: str) -> bytes:
    from geo.exports.package import to_package  # noqa: PLC0415

    return to_package(handout, permalink)


FORMS: dict[str, Form] = {
    "csv": Form("CSV", ".csv", "text/csv", mark("The rows, for anything"), to_csv),
    "xlsx": Form(
        "Excel", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        mark("Typed columns, with dictionary, sources, caveats and filters as sheets"), _to_xlsx, is_heavy=True,
    ),
    "parquet": Form(
        "Parquet", ".parquet", "application/vnd.apache.parquet", mark("Typed columns, for pandas, R and DuckDB"), _to_parquet, is_heavy=True,
    ),
    "geojson": Form(
        "GeoJSON", ".geojson", "application/geo+json", mark("The rows with the outline of their country"), _to_geojson,
        is_heavy=True, has_geometry=True,
    ),
    "geoparquet": Form(
        "GeoParquet", ".geo.parquet", "application/vnd.apache.parquet", mark("The same, typed, for GeoPandas, QGIS and DuckDB"), _to_geoparquet,
        is_heavy=True, has_geometry=True,
    ),
    "package": Form(
        mark("The package"), ".zip", "application/zip",
        mark("Data, dictionary, the source cell of every value, published totals, terms and citation: all that it takes to defend a number"),
        _to_package, is_heavy=True,
    ),
}  # fmt: skip
