"""What the side-by-side component draws: pinned countries as columns, measures as rows under their topics."""

from typing import Any

from geo.citing import name_part
from geo.compare_words import MISSING_WORDS
from geo.figures.two_measures import status_of
from geo.messages import mark, say
from geo.pinned import PinnedRow, PinnedValue
from geo.places import find_subregion, name_countries, name_places
from geo.traced import TracedValue

TOPIC_TITLES = {
    "violence": mark("Violence and governance"),
    "prisons": mark("Prisons and justice"),
    "money": mark("EU money, bilateral"),
}
SHAPES = {"high": "▲", "low": "▼", "": ""}


def draw_pinned(rows: tuple[PinnedRow, ...], pins: tuple[str, ...], place: str) -> dict[str, Any]:
    """Return the table of pinned countries: value, rank, status and mark in each cell, sources in the last column."""
    subregions = name_places("subregions")
    return {
        "label": say(
            "Pinned countries side by side. Ranks are among all countries with a value; marks are among the pinned."
        ),
        "countries": [
            {"id": iso3, "name": name_countries()[iso3], "subregion": subregions[find_subregion(iso3)]} for iso3 in pins
        ],
        "sections": [
            {"title": say(title), "rows": [_draw_row(row) for row in rows if row.topic == topic]}
            for topic, title in TOPIC_TITLES.items()
        ],
        "selected": place or None,
    }


def _draw_row(row: PinnedRow) -> dict[str, Any]:
    return {
        "label": row.measure.name,
        "unit": row.measure.short_unit,
        "year": row.measure.year.replace("-", "–") if row.measure.is_money else row.measure.year,
        "cells": [_draw_cell(one) for one in row.values],
        "source": _locate([one.traced for one in row.values]),
    }


def _draw_cell(pinned: PinnedValue) -> dict[str, Any]:
    traced = pinned.traced
    has_value = traced.value is not None
    status = status_of(traced) if has_value and traced.status in ("doubtful", "conflict") else ""
    return {
        "text": traced.text if has_value else _tell_missing(traced),
        "has": has_value,
        "rank": str(traced.rank) if traced.rank and has_value else "",
        "printed": say("printed {value}", value=traced.printed) if has_value and traced.printed else "",
        "status": status,
        "extreme": pinned.extreme,
        "shape": SHAPES[pinned.extreme],
        "words": pinned.words,
    }


def _tell_missing(traced: TracedValue) -> str:
    return say(MISSING_WORDS.get(traced.status, MISSING_WORDS["not_reported"]))


def _locate(values: list[TracedValue]) -> str:
    """Where the row's values stand: one table, the pages of the pinned countries."""
    pages = sorted({page for one in values for page in one.pages})
    table = next((one.table for one in values if one.table), "")
    if not pages:
        return say("not in the annexes for these countries")
    return say("{table}, p. {pages}", table=name_part(table), pages=", ".join(str(page) for page in pages))
