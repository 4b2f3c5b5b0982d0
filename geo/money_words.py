"""Tells money in sentences: the finding of the map, what stands apart, what a rule does, and what the total covers."""

from dataclasses import replace

from geo.allocation import NOTHING, RULES
from geo.findings import count_countries, describe_filters, format_eur
from geo.selection import Selection
from geo.views import MoneyView, PlaceAmount


def tell_money(view: MoneyView, selection: Selection) -> MoneyView:
    """Return the view with its headline and text alternative filled in."""
    return replace(view, headline=_headline(view), summary=_summary(view, selection))


def name_rule(spread: str) -> str:
    """Return what a rule is called inside a sentence."""
    return f"the rule of {RULES[spread].name.lower()}"


def tell_rule(view: MoneyView) -> str:
    """Return what the view's rule does to its money, short enough for a map; empty where nothing is spread."""
    if view.spread == NOTHING:
        return ""
    rule, given = RULES[view.spread].name.lower(), sum(place.own_eur for place in view.regions)
    if not given:
        return f"Rule: {rule}. No money for regions under these filters."
    counted = sum(place.counted_eur for place in view.regions)
    part = f", {_short(counted)} of it inside the filter" if counted != given else ""
    return f"Rule: {rule}. {format_eur(given)} for regions is spread over the countries of their zones{part}."


def tell_apart(view: MoneyView) -> str:
    """Return the money that no country has and that a filter of countries leaves out of the total, in words; or nothing."""
    apart = [place for place in view.not_single if not place.is_inside]
    return _list_amounts(apart, view.measure, prefix="EUR ")


def _headline(view: MoneyView) -> str:
    if view.empty:
        return f"No {'decision' if view.measure == 'committed' else 'contract'} is left by these filters"
    funded = [place for place in view.inside if place.amount_in(view.measure)]
    others = _list_amounts([place for place in view.not_single if place.is_inside], view.measure)
    total = f"{format_eur(view.total_eur)} {view.measure}"
    if not funded:
        return _headline_of_regions(total, view)
    to = "to" if view.measure == "committed" else "for"
    who = funded[0].name if len(funded) == 1 else count_countries(len(funded))
    spread = sum(place.spread_in(view.measure) for place in funded)
    by_rule = f"{_short(spread)} of it spread by rule" if spread else ""
    if not others:
        return f"{total} {to} {who}, {by_rule}" if by_rule else f"{total} {to} {who}"
    amount = _short(sum(place.amount_in(view.measure) for place in funded))
    return f"{total}: {amount} {to} {who}{f' ({by_rule})' if by_rule else ''}, {others}"


def _headline_of_regions(total: str, view: MoneyView) -> str:
    """The finding where no single country has money."""
    regional = [place for place in view.regions if place.amount_in(view.measure)]
    if not regional:
        return f"{total} for trans-regional programmes"
    if view.trans_regional.amount_in(view.measure):
        return f"{total}: {_list_amounts(list(view.not_single), view.measure)}"
    return (
        f"{total} for {regional[0].name} as a region" if len(regional) == 1 else f"{total} for {len(regional)} regions"
    )


def _list_amounts(places: list[PlaceAmount], measure: str, prefix: str = "") -> str:
    """Amounts of regions together and of the trans-regional rest, those that are nothing left out."""
    regional = sum(place.amount_in(measure) for place in places if place.place_kind == "region")
    trans_regional = sum(place.amount_in(measure) for place in places if place.place_kind != "region")
    parts = [f"{prefix}{_short(regional)} for regions"] if regional else []
    parts += [f"{prefix}{_short(trans_regional)} trans-regional"] if trans_regional else []
    return (" and " if prefix else ", ").join(parts)


def _short(amount: float) -> str:
    return format_eur(amount).removeprefix("EUR ")


def _summary(view: MoneyView, selection: Selection) -> str:
    funded = [place for place in view.inside if place.amount_in(view.measure)]
    top = sorted(funded, key=lambda place: -place.amount_in(view.measure))[:3]
    leaders = ", ".join(f"{place.name} {format_eur(place.amount_in(view.measure))}" for place in top) or "none"
    parts = [
        f"Map of {view.measure_name.lower()} to single countries in {describe_filters(selection)}. Largest: {leaders}."
    ]
    beside = _list_amounts([place for place in view.not_single if place.is_inside], view.measure, prefix="EUR ")
    parts += [f"Beside them: {beside}."] if beside else []
    apart = tell_apart(view)
    parts += [f"Not in the total: {apart}."] if apart else []
    return " ".join([*parts, *filter(None, [tell_rule(view)])])
