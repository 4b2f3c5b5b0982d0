"""What the ranking component draws: countries as bars in order, with reference lines and those without a value."""

from dataclasses import asdict
from typing import Any

from geo.allocation import NOTHING
from geo.figures import region_marks
from geo.figures.palette import LEVELS
from geo.figures.summary import summarise_ranking
from geo.findings import EUR_MILLION
from geo.messages import say, say_in
from geo.money_view import amount_of
from geo.spelling import collate, format_number
from geo.views import IndicatorView, MoneyView, PlaceAmount

# A doubtful value may be many times the next; the bar is cut at this multiple of the largest sure value, and marked as cut.
CUT_AT = 1.15


def rank_indicator(view: IndicatorView, country: str) -> dict[str, Any]:
    """Return the bars of an indicator, the highest first."""
    rows = [
        {
            "id": value.iso3,
            "name": value.name,
            "value": value.value,
            "text": value.text,
            "rank": value.rank.short if value.rank else "",
            "light": view.classes[value.class_index].light,
            "dark": view.classes[value.class_index].dark,
            "status": value.status,
            "in": True,
            "member": value.is_member,
        }
        for value in view.ranked
        if value.class_index is not None
    ]
    sure = [value.value or 0 for value in view.ranked if value.status != "doubtful"]
    shown = sure or [value.value or 0 for value in view.ranked]
    bounds = [*shown, *(reference.value for reference in view.references), 0]
    drawn = {
        "name": view.name,
        "label": say("Ranking: {name}", name=view.name),
        "unit": view.short_unit,
        "is_money": False,
        "decimals": view.decimals,
        "rows": rows,
        "references": [
            {"label": one.label, "short": one.short, "value": one.value, "text": one.text} for one in view.references
        ],
        "domain": [min(bounds) * CUT_AT, max(bounds) * CUT_AT],
        "selected": country or None,
        "missing": [{"id": value.iso3, "name": value.name} for value in view.missing],
        "missing_label": say("No value"),
    }
    return drawn | {"summary": summarise_ranking(drawn)}


def rank_money(view: MoneyView, place: str) -> dict[str, Any]:
    """Return the bars of money by country, the largest first, in EUR million; what a rule spread is a part of its own."""
    rows = [_country_row(one, view) for one in view.inside if one.class_index is not None]
    name = say("{measure}, single countries", measure=view.measure_name)
    drawn = _money_bars((name, say("Single countries, EUR million")), rows, view, place)
    drawn |= {
        "missing": [{"id": one.place_id, "name": one.name} for one in view.inside if one.class_index is None],
        "missing_label": none_listed(view),
    }
    return drawn | {"summary": summarise_ranking(drawn)}


def rank_regions(view: MoneyView, place: str) -> dict[str, Any]:
    """Return the bars of money for regions on the scale of the countries' bars; what is not in the total is said and drawn so."""
    states = {one: region_marks.find_state(one, view) for one in view.not_single}
    rows = [_region_row(one, view) for one, state in states.items() if state != region_marks.NOTHING_LEFT]
    name = say("{measure}, for regions", measure=view.measure_name)
    heading = say("For regions, EUR million, same scale")
    if region_marks.APART in states.values() and view.spread == NOTHING:
        name = say("{measure}, not in the total, for regions", measure=view.measure_name)
        heading = say("Not in the total: for regions, EUR million, same scale")
    label = f"{say('Ranking: {name}', name=view.measure_name)}. {heading}"
    drawn = _money_bars((name, heading), rows, view, place)
    drawn |= {
        "label": label,
        "missing": [
            {"id": one.place_id, "name": one.name}
            for one, state in states.items()
            if state == region_marks.NOTHING_LEFT
        ],
        "missing_label": say("None under these filters"),
    }
    return drawn | {"summary": summarise_ranking(drawn)}


def none_listed(view: MoneyView) -> str:
    """Return what it means that a country has no bar and no colour."""
    if view.measure == "committed":
        return say("No decision under these filters") if view.is_narrowed else say("No decision in Annex H")
    return say("No contract under these filters") if view.is_narrowed else say("No contract in Annex H")


def _money_bars(names: tuple[str, str], rows: list[dict[str, Any]], view: MoneyView, selected: str) -> dict[str, Any]:
    """The bars of money under two names: what is ranked, and the heading with its unit."""
    name, heading = names
    return {
        "name": name,
        "label": say("Ranking: {name}", name=name),
        "unit": heading,
        "is_money": True,
        "decimals": 1,
        "rows": sorted(rows, key=lambda row: (-round(row["value"], 6), collate(row["name"]))),
        "references": [],
        "domain": [0, _longest(view)],
        "selected": selected or None,
        "missing": [],
        "missing_label": "",
        # Under a rule both panels have a column for its effect, so that their bars stay on one scale.
        "has_notes": view.spread != NOTHING,
    }


def _longest(view: MoneyView) -> float:
    """The amount at the end of both axes in EUR million: bars of countries and of regions are drawn to one scale."""
    countries = [amount_of(place, view.measure) for place in view.inside]
    regions = [region_marks.shown_eur(place, view) for place in view.not_single]
    return (max([*countries, *regions], default=0) or EUR_MILLION) / EUR_MILLION


def _country_row(place: PlaceAmount, view: MoneyView) -> dict[str, Any]:
    own, spread = place.own_eur, place.spread_in(view.measure)
    note = ""
    if spread:
        note = say("of it {amount} spread", amount=_millions(spread)) if own else say("all spread")
    colours = asdict(view.classes[place.class_index or 0])
    return _money_row(place, amount_of(place, view.measure), colours, note) | {
        "own": own / EUR_MILLION if spread else None
    }


def _region_row(place: PlaceAmount, view: MoneyView) -> dict[str, Any]:
    state = region_marks.find_state(place, view)
    colours = LEVELS[region_marks.PLACE_LEVELS[place.place_kind]]
    row = _money_row(place, region_marks.shown_eur(place, view), colours, _tell_state(place, state, view))
    return row | {
        "status": "ok" if state == region_marks.COUNTED else state,
        "cents": round(100 * amount_of(place, view.measure)),
    }


def _tell_state(place: PlaceAmount, state: str, view: MoneyView) -> str:
    """What a rule does to a region's money, beside its bar."""
    if state == region_marks.APART and view.spread != NOTHING:
        return say("not in the total")
    if state != region_marks.SPREAD:
        return ""
    if place.counted_eur == place.own_eur:
        return say_in("money", "spread")
    if not place.counted_eur:
        return say("spread, none here")
    return say("spread, {amount} here", amount=_millions(place.counted_eur))


def _money_row(place: PlaceAmount, amount: float, colours: dict[str, Any], note: str) -> dict[str, Any]:
    return {
        "id": place.place_id,
        "name": place.name,
        "value": amount / EUR_MILLION,
        "text": _millions(amount),
        "note": note,
        "cents": round(100 * amount),
        "own": None,
        "rank": place.rank.short if place.rank else "",
        "light": colours["light"],
        "dark": colours["dark"],
        "status": "ok",
        "in": True,
        "member": place.is_member,
    }


def _millions(amount: float) -> str:
    return format_number(amount / EUR_MILLION, 1)
