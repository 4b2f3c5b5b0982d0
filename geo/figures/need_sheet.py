"""What stands beside the 3D view: its legend, the ranking in the same colours, and the table of everything in it."""

from collections import Counter
from typing import Any

from geo.dimensions import COMMITTED
from geo.figures.need_colours import INSTRUMENT_COLOURS, MISSING_BAR, OTHER_INSTRUMENT
from geo.figures.need_marks import DOUBTED, post_amounts
from geo.figures.palette import LEVELS
from geo.figures.ranking import none_listed
from geo.figures.summary import summarise_ranking
from geo.figures.tables import locate, name_status
from geo.findings import EUR_MILLION, format_eur
from geo.messages import say, say_count, say_in
from geo.need_extract import HIDDEN, list_rows
from geo.need_view import Arc, NeedView, Standing, leads_to_a_place
from geo.need_words import tell_trans_regional
from geo.places import name_places
from geo.spelling import format_number, list_all, lower_start

Cell = str | dict[str, Any]


def draw_legend(view: NeedView, *, with_arcs: bool) -> dict[str, Any]:
    """Return the legend: classes of the indicator with counts, what heights mean, and arcs by instrument with their amounts."""
    return {
        "colour": f"{view.need.name}, {view.need.short_unit}",
        "classes": _classes(view),
        "signs": [one for one in _signs(view) if one["count"]],
        "height": say("{measure}, to the country alone", measure=view.money.measure_name),
        "lines": _heights(view),
        "arcs": [_instrument(instrument_id, view) for instrument_id in _drawn_instruments(view)] if with_arcs else [],
        "ring": {"label": say("Ring in the sea: money for a region, never spread"), **LEVELS["R"]},
        "beside": tell_trans_regional(view)
        if with_arcs
        else say("The arcs are hidden; the table has the amounts by instrument."),
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
        _sign("missing", say("No value: not reported, not placeable or hidden"), len(missing)),
        _sign(
            "doubtful",
            say("Doubtful or conflicting"),
            sum(one.value.is_shown and one.value.status in DOUBTED for one in inside),
        ),
        _sign("flat", _tell_flat(view), len(inside) - len(view.raised)),
        _sign("outside", say("Outside the filter: flat and grey"), len(view.standings) - len(inside)),
        _sign(
            "member",
            say("Highlighted: in the chosen set"),
            sum(one.value.is_member for one in inside) if is_split else 0,
        ),
    ]


def _tell_flat(view: NeedView) -> str:
    if view.money.measure == COMMITTED:
        if view.money.is_narrowed:
            return say("Flat: no decision under these filters")
        return say("Flat: no decision in Annex H")
    if view.money.is_narrowed:
        return say("Flat: no contract under these filters")
    return say("Flat: no contract in Annex H")


def _sign(kind: str, label: str, number: int) -> dict[str, Any]:
    return {"kind": kind, "label": label, "count": number}


def _heights(view: NeedView) -> list[str]:
    tallest = next(iter(view.raised), None)
    lead = (
        say("Tallest: {country}, {amount}", country=tallest.name, amount=format_eur(tallest.amount_eur))
        if tallest
        else say("No country inside the filter is raised")
    )
    posts = [format_number(amount, 0) for amount in post_amounts(view)]
    return [
        lead,
        say("Posts in the Pacific: EUR {amounts} million", amounts=list_all(posts)),
        say("Half as high is half as much, under every filter"),
    ]


def _drawn_instruments(view: NeedView) -> dict[str, list[Arc]]:
    drawn = {key: [arc for arc in arcs if leads_to_a_place(arc)] for key, arcs in view.by_instrument.items()}
    return {key: arcs for key, arcs in drawn.items() if arcs}


