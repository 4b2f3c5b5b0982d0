"""Which values of a view can be cited, in the order in which a reader looks for them: what is chosen first, then the rest of the view."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from geo import citable
from geo.citable import has_value, list_values
from geo.citable_sums import cite_recipients, cite_total
from geo.citation import CitedValue
from geo.handout import Handout
from geo.indicator_view import AGGREGATES
from geo.messages import say
from geo.money_query import MoneyFilters, MoneyQuery
from geo.places import name_countries
from geo.record import find_measure_of
from geo.selection import MEASURES, Selection
from pages.kit import load, urlstate
from pages.kit.urlstate import ViewState

_Finder = Callable[[Handout, ViewState], Iterable[CitedValue]]


def list_choices(handout: Handout, state: ViewState, topic: str) -> dict[str, CitedValue]:
    """Return the values of a view by id, each once; empty for a view without a number."""
    found = _FINDERS[topic](handout, state) if topic in _FINDERS else ()
    return {one.value_id: one for one in found}


def name_chosen(state: ViewState, topic: str) -> str:
    """Return the id of the value that the card of the chosen record or place is about; empty where it is the first of the view anyway."""
    if topic not in {"commitments", "money"}:
        return ""
    if state.record:
        noun = "decision" if find_measure_of(state.record) == MEASURES[0] else "contract"
        return f"{noun}/{state.record}"
    return f"sum/{state.selection.measure}/recipient/{state.place}"


def _indicator(handout: Handout, state: ViewState) -> list[CitedValue]:
    """The indicator of the view for each of its countries, then the averages that the document prints beside them."""
    return [*_cells(state.selection.indicator, state.place, handout.rows["iso3"]), *_own(state.place)]


def _need(handout: Handout, state: ViewState) -> list[CitedValue]:
    """The indicator, then what the countries and regions of the view have of the money."""
    cells = _cells(state.selection.indicator, state.place, handout.rows["place_id"])
    return [*cells, *_sums(MoneyQuery(state.selection), handout, state), *_own(state.place)]


def _money(handout: Handout, state: ViewState) -> list[CitedValue]:
    """The chosen record, the total of the view, what each recipient has of it, and every record."""
    portfolio = load.portfolio(state.query)
    chosen = _record(state.record) if state.record else []
    records = [citable.find_value(f"{portfolio.noun}/{one}") for one in portfolio.record_ids]
    return [*chosen, *_sums(state.query, handout, state), *records, *_own(state.place)]


def _country(_handout: Handout, state: ViewState) -> list[CitedValue]:
    """Everything that the documents print of a country, and its money; of a region its money. Without a place, every cell."""
    return _own(state.place) if state.place else list(list_values("indicator/"))


def _compare(handout: Handout, state: ViewState) -> list[CitedValue]:
    """Both measures of the chosen place and the pinned countries, then of all countries of the view."""
    shown = list(dict.fromkeys((state.place, *state.pins, *handout.rows["iso3"])))
    wanted = [one for one in shown if one in name_countries()]
    pairs = [value for iso3 in wanted for measure in (state.x, state.y) for value in _measure(measure, iso3)]
    return [*pairs, *_own(state.place)]


def _gaps(_handout: Handout, state: ViewState) -> list[CitedValue]:
    """The chosen cell, the other cells of the chosen country, then every cell of the annexes."""
    cells = list_values("indicator/", "unplaced/")
    return sorted(cells, key=lambda one: (not _is_cell(one, state), one.parameters.get("place") != state.place))


def _alliances(_handout: Handout, state: ViewState) -> list[CitedValue]:
    """The memberships of the chosen place, how many members each group is said to have, then every membership."""
    members = list_values("membership/")
    chosen = [one for one in members if state.place and one.parameters["place"] == state.place]
    return [*chosen, *list_values("group/"), *members]


def _published(_handout: Handout, state: ViewState) -> list[CitedValue]:
    """The published figures, in the order of the ledger on the page."""
    shown = load.ledger_view(state.sort, state.verdict).shown
    return [citable.find_value(f"published/{entry.figure_id}") for entry in shown]


def _context(_handout: Handout, state: ViewState) -> list[CitedValue]:
    """The chosen event, the donors of the chosen year, budgets of programmes, then the other events and years."""
    donors = sorted(list_values("donor/"), key=lambda one: one.year != state.donor_year)
    event = f"event/{state.event}"
    chosen = [citable.find_value(event)] if has_value(event) else []
    return [*chosen, *donors, *list_values("budget/", "event/")]


_FINDERS: dict[str, _Finder] = {
    "": _indicator, "violence": _indicator, "prisons": _indicator, "need": _need, "commitments": _money, "money": _money,
    "country": _country, "compare": _compare, "gaps": _gaps, "alliances": _alliances, "reconciliation": _published, "context": _context,
}  # fmt: skip


def _own(place: str) -> list[CitedValue]:
    """Everything of one place: what the documents print of it, its money in both measures, and its records; nothing without a place."""
    if not place:
        return []
    printed = [one for one in list_values("") if one.parameters.get("place") == place]
    queries = [_place_query(place, measure) for measure in MEASURES]
    totals = [_own_total(query, place) for query in queries]
    return [*printed, *totals, *(one for query in queries for one in _records_of(query))]


def _cells(indicator: str, place: str, shown: Iterable[str]) -> list[CitedValue]:
    ids = dict.fromkeys((place, *shown, *AGGREGATES))
    wanted = [f"indicator/{indicator}/{one}" for one in ids]
    return [citable.find_value(one) for one in wanted if has_value(one)]


def _sums(query: MoneyQuery, handout: Handout, state: ViewState) -> list[CitedValue]:
    portfolio = load.portfolio(query)
    shown = (portfolio, handout.filters, handout.slug, handout.parameters)
    recipients = sorted(cite_recipients(*shown), key=lambda one: not one.value_id.endswith(f"/{state.place}"))
    return [cite_total(*shown), *recipients]


def _record(record_id: str) -> list[CitedValue]:
    """A record, and of a decision the sum of its contracts."""
    if has_value(f"contract/{record_id}"):
        return [citable.find_value(f"contract/{record_id}")]
    query = MoneyQuery(Selection(measure=MEASURES[-1]), MoneyFilters(decision=(record_id,)))
    total = _total(query)
    subject = say("Contracted under decision {decision}", decision=record_id)
    return [
        citable.find_value(f"decision/{record_id}"),
        replace(total, value_id=f"sum/under/{record_id}", subject=subject),
    ]


def _own_total(query: MoneyQuery, place: str) -> CitedValue:
    """What a place has of its own in one measure, whatever the filters."""
    name = name_countries().get(place) or load.card(place).name
    total = _total(query)
    subject = say("{amount}, {place} alone", amount=total.subject, place=name)
    return replace(total, value_id=f"sum/{query.measure}/own/{place}", subject=subject)


def _total(query: MoneyQuery) -> CitedValue:
    """The total of a view of its own, with the address that shows it."""
    portfolio = load.portfolio(query)
    crumbs = tuple(crumb.text for crumb in portfolio.crumbs)
    parameters = urlstate.write(ViewState(selection=query.selection, money=query.filters), "money")
    return cite_total(portfolio, crumbs, "money", parameters)


def _place_query(place: str, measure: str) -> MoneyQuery:
    return MoneyQuery(Selection(measure=measure), MoneyFilters(recipient=(place,)))


def _records_of(query: MoneyQuery) -> list[CitedValue]:
    portfolio = load.portfolio(query)
    return [citable.find_value(f"{portfolio.noun}/{one}") for one in portfolio.record_ids]


def _measure(measure: str, iso3: str) -> list[CitedValue]:
    if measure in MEASURES:
        return [_own_total(_place_query(iso3, measure), iso3)]
    cell = f"indicator/{measure}/{iso3}"
    return [citable.find_value(cell)] if has_value(cell) else []


def _is_cell(one: CitedValue, state: ViewState) -> bool:
    return bool(state.cell) and one.value_id == f"indicator/{state.cell}/{state.place}"
