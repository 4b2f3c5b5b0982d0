"""Does the ledger come out the same again? Every published figure, with its verdict, computed from the seeds and compared cell by cell."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from data.export import to_csv_text
from data.schema import BUILT_TABLES
from data.seeds import read_seeds
from data.tables import build_ledger, to_frame
from geo.messages import say
from geo.self_check_tables import Row, read_rows


def check_ledger(built: Path, seeds: Path) -> tuple[int, list[str]]:
    """Return how many figures and trials were computed again, and each cell that differs. Raises SeedErrors for wrong seeds."""
    checked = 0
    problems: list[str] = []
    for name, rows in build_ledger(read_seeds(seeds)).items():
        table = BUILT_TABLES[name]
        again = {_key(row, table.key): row for row in _parse(to_csv_text(to_frame(rows, table)))}
        stored = {_key(row, table.key): row for row in read_rows(built / f"{name}.csv")}
        checked += len(again)
        problems += _compare(stored, again, f"{name}.csv")
    return checked, problems


def _compare(stored: dict[str, Row], again: dict[str, Row], name: str) -> Iterator[str]:
    for key in sorted(stored.keys() | again.keys()):
        if key not in stored or key not in again:
            told = {"file": name, "key": key}
            yield (
                say("{file}: {key} is missing", **told)
                if key in again
                else say("{file}: {key} is not in the seeds", **told)
            )
            continue
        for column, value in again[key].items():
            found = stored[key].get(column)
            if found != value:
                yield say(
                    '{file}, {key}, {column}: found "{found}", computed "{value}"',
                    file=name, key=key, column=column, found=found, value=value,
                )  # fmt: skip


def _key(row: Row, columns: tuple[str, ...]) -> str:
    return " ".join(row[column] for column in columns)


def _parse(text: str) -> list[Row]:
    return list(csv.DictReader(io.StringIO(text)))
