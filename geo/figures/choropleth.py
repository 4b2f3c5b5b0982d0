"""What the map component draws: areas with class, text and state, a legend with counts, and marks for regional money."""

from collections import Counter
from typing import Any

from geo.classify import ValueClass
from geo.figures.bars import LEVEL_COLOURS
from geo.figures.ranking import PLACE_LEVELS, none_listed
from geo.findings import EUR_MILLION, count, format_eur
from geo.map_file import find_map_file
from geo.money_view import amount_of
from geo.views import CountryValue, IndicatorView, MoneyView, PlaceAmount

MISSING_WORDS = {
    "not_reported": "not reported",
    "unplaced": "printed, but its column cannot be known",
    "doubtful": "doubtful, hidden",
}


def draw_indicator(view: IndicatorView, country: str) -> dict[str, Any]:
    """Return the map of an indicator with one country selected, or none ("")."""
    inside = view.inside
    return frame_map(country, view.name, view.summary, view.short_unit) | {
        "classes": _legend(view.classes, [value.class_index for value in view.ranked]),
        "missing": _entry(_missing_label(view), len(view.missing)),
        "outside_filter": _entry("Outside the filter", len(view.values) - len(inside)),
        "doubtful": _entry(
            "Doubtful or conflicting", sum(value.status in ("doubtful", "conflict") for value in view.ranked)
        ),
        "members": _entry("Highlighted: in the chosen set", sum(value.is_member for value in inside))
        if _highlights(view.values)
        else None,
        "areas": {value.iso3: _value_area(value, highlight=_highlights(view.values)) for value in view.values},
        "marks": [],
    }


def draw_money(view: MoneyView, country: str) -> dict[str, Any]:
    """Return the map of bilateral money, with a mark for each region and for trans-regional money; nothing is spread."""
    shown = [place for place in view.countries if place.is_inside]
    highlight = _highlights(view.countries)
    regions = [*view.regions, view.trans_regional]
    largest = max((amount_of(place, view.measure) for place in regions), default=0) or 1
    return frame_map(country, view.measure_name, view.summary, "EUR million") | {
        "classes": _legend(view.classes, [place.class_index for place in shown if place.class_index is not None]),
        "missing": None,
        "plain": _entry(none_listed(view), sum(place.class_index is None for place in shown)),
        "mark": _entry("Money for a region, never spread", len(regions)),
        "outside_filter": _entry("Outside the filter", len(view.countries) - len(shown)),
        "doubtful": None,
        "members": _entry("Highlighted: in the chosen set", sum(place.is_member for place in shown))
        if highlight
        else None,
        "areas": {place.place_id: _money_area(place, view.measure, highlight=highlight) for place in view.countries},
        "marks": [_mark(place, view.measure, largest) for place in regions],
    }


def frame_map(country: str, label: str, summary: str, unit: str) -> dict[str, Any]:
    """Return what every map has: its file, its names, the selected country or none ("")."""
    return {
        "src": f"app/static/{find_map_file().name}",
        "label": f"Map: {label}",
        "summary": summary,
        "unit": unit,
        "selected": country or None,
        "note": "French Guiana and dependent territories are outside the atlas.",
    }


def _missing_label(view: IndicatorView) -> str:
    """Not every country without a colour is silent: some cells are printed, but in no column that can be known."""
    return "Not reported, or not placeable" if any(one.status == "unplaced" for one in view.missing) else "Not reported"


def _legend(classes: tuple[ValueClass, ...], indices: list[int | None]) -> list[dict[str, Any]]:
    counts = Counter(indices)
    return [
        {"label": one.label, "count": counts[index], "light": one.light, "dark": one.dark}
        for index, one in enumerate(classes)
    ]


def _entry(label: str, count: int) -> dict[str, Any] | None:
    return {"label": label, "count": count} if count else None


def _highlights(places: tuple[CountryValue, ...] | tuple[PlaceAmount, ...]) -> bool:
    """Members are highlighted when the filter keeps some country that is not one."""
    inside = [place for place in places if place.is_inside]
    return any(place.is_member for place in inside) and not all(place.is_member for place in inside)


def _value_area(value: CountryValue, *, highlight: bool) -> dict[str, Any]:
    lines = [str(value.rank)] if value.rank else []
    if value.status in ("doubtful", "conflict") and value.class_index is not None:
        lines.append({"doubtful": "doubtful", "conflict": "the report prints other values too"}[value.status])
    return {
        "name": value.name,
        "class": value.class_index,
        "text": value.text if value.class_index is not None else MISSING_WORDS.get(value.status, "not reported"),
        "lines": lines,
        "status": _drawn_status(value),
        "in": value.is_inside,
        "member": highlight and value.is_member,
    }


def _money_area(place: PlaceAmount, measure: str, *, highlight: bool) -> dict[str, Any]:
    amount = amount_of(place, measure)
    lines = [_holds(place)] if place.decisions else []
    return {
        "name": place.name,
        "class": place.class_index,
        "text": format_eur(amount).removeprefix("EUR ").removesuffix(" million")
        if place.class_index is not None
        else "none listed",
        "lines": [str(place.rank), *lines] if place.rank else lines,
        "status": "ok" if place.class_index is not None else "none",
        "in": place.is_inside,
        "member": highlight and place.is_member,
    }


def _mark(place: PlaceAmount, measure: str, largest: float) -> dict[str, Any]:
    amount = amount_of(place, measure)
    return {
        "id": place.place_id,
        "name": place.name if place.place_kind == "trans_regional" else f"{place.name} (money for the region)",
        "text": f"{amount / EUR_MILLION:.1f}",
        **LEVEL_COLOURS[PLACE_LEVELS[place.place_kind]],
        "size": round(amount / largest, 3),
        "lines": [
            format_eur(amount),
            _holds(place),
            "not spread over countries",
        ],
    }


def _holds(place: PlaceAmount) -> str:
    return f"{count(place.decisions, 'decision')}, {count(place.contracts, 'contract')}"


def _drawn_status(value: CountryValue) -> str:
    """The map has one sign of doubt: for values that are hardly right, and for those that the report contradicts."""
    if value.class_index is None:
        return "not_reported"
    return "doubtful" if value.status in ("doubtful", "conflict") else "ok"
