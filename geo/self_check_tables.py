"""Are the tables on the disk those of the schema, the descriptor and the seeds? Header, keys, empty cells, closed lists, rows."""

import csv
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from data.schema import BUILT_TABLES, SEED_TABLES, Table
from geo.messages import say, say_in
from geo.spelling import format_number

Row = dict[str, str]

_DESCRIPTOR = "datapackage.json"


def check_tables(built: Path, seeds: Path) -> tuple[int, list[str]]:
    """Return how many rows were read and what is wrong with them. Raises OSError or ValueError for files that cannot be read."""
    package = json.loads((built / _DESCRIPTOR).read_text(encoding="utf-8"))
    resources = {resource["path"]: resource for resource in package["resources"]}
    problems = [
        say("{file}: describes {name}, which is no table", file=_DESCRIPTOR, name=name)
        for name in resources.keys() - _names()
    ]
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
        yield say("{file}: does not describe {name}", file=_DESCRIPTOR, name=path.name)
        return
    content = path.read_bytes()
    if resource["bytes"] != len(content):
        yield say(
            "{file}: {found} bytes, {descriptor} has {expected}",
            file=path.name, descriptor=_DESCRIPTOR, found=format_number(len(content), 0), expected=format_number(resource["bytes"], 0),
        )  # fmt: skip
    if resource["hash"] != f"sha256:{hashlib.sha256(content).hexdigest()}":
        yield say("{file}: not the checksum that {descriptor} has", file=path.name, descriptor=_DESCRIPTOR)
    columns = tuple(field["name"] for field in resource["schema"]["fields"])
    if columns != table.columns:
        yield say(
            "{file}: {descriptor} has columns {found}, expected {expected}",
            file=path.name, descriptor=_DESCRIPTOR, found=", ".join(columns), expected=", ".join(table.columns),
        )  # fmt: skip


def _check_rows(rows: list[Row], table: Table) -> Iterator[str]:
    name = f"{table.name}.csv"
    if not rows or tuple(rows[0]) != table.columns:
        found = ", ".join(rows[0]) if rows else say("without rows")
        yield say(
            "{file}: columns {found}, expected {expected}", file=name, found=found, expected=", ".join(table.columns)
        )
        return
    seen: set[tuple[str, ...]] = set()
    for number, row in enumerate(rows, 2):
        key = tuple(row[column] for column in table.key)
        if key in seen:
            yield say("{file} row {row}: the key {key} stands there twice", file=name, row=number, key=" ".join(key))
        seen.add(key)
        if len(row) > len(table.columns):
            yield say("{file} row {row}: more cells than columns", file=name, row=number)
        for column in table.columns:
            yield from (
                say("{file} row {row}, {column}: {problem}", file=name, row=number, column=column, problem=problem)
                for problem in _check_cell(row[column], column, table)
            )


def _check_cell(value: str, column: str, table: Table) -> Iterator[str]:
    if not value:
        if column not in table.optional:
            yield say_in("cell", "empty")
        return
    enum = table.field(column).enum
    if enum and value not in enum:
        yield say('"{value}" is not one of {values}', value=value, values=", ".join(enum))


def _check_count(found: int, table: Table, seeds: Path) -> Iterator[str]:
    """A table of the same name among the seeds has as many rows; what is computed from several has none to compare with."""
    if table.name not in SEED_TABLES:
        return
    expected = len(read_rows(seeds / f"{table.name}.csv"))
    if found != expected:
        yield say(
            "{file}: {found} rows, the seeds have {expected}",
            file=f"{table.name}.csv", found=format_number(found, 0), expected=format_number(expected, 0),
        )  # fmt: skip
