"""What the ranking component draws: countries as bars in order, with reference lines and those without a value."""

from dataclasses import asdict
from typing import Any

from geo.classify import ValueClass, format_number
from geo.figures.bars import LEVEL_COLOURS
from geo.findings import EUR_MILLION
from geo.money_view import amount_of
from geo.views import IndicatorView, MoneyView, PlaceAmount

# Regional money has no class on the map: it wears the colour of its level, as in the breakdowns.
PLACE_LEVELS = {"region": "Regional", "trans_regional": "Trans-regional"}

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
    return {
        "label": f"Ranking: {view.name}",
        "unit": view.short_unit,
        "rows": rows,
        "references": [
            {"label": one.label, "short": one.short, "value": one.value, "text": one.text} for one in view.references
        ],
        "domain": [min(bounds) * CUT_AT, max(bounds) * CUT_AT],
        "selected": country or None,
        "missing": [{"id": value.iso3, "name": value.name} for value in view.missing],
        "missing_label": "No value",
    }


def rank_money(view: MoneyView, place: str) -> dict[str, Any]:
    """Return the bars of bilateral money by country, the largest first, in EUR million."""
    inside = [one for one in view.countries if one.is_inside]
    return _money_bars(
        f"Ranking: {view.measure_name}, single countries",
        "Single countries, EUR million",
        [one for one in inside if one.class_index is not None],
        view,
        place,
    ) | {
        "missing": [{"id": one.place_id, "name": one.name} for one in inside if one.class_index is None],
        "missing_label": none_listed(view),
    }


def rank_regions(view: MoneyView, place: str) -> dict[str, Any]:
    """Return the bars of money for regions and of trans-regional money, which no country filter touches."""
    regions = [*view.regions, view.trans_regional]
    return _money_bars(
        f"Ranking: {view.measure_name}, regions", "For regions, never spread, EUR million", regions, view, place
    )


def none_listed(view: MoneyView) -> str:
    """Return what it means that a country has no bar and no colour."""
    return "No decision in Annex H" if view.measure == "committed" else "No contract in Annex H"


def _money_bars(label: str, unit: str, places: list[PlaceAmount], view: MoneyView, selected: str) -> dict[str, Any]:
    ordered = sorted(places, key=lambda place: (-amount_of(place, view.measure), place.name))
    rows = [_money_row(place, amount_of(place, view.measure), view.classes) for place in ordered]
    return {
        "label": label,
        "unit": unit,
        "rows": rows,
        "references": [],
        "domain": [0, max((amount_of(place, view.measure) for place in places), default=1) / EUR_MILLION],
        "selected": selected or None,
        "missing": [],
        "missing_label": "",
    }


def _money_row(place: PlaceAmount, amount: float, classes: tuple[ValueClass, ...]) -> dict[str, Any]:
    colours = (
        LEVEL_COLOURS[PLACE_LEVELS[place.place_kind]]
        if place.class_index is None
        else asdict(classes[place.class_index])
    )
    return {
        "id": place.place_id,
        "name": place.name,
        "value": amount / EUR_MILLION,
        "text": format_number(amount / EUR_MILLION, 1),
        "rank": place.rank.short if place.rank else "",
        "light": colours["light"],
        "dark": colours["dark"],
        "status": "ok",
        "in": True,
        "member": place.is_member,
    }
