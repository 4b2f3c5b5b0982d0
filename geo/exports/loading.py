"""Code that loads a table again with the types that its columns have: pandas, R, and the steps in Excel."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from data.schema import BUILT_TABLES
from geo.exports.columns import Column, describe_all, describe_built
from geo.messages import say

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
    return _write(address, [describe_built(name) for name in built.columns])


def _write(address: str, columns: Sequence[Column]) -> tuple[Snippet, ...]:
    types = ", ".join(f'"{one.name}": "{_PANDAS_TYPES[one.type]}"' for one in columns if one.type in _PANDAS_TYPES)
    days = ", ".join(f'"{one.name}"' for one in columns if one.type == "date")
    parsed = f", parse_dates=[{days}]" if days else ""
    read = f'data = pd.read_csv("{address}", dtype=types{parsed}, keep_default_na=False, na_values=[""])'
    start = f'types = defaultdict(lambda: "string", {{{types}}})'
    pandas = f"from collections import defaultdict\n\nimport pandas as pd\n\n{start}\n{read}"
    letters = "".join(_R_TYPES[one.type] for one in columns)
    r = f'library(readr)\n\ndata <- read_csv("{address}", col_types = "{letters}", na = "")'
    return (Snippet("pandas", "python", pandas), Snippet("R", "r", r), Snippet("Excel", "text", _tell_steps(address)))


def _tell_steps(address: str) -> str:
    """The way in Excel, by the names that its own menus have in the language."""
    way = (
        say("Data > Get Data > From Web: {address}", address=address)
        if "/" in address
        else say("Data > Get Data > From Text/CSV: {file}", file=address)
    )
    types = say("File origin 65001: Unicode (UTF-8), delimiter comma, then Transform Data to set types.")
    return f"{way}\n{types}"
