"""Are the tables on the disk those of the schema, the descriptor and the seeds? Header, keys, empty cells, closed lists, rows."""

import csv
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from data.schema import BUILT_TABLES, SEED_TABLES, Table

Row = dict[str, str]


def check_tables(built: Path, seeds: Path) -> tuple[int, list[str]]:
    """Return how many rows were read and what is wrong with them. Raises OSError or ValueError for files that cannot be read."""
    package = json.loads((built / "datapackage.json").read_text(encoding="utf-8"))
    resources = {resource["path"]: resource for resource in package["resources"]}
    problems = [f"datapackage.json: describes {name}, which is no table" for name in resources.keys() - _names()]
    counted = 0
    for table in BUILT_TABLES.values():
        rows = read_rows(built / f"{table.name}.csv")
        counted += len(rows)
        problems += _check_descriptor(built / f"{table.name}.csv", table, resources.get(f"{table.name}.csv"))
        problems += _check_rows(rows, table)
        problems += _check_count(len(rows), table, seeds)
    return counted, problems


def read_rows(path: Path) -> list[Row]:
    """Return the rows of a CSV file as text by column; a short row has empty cells, a long one an extra column."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, restkey="more cells than columns", restval=""))


def _names() -> set[str]:
    return {f"{name}.csv" for name in BUILT_TABLES}


def _check_descriptor(path: Path, table: Table, resource: dict[str, Any] | None) -> Iterator[str]:
    if resource is None:
        yield f"datapackage.json: does not describe {path.name}"
        return
    content = path.read_bytes()
    if resource["bytes"] != len(content):
        yield f"{path.name}: {len(content):,} bytes, datapackage.json has {resource['bytes']:,}"
    if resource["hash"] != f"sha256:{hashlib.sha256(content).hexdigest()}":
        yield f"{path.name}: not the checksum that datapackage.json has"
    columns = tuple(field["name"] for field in resource["schema"]["fields"])
    if columns != table.columns:
        yield f"{path.name}: datapackage.json has columns {', '.join(columns)}, expected {', '.join(table.columns)}"


def _check_rows(rows: list[Row], table: Table) -> Iterator[str]:
    name = f"{table.name}.csv"
    if not rows or tuple(rows[0]) != table.columns:
        yield f"{name}: columns {', '.join(rows[0]) if rows else 'without rows'}, expected {', '.join(table.columns)}"
        return
    seen: set[tuple[str, ...]] = set()
    for number, row in enumerate(rows, 2):
        key = tuple(row[column] for column in table.key)
        if key in seen:
            yield f"{name} row {number}: the key {' '.join(key)} stands there twice"
        seen.add(key)
        if len(row) > len(table.columns):
            yield f"{name} row {number}: more cells than columns"
        for column in table.columns:
            yield from (
                f"{name} row {number}, {column}: {problem}" for problem in _check_cell(row[column], column, table)
            )


def _check_cell(value: str, column: str, table: Table) -> Iterator[str]:
    if not value:
        if column not in table.optional:
            yield "empty"
        return
    enum = table.field(column).enum
    if enum and value not in enum:
        yield f'"{value}" is not one of {", ".join(enum)}'


def _check_count(found: int, table: Table, seeds: Path) -> Iterator[str]:
    """A table of the same name among the seeds has as many rows; what is computed from several has none to compare with."""
    if table.name not in SEED_TABLES:
        return
    expected = len(read_rows(seeds / f"{table.name}.csv"))
    if found != expected:
        yield f"{table.name}.csv: {found:,} rows, the seeds have {expected:,}"
