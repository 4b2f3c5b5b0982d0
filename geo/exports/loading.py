"""Code that loads a table again with the types that its columns have: pandas, R, and the steps in Excel."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from data.schema import BUILT_TABLES
from geo.exports.columns import Column, describe_all

_R_TYPES = {"string": "c", "integer": "i", "number": "d", "boolean": "l", "date": "D"}
_PANDAS_TYPES = {"integer": "Int64", "number": "Float64", "boolean": "boolean"}


@dataclass(frozen=True)
class Snippet:
    """Code to copy: what it is for, the language that it is in ("text" for steps), and the code."""

    name: str
    language: str
    code: str


def list_snippets(address: str, frame: pd.DataFrame) -> tuple[Snippet, ...]:
    """Return the code that loads a downloaded table from a file or address."""
    return _write(address, describe_all(frame))


def list_snippets_of_table(address: str, table: str) -> tuple[Snippet, ...]:
    """Return the code that loads a built table from its address. Raises KeyError for a table that was not built."""
    built = BUILT_TABLES[table]
    columns = [Column(name, built.field(name).type, built.field(name).description) for name in built.columns]
    return _write(address, columns)


def _write(address: str, columns: Sequence[Column]) -> tuple[Snippet, ...]:
    types = ", ".join(f'"{one.name}": "{_PANDAS_TYPES[one.type]}"' for one in columns if one.type in _PANDAS_TYPES)
    days = ", ".join(f'"{one.name}"' for one in columns if one.type == "date")
    parsed = f", parse_dates=[{days}]" if days else ""
    read = f'data = pd.read_csv("{address}", dtype=types{parsed}, keep_default_na=False, na_values=[""])'
    start = f'types = defaultdict(lambda: "string", {{{types}}})'
    pandas = f"from collections import defaultdict\n\nimport pandas as pd\n\n{start}\n{read}"
    letters = "".join(_R_TYPES[one.type] for one in columns)
    r = f'library(readr)\n\ndata <- read_csv("{address}", col_types = "{letters}", na = "")'
    steps = f"Data > Get Data > {_tell_way(address)}\nFile origin 65001: Unicode (UTF-8), delimiter comma, then Transform Data to set types."
    return (Snippet("pandas", "python", pandas), Snippet("R", "r", r), Snippet("Excel", "text", steps))


def _tell_way(address: str) -> str:
    return f"From Web: {address}" if "/" in address else f"From Text/CSV: {address}"
