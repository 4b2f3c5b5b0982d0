"""Other readings of doubtful cells, applied to the seeds one at a time to see what they would change."""

from collections.abc import Iterator

from data.errors import SeedError
from data.seeds import LINE, Row, Seeds

KEYS = {"decisions": "decision_id", "contracts": "contract_id"}


def list_readings(seeds: Seeds) -> list[str]:
    """Return the ids of the readings in the order of the file."""
    return list(dict.fromkeys(row["reading_id"] for row in seeds["readings"]))


def apply_reading(seeds: Seeds, reading_id: str) -> Seeds:
    """Return the seeds with the cells of one reading in place of those that the atlas shows; the seeds stay as they are."""
    cells = [row for row in seeds["readings"] if row["reading_id"] == reading_id]
    return seeds | {table: [_read(row, key, table, cells) for row in seeds[table]] for table, key in KEYS.items()}


def check_readings(seeds: Seeds) -> Iterator[SeedError]:
    """Yield an error for each cell of a reading that names no row or column, or that the atlas shows already."""
    for cell in seeds["readings"]:
        table = cell["applies_to"]
        found = next((row for row in seeds[table] if row[KEYS[table]] == cell["row_id"]), None)
        problem = ""
        if found is None or cell["column"] not in found:
            problem = f'"{cell["row_id"]}", {cell["column"]}: no such cell in {table}.csv'
        elif found[cell["column"]] == cell["printed"]:
            problem = f'"{cell["printed"]}" is what {table}.csv has already; a reading has another value'
        if problem:
            yield SeedError("seeds/readings.csv", int(cell[LINE]), "row_id", problem)


def _read(row: Row, key: str, table: str, cells: list[Row]) -> Row:
    wanted = (cell for cell in cells if cell["applies_to"] == table and cell["row_id"] == row[key])
    return row | {cell["column"]: cell["printed"] for cell in wanted}
