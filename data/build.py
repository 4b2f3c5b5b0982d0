"""Builds data/built from seeds: `python -m data.build`."""

import sys
from pathlib import Path

from data.checks import check_seeds
from data.errors import AtlasError
from data.export import write_tables
from data.integrity import write_sums
from data.seeds import SEED_FOLDER, read_seeds
from data.store import BUILT_FOLDER
from data.tables import build_tables


def build(seed_folder: Path = SEED_FOLDER, built_folder: Path = BUILT_FOLDER) -> dict[str, int]:
    """Read, check and write every table; return the number of rows by table. Raises SeedErrors and writes nothing if a check fails."""
    seeds = read_seeds(seed_folder)
    check_seeds(seeds)
    tables = build_tables(seeds)
    write_tables(tables, built_folder)
    write_sums(built_folder)
    return {name: len(frame) for name, frame in tables.items()}


def main() -> int:
    """Build, print a line a table or the errors, and return the exit code."""
    try:
        counts = build()
    except AtlasError as error:
        print(error, file=sys.stderr)
        return 1
    for name, rows in sorted(counts.items()):
        print(f"data/built/{name}.csv: {rows} rows")
    return 0


if __name__ == "__main__":
    sys.exit(main())
