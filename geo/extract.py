"""Rows of a view with their provenance: what a table shows is what its download holds."""

from typing import Any

import pandas as pd

from data.export import to_csv_text
from geo.exports.safe import make_frame_safe
from geo.selection import Selection
from geo.views import CountryValue, IndicatorView

INDICATOR_COLUMNS = [
    "iso3", "country", "subregion_id", "indicator_id", "value", "unit", "year", "printed_value", "status", "caveat_ids",
    "rank_first", "rank_last", "rank_of", "meets_membership", "source_id", "page", "table", "row_label", "column_label",
]  # fmt: skip


def extract_indicator(view: IndicatorView) -> pd.DataFrame:
    """Return one row for each country inside the filter, ranked first, then those without a value; hidden ones left out."""
    return pd.DataFrame(list_indicator_rows(view), columns=INDICATOR_COLUMNS)


def list_indicator_rows(view: IndicatorView) -> list[dict[str, Any]]:
    """Return the rows of `extract_indicator` as dicts: what the page's table is made of."""
    shown = [*view.ranked, *(value for value in view.missing if value.status != "doubtful")]
    return [_indicator_row(value, view) for value in shown]


def to_csv(frame: pd.DataFrame) -> bytes:
    """Return a frame as UTF-8 CSV with one header row and raw numbers; no text in it runs in a spreadsheet."""
    return to_csv_text(make_frame_safe(frame)).encode("utf-8")


def name_file(subject: str, selection: Selection) -> str:
    """Return a file name that says what the file is: subject, then each filter in force."""
    parts = ["lac-atlas", subject, *selection.subregions]
    if selection.alliances and selection.members == "only":
        parts += [selection.match, *selection.alliances] if selection.match != "any" else selection.alliances
    if selection.without and selection.members == "only":
        parts += ["not", *selection.without]
    if selection.doubtful == "hide":
        parts.append("without-doubtful")
    return "_".join(parts) + ".csv"


def _indicator_row(value: CountryValue, view: IndicatorView) -> dict[str, Any]:
    source = value.source
    return {
        "iso3": value.iso3,
        "country": value.name,
        "subregion_id": value.subregion_id,
        "indicator_id": view.indicator_id,
        "value": value.value,
        "unit": view.unit,
        "year": view.year,
        "printed_value": value.printed or None,
        "status": value.status,
        "caveat_ids": ";".join(value.caveats) or None,
        "rank_first": value.rank.first if value.rank else None,
        "rank_last": value.rank.last if value.rank else None,
        "rank_of": value.rank.of if value.rank else None,
        "meets_membership": value.is_member,
        "source_id": source.source_id if source else None,
        "page": source.page if source else None,
        "table": source.table if source else None,
        "row_label": source.row_label if source else None,
        "column_label": source.column_label if source else None,
    }
