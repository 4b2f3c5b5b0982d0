"""Writes tables: CSV that is the same bytes on every machine, and the datapackage.json that describes it."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pandas as pd

from data.integrity import find_version
from data.schema import BUILT_TABLES, Table

PACKAGE_NAME = "lac-citizen-security-atlas"


def to_csv_text(frame: pd.DataFrame) -> str:
    """Return a frame as CSV: one header row, Unix line ends, raw numbers without trailing zeros, empty for missing."""
    plain = frame.copy()
    for column in plain.columns:
        if pd.api.types.is_float_dtype(plain[column].dtype):
            plain[column] = plain[column].map(_plain_number, na_action="ignore")
        elif pd.api.types.is_bool_dtype(plain[column].dtype):
            plain[column] = plain[column].map({True: "true", False: "false"}, na_action="ignore")
        elif plain[column].dtype == object:
            plain[column] = plain[column].map(_plain_boolean, na_action="ignore")
    return plain.to_csv(index=False, lineterminator="\n")


def write_tables(tables: dict[str, pd.DataFrame], folder: Path) -> None:
    """Write each table as CSV and the datapackage.json that describes them all."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, frame in tables.items():
        (folder / f"{name}.csv").write_text(to_csv_text(frame), encoding="utf-8", newline="")
    package = json.dumps(describe_package(folder), indent=2, ensure_ascii=False) + "\n"
    (folder / "datapackage.json").write_text(package, encoding="utf-8", newline="")


def describe_package(folder: Path) -> dict[str, Any]:
    """Return the Data Package descriptor of the CSV files in a folder."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": PACKAGE_NAME,
        "title": "LAC Citizen Security Atlas: checked tables",
        "version": find_version(),
        "description": "Indicators and EU commitments as printed in the source documents, each with page, table and cell.",
        "resources": [_describe_resource(table, folder) for table in BUILT_TABLES.values()],
    }


def _describe_resource(table: Table, folder: Path) -> dict[str, Any]:
    content = (folder / f"{table.name}.csv").read_bytes()
    return {
        "name": table.name.replace("_", "-"),
        "type": "table",
        "path": f"{table.name}.csv",
        "title": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": "sha256:" + hashlib.sha256(content).hexdigest(),
        "schema": {
            "fields": [_describe_field(column, table) for column in table.columns],
            "primaryKey": list(table.key),
            "foreignKeys": [
                _describe_reference(reference, table) for reference in table.references if _is_plain(reference, table)
            ],
        },
    }


def _describe_field(column: str, table: Table) -> dict[str, Any]:
    field = table.field(column)
    constraints: dict[str, Any] = {} if column in table.optional else {"required": True}
    if field.enum:
        constraints["enum"] = list(field.enum)
    described: dict[str, Any] = {"name": column, "type": field.type, "description": field.description}
    if field.type == "boolean":
        described |= {"trueValues": ["true"], "falseValues": ["false"]}
    return described | ({"constraints": constraints} if constraints else {})


def _describe_reference(reference: tuple[str, str], table: Table) -> dict[str, Any]:
    column, (target, target_column) = reference[0], reference[1].split(".")
    resource = "" if target == table.name else target.replace("_", "-")
    return {"fields": [column], "reference": {"resource": resource, "fields": [target_column]}}


def _is_plain(reference: tuple[str, str], table: Table) -> bool:
    """A column that holds a list of ids, or may hold an aggregate, is not a foreign key in the standard's sense."""
    column, target = reference
    lists = column == "caveat_ids" or (column == "iso3" and table.aggregates_allowed)
    return not lists and target.split(".")[0] in BUILT_TABLES


def _plain_boolean(value: Any) -> Any:
    """A column that lacks some of its yes and no has no type of its own."""
    return str(value).lower() if isinstance(value, bool) else value


def _plain_number(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(float(value))
