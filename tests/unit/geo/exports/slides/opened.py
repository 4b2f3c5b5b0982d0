"""A deck as a program opens it: its slides, charts with their workbooks, tables and notes; and small views to make decks of."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pandas as pd
from openpyxl import load_workbook
from PIL import Image
from pptx import Presentation
from pptx.chart.chart import Chart
from pptx.slide import Slide as Page

from geo.exports.slides import plan
from geo.exports.slides.content import Deck, Edition
from geo.exports.slides.deck import write_deck
from geo.handout import Drawn, Handout

EDITION = Edition("1.2.3", "2020-02-29")
ADDRESS = "https://atlas.example/violence?v=1"


def hand_out(*figures: Drawn, **changes: Any) -> Handout:
    """Return a view with some figures; two rows, one of them without a value."""
    rows = pd.DataFrame([
        {"iso3": "AAA", "country": "Aland", "value": 12.345678901234, "source_id": "jssr_2013", "page": 151, "table": "Annex F", "caveat_ids": None},
        {"iso3": "BBB", "country": "Bland", "value": None, "source_id": "jssr_2013", "page": 153, "table": "Annex G", "caveat_ids": None},
    ])  # fmt: skip
    given = {
        "slug": "violence", "page": "Violence", "title": "Aland: 12.3 homicides", "below": "1 of 2 countries has a value.",
        "filters": ("Sub-region: Caribbean",), "parameters": {"v": "1"}, "stem": "lac-atlas_homicide", "figures": figures, "rows": rows,
        "notes": ("Rates are of 2011.",),
    }  # fmt: skip
    return Handout(**given | changes)


def ranking(*rows: dict[str, Any], **changes: Any) -> Drawn:
    """Return a ranking; a row needs a name and a value."""
    usual = {
        "text": "1.0",
        "rank": "1",
        "light": "#203d46",
        "dark": "#203d46",
        "status": "ok",
        "in": True,
        "member": False,
        "note": "",
    }
    data = {
        "name": "Homicides", "label": "Ranking: Homicides", "is_money": False, "decimals": 1, "unit": "per 100,000",
        "rows": [{"id": row["name"], **usual, **row} for row in rows],
        "references": [], "domain": [0, 100], "selected": None, "missing": [], "missing_label": "No value",
    }  # fmt: skip
    return Drawn("ranking", "ranking", data | changes)


def table(*cells: list[Any]) -> Drawn:
    """Return a table of two columns, the second of numbers."""
    columns = [{"id": "a", "label": "Country", "kind": "text"}, {"id": "b", "label": "Value", "kind": "number"}]
    rows = [{"id": str(at), "cells": one, "in": True} for at, one in enumerate(cells)]
    return Drawn("table", "table", {"label": "The values", "columns": columns, "rows": rows, "empty": "No rows."})


def plan_of(handout: Handout) -> Deck:
    """Return the planned deck of a view."""
    return plan.plan_view(handout, ADDRESS, EDITION)


def write(deck: Deck) -> bytes:
    """Return a deck as a file; its pictures are empty."""
    made = BytesIO()
    Image.new("RGB", (160, 90), "#dde6ec").save(made, "PNG")
    return write_deck(deck, [made.getvalue()] * len(plan.list_pictures(deck)))


def open_pages(file: bytes) -> list[Page]:
    """Return the slides of a file."""
    return list(Presentation(BytesIO(file)).slides)


def walk(shapes: Any) -> Iterator[Any]:
    """Return the shapes of a slide, those in groups too."""
    for shape in shapes:
        yield shape
        if hasattr(shape, "shapes"):
            yield from walk(shape.shapes)


def list_charts(page: Page) -> list[Chart]:
    """Return the charts of a slide."""
    return [shape.chart for shape in walk(page.shapes) if getattr(shape, "has_chart", False)]


def open_workbook(chart: Chart) -> Any:
    """Return the workbook behind a chart."""
    return load_workbook(BytesIO(chart.part.chart_workbook.xlsx_part.blob))


def read_texts(page: Page) -> str:
    """Return every text of a slide but its notes."""
    return "\n".join(shape.text_frame.text for shape in walk(page.shapes) if shape.has_text_frame)


def read_cells(page: Page) -> list[list[str]]:
    """Return the table of a slide as texts."""
    found = next(shape.table for shape in page.shapes if shape.has_table)
    return [[cell.text for cell in row.cells] for row in found.rows]


def read_notes(page: Page) -> str:
    """Return the speaker's notes of a slide."""
    return str(page.notes_slide.notes_text_frame.text)
