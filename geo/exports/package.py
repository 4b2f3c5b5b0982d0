"""The package of a view: its data with everything that is needed to defend each number, in one zip that is always the same bytes."""

from collections.abc import Callable

import pandas as pd

from geo import extract
from geo.exports import package_texts, said, traces
from geo.exports.archive import pack
from geo.exports.columns import Column, describe_all
from geo.exports.descriptors import LICENCES, TableFile, describe_package, describe_table
from geo.handout import Handout
from geo.messages import say
from geo.spelling import list_any
from geo.spoken import load_table

Describe = Callable[[], tuple[Column, ...]]


def to_package(handout: Handout, permalink: str) -> bytes:
    """Return the zip: data, descriptor, CSVW, dictionary, provenance, reconciliation, how to read and cite it, and the terms."""
    return pack(list_files(handout, permalink))


def list_files(handout: Handout, permalink: str) -> dict[str, bytes]:
    """Return the files of a package by name; the README holds the checksum of every other one."""
    tables = list_tables(handout)
    files = {one.path: one.content for one in tables}
    files |= {f"{one.path}-metadata.json": describe_table(one) for one in tables}
    files |= {
        "datapackage.json": describe_package(handout, permalink, tables),
        "CITATION.cff": package_texts.write_citation(handout, permalink),
        LICENCES: package_texts.write_licences({one.path: one.source_ids for one in tables}),
    }
    return files | {"README.md": package_texts.write_readme(handout, permalink, files)}


def list_tables(handout: Handout) -> list[TableFile]:
    """Return the tables of a package: the view's own, then what proves them."""
    own = [_make_described(f"{name}.csv", title, frame) for name, title, frame in said.list_tables(handout)]
    figures = load_table("published_figures")
    proofs = [
        _make("provenance.csv", say("Where each value comes from"), traces.trace(handout), traces.list_columns),
        _make_described("reconciliation.csv", say("What the report prints of its totals beside what its annexes give"), figures),
    ]  # fmt: skip
    return [*own, *proofs, _make_dictionary([*own, *proofs])]


def _make_described(path: str, title: str, frame: pd.DataFrame) -> TableFile:
    return _make(path, title, frame, lambda: describe_all(frame))


def _make(path: str, title: str, frame: pd.DataFrame, describe: Describe) -> TableFile:
    return TableFile(path, title, describe, extract.to_csv(frame), frozenset(said.collect(frame, "source_id")))


def _make_dictionary(tables: list[TableFile]) -> TableFile:
    rows = [
        {"file": table.path, "column": one.name, "type": one.type, "description": one.description}
        for table in tables
        for one in table.describe()
    ]
    frame = pd.DataFrame(rows, columns=[one.name for one in _describe_dictionary()])
    return _make("data-dictionary.csv", say("What each column holds"), frame, _describe_dictionary)


def _describe_dictionary() -> tuple[Column, ...]:
    return (
        Column("file", "string", say("File of the package")),
        Column("column", "string", say("Column of that file")),
        Column(
            "type",
            "string",
            say("Type of its values: {types}", types=list_any(("string", "integer", "number", "boolean", "date"))),
        ),
        Column("description", "string", say("What the column holds")),
    )
