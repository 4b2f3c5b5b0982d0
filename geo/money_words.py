"""Tells money in sentences: the finding of the map, what stands apart, what a rule does, and what the total covers."""

from collections.abc import Callable
from dataclasses import replace

from geo.allocation import NOTHING, RULES
from geo.amount_words import write_amount
from geo.dimensions import COMMITTED
from geo.findings import describe_filters, format_eur
from geo.messages import say, say_in
from geo.selection import Selection
from geo.spelling import list_all, lower_start
from geo.views import MoneyView, PlaceAmount


def tell_money(view: MoneyView, selection: Selection) -> MoneyView:
    """Return the view with its headline and text alternative filled in."""
    return replace(view, headline=_headline(view), summary=_summary(view, selection))


def name_rule(spread: str) -> str:
    """Return what a rule is called inside a sentence."""
    return say("the rule of {rule}", rule=lower_start(RULES[spread].name))


def tell_rule(view: MoneyView) -> str:
    """Return what the view's rule does to its money, short enough for a map; empty where nothing is spread."""
    if view.spread == NOTHING:
        return ""
    rule, given = lower_start(RULES[view.spread].name), sum(place.own_eur for place in view.regions)
    if not given:
        return say("Rule: {rule}. No money for regions under these filters.", rule=rule)
    counted = sum(place.counted_eur for place in view.regions)
    if counted == given:
        return say(
            "Rule: {rule}. {amount} for regions is spread over the countries of their zones.",
            rule=rule, amount=format_eur(given),
        )  # fmt: skip
    return say(
        "Rule: {rule}. {amount} for regions is spread over the countries of their zones, {part} of it inside the filter.",
        rule=rule, amount=format_eur(given), part=write_amount(counted),
    )  # fmt: skip


def tell_apart(view: MoneyView) -> str:
    """Return the money that no country has and that a filter of countries leaves out of the total, in words; or nothing."""
    apart = [place for place in view.not_single if not place.is_inside]
    return list_all(_tell_amounts(apart, view.measure, format_eur))


def _headline(view: MoneyView) -> str:
    if view.empty:
        return tell_nothing_left(view.measure)
    funded = [place for place in view.inside if place.amount_in(view.measure)]
    others = _tell_amounts([place for place in view.not_single if place.is_inside], view.measure, write_amount)
    if not funded:
        return _headline_of_regions(view)
    spread = sum(place.spread_in(view.measure) for place in funded)
    by_rule = say("{amount} of it spread by rule", amount=write_amount(spread)) if spread else ""
    if not others:
        return ", ".join(filter(None, (_tell_to(format_eur(view.total_eur), funded, view.measure), by_rule)))
    own = _tell_part(write_amount(sum(place.amount_in(view.measure) for place in funded)), funded, view.measure)
    return _tell_parts(view, [f"{own} ({by_rule})" if by_rule else own, *others])


def _headline_of_regions(view: MoneyView) -> str:
    """The finding where no single country has money."""
    regional = [place for place in view.regions if place.amount_in(view.measure)]
    amount, is_committed = format_eur(view.total_eur), view.measure == COMMITTED
    if regional and view.trans_regional.amount_in(view.measure):
        return _tell_parts(view, _tell_amounts(list(view.not_single), view.measure, write_amount))
    if not regional:
        return (
            say("{amount} committed for trans-regional programmes", amount=amount)
            if is_committed
            else say("{amount} contracted for trans-regional programmes", amount=amount)
        )
    if len(regional) == 1:
        told = {"amount": amount, "region": regional[0].name}
        return (
            say("{amount} committed for {region} as a region", **told)
            if is_committed
            else say("{amount} contracted for {region} as a region", **told)
        )
    return (
        say("{amount} committed for {n} regions", amount=amount, n=len(regional))
        if is_committed
        else say("{amount} contracted for {n} regions", amount=amount, n=len(regional))
    )


def tell_nothing_left(measure: str) -> str:
    """Return that the filters leave nothing of a measure."""
    if measure == COMMITTED:
        return say("No decision is left by these filters")
    return say("No contract is left by these filters")


def _tell_to(amount: str, places: list[PlaceAmount], measure: str) -> str:
    """The whole amount, for one country by name or for several."""
    if len(places) == 1:
        told = {"amount": amount, "country": places[0].name}
        if measure == COMMITTED:
            return say("{amount} committed to {country}", **told)
        return say("{amount} contracted for {country}", **told)
    if measure == COMMITTED:
        return say("{amount} committed to {n} countries", amount=amount, n=len(places))
    return say("{amount} contracted for {n} countries", amount=amount, n=len(places))


def _tell_part(amount: str, places: list[PlaceAmount], measure: str) -> str:
    """A part of an amount, for one country by name or for several."""
    if len(places) == 1:
        told = {"amount": amount, "country": places[0].name}
        return say("{amount} to {country}", **told) if measure == COMMITTED else say("{amount} for {country}", **told)
    if measure == COMMITTED:
        return say("{amount} to {n} countries", amount=amount, n=len(places))
    return say("{amount} for {n} countries", amount=amount, n=len(places))


def _tell_parts(view: MoneyView, parts: list[str]) -> str:
    """The whole amount and what it is made of."""
    told = {"amount": format_eur(view.total_eur), "parts": ", ".join(parts)}
    if view.measure == COMMITTED:
        return say("{amount} committed: {parts}", **told)
    return say("{amount} contracted: {parts}", **told)


def _tell_amounts(places: list[PlaceAmount], measure: str, write: Callable[[float], str]) -> list[str]:
    """Amounts of regions together and of the trans-regional rest, those that are nothing left out."""
    regional = sum(place.amount_in(measure) for place in places if place.place_kind == "region")
    trans_regional = sum(place.amount_in(measure) for place in places if place.place_kind != "region")
    parts = [say("{amount} for regions", amount=write(regional))] if regional else []
    return parts + ([say("{amount} trans-regional", amount=write(trans_regional))] if trans_regional else [])


def _summary(view: MoneyView, selection: Selection) -> str:
    funded = [place for place in view.inside if place.amount_in(view.measure)]
    top = sorted(funded, key=lambda place: -place.amount_in(view.measure))[:3]
    leaders = ", ".join(f"{place.name} {format_eur(place.amount_in(view.measure))}" for place in top)
    told = {
        "measure": lower_start(view.measure_name),
        "filters": describe_filters(selection),
        "places": leaders or say_in("countries", "none"),
    }
    beside = list_all(_tell_amounts([place for place in view.not_single if place.is_inside], view.measure, format_eur))
    apart = tell_apart(view)
    parts = (
        say("Map of {measure} to single countries in {filters}. Largest: {places}.", **told),
        say("Beside them: {amounts}.", amounts=beside) if beside else "",
        say("Not in the total: {amounts}.", amounts=apart) if apart else "",
        tell_rule(view),
    )
    return " ".join(filter(None, parts))
