"""What the table of caveats on the page of gaps draws: what differs from country to country, one row a caveat and indicator set."""

from typing import Any

from data import store
from geo.gaps import GapsView, name_indicators
from geo.messages import mark, say, say_count
from geo.places import name_countries
from geo.spelling import lower_start
from geo.spoken import load_records

NEITHER = mark(
    "A high value is neither good nor bad by itself: definitions and mandates differ from country to country ({indicators})."
)
ANNEX_G = "Annex G"


def tabulate_caveats(view: GapsView) -> dict[str, Any]:
    """Return each caveat of the cells inside the filters, with the countries and indicators that it is about."""
    caveats = {row["caveat_id"]: row for row in load_records("caveats")}
    about: dict[str, list[tuple[str, str]]] = {}
    for cell in view.cells:
        for one in cell.caveats:
            about.setdefault(one, []).append((cell.iso3, cell.indicator_id))
    rows = [
        [_join(name_countries()[iso3] for iso3, _ in cells), _join(name_indicators()[one] for _, one in cells),
         caveats[caveat]["title"], caveats[caveat]["text"]]
        for caveat, cells in about.items()
    ]  # fmt: skip
    return {
        "label": say_count(
            "What a reader should know before comparing; {n} note on the cells above",
            "What a reader should know before comparing; {n} notes on the cells above",
            len(rows),
        ),
        "columns": [
            _column("country", say("Country")), _column("indicator", say("Indicator")), _column("title", say("Note")),
            _column("text", say("In full")),
        ],
        "rows": [{"id": str(index), "cells": cells, "in": True} for index, cells in enumerate(rows)],
        "selected": None,
        "pick": False,
        "empty": say("No cell inside the filters has a note."),
    }  # fmt: skip


def tell_definitions() -> str:
    """Return for which indicators definitions differ by country, in a sentence."""
    names = [lower_start(row["name"]) for row in load_records("indicators") if row["direction"] == "neither"]
    return say(NEITHER, indicators=", ".join(names))


def _join(names: Any) -> str:
    found = list(dict.fromkeys(names))
    return say("All that Annex G prints") if len(found) == len(_annex_g()) else ", ".join(found)


def _annex_g() -> list[str]:
    return [row["indicator_id"] for row in store.load_records("indicators") if row["table"] == ANNEX_G]


def _column(column_id: str, label: str) -> dict[str, str]:
    return {"id": column_id, "label": label, "kind": "text", "align": "left"}
