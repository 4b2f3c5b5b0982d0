"""Reads seed files: text as typed, each row with the line it stands on, checked against its table."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from data.errors import SeedError, SeedErrors, suggest
from data.schema import SEED_TABLES, Table

SEED_FOLDER = Path(__file__).parent.parent / "seeds"

Row = dict[str, str]
BuiltRow = dict[str, Any]
Seeds = dict[str, list[Row]]

LINE = "_line"
_BOOLEANS = ("yes", "no")


def read_seeds(folder: Path = SEED_FOLDER) -> Seeds:
    """Return every seed table as rows of text; each row carries its file line under "_line".

    Raises SeedErrors listing every missing file, wrong header, empty cell, wrong type, value outside its closed list and
    duplicate key.
    """
    seeds: Seeds = {}
    errors: list[SeedError] = []
    for table in SEED_TABLES.values():
        rows, problems = read_table(folder / f"{table.name}.csv", table)
        seeds[table.name] = rows
        errors += problems
    if errors:
        raise SeedErrors(errors)
    return seeds


def read_table(path: Path, table: Table) -> tuple[list[Row], list[SeedError]]:
    """Return the rows of one seed file and what is wrong with them."""
    name = f"seeds/{path.name}"
    if not path.exists():
        return [], [SeedError(name, 1, "-", "the file is missing. Add it with the header " + ",".join(table.columns))]
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        if tuple(reader.fieldnames or ()) != table.columns:
            found, expected = ",".join(reader.fieldnames or ()), ",".join(table.columns)
            return [], [SeedError(name, 1, "-", f"the header is {found}, expected {expected}")]
        rows = [{**row, LINE: str(reader.line_num)} for row in reader]
    errors = [SeedError(name, int(row[LINE]), *problem) for row in rows for problem in _row_problems(row, table)]
    errors += [SeedError(name, line, "/".join(table.key), problem) for line, problem in _duplicates(rows, table)]
    return rows, errors


def _row_problems(row: Row, table: Table) -> Iterator[tuple[str, str]]:
    if None in row:
        yield "-", "the row has more cells than the header. Put quotes around a cell that holds a comma."
    for column in table.columns:
        value = row[column]
        if value is None:
            yield column, "the row has fewer cells than the header. Add the missing commas."
        elif value != value.strip():
            yield column, f'"{value}" begins or ends with a space. Remove it.'
        elif not value:
            if column not in table.optional:
                yield column, "the cell is empty, expected " + table.field(column).description.lower()
        else:
            yield from ((column, problem) for problem in _type_problems(value, column, table))


def _type_problems(value: str, column: str, table: Table) -> Iterator[str]:
    field = table.field(column)
    if field.type == "integer" and not re.fullmatch(r"-?\d+", value):
        yield f'"{value}" is not a whole number'
    if field.type == "boolean" and value not in _BOOLEANS:
        yield f'"{value}" is neither yes nor no'
    if field.enum and value not in field.enum:
        yield f'"{value}" is not one of {", ".join(field.enum)}.{suggest(value, field.enum)}'
    if field.pattern and not re.fullmatch(field.pattern, value):
        yield f'"{value}" does not look like {field.description} ({field.pattern})'


def _duplicates(rows: list[Row], table: Table) -> Iterator[tuple[int, str]]:
    first_seen: dict[tuple[str, ...], str] = {}
    for row in rows:
        key = tuple(row[column] for column in table.key)
        if key in first_seen:
            yield int(row[LINE]), f'"{"/".join(key)}" stands on line {first_seen[key]} already. Keep one of the two.'
        first_seen.setdefault(key, row[LINE])
