"""The build: the same bytes as those committed, a package that others can validate, and no output from a broken seed."""

import json
import shutil
from pathlib import Path

import frictionless
import pytest

from data.build import build
from data.errors import SeedErrors
from data.schema import BUILT_TABLES
from data.seeds import SEED_FOLDER
from data.store import BUILT_FOLDER


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SEED_FOLDER, tmp_path / "seeds"))


def test_a_rebuild_is_what_is_committed_byte_for_byte(tmp_path: Path) -> None:
    shutil.copy(
        BUILT_FOLDER / "boundaries.geojson", tmp_path
    )  # made by another command; its checksum stands with the others
    counts = build(built_folder=tmp_path)
    rebuilt = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    committed = {path.name: path.read_bytes() for path in BUILT_FOLDER.iterdir()}
    assert sorted(rebuilt) == sorted(committed)
    assert [name for name in rebuilt if rebuilt[name] != committed[name]] == []
    assert counts.keys() == BUILT_TABLES.keys()
    assert not any(b"\r" in content for content in rebuilt.values())


def test_frictionless_accepts_the_package() -> None:
    report = frictionless.validate(str(BUILT_FOLDER / "datapackage.json"))
    assert report.flatten(["name", "rowNumber", "fieldName", "message"]) == []
    assert report.valid
    assert report.stats["tasks"] == len(BUILT_TABLES)


def test_frictionless_would_refuse_a_changed_table(tmp_path: Path) -> None:
    copy = Path(shutil.copytree(BUILT_FOLDER, tmp_path / "built"))
    (copy / "subregions.csv").write_text("subregion_id,name,order\ncaribbean,Caribbean,first\n", encoding="utf-8")
    package = json.loads((copy / "datapackage.json").read_text(encoding="utf-8"))
    package["resources"] = [one for one in package["resources"] if one["name"] == "subregions"]
    (copy / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    assert not frictionless.validate(str(copy / "datapackage.json")).valid


def test_an_unknown_country_stops_the_build_with_its_place_and_writes_nothing(seeds: Path, tmp_path: Path) -> None:
    path = seeds / "indicator_values.csv"
    lines = path.read_text(encoding="utf-8").split("\n")
    number = next(number for number, line in enumerate(lines, 1) if line.startswith("SLV,homicide_rate"))
    lines[number - 1] = lines[number - 1].replace("SLV", "ELS", 1)
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(SeedErrors) as raised:
        build(seeds, tmp_path / "built")
    assert str(raised.value) == (
        f'seeds/indicator_values.csv line {number}, column iso3: "ELS" is not in countries.csv. Did you mean SLV?'
    )
    assert not (tmp_path / "built").exists()


def test_every_built_file_is_described_in_the_package() -> None:
    package = json.loads((BUILT_FOLDER / "datapackage.json").read_text(encoding="utf-8"))
    assert {one["path"] for one in package["resources"]} == {f"{name}.csv" for name in BUILT_TABLES}
    for resource in package["resources"]:
        header = (BUILT_FOLDER / resource["path"]).read_text(encoding="utf-8").split("\n", 1)[0]
        assert header.split(",") == [field["name"] for field in resource["schema"]["fields"]]
        assert all(field["description"] for field in resource["schema"]["fields"])
