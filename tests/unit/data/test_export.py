"""Written tables: the same bytes on every machine, empty for missing, and a descriptor that fits the files."""

import csv
import hashlib
import json
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.export import describe_package, to_csv_text, write_tables
from data.schema import BUILT_TABLES


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with every built table, all of them empty."""
    frames = {name: pd.DataFrame(columns=list(table.columns)) for name, table in BUILT_TABLES.items()}
    write_tables(frames, tmp_path / "built")
    return tmp_path / "built"


def test_numbers_are_plain_and_missing_is_empty_and_not_zero() -> None:
    frame = pd.DataFrame(
        {
            "iso3": pd.Series(["BRA", "CUB", "HTI"], dtype="string"),
            "value": pd.Series([21.0, None, 0.0], dtype="Float64"),
            "year": pd.Series([2011, None, 2010], dtype="Int64"),
            "is_filter": pd.Series([True, None, False], dtype="boolean"),
            "note": pd.Series(['says "so", and more', None, "Perú"], dtype="string"),
        }
    )
    assert to_csv_text(frame) == (
        'iso3,value,year,is_filter,note\nBRA,21,2011,true,"says ""so"", and more"\nCUB,,,,\nHTI,0,2010,false,Perú\n'
    )


def test_writing_leaves_the_frame_as_it_is() -> None:
    frame = pd.DataFrame({"value": [1.5, 2.0]})
    assert to_csv_text(frame) == "value\n1.5\n2\n"
    assert frame["value"].tolist() == [1.5, 2.0]


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False, width=64), min_size=1, max_size=5))
def test_no_digit_is_lost(values: list[float]) -> None:
    text = to_csv_text(pd.DataFrame({"value": values}))
    assert [float(line) for line in text.splitlines()[1:]] == values
    assert "\r" not in text


def test_the_same_tables_are_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    frames = {name: pd.DataFrame(columns=list(table.columns)) for name, table in BUILT_TABLES.items()}
    write_tables(frames, tmp_path / "again")
    for path in folder.iterdir():
        assert path.read_bytes() == (tmp_path / "again" / path.name).read_bytes()
        assert b"\r" not in path.read_bytes()


def test_the_descriptor_names_every_file_with_its_hash(folder: Path) -> None:
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert [resource["path"] for resource in package["resources"]] == [f"{name}.csv" for name in BUILT_TABLES]
    for resource in package["resources"]:
        content = (folder / resource["path"]).read_bytes()
        assert resource["hash"] == "sha256:" + hashlib.sha256(content).hexdigest()
        assert resource["bytes"] == len(content)
    assert "created" not in package


def test_the_descriptor_has_the_columns_of_the_file_in_order(folder: Path) -> None:
    for resource in describe_package(folder)["resources"]:
        header = next(csv.reader((folder / resource["path"]).read_text(encoding="utf-8").splitlines()))
        fields = {field["name"]: field for field in resource["schema"]["fields"]}
        assert list(fields) == header
        for key in resource["schema"]["primaryKey"]:
            assert fields[key]["constraints"]["required"] is True
        for column in BUILT_TABLES[resource["name"].replace("-", "_")].optional:
            assert "required" not in fields[column].get("constraints", {})


def test_a_list_of_ids_or_a_column_with_aggregates_is_no_foreign_key(folder: Path) -> None:
    resources = {resource["name"]: resource for resource in describe_package(folder)["resources"]}
    contracts = resources["contracts"]["schema"]["foreignKeys"]
    assert {"fields": ["decision_id"], "reference": {"resource": "decisions", "fields": ["decision_id"]}} in contracts
    keys = [key["fields"] for resource in resources.values() for key in resource["schema"]["foreignKeys"]]
    assert ["caveat_ids"] not in keys
    assert ["iso3"] not in [key["fields"] for key in resources["indicator-values"]["schema"]["foreignKeys"]]
