"""Builds the view of EU money on the map: countries, regions and the trans-regional rest, in one measure at a time.

Money for a region belongs to no country. A filter of countries leaves it apart, and it is spread only by a rule that the user picked.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from typing import Any

from data import store
from geo.aggregate import break_down
from geo.allocation import RULES
from geo.classify import ValueClass, classify, make_classes
from geo.dimensions import COMMITTED, CONTRACTED, TRANS_REGIONAL, name_levels
from geo.messages import cached, say
from geo.money_lines import Line, find_homes, select_lines, sum_eur
from geo.money_query import FIRST_YEAR, MoneyFilters, MoneyQuery
from geo.money_words import tell_money
from geo.places import name_countries, name_zones
from geo.portfolio import build_portfolio, find_measure
from geo.rank import rank_values
from geo.selection import CountrySets, Selection, select_countries
from geo.views import MoneyView, PlaceAmount

EUR_MILLION = 1_000_000
NO_FILTERS = MoneyFilters()


def build_money_view(selection: Selection, filters: MoneyFilters = NO_FILTERS) -> MoneyView:
    """Return EU money in the selected measure, amounts in EUR. Raises KeyError for an unknown measure."""
    query = MoneyQuery(selection, filters)
    portfolio = build_portfolio(query)
    measure = find_measure(selection.measure)
    classes = _classes(measure["breaks"])
    amounts = _Amounts(query, portfolio.lines)
    regions = tuple(amounts.region(zone, name) for zone, name in _name_regions().items())
    view = MoneyView(
        measure=selection.measure,
        measure_name=measure["name"],
        definition=measure["definition"],
        spread=filters.spread,
        headline="",
        summary="",
        coverage=portfolio.coverage,
        total_eur=portfolio.total_eur,
        classes=classes,
        countries=_countries(amounts, select_countries(selection), classes),
        regions=regions,
        trans_regional=amounts.region(TRANS_REGIONAL, name_levels()["T"]),
        breakdowns=break_down(portfolio.lines, selection.measure),
        notes=_notes(measure, query),
        empty=portfolio.empty,
        is_narrowed=bool(query.active or filters.words or filters.early != NO_FILTERS.early),
    )
    return tell_money(view, selection)


def amount_of(place: PlaceAmount, measure: str) -> float:
    """Return a place's amount in EUR in one measure."""
    return place.amount_in(measure)


def _classes(breaks: str) -> tuple[ValueClass, ...]:
    return make_classes(tuple(float(bound) for bound in breaks.split(";")), "money")


class _Amounts:
    """The money of every place under a query, whatever countries it leaves out: those stay on the map, drawn as outside."""

    def __init__(self, query: MoneyQuery, counted: tuple[Line, ...]) -> None:
        self.measure = query.measure
        self.is_filtered = query.selection.filters_countries
        # A filter that the measure does not have must not narrow the other measure either.
        not_had: dict[str, Any] = {one: () for one in query.chosen if one not in query.active}
        filters = replace(query.filters, **not_had)
        self.lines = {
            measure: _group(select_lines(MoneyQuery(Selection(measure=measure), filters)), _recipient)
            for measure in (COMMITTED, CONTRACTED)
        }
        homes = find_homes(query.measure)
        everywhere = [line for lines in self.lines[query.measure].values() for line in lines]
        self.own = _group(everywhere, lambda line: homes[line.record_id])
        self.counted = _group(counted, lambda line: homes[line.record_id])

    def place(self, place_id: str, name: str, place_kind: str) -> PlaceAmount:
        """The money of one place in both measures, never added, with the decisions behind it and their contracts."""
        committed, contracted = (self.lines[measure].get(place_id, []) for measure in (COMMITTED, CONTRACTED))
        decisions = {line.decision for line in (committed if self.measure == COMMITTED else contracted)}
        contracts = {line.record_id for line in contracted}
        if self.measure == COMMITTED:
            contracts = {one for decision in decisions for one in _list_contracts().get(decision, ())}
        return PlaceAmount(
            place_id=place_id,
            name=name,
            place_kind=place_kind,
            committed_eur=sum_eur(committed),
            contracted_eur=sum_eur(contracted),
            decisions=len(decisions),
            contracts=len(contracts),
            is_inside=False,
            is_member=False,
            own_eur=sum_eur(self.own.get(place_id, [])),
            counted_eur=sum_eur(self.counted.get(place_id, [])),
        )

    def region(self, place_id: str, name: str) -> PlaceAmount:
        """The money of a region or of the trans-regional rest, which a filter of countries leaves apart."""
        kind = TRANS_REGIONAL if place_id == TRANS_REGIONAL else "region"
        return replace(self.place(place_id, name, kind), is_inside=not self.is_filtered)


def _recipient(line: Line) -> str:
    return line.recipient


def _group(lines: Iterable[Line], key: Callable[[Line], str]) -> dict[str, list[Line]]:
    groups: dict[str, list[Line]] = {}
    for line in lines:
        groups.setdefault(key(line), []).append(line)
    return groups


@cache
def _list_contracts() -> dict[str, tuple[str, ...]]:
    """The contracts of each decision that has any."""
    homes: dict[str, list[str]] = {}
    for row in store.load_records("contracts"):
        homes.setdefault(row["decision_id"], []).append(str(row["contract_id"]))
    return {decision: tuple(contracts) for decision, contracts in homes.items()}


@cached
def _name_regions() -> dict[str, str]:
    """The regions that Annex H gives money to, by id."""
    rows = [row for row in store.load_records("decisions") if row["place_kind"] == "region"]
    return dict(sorted((row["funding_zone_id"], name_zones()[row["zone"]]) for row in rows))


def _countries(amounts: _Amounts, sets: CountrySets, classes: tuple[ValueClass, ...]) -> tuple[PlaceAmount, ...]:
    places = [
        replace(amounts.place(iso3, name, "country"), is_inside=iso3 in sets.inside, is_member=iso3 in sets.members)
        for iso3, name in name_countries().items()
    ]
    measured = {place.place_id: amount_of(place, amounts.measure) for place in places}
    # In whole EUR: equal shares may differ by a cent, which is no difference of rank.
    ranks = rank_values({iso3: round(amount) for iso3, amount in measured.items() if amount})
    bounds = tuple(one.upper for one in classes[:-1] if one.upper is not None)
    return tuple(
        replace(place, class_index=classify(measured[place.place_id] / EUR_MILLION, bounds), rank=ranks[place.place_id])
        if place.place_id in ranks
        else place
        for place in places
    )


def _notes(measure: dict[str, Any], query: MoneyQuery) -> tuple[str, ...]:
    notes = [
        f"{measure['definition']}.",
        say(
            "Source: 2013 assessment commissioned by the European Commission, Annex H, pages 154 to 173; every row names its page."
        ),
        f"{RULES[query.filters.spread].text}.",
        say(
            "No colour means that Annex H lists no such money for the country under these filters, not that a value is missing."
        ),
        say("Classes: {classes}.", classes=measure["breaks_note"]),
    ]
    if query.filters.early == "include":
        notes.append(
            say(
                "Annex H lists four decisions of the years before {year}; they can be left out. “Does it add up?” compares its sums "
                "with what the report prints.",
                year=FIRST_YEAR,
            )
        )
    if query.selection.filters_countries:
        notes.append(
            say("A filter of countries leaves money for regions and several regions apart: it is not in the total.")
        )
    return tuple(notes)
