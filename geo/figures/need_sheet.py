"""What stands beside the 3D view: its legend, the ranking in the same colours, and the table of everything in it."""

from collections import Counter
from typing import Any

from geo.classify import format_number
from geo.figures.bars import LEVEL_COLOURS
from geo.figures.need_colours import INSTRUMENT_COLOURS, MISSING_BAR, OTHER_INSTRUMENT
from geo.figures.need_marks import DOUBT_WORDS, post_amounts
from geo.figures.ranking import none_listed
from geo.figures.tables import STATUS_LABELS
from geo.findings import EUR_MILLION, count, format_eur
from geo.need_extract import HIDDEN, list_rows
from geo.need_view import Arc, NeedView, Standing, leads_to_a_place
from geo.need_words import tell_trans_regional
from geo.places import name_places

Cell = str | dict[str, Any]


def draw_legend(view: NeedView, *, with_arcs: bool) -> dict[str, Any]:
    """Return the legend: classes of the indicator with counts, what heights mean, and arcs by instrument with their amounts."""
    return {
        "colour": f"{view.need.name}, {view.need.short_unit}",
        "classes": _classes(view),
        "signs": [one for one in _signs(view) if one["count"]],
        "height": f"{view.money.measure_name}, to the country alone",
        "lines": _heights(view),
        "arcs": [_instrument(instrument_id, view) for instrument_id in _drawn_instruments(view)] if with_arcs else [],
        "ring": {"label": "Ring in the sea: money for a region, never spread", **LEVEL_COLOURS["Regional"]},
        "beside": tell_trans_regional(view)
        if with_arcs
        else "The arcs are hidden; the table has the amounts by instrument.",
    }


def _classes(view: NeedView) -> list[dict[str, Any]]:
    counts = Counter(one.value.class_index for one in view.inside)
    return [
        {"label": one.label, "count": counts[index], "light": one.light, "dark": one.dark}
        for index, one in enumerate(view.need.classes)
    ]


def _signs(view: NeedView) -> list[dict[str, Any]]:
    inside = view.inside
    missing = [one for one in inside if not one.value.is_shown]
    is_split = any(one.value.is_member for one in inside) and not all(one.value.is_member for one in inside)
    return [
        _sign("missing", "No value: not reported, not placeable or hidden", len(missing)),
        _sign(
            "doubtful",
            "Doubtful or conflicting",
            sum(one.value.is_shown and one.value.status in DOUBT_WORDS for one in inside),
        ),
        _sign(
            "flat",
            f"Flat: {none_listed(view.money).lower().replace('annex h', 'Annex H')}",
            len(inside) - len(view.raised),
        ),
        _sign("outside", "Outside the filter: flat and grey", len(view.standings) - len(inside)),
        _sign(
            "member", "Highlighted: in the chosen set", sum(one.value.is_member for one in inside) if is_split else 0
        ),
    ]


def _sign(kind: str, label: str, number: int) -> dict[str, Any]:
    return {"kind": kind, "label": label, "count": number}


def _heights(view: NeedView) -> list[str]:
    tallest = next(iter(view.raised), None)
    lead = (
        f"Tallest: {tallest.name}, {format_eur(tallest.amount_eur)}"
        if tallest
        else "No country inside the filter is raised"
    )
    posts = [format_number(amount, 0) for amount in post_amounts(view)]
    return [
        lead,
        f"Posts in the Pacific: EUR {', '.join(posts[:-1])} and {posts[-1]} million",
        "Half as high is half as much, under every filter",
    ]


def _drawn_instruments(view: NeedView) -> dict[str, list[Arc]]:
    drawn = {key: [arc for arc in arcs if leads_to_a_place(arc)] for key, arcs in view.by_instrument.items()}
    return {key: arcs for key, arcs in drawn.items() if arcs}


