"""Builds the view of EU money: countries, regions and the trans-regional rest, in one measure at a time.

Filters choose countries, so they act on bilateral money. Money for a region belongs to no country: it is neither spread
over countries nor dropped by a country filter.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pandas as pd

from data.store import load_table, to_records
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
        total_eur=float(decisions[f"{selection.measure}_eur"].sum()),
        classes=classes,
        countries=_countries(sets, selection.measure, classes),
        regions=tuple(_place_amounts(decisions[decisions["place_kind"] == "region"], "funding_zone_id")),
        trans_regional=_trans_regional(decisions),
        breakdowns=break_down(decisions, selection.measure),
        decision_ids=tuple(decisions["decision_id"]),
        notes=_notes(measure, selection),
        empty="" if sets.inside else explain_empty(selection),
    )
    return findings.tell_money(view, selection)


def find_measure(measure_id: str) -> dict[str, Any]:
    """Return a measure's row as a dict. Raises KeyError for an unknown id."""
    return {row["measure_id"]: row for row in to_records(load_table("measures"))}[measure_id]


def keep_decisions(decisions: pd.DataFrame, sets: CountrySets) -> pd.DataFrame:
    """Return bilateral decisions of the countries inside the filter, and every regional and trans-regional one."""
    return decisions[decisions["iso3"].isin(list(sets.inside)) | decisions["iso3"].isna()]


def amount_of(place: PlaceAmount, measure: str) -> float:
    """Return a place's amount in EUR in one measure."""
    return place.committed_eur if measure == "committed" else place.contracted_eur


def _classes(breaks: str) -> tuple[ValueClass, ...]:
    return make_classes(tuple(float(bound) for bound in breaks.split(";")), "money")


def _countries(sets: CountrySets, measure: str, classes: tuple[ValueClass, ...]) -> tuple[PlaceAmount, ...]:
    decisions = load_table("decisions")
    bilateral = {
        place.place_id: place for place in _place_amounts(decisions[decisions["place_kind"] == "country"], "iso3")
    }
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


def _place_amounts(decisions: pd.DataFrame, id_column: str) -> Iterable[PlaceAmount]:
    for place_id, rows in decisions.groupby(id_column, sort=True):
        yield _sum_place(str(place_id), name_zones()[str(rows["zone"].iloc[0])], rows)


def _trans_regional(decisions: pd.DataFrame) -> PlaceAmount:
    return _sum_place(TRANS_REGIONAL, "Trans-regional", decisions[decisions["place_kind"] == TRANS_REGIONAL])


def _sum_place(place_id: str, name: str, rows: pd.DataFrame) -> PlaceAmount:
    return PlaceAmount(
        place_id=place_id,
        name=name,
        place_kind=str(rows["place_kind"].iloc[0]),
        committed_eur=float(rows["committed_eur"].sum()),
        contracted_eur=float(rows["contracted_eur"].sum()),
        decisions=len(rows),
        contracts=int(rows["contracts_count"].sum()),
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
