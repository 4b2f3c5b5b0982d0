"""The whole snapshot: what it links to is there, what it shows is what the tables hold, and nothing in it asks another host."""

import csv
import hashlib
import json
import os
import re
import subprocess
import sys
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from data.store import load_records
from geo.money_lines import select_lines
from geo.money_query import MoneyQuery
from geo.places import name_countries
from geo.selection import Selection
from pages.kit.snapshot.folder import MOST_BYTES, SUMS

ROOT = Path(__file__).parents[2]
INDICATORS = tuple(row["indicator_id"] for row in load_records("indicators"))


class _Reader(HTMLParser):
    """Collects what a page links to and loads, its data, and what could run in it."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.handlers: list[str] = []
        self.inline: list[str] = []
        self.policy = ""
        self._script: dict[str, str | None] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.links += [value for name, value in attrs if name in {"href", "src"} and value]
        self.handlers += [name for name, _ in attrs if name.startswith("on") or name == "style"]
        if found.get("http-equiv") == "Content-Security-Policy":
            self.policy = found["content"] or ""
        self._script = found if tag == "script" else None

    def handle_data(self, data: str) -> None:
        if self._script is not None and self._script.get("type") == "application/json":
            self.data = json.loads(data)
        elif self._script is not None and data.strip():
            self.inline.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._script = None


@cache
def read(path: Path) -> _Reader:
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    return reader


def list_html(snapshot: Path) -> list[Path]:
    return sorted(snapshot.rglob("*.html"))


def find_figure(data: dict[str, Any], view: str, key: str) -> dict[str, Any]:
    drawn = next(one for one in data["views"][view]["figures"] if one["key"] == key)
    found: dict[str, Any] = data["figures"][drawn["data"]]
    return found


def list_cells(table: dict[str, Any], at: int) -> list[Any]:
    """The cells of a row; a number stands for the row above that says the same."""
    cells = table["rows"][at]["cells"]
    return [
        table["rows"][cell]["cells"][column] if isinstance(cell, int) else cell for column, cell in enumerate(cells)
    ]


def test_everything_that_a_page_leads_to_is_in_the_folder(snapshot: Path) -> None:
    pages = list_html(snapshot)
    assert len(pages) > 60
    lost = []
    for page in pages:
        reader = read(page)
        views = reader.data.get("views", {}).values()
        links = [*reader.links, *reader.data["addresses"].values(), *(view["csv"] for view in views)]
        for link in links:
            parts = urlsplit(link)
            assert not parts.scheme, f"{page.name}: {link}"
            assert not parts.netloc, f"{page.name}: {link}"
            assert not parts.path.startswith("/"), f"{page.name}: {link} works from a folder alone if it is relative"
            target = (page.parent / unquote(parts.path)).resolve()
            if parts.path and not (target.is_relative_to(snapshot.resolve()) and target.is_file()):
                lost.append((page.name, link))
    assert lost == []


def test_every_page_can_be_reached_from_the_first(snapshot: Path) -> None:
    reached, waiting = set(), [snapshot / "index.html"]
    while waiting:
        page = waiting.pop().resolve()
        if page in reached:
            continue
        reached.add(page)
        waiting += [
            page.parent / urlsplit(link).path for link in read(page).links if urlsplit(link).path.endswith(".html")
        ]
    assert {page.resolve() for page in list_html(snapshot)} == reached


def test_pages_run_nothing_of_their_own_and_allow_no_other_host(snapshot: Path) -> None:
    for page in list_html(snapshot):
        reader = read(page)
        assert reader.inline == [], page.name
        assert reader.handlers == [], page.name
        sources = re.findall(r"-src ([^;]+)", reader.policy)
        allowed = {one for source in sources for one in source.split()}
        assert allowed == {"'none'", "'self'", "file:", "data:", "'unsafe-inline'"}
        assert "script-src 'self' file:;" in reader.policy
    for path in [*snapshot.rglob("*.js"), *snapshot.rglob("*.css")]:
        found = re.findall(r"https?://[^\s\"'`)]+", path.read_text(encoding="utf-8"))
        assert {one for one in found if not one.startswith("http://www.w3.org/")} == set(), path.name


@pytest.mark.parametrize("indicator", INDICATORS)
def test_an_indicator_shows_what_the_tables_hold(snapshot: Path, indicator: str) -> None:
    data = read(snapshot / "atlas" / f"{indicator}.html").data
    table = find_figure(data, data["first"], "table")
    shown = {row["id"]: list_cells(table, at) for at, row in enumerate(table["rows"])}
    printed = next(at for at, column in enumerate(table["columns"]) if column["label"] == "As printed")
    held = [
        row
        for row in load_records("indicator_values")
        if row["indicator_id"] == indicator and row["iso3"] in name_countries()
    ]
    reported = {row["iso3"]: row for row in held if row["status"] in {"ok", "doubtful", "conflict"}}
    assert set(shown) == set(name_countries())
    for iso3, row in reported.items():
        number = shown[iso3][printed]
        text = number["t"] if isinstance(number, dict) else number
        assert text.replace("−", "-").replace(",", "") == f"{row['value']:g}" or text == row["printed_value"], (
            iso3,
            text,
        )
    drawn = find_figure(data, data["first"], "map")["areas"]
    # What is not reported has no colour: it is never drawn as zero.
    assert {iso3 for iso3, area in drawn.items() if area["class"] is not None} == set(reported)


def test_the_rows_of_a_view_are_those_of_its_file(snapshot: Path) -> None:
    page = snapshot / "atlas" / "homicide_rate.html"
    data = read(page).data
    with (page.parent / data["views"][data["first"]]["csv"]).open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    shown = find_figure(data, data["first"], "ranking")["rows"]
    values = {row["iso3"]: row["value"] for row in rows if row["value"]}
    assert {row["id"]: float(row["value"]) for row in shown} == {iso3: float(value) for iso3, value in values.items()}
    assert len(rows) > len(values) > 0


@pytest.mark.parametrize("measure", ["committed", "contracted"])
def test_the_lines_that_a_mark_lists_add_up_to_every_cent(snapshot: Path, measure: str) -> None:
    script = next((snapshot / "atlas" / "assets").glob("lines-*.js")).read_text(encoding="utf-8")
    lines = json.loads(script.removeprefix('atlas.keep("lines",').removesuffix(");\n"))[measure]
    cents = [line[lines["fields"].index("cents")] for line in lines["lines"]]
    assert all(type(one) is int for one in cents)
    assert sum(cents) == sum(line.cents for line in select_lines(MoneyQuery(Selection(measure=measure))))
    assert ("partner" in lines["fields"]) == (measure == "contracted")


def test_the_snapshot_is_far_smaller_than_it_may_be_and_names_every_file(snapshot: Path) -> None:
    files = {path.relative_to(snapshot).as_posix(): path.read_bytes() for path in snapshot.rglob("*") if path.is_file()}
    assert sum(map(len, files.values())) < MOST_BYTES
    sums = dict(reversed(line.split("  ")) for line in files[SUMS].decode().splitlines())
    assert sums == {name: hashlib.sha256(content).hexdigest() for name, content in files.items() if name != SUMS}
    assert f"{len(files)} files" in (snapshot / "atlas" / "about.html").read_text(encoding="utf-8")


def test_another_process_makes_the_same_bytes(snapshot: Path) -> None:
    code = (
        "import hashlib, json; from pages.kit.snapshot.build import build; "
        "files = build(frozenset({'homicide_rate', 'money', 'country-HND', 'story-prisons'})).files; "
        "print(json.dumps({name: hashlib.sha256(raw).hexdigest() for name, raw in files.items()}))"
    )
    run = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code],
        cwd=ROOT,
        env=os.environ | {"PYTHONHASHSEED": "77", "ATLAS_URL": ""},
        capture_output=True,
        check=True,
        text=True,
    )
    made = json.loads(run.stdout)
    # These two say how much is in the snapshot, and this one holds less.
    compared = set(made) - {"index.html", "atlas/about.html"}
    assert {"atlas/homicide_rate.html", "atlas/money.html", "data/views/lac-atlas_HND.csv"} <= compared
    for name in sorted(compared):
        assert hashlib.sha256((snapshot / name).read_bytes()).hexdigest() == made[name], name
