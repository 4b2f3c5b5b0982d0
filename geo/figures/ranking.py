"""What the ranking component draws: countries as bars in order, with reference lines and those without a value."""

from typing import Any

from geo.findings import EUR_MILLION, format_eur
from geo.money_view import amount_of
from geo.views import IndicatorView, MoneyView

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


def rank_money(view: MoneyView, country: str) -> dict[str, Any]:
    """Return the bars of bilateral money by country, the largest first, in EUR million."""
    shown = [place for place in view.countries if place.is_inside and place.class_index is not None]
    ordered = sorted(shown, key=lambda place: (-amount_of(place, view.measure), place.name))
    rows: list[dict[str, Any]] = [
        {
            "id": place.place_id,
            "name": place.name,
            "value": amount_of(place, view.measure) / EUR_MILLION,
            "text": format_eur(amount_of(place, view.measure)).removeprefix("EUR ").replace(" million", "m"),
            "rank": place.rank.short if place.rank else "",
            "light": view.classes[place.class_index or 0].light,
            "dark": view.classes[place.class_index or 0].dark,
            "status": "ok",
            "in": True,
            "member": place.is_member,
        }
        for place in ordered
    ]
    return {
        "label": f"Ranking: {view.measure_name}, single countries",
        "unit": "EUR million",
        "rows": rows,
        "references": [],
        "domain": [0, max((row["value"] for row in rows), default=1)],
        "selected": country or None,
        "missing": [
            {"id": place.place_id, "name": place.name}
            for place in view.countries
            if place.is_inside and place.class_index is None
        ],
        "missing_label": "None listed in Annex H",
    }
