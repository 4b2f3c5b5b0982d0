"""The package: every file described, every checksum right, every value traced, the same bytes each time."""

import hashlib
import json
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import frictionless
import yaml

from geo.exports.package import list_files, to_package
from tests.unit.geo.exports.views import PERMALINK, ROWS, make_view


def test_the_zip_holds_each_file_once_and_without_a_time() -> None:
    with ZipFile(BytesIO(to_package(make_view(), PERMALINK))) as archive:
        names = archive.namelist()
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert names == sorted(set(names))
    assert {"data.csv", "caveats.csv", "datapackage.json", "data.csv-metadata.json", "data-dictionary.csv", "provenance.csv", "reconciliation.csv",
            "README.md", "CITATION.cff", "LICENCES.md"} <= set(names)  # fmt: skip
    assert to_package(make_view(), PERMALINK) == to_package(make_view(), PERMALINK)


def test_frictionless_accepts_it(tmp_path: Path) -> None:
    for name, content in list_files(make_view(), PERMALINK).items():
        (tmp_path / name).write_bytes(content)
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.flatten(["title", "message"]) == []
    assert report.valid


def test_the_readme_says_the_view_and_the_checksum_of_every_other_file() -> None:
    files = list_files(make_view(), PERMALINK)
    readme = files.pop("README.md").decode()
    for name, content in files.items():
        assert f"{hashlib.sha256(content).hexdigest()}  {name}" in readme
    for words in (
        "# Honduras: 91.6, ñ",
        "Filter: Sub-region: Caribbean",
        f"Permalink: <{PERMALINK}>",
        "Rows: 4",
        "read_csv",
        "Excel",
        "A note.",
    ):
        assert words in readme


def test_a_title_cannot_break_out_of_its_line() -> None:
    readme = list_files(make_view(title="One\n\n# Two"), PERMALINK)["README.md"].decode()
    assert "# One \\# Two\n" in readme
    assert "\n# Two" not in readme


def test_what_a_link_holds_is_shown_in_the_readme_and_never_drawn_or_followed() -> None:
    hostile = "<img src=//x.example/a> [a](b) ![c](d) https://x.example www.x.example"
    view = make_view(title=hostile, below=hostile, filters=(hostile,), notes=(hostile,))
    readme = list_files(view, PERMALINK)["README.md"].decode()
    for live in ("<img", "[a](", "![c](", "https://x", "www.x"):
        assert live not in readme.replace("\\" + live, "")
    assert readme.count("\\<img src=//x.example/a\\>") == 4


def test_each_resource_names_its_documents_and_their_terms() -> None:
    files = list_files(make_view(), PERMALINK)
    found = {one["path"]: one for one in json.loads(files["datapackage.json"])["resources"]}
    assert "2013" in found["data.csv"]["sources"][0]["title"]
    assert found["data.csv"]["licenses"][0]["title"] == "Not stated; only facts are used"
    assert "sources" not in found["data-dictionary.csv"]
    for path in found:
        assert f"\n## {path}\n" in files["LICENCES.md"].decode()


def test_a_view_without_rows_names_no_document_that_it_does_not_use() -> None:
    files = list_files(make_view([], further=()), PERMALINK)
    resources = {one["path"]: one for one in json.loads(files["datapackage.json"])["resources"]}
    assert "sources" not in resources["data.csv"]
    assert "references" not in yaml.safe_load(files["CITATION.cff"])
    assert "Devdiscourse" not in files["LICENCES.md"].decode()


def test_the_citation_is_yaml_whatever_the_title() -> None:
    found = yaml.safe_load(list_files(make_view(title='A "b": {c} - [d] # e'), PERMALINK)["CITATION.cff"])
    assert found["cff-version"] == "1.2.0"
    assert found["title"].endswith('A "b": {c} - [d] # e')
    assert found["url"] == PERMALINK
    assert [one["year"] for one in found["references"]] == [2013]
    assert "date-released" not in found, "no clock"


def test_csvw_describes_each_column_of_the_data() -> None:
    described = json.loads(list_files(make_view(), PERMALINK)["data.csv-metadata.json"])
    assert described["url"] == "data.csv"
    columns = {one["name"]: one["datatype"] for one in described["tableSchema"]["columns"]}
    assert list(columns) == list(ROWS[0])
    assert (columns["value"], columns["page"], columns["start_date"]) == ("double", "integer", "date")
    assert all(one["dc:description"] for one in described["tableSchema"]["columns"])
