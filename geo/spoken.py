"""The built tables with their words in the language of whoever reads them. What the documents print stays as it is printed."""

from typing import Any

import pandas as pd

from data import store
from geo.messages import ENGLISH, cached, current, say_in

# The columns of each table that hold the atlas's own words: catalogued as "table.column". All others are ids, numbers or print.
COLUMNS: dict[str, tuple[str, ...]] = {
    "alliances": ("name", "short_name", "launch_place", "presidency", "secretariat", "pillars", "note"),
    "caveats": ("title", "text"),
    "countries": ("name",),
    "dac_sectors": ("name",),
    "donors": ("donor", "unit"),
    "event_themes": ("name",),
    "events": ("title", "description"),
    "funding_zones": ("name",),
    "indicators": (
        "name", "short_name", "definition", "unit", "short_unit", "breaks_note", "reference_label", "finding",
        "reference_year",
    ),
    "indicator_values": ("year",),
    "instruments": ("name", "note"),
    "measures": ("name", "short_name", "definition", "breaks_note"),
    "narrative_figures": ("statement", "note"),
    "organisations": ("organisation", "short_name", "role"),
    "partner_categories": ("name",),
    "programmes": ("name", "place", "method", "partners", "note"),
    "programme_budgets": ("funder",),
    "published_figures": ("statement", "stated_base_note", "base_note", "explanation", "stated_note"),
    "readings": ("name",),
    "reconciliation_bases": ("name",),
    "reconciliation_trials": ("base_note", "other_note"),
    "sources": ("producer", "kind", "citation", "licence"),
    "subregions": ("name",),
    "unplaced_values": ("note",),
    "zones": ("name",),
}  # fmt: skip


def say_cell(table: str, column: str, text: str) -> str:
    """Return a text of a table in the current language."""
    return say_in(f"{table}.{column}", text)


@cached
def load_table(name: str) -> pd.DataFrame:
    """Return a built table in the current language, as `data.store.load_table` does in English; callers must not change it."""
    frame = store.load_table(name)
    if current() == ENGLISH or name not in COLUMNS:
        return frame
    said = {
        column: frame[column]
        .map(lambda text, column=column: say_cell(name, column, text), na_action="ignore")
        .astype("string")
        for column in COLUMNS[name]
    }
    return frame.assign(**said)


@cached
def load_records(name: str) -> tuple[dict[str, Any], ...]:
    """Return the rows of a built table as dicts in the current language; callers share them and must not change them."""
    return tuple(store.to_records(load_table(name)))
