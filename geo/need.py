"""Builds the view of money beside need: an indicator and bilateral EU money of each country, and arcs of money by instrument.

Nothing here relates the two: they stand side by side. Money for a region keeps the region as its place and raises no country.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from geo import need_words
from geo.dimensions import TRANS_REGIONAL
from geo.indicator_view import build_indicator_view
from geo.money_view import build_money_view
from geo.need_view import Arc, NeedView
from geo.places import name_places
from geo.selection import Selection, select_countries
from geo.spoken import load_records


def build_need_view(selection: Selection) -> NeedView:
    """Return an indicator and EU money, side by side, in one measure of money. Raises KeyError for an unknown id."""
    money, need = build_money_view(selection), build_indicator_view(selection)
    view = NeedView(
        need=need,
        money=money,
        arcs=list_arcs(_find_decisions(selection), selection.measure),
        headline="",
        coverage="",
        summary="",
        notes=(),
        empty=need.empty,
    )
    return replace(
        view,
        headline=need_words.headline(view),
        coverage=need_words.coverage(view, selection),
        summary=need_words.summary(view),
        notes=need_words.notes(view),
    )


def _find_decisions(selection: Selection) -> list[str]:
    """Bilateral decisions of the countries inside the filter, and every regional one: no country filter touches a region's arc."""
    inside = select_countries(selection).inside
    rows = load_records("decisions")
    return [row["decision_id"] for row in rows if row["iso3"] is None or row["iso3"] in inside]


def list_arcs(decision_ids: Iterable[str], measure: str) -> tuple[Arc, ...]:
    """Return the amounts of decisions in EUR by place and instrument, the largest first; without an amount there is no arc."""
    wanted, groups = set(decision_ids), dict[tuple[str, str], list[dict[str, Any]]]()
    for row in load_records("decisions"):
        if row["decision_id"] in wanted and row[f"{measure}_eur"]:
            place_id = row["iso3"] or row["funding_zone_id"] or TRANS_REGIONAL
            groups.setdefault((place_id, row["instrument_id"]), []).append(row)
    arcs = [_arc(place_id, rows, measure) for (place_id, _), rows in groups.items()]
    return tuple(sorted(arcs, key=lambda arc: (-arc.amount_eur, arc.place_id)))


def _arc(place_id: str, rows: list[dict[str, Any]], measure: str) -> Arc:
    return Arc(
        place_id=place_id,
        place_kind=rows[0]["place_kind"],
        instrument_id=rows[0]["instrument_id"],
        instrument=name_places("instruments")[rows[0]["instrument_id"]],
        amount_eur=float(sum(row[f"{measure}_eur"] for row in rows)),
        decisions=len(rows),
    )
