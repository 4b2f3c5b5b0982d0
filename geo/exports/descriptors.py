"""What describes the files of a package to machines: the descriptor of a Data Package 2.0, and CSVW metadata for each table."""

import hashlib
import json
import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any

from data.integrity import find_version
from geo.citation import ATLAS
from geo.exports import said
from geo.exports.columns import Column
from geo.handout import Handout
from geo.messages import ENGLISH, current, say, speaking
from geo.spelling import join_clauses

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
LICENCES = "LICENCES.md"
_CSVW_TYPES = {"string": "string", "integer": "integer", "number": "double", "boolean": "boolean", "date": "date"}  # fmt: skip


@dataclass(frozen=True)
class TableFile:
    """A table of a package: its file name, title, what tells its columns, content, and the documents that its rows name.

    What the columns hold is told in the reader's language in the dictionary, and in English in the descriptors, which programs read.
    """

    path: str
    title: str
    describe: Callable[[], tuple[Column, ...]]
    content: bytes
    source_ids: frozenset[str] = frozenset()


def describe_package(handout: Handout, permalink: str, tables: Sequence[TableFile]) -> bytes:
    """Return datapackage.json of a package."""
    filters = join_clauses(said.list_filters(handout))
    descriptor = {
        "$schema": PROFILE,
        "name": re.sub(r"[^a-z0-9._-]+", "-", handout.stem.lower()),
        "title": handout.title,
        "description": " ".join(filter(None, [handout.below, say("Filters: {filters}.", filters=filters)])),
        "version": find_version(),
        **({"homepage": permalink} if permalink.startswith("http") else {}),
        "contributors": [{"title": ATLAS, "roles": ["publisher"]}],
        **_list_sources({one for table in tables for one in table.source_ids}),
        "licenses": [{"name": "other", "title": say("The documents' own terms, by resource"), "path": LICENCES}],
        "resources": [_describe_resource(one) for one in tables],
    }
    return to_json(descriptor)


def describe_table(table: TableFile) -> bytes:
    """Return the CSVW metadata of a table."""
    columns = [
        {
            "name": one.name,
            "titles": one.name,
            "datatype": _CSVW_TYPES[one.type],
            "null": "",
            "dc:description": one.description,
        }
        for one in _describe_in_english(table)
    ]
    return to_json(
        {
            "@context": ["http://www.w3.org/ns/csvw", {"@language": ENGLISH}],
            "url": table.path,
            "dc:title": {"@value": table.title, "@language": current()},
            "dialect": {"header": True, "encoding": "utf-8", "lineTerminators": ["\n"]},
            "tableSchema": {"columns": columns},
        }
    )


def to_json(value: Any) -> bytes:
    """Return a value as JSON that people can read too, in the order that it was made in."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _list_sources(source_ids: Collection[str]) -> dict[str, Any]:
    """The documents as a descriptor names them; a list of none is left out."""
    found = [{"title": row["citation"]} for row in said.pick_sources(source_ids)]
    return {"sources": found} if found else {}


def _list_licences(source_ids: Collection[str]) -> dict[str, Any]:
    """The terms of the documents, each once, in the words of the table of sources."""
    terms = dict.fromkeys(row["licence"] for row in said.pick_sources(source_ids))
    found = [{"name": "other", "title": one, "path": LICENCES} for one in terms]
    return {"licenses": found} if found else {}


def _describe_resource(table: TableFile) -> dict[str, Any]:
    return {
        "name": table.path.removesuffix(".csv").lower(),
        "type": "table",
        "path": table.path,
        "title": table.title,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(table.content),
        "hash": "sha256:" + hashlib.sha256(table.content).hexdigest(),
        **_list_sources(table.source_ids),
        **_list_licences(table.source_ids),
        "schema": {"fields": [_describe_field(one) for one in _describe_in_english(table)], "missingValues": [""]},
    }


def _describe_in_english(table: TableFile) -> tuple[Column, ...]:
    with speaking(ENGLISH):
        return table.describe()


def _describe_field(column: Column) -> dict[str, Any]:
    described = {"name": column.name, "type": column.type, "description": column.description}
    return described | ({"trueValues": ["true"], "falseValues": ["false"]} if column.type == "boolean" else {})
