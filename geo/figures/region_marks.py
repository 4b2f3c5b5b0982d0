"""Marks for money that belongs to no single country: circles whose area is the amount, rings where a rule has spread it."""

from functools import cache
from math import sqrt
from typing import Any

from geo.allocation import NOTHING
from geo.amount_words import count_contracts, count_decisions
from geo.figures.palette import LEVELS
from geo.findings import EUR_MILLION, format_eur
from geo.messages import mark, say
from geo.money_view import build_money_view
from geo.money_words import name_rule
from geo.selection import Selection
from geo.spelling import format_decimals, format_number
from geo.views import MoneyView, PlaceAmount

# Money for a region has no class on the map: it wears the colour of its level, as in the breakdowns.
PLACE_LEVELS = {"region": "R", "trans_regional": "T"}
# How a mark stands to the total of its view.
COUNTED, APART, SPREAD, NOTHING_LEFT = "counted", "apart", "spread", "nothing_left"
LEGEND = {
    "region": (mark("Money for a region"), "R"),
    "trans_regional": (mark("For several regions"), "T"),
    APART: (mark("Not in the total"), "R"),
    SPREAD: (mark("Spread by the rule"), "R"),
}


def find_state(place: PlaceAmount, view: MoneyView) -> str:
    """Return how a region stands to the total: counted in it, apart from it, spread over countries, or without money."""
    if place.amount_in(view.measure):
        return COUNTED if place.is_inside else APART
    return SPREAD if view.spread != NOTHING and place.own_eur else NOTHING_LEFT


def draw_marks(view: MoneyView) -> list[dict[str, Any]]:
    """Return a mark for each region that has money under the filters, or had before the rule spread it."""
    return [_mark(place, view) for place in view.not_single if find_state(place, view) != NOTHING_LEFT]


def list_mark_legend(view: MoneyView) -> list[dict[str, Any]]:
    """Return an entry for each state in which money of no single country is drawn, with the number of its marks."""
    keys = [_legend_key(place, view) for place in view.not_single]
    return [
        {"label": say(label), "count": keys.count(key), "state": key, **LEVELS[level]}
        for key, (label, level) in LEGEND.items()
        if key in keys
    ]


def _legend_key(place: PlaceAmount, view: MoneyView) -> str:
    state = find_state(place, view)
    return place.place_kind if state == COUNTED else state


def list_sizes(view: MoneyView) -> list[dict[str, Any]]:
    """Return amounts in EUR million with the radius of their circles, as a share of the largest; the same in every view."""
    if not draw_marks(view):
        return []
    bounds = [one.upper for one in view.classes if one.upper is not None]
    return [
        {"text": format_decimals(f"{bound:g}"), "size": _size(bound * EUR_MILLION)}
        for bound in bounds
        if bound * EUR_MILLION <= _largest()
    ]


def tell_state(place: PlaceAmount, view: MoneyView) -> str:
    """Return what a region's mark means for the total, in words."""
    state = find_state(place, view)
    if state == APART:
        return say("not in the total: the filter of countries leaves it apart")
    if state == SPREAD:
        return _tell_spread(place, view)
    return say("not spread over countries") if state == COUNTED else say("nothing under these filters")


def _tell_spread(place: PlaceAmount, view: MoneyView) -> str:
    """By which rule a region's money is spread, and how much of it over countries of the filter."""
    rule = name_rule(view.spread)
    if place.counted_eur == place.own_eur:
        return say("spread by {rule}", rule=rule)
    if not place.counted_eur:
        return say("spread by {rule}, none of it over countries of the filter", rule=rule)
    amount = format_eur(place.counted_eur)
    return say("spread by {rule}, {amount} of it over countries of the filter", rule=rule, amount=amount)


def shown_eur(place: PlaceAmount, view: MoneyView) -> float:
    """Return the amount that a region's mark shows: what it has, or had before the rule spread it."""
    return place.own_eur if find_state(place, view) == SPREAD else place.amount_in(view.measure)


@cache
def _largest() -> float:
    """The largest amount of a mark in any view: circles of all views share its scale."""
    places = build_money_view(Selection()).not_single
    return max(place.own_eur for place in places)


def _size(amount: float) -> float:
    return round(sqrt(amount / _largest()), 3)


def _mark(place: PlaceAmount, view: MoneyView) -> dict[str, Any]:
    state, amount = find_state(place, view), shown_eur(place, view)
    is_region = place.place_kind == "region"
    records = f"{count_decisions(place.decisions)}, {count_contracts(place.contracts)}"
    return {
        "id": place.place_id,
        "name": say("{region} (money for the region)", region=place.name) if is_region else place.name,
        "place": place.name,
        "level": place.place_kind,
        "text": format_number(amount / EUR_MILLION, 1),
        "cents": round(100 * place.amount_in(view.measure)),
        "state": state,
        "size": _size(amount),
        "lines": [format_eur(amount), tell_state(place, view), *([records] if state != SPREAD else [])],
        **LEVELS[PLACE_LEVELS[place.place_kind]],
    }