def _instrument(instrument_id: str, view: NeedView) -> dict[str, Any]:
    arcs = _drawn_instruments(view)[instrument_id]
    return {
        "label": arcs[0].instrument,
        "text": f"{format_eur(sum(arc.amount_eur for arc in arcs))}, {count(len(arcs), 'arc')}",
        "swing": list(name_places("instruments")).index(instrument_id),
        **INSTRUMENT_COLOURS.get(instrument_id, OTHER_INSTRUMENT),
    }


def rank_need(view: NeedView, place: str) -> dict[str, Any]:
    """Return the countries as bars: as long as they are high, in the colour that they have on the map."""
    raised = view.raised
    return {
        "label": f"Ranking: {view.money.measure_name} to single countries, coloured by {view.need.name.lower()}",
        "unit": f"EUR million {view.money.measure}, in the colours of the map",
        "rows": [_bar(one, view) for one in raised],
        "references": [],
        "domain": [0, max((one.amount_eur for one in raised), default=1) / EUR_MILLION],
        "selected": place or None,
        "missing": [{"id": one.iso3, "name": one.name} for one in view.inside if not one.amount_eur],
        "missing_label": none_listed(view.money),
    }


def _bar(standing: Standing, view: NeedView) -> dict[str, Any]:
    value, place = standing.value, standing.place
    shown = view.need.classes[value.class_index] if value.class_index is not None else None
    return {
        "id": standing.iso3,
        "name": standing.name,
        "value": standing.amount_eur / EUR_MILLION,
        "text": format_number(standing.amount_eur / EUR_MILLION, 1),
        "rank": place.rank.short if place.rank else "",
        "light": shown.light if shown else MISSING_BAR["light"],
        "dark": shown.dark if shown else MISSING_BAR["dark"],
        "status": "ok" if shown else "missing",
        "in": True,
        "member": value.is_member,
    }


def tabulate_need(view: NeedView, place: str) -> dict[str, Any]:
    """Return the table: every country inside the filter with value and money, then regional and trans-regional money."""
    instruments = [one for one in name_places("instruments") if one in view.by_instrument]
    measure = view.money.measure.capitalize()
    return {
        "label": f"{view.need.name} ({view.need.short_unit}) and money {view.money.measure} (EUR million), by instrument",
        "columns": [
            _column("place", "Country or region"),
            _column("value", view.need.short_unit, "number"), _column("status", "Status", "status"),
            _column("amount", f"{measure}, EUR million", "number"), _column("decisions", "Decisions", "number"),
            *(_column(one, one, "number") for one in instruments),
            _column("source", "Page, table, row of the value", "source"),
        ],
        "rows": [_table_row(row, instruments, view) for row in list_rows(view)],
        "selected": place or None,
        "pick": True,
        "empty": view.empty or "No country inside the filter.",
    }  # fmt: skip


def _table_row(row: dict[str, Any], instruments: list[str], view: NeedView) -> dict[str, Any]:
    is_country = row["place_kind"] == "country"
    shares = [row.get(f"{one.lower().replace('-', '_')}_eur") for one in instruments]
    return {
        "id": row["place_id"],
        "cells": [
            row["place"] if row["place_kind"] != "region" else f"{row['place']}, as a region",
            _number(row.get("value"), view.need.decimals), _status(row) if is_country else "no country",
            _number(row["amount_eur"] / EUR_MILLION, 1), _number(row["decisions"], 0),
            *(_number(share / EUR_MILLION, 1) if share else "" for share in shares),
            _source(row) if is_country else "",
        ],
        "in": True,
    }  # fmt: skip


def _status(row: dict[str, Any]) -> str:
    return "doubtful, hidden" if row["status"] == HIDDEN else STATUS_LABELS[row["status"]]


def _source(row: dict[str, Any]) -> str:
    return f"p. {row['page']}, {row['table']}, {row['row_label']}" if row["page"] else "not in the annexes"


def _number(value: float | None, decimals: int) -> Cell:
    return {"t": "", "v": None} if value is None else {"t": format_number(value, decimals), "v": value}


def _column(column_id: str, label: str, kind: str = "text") -> dict[str, str]:
    return {"id": column_id, "label": label, "kind": kind, "align": "right" if kind == "number" else "left"}