def _instrument(instrument_id: str, view: NeedView) -> dict[str, Any]:
    arcs = _drawn_instruments(view)[instrument_id]
    return {
        "label": arcs[0].instrument,
        "text": f"{format_eur(sum(arc.amount_eur for arc in arcs))}, {say_count('{n} arc', '{n} arcs', len(arcs))}",
        "swing": list(name_places("instruments")).index(instrument_id),
        **INSTRUMENT_COLOURS.get(instrument_id, OTHER_INSTRUMENT),
    }


def rank_need(view: NeedView, place: str) -> dict[str, Any]:
    """Return the countries as bars: as long as they are high, in the colour that they have on the map."""
    raised = view.raised
    name = say(
        "{measure} to single countries, coloured by {indicator}",
        measure=view.money.measure_name,
        indicator=lower_start(view.need.name),
    )
    drawn = {
        "name": name,
        "label": say("Ranking: {name}", name=name),
        "unit": say("EUR million committed, in the colours of the map")
        if view.money.measure == COMMITTED
        else say("EUR million contracted, in the colours of the map"),
        "is_money": True,
        "decimals": 1,
        "rows": [_bar(one, view) for one in raised],
        "references": [],
        "domain": [0, max((one.amount_eur for one in raised), default=1) / EUR_MILLION],
        "selected": place or None,
        "missing": [{"id": one.iso3, "name": one.name} for one in view.inside if not one.amount_eur],
        "missing_label": none_listed(view.money),
    }
    return drawn | {"summary": summarise_ranking(drawn)}


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
    return {
        "label": _name_table(view),
        "columns": [
            _column("place", say("Country or region")),
            _column("value", view.need.short_unit, "number"), _column("status", say("Status"), "status"),
            _column("amount", _name_amount(view), "number"), _column("decisions", say("Decisions"), "number"),
            *(_column(one, one, "number") for one in instruments),
            _column("source", say("Page, table, row of the value"), "source"),
        ],
        "rows": [_table_row(row, instruments, view) for row in list_rows(view)],
        "selected": place or None,
        "pick": True,
        "empty": view.empty or say("No country inside the filter."),
    }  # fmt: skip


def _name_table(view: NeedView) -> str:
    name, unit = view.need.name, view.need.short_unit
    if view.money.measure == COMMITTED:
        return say("{indicator} ({unit}) and money committed (EUR million), by instrument", indicator=name, unit=unit)
    return say("{indicator} ({unit}) and money contracted (EUR million), by instrument", indicator=name, unit=unit)


def _name_amount(view: NeedView) -> str:
    return say("Committed, EUR million") if view.money.measure == COMMITTED else say("Contracted, EUR million")


def _table_row(row: dict[str, Any], instruments: list[str], view: NeedView) -> dict[str, Any]:
    is_country = row["place_kind"] == "country"
    shares = [row.get(f"{one.lower().replace('-', '_')}_eur") for one in instruments]
    return {
        "id": row["place_id"],
        "cells": [
            row["place"] if row["place_kind"] != "region" else say("{name}, as a region", name=row["place"]),
            _number(row.get("value"), view.need.decimals), _status(row) if is_country else say_in("status", "no country"),
            _number(row["amount_eur"] / EUR_MILLION, 1), _number(row["decisions"], 0),
            *(_number(share / EUR_MILLION, 1) if share else "" for share in shares),
            _source(row) if is_country else "",
        ],
        "in": True,
    }  # fmt: skip


def _status(row: dict[str, Any]) -> str:
    return say("doubtful, hidden") if row["status"] == HIDDEN else name_status(row["status"])


def _source(row: dict[str, Any]) -> str:
    return locate(row["page"], row["table"], row["row_label"]) if row["page"] else say("not in the annexes")


def _number(value: float | None, decimals: int) -> Cell:
    return {"t": "", "v": None} if value is None else {"t": format_number(value, decimals), "v": value}


def _column(column_id: str, label: str, kind: str = "text") -> dict[str, str]:
    return {"id": column_id, "label": label, "kind": kind, "align": "right" if kind == "number" else "left"}
