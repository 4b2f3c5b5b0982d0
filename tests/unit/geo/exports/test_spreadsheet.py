"""The workbook: typed cells, a header that stays and filters, text that is text; LibreOffice shows the same as the CSV."""

import csv
import shutil
import subprocess
from datetime import datetime
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from geo import extract
from geo.exports.spreadsheet import to_xlsx
from tests.unit.geo.exports.views import PERMALINK, ROWS, make_view

# Every sheet as a CSV file of its own, numbers as they are stored.
EVERY_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"


@pytest.fixture
def book() -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(to_xlsx(make_view(), PERMALINK)))


def test_the_sheets_and_their_headers(book: openpyxl.Workbook) -> None:
    assert book.sheetnames == ["data", "table-caveats", "dictionary", "sources", "caveats", "filters"]
    sheet = book["data"]
    assert [cell.value for cell in sheet[1]] == list(ROWS[0])
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:K5")
    assert sheet.column_dimensions["B"].width > sheet.column_dimensions["A"].width


def test_cells_have_the_type_of_their_column(book: openpyxl.Workbook) -> None:
    rows = [dict(zip(ROWS[0], [cell.value for cell in row], strict=True)) for row in book["data"].iter_rows(min_row=2)]
    assert [row["value"] for row in rows] == [91.6, None, -1.38, 0]
    assert [row["page"] for row in rows] == [151, None, 152, 152]
    assert [row["start_date"] for row in rows] == [datetime(2009, 7, 3), None, None, None]
    assert [row["meets_membership"] for row in rows] == [True, None, False, True]
    assert [row["printed_value"] for row in rows] == ["91,6", None, "-1,38", "---"]


def test_no_cell_is_a_formula_or_a_link(book: openpyxl.Workbook) -> None:
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not any(cell.data_type == "f" or cell.hyperlink for cell in cells)
    assert [cell.value for cell in book["data"]["F"]][1:] == [row["title"] for row in ROWS], (
        "nothing is added to a text"
    )


def test_filters_and_permalink_stand_beside_the_data(book: openpyxl.Workbook) -> None:
    said = [(row[0].value, row[1].value) for row in book["filters"].iter_rows(min_row=2)]
    assert ("Filter", "Sub-region: Caribbean") in said
    assert ("Permalink", PERMALINK) in said
    assert [row[0].value for row in book["caveats"].iter_rows(min_row=2)] == ["honduras_homicide"]
    assert [row[0].value for row in book["sources"].iter_rows(min_row=2)] == ["jssr_2013"]


def test_the_same_view_gives_the_same_bytes() -> None:
    assert to_xlsx(make_view(), PERMALINK) == to_xlsx(make_view(), PERMALINK)
    assert to_xlsx(make_view(), PERMALINK) != to_xlsx(make_view(title="Another"), PERMALINK)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_shows_accents_numbers_and_dates(tmp_path: Path) -> None:
    (tmp_path / "view.xlsx").write_bytes(to_xlsx(make_view(), PERMALINK))
    (tmp_path / "view_rows.csv").write_bytes(extract.to_csv(make_view().rows))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", EVERY_SHEET, "--outdir", str(tmp_path / "out")]
    subprocess.run([*command, str(tmp_path / "view.xlsx")], check=True, capture_output=True, timeout=120)
    text_of_the_csv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"
    command[command.index(EVERY_SHEET)] = text_of_the_csv
    opened_as = ["--infilter=Text - txt - csv (StarCalc):44,34,76,1,,1033,false,false"]
    subprocess.run(
        [*command, *opened_as, str(tmp_path / "view_rows.csv")], check=True, capture_output=True, timeout=120
    )
    opened = list(csv.DictReader((tmp_path / "out" / "view-data.csv").read_text(encoding="utf-8").splitlines()))
    assert [row["title"] for row in opened] == [row["title"] for row in ROWS], "shown as text, and not run"
    assert [row["value"] for row in opened] == ["91.6", "", "-1.38", "0"]
    assert opened[0]["start_date"] == "2009-07-03"
    assert opened[0]["country"] == "Honduras"
    plain = (tmp_path / "out" / "view_rows.csv").read_text(encoding="utf-8")
    assert "Seguridad ñ" in plain
    assert "'@SUM(1)" in plain
    assert "-1.38" in plain
    assert not any(sign in plain for sign in ("#NAME?", "Err:", "�"))
