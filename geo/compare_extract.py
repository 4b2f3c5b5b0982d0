"""Downloads of the comparison: the pairs as plotted, those left out with the reason, and the pinned countries."""

from typing import Any

import pandas as pd

from geo.compare_words import reason
from geo.measures import Measure
from geo.pairs import CompareView, Pair
from geo.pinned import PinnedRow, PinnedValue
from geo.traced import TracedValue

TRACED_COLUMNS = [
    "measure_id", "value", "unit", "year", "printed_value", "status", "caveat_ids", "rank_first", "rank_last", "rank_of",
    "source_id", "pages", "table", "row_label", "column_label",
]  # fmt: skip
PAIR_COLUMNS = ["iso3", "country", "subregion_id", "meets_membership", "is_plotted", "left_out_reason", "class"]
PINNED_COLUMNS = ["iso3", "country", *TRACED_COLUMNS, "among_pinned"]


def extract_pairs(view: CompareView) -> pd.DataFrame:
    """Return one row for each country inside the filter, both values with their provenance (x_ across, y_ upwards)."""
    columns = [*PAIR_COLUMNS, *(f"{side}_{name}" for side in "xy" for name in TRACED_COLUMNS)]
    return pd.DataFrame([_pair_row(pair, view) for pair in view.ordered], columns=columns)


def _pair_row(pair: Pair, view: CompareView) -> dict[str, Any]:
    row = {
        "iso3": pair.iso3,
        "country": pair.name,
        "subregion_id": pair.subregion_id,
        "meets_membership": pair.is_member,
        "is_plotted": pair.is_plotted,
        "left_out_reason": None if pair.is_plotted else reason(pair, view),
        "class": pair.class_name or None,
    }
    for side, measure, traced in (("x", view.across, pair.across), ("y", view.upwards, pair.upwards)):
        row |= {f"{side}_{name}": value for name, value in trace_row(measure, traced).items()}
    return row


def extract_pinned(rows: tuple[PinnedRow, ...]) -> pd.DataFrame:
    """Return one row for each pinned country and measure, in the order of the table."""
    return pd.DataFrame([_pinned_row(row, one) for row in rows for one in row.values], columns=PINNED_COLUMNS)


def _pinned_row(row: PinnedRow, pinned: PinnedValue) -> dict[str, Any]:
    traced = pinned.traced
    head = {"iso3": traced.iso3, "country": traced.name}
    return head | trace_row(row.measure, traced) | {"among_pinned": pinned.words or None}


def trace_row(measure: Measure, traced: TracedValue) -> dict[str, Any]:
    """Return a value with its unit, year and provenance; a hidden doubtful value is left out, its status is not."""
    return {
        "measure_id": measure.measure_id,
        "value": traced.value,
        "unit": measure.unit,
        "year": measure.year,
        "printed_value": None if traced.status == "hidden" else traced.printed or None,
        "status": traced.status,
        "caveat_ids": ";".join(traced.caveats) or None,
        "rank_first": traced.rank.first if traced.rank else None,
        "rank_last": traced.rank.last if traced.rank else None,
        "rank_of": traced.rank.of if traced.rank else None,
        "source_id": traced.source_id or None,
        "pages": ";".join(str(page) for page in traced.pages) or None,
        "table": traced.table or None,
        "row_label": traced.row_label or None,
        "column_label": traced.column_label or None,
    }
