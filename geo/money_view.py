"""Builds the view of EU money: countries, regions and the trans-regional rest, in one measure at a time.

Filters choose countries, so they act on bilateral money. Money for a region belongs to no country: it is neither spread
over countries nor dropped by a country filter.
"""

from dataclasses import replace
from functools import cache
from typing import Any

import pandas as pd

from data.store import load_records, load_table
from geo import findings
from geo.aggregate import break_down
from geo.classify import ValueClass, classify, make_classes
from geo.places import name_countries, name_zones
from geo.rank import rank_values
from geo.selection import CountrySets, Selection, explain_empty, select_countries
from geo.views import MoneyView, PlaceAmount

EUR_MILLION = 1_000_000
TRANS_REGIONAL = "trans_regional"


def build_money_view(selection: Selection) -> MoneyView:
    """Return EU money in the selected measure, amounts in EUR. Raises KeyError for an unknown measure."""
    measure = find_measure(selection.measure)
    sets = select_countries(selection)
    decisions = keep_decisions(load_table("decisions"), sets)
    classes = _classes(measure["breaks"])
    view = MoneyView(
        measure=selection.measure,
        measure_name=measure["name"],
        definition=measure["definition"],
        headline="",
        summary="",
        coverage="",
        total_eur=float(decisions[f"{selection.measure}_eur"].sum()),
        classes=classes,
        countries=_countries(sets, selection.measure, classes),
        regions=_place_amounts("region", "funding_zone_id"),
        trans_regional=_place_amounts(TRANS_REGIONAL, "place_kind")[0],
        breakdowns=break_down(decisions, selection.measure),
        decision_ids=tuple(decisions["decision_id"]),
        notes=_notes(measure, selection),
        empty="" if sets.inside else explain_empty(selection),
    )
    return findings.tell_money(view, selection)


def find_measure(measure_id: str) -> dict[str, Any]:
    """Return a measure's row as a dict. Raises KeyError for an unknown id."""
    return {row["measure_id"]: row for row in load_records("measures")}[measure_id]


def keep_decisions(decisions: pd.DataFrame, sets: CountrySets) -> pd.DataFrame:
    """Return bilateral decisions of the countries inside the filter, and every regional and trans-regional one."""
    return decisions[decisions["iso3"].isin(list(sets.inside)) | decisions["iso3"].isna()]


def amount_of(place: PlaceAmount, measure: str) -> float:
    """Return a place's amount in EUR in one measure."""
    return place.committed_eur if measure == "committed" else place.contracted_eur


def _classes(breaks: str) -> tuple[ValueClass, ...]:
    return make_classes(tuple(float(bound) for bound in breaks.split(";")), "money")


def _countries(sets: CountrySets, measure: str, classes: tuple[ValueClass, ...]) -> tuple[PlaceAmount, ...]:
    bilateral = {place.place_id: place for place in _place_amounts("country", "iso3")}
    nothing = {
        iso3: PlaceAmount(iso3, name, "country", 0, 0, 0, 0, is_inside=False, is_member=False)
        for iso3, name in name_countries().items()
    }
    places = [
        replace(
            bilateral.get(iso3, place), name=place.name, is_inside=iso3 in sets.inside, is_member=iso3 in sets.members
        )
        for iso3, place in nothing.items()
    ]
    ranks = rank_values({place.place_id: amount_of(place, measure) for place in places if amount_of(place, measure)})
    bounds = tuple(one.upper for one in classes[:-1] if one.upper is not None)
    return tuple(
        replace(
            place, class_index=classify(amount_of(place, measure) / EUR_MILLION, bounds), rank=ranks[place.place_id]
        )
        if place.place_id in ranks
        else place
        for place in places
    )


@cache
def _place_amounts(place_kind: str, id_column: str) -> tuple[PlaceAmount, ...]:
    """The money of every place of a kind by its id, before any filter."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for row in load_records("decisions"):
        if row["place_kind"] == place_kind:
            groups.setdefault(row[id_column], []).append(row)
    return tuple(_sum_place(place_id, rows) for place_id, rows in sorted(groups.items()))


def _sum_place(place_id: str, rows: list[dict[str, Any]]) -> PlaceAmount:
    return PlaceAmount(
        place_id=place_id,
        name="Trans-regional" if place_id == TRANS_REGIONAL else name_zones()[rows[0]["zone"]],
        place_kind=rows[0]["place_kind"],
        committed_eur=float(sum(row["committed_eur"] for row in rows)),
        contracted_eur=float(sum(row["contracted_eur"] for row in rows)),
        decisions=len(rows),
        contracts=sum(int(row["contracts_count"]) for row in rows),
        is_inside=True,
        is_member=False,
    )


def _notes(measure: dict[str, Any], selection: Selection) -> tuple[str, ...]:
    notes = [
        f"{measure['definition']}.",
        "Source: 2013 assessment commissioned by the European Commission, Annex H, pages 154 to 173; every decision names its page.",
        "Money for a region or for several regions belongs to no single country. It is never spread over countries.",
        "No colour means that Annex H lists no such money for the country, not that a value is missing.",
        f"Classes: {measure['breaks_note']}.",
        "Annex H includes four decisions taken before 2007; see Sources for how its sums compare with the totals that the report prints.",
    ]
    if selection.filters_countries:
        notes.append(
            "Country filters act on bilateral money only; regional and trans-regional amounts stay as they are."
        )
    return tuple(notes)
