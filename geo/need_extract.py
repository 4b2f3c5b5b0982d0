"""Rows of money beside need, for the table and the download: countries inside the filter, then regions and trans-regional money."""

from typing import Any

import pandas as pd

from geo.money_view import amount_of
from geo.need_view import NeedView, Standing
from geo.places import name_places
from geo.views import PlaceAmount

HIDDEN = "doubtful_hidden"
PLACE_COLUMNS = ["place_id", "place", "place_kind", "subregion_id", "meets_membership"]
NEED_COLUMNS = [
    "indicator_id", "value", "unit", "year", "printed_value", "status", "caveat_ids", "source_id", "page", "table", "row_label", "column_label",
]  # fmt: skip


def extract_need(view: NeedView) -> pd.DataFrame:
    """Return the rows of the table with the provenance of each value; amounts in EUR, in the view's measure."""
    instruments = [f"{_column_of(one)}_eur" for one in name_places("instruments")]
    columns = [*PLACE_COLUMNS, *NEED_COLUMNS, "measure", "amount_eur", "decisions", *instruments]
    return pd.DataFrame(list_rows(view), columns=columns)


def list_rows(view: NeedView) -> list[dict[str, Any]]:
    """Return the rows of `extract_need` as dicts: countries with most money first, then regions, then trans-regional money."""
    regions = sorted(view.money.regions, key=lambda place: -amount_of(place, view.money.measure))
    return [
        *(_country_row(one) | _need_row(one, view) | _money_row(one.place, view) for one in view.inside),
        *(_place_row(place) | _money_row(place, view) for place in (*regions, view.money.trans_regional)),
    ]


def _country_row(standing: Standing) -> dict[str, Any]:
    value = standing.value
    return _place_row(standing.place) | {"subregion_id": value.subregion_id, "meets_membership": value.is_member}


def _place_row(place: PlaceAmount) -> dict[str, Any]:
    return {"place_id": place.place_id, "place": place.name, "place_kind": place.place_kind}


def _need_row(standing: Standing, view: NeedView) -> dict[str, Any]:
    value, source = standing.value, standing.value.source
    is_hidden = value.status == "doubtful" and not value.is_shown
    return {
        "indicator_id": view.need.indicator_id,
        "value": value.value if value.is_shown else None,
        "unit": view.need.unit,
        "year": view.need.year,
        "printed_value": None if is_hidden else value.printed or None,
        "status": HIDDEN if is_hidden else value.status,
        "caveat_ids": ";".join(value.caveats) or None,
        "source_id": source.source_id if source else None,
        "page": source.page if source else None,
        "table": source.table if source else None,
        "row_label": source.row_label if source else None,
        "column_label": source.column_label if source else None,
    }


def _money_row(place: PlaceAmount, view: NeedView) -> dict[str, Any]:
    shares = {
        f"{_column_of(arc.instrument_id)}_eur": arc.amount_eur for arc in view.arcs if arc.place_id == place.place_id
    }
    return {
        "measure": view.money.measure,
        "amount_eur": amount_of(place, view.money.measure),
        "decisions": place.decisions,
    } | shares


def _column_of(instrument_id: str) -> str:
    return instrument_id.lower().replace("-", "_")
