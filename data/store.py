"""Reads the built tables with the types of their schema."""

from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from data.errors import AtlasError, suggest
from data.schema import BUILT_TABLES

BUILT_FOLDER = Path(__file__).parent / "built"

_DTYPES = {"integer": "Int64", "number": "Float64", "boolean": "boolean"}


@cache
def load_table(name: str) -> pd.DataFrame:
    """Return a built table, typed as its schema says; callers share the frame and must not change it.

    Raises AtlasError for a table that does not exist or was not built.
    """
    if name not in BUILT_TABLES:
        raise AtlasError(f'There is no table "{name}".{suggest(name, BUILT_TABLES)}')
    path = BUILT_FOLDER / f"{name}.csv"
    if not path.exists():
        raise AtlasError(f"data/built/{name}.csv is missing. Run `make data`.")
    table = BUILT_TABLES[name]
    types = {column: _DTYPES.get(table.field(column).type, "string") for column in table.columns}
    return pd.read_csv(path, dtype=types, keep_default_na=False, na_values=[""])


@cache
def load_records(name: str) -> tuple[dict[str, Any], ...]:
    """Return the rows of a built table as dicts; callers share them and must not change them.

    A view looks up hundreds of cells, each of them some hundred times slower in a frame than in a dict.
    """
    return tuple(to_records(load_table(name)))


def to_records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows of a frame as dicts by column name; what is missing is None."""
    columns = [
        [None if missing else value for value, missing in zip(column.tolist(), column.isna(), strict=True)]
        for _, column in frame.items()
    ]
    return [dict(zip(frame.columns, row, strict=True)) for row in zip(*columns, strict=True)]
