"""What is shown is what is downloaded, with the source of each row."""

import csv
from pathlib import Path

import pytest

from data.store import load_table
from tests.browser.window import Window

pytestmark = pytest.mark.browser


def test_download_holds_the_rows_of_the_table(window: Window, tmp_path: Path) -> None:
    window.open("violence?v=1&indicator=homicide_rate&subregion=caribbean")
    with window.page.expect_download() as started:
        window.page.get_by_role("button", name="Download these rows (CSV)").click()
    assert started.value.suggested_filename == "lac-atlas_homicide_rate_caribbean.csv"
    path = tmp_path / "rows.csv"
    started.value.save_as(path)

    text = path.read_bytes().decode("utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    shown = window.page.locator(".table tbody tr")
    assert [row["iso3"] for row in rows] == shown.evaluate_all("rows => rows.map(row => row.dataset.row)")
    assert [(row["country"], row["printed_value"]) for row in rows] == [
        (cells[0], cells[3])
        for cells in shown.evaluate_all("rows => rows.map(row => [...row.cells].map(cell => cell.innerText))")
    ]
    assert {"source_id", "page", "table", "row_label", "column_label"} <= rows[0].keys()
    assert all(row["page"] and row["table"] for row in rows if row["status"] == "ok")
    # Nothing from outside the filter, no second header, and no "not reported" that became a zero.
    countries = load_table("countries")
    assert {row["iso3"] for row in rows} == set(countries.loc[countries["subregion_id"] == "caribbean", "iso3"])
    assert text.count("iso3,") == 1
    assert {row["value"] for row in rows if row["status"] == "not_reported"} == {""}
