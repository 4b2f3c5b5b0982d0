"""A view leaves the app on a click; a table is read by a script of another site without one."""

import csv
import hashlib
import re
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.browser.window import Window

pytestmark = pytest.mark.browser


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Keep the requests out of the output of the tests."""


# Runs in a page of another site: reads a table, and tries a file that is closed.
READ = """async (address) => {
  const table = await fetch(`${address}/app/static/tables/decisions.csv`);
  const rows = (await table.text()).split("\\n").length;
  const closed = await fetch(`${address}/app/static/mark.svg`).then(() => "read", () => "refused");
  return [table.status, rows > 40, closed];
}"""


def test_the_package_of_a_view_is_made_on_the_click(window: Window, tmp_path: Path) -> None:
    window.open("violence?v=1&indicator=rule_of_law&subregion=caribbean")
    window.page.get_by_role("button", name="Take it away").click()
    dialog = window.page.get_by_role("dialog")
    with window.page.expect_download() as started:
        dialog.get_by_role("button", name="The package", exact=True).click()
    assert started.value.suggested_filename == "lac-atlas_rule_of_law_caribbean.zip"
    started.value.save_as(tmp_path / "package.zip")
    with ZipFile(tmp_path / "package.zip") as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    readme = files.pop("README.md").decode()
    assert f"Permalink: <{window.server_url}/violence?v=1&lang=en&indicator=rule_of_law" in readme
    assert "Sub-region: Caribbean" in readme
    for name, content in files.items():
        assert re.search(rf"^{hashlib.sha256(content).hexdigest()}  {re.escape(name)}$", readme, re.MULTILINE)
    rows = list(csv.DictReader(files["data.csv"].decode().splitlines()))
    shown = window.page.locator(".table tbody tr")
    assert [row["iso3"] for row in rows] == shown.evaluate_all("rows => rows.map(row => row.dataset.row)")
    window.page.keyboard.press("Escape")
    dialog.wait_for(state="hidden")
    window.expect_parameters(indicator="rule_of_law", subregion="caribbean")
    assert window.complaints == []


def test_a_script_of_another_site_reads_tables_and_nothing_else(window: Window, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<!doctype html><title>Another site</title>", encoding="utf-8")
    other = ThreadingHTTPServer(("localhost", 0), partial(Quiet, directory=str(tmp_path)))
    threading.Thread(target=other.serve_forever, daemon=True).start()
    try:
        window.page.goto(f"http://localhost:{other.server_port}/page.html")
        assert window.page.evaluate(READ, window.server_url) == [200, True, "refused"]
    finally:
        other.shutdown()
