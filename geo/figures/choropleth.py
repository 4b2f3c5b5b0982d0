"""What the map component draws: areas with class, text and state, a legend with counts, and marks for regional money."""

from collections import Counter
from typing import Any

from geo.amount_words import count_contracts, count_decisions, write_short
from geo.classify import ValueClass
from geo.figures import region_marks, summary
from geo.figures.ranking import none_listed
from geo.findings import format_eur
from geo.map_file import find_map_file
from geo.messages import mark, say
from geo.money_view import amount_of
from geo.money_words import tell_rule
from geo.views import CountryValue, IndicatorView, MoneyView, PlaceAmount

MISSING_WORDS = {
    "not_reported": mark("not reported"),
    "unplaced": mark("printed, but its column cannot be known"),
    "doubtful": mark("doubtful, hidden"),
}


def draw_indicator(view: IndicatorView, country: str) -> dict[str, Any]:
    """Return the map of an indicator with one country selected, or none ("")."""
    inside = view.inside
    return frame_map(country, view.name, view.summary, view.short_unit) | {
        "classes": _legend(view.classes, [value.class_index for value in view.ranked]),
        "missing": _entry(_missing_label(view), len(view.missing)),
        "outside_filter": _entry(say("Outside the filter"), len(view.values) - len(inside)),
        "doubtful": _entry(
            say("Doubtful or conflicting"), sum(value.status in ("doubtful", "conflict") for value in view.ranked)
        ),
        "members": _entry(say("Highlighted: in the chosen set"), sum(value.is_member for value in inside))
        if _highlights(view.values)
        else None,
        "areas": {value.iso3: _value_area(value, highlight=_highlights(view.values)) for value in view.values},
        "marks": [],
    }


def draw_money(view: MoneyView, country: str) -> dict[str, Any]:
    """Return the map of money for single countries, with a mark for each region; spread only by the view's rule, which it prints."""
    shown = view.inside
    highlight = _highlights(view.countries)
    return frame_map(country, view.measure_name, _summarise_money(view), say("EUR million")) | {
        "classes": _legend(view.classes, [place.class_index for place in shown if place.class_index is not None]),
        "missing": None,
        "plain": _entry(none_listed(view), sum(place.class_index is None for place in shown)),
        "only_spread": _entry(
            say("Only by the rule, none of its own"), sum(_is_only_spread(place, view) for place in shown)
        ),
        "mark_legend": region_marks.list_mark_legend(view),
        "sizes": region_marks.list_sizes(view),
        "sizes_label": say("EUR million by the area of a circle"),
        "caption": tell_rule(view),
        "outside_filter": _entry(say("Outside the filter"), len(view.countries) - len(shown)),
        "doubtful": None,
        "members": _entry(say("Highlighted: in the chosen set"), sum(place.is_member for place in shown))
        if highlight
        else None,
        "areas": {place.place_id: _money_area(place, view, highlight=highlight) for place in view.countries},
        "marks": region_marks.draw_marks(view),
    }


def _summarise_money(view: MoneyView) -> str:
    """What the view says of its largest amounts, then the smallest, and the countries without any."""
    funded = sorted(
        (one for one in view.inside if one.class_index is not None), key=lambda one: amount_of(one, view.measure)
    )
    least = (
        say("Smallest: {place}.", place=f"{funded[0].name} {format_eur(amount_of(funded[0], view.measure))}")
        if funded
        else ""
    )
    without = [one.name for one in view.inside if one.class_index is None]
    return summary.join(view.summary, least, summary.tell_missing(none_listed(view), without))


def frame_map(country: str, name: str, summary: str, unit: str) -> dict[str, Any]:
    """Return what every map has: its file, its names, the selected country or none ("")."""
    return {
        "src": f"app/static/{find_map_file().name}",
        "name": name,
        "label": say("Map: {name}", name=name),
        "summary": summary,
        "unit": unit,
        "selected": country or None,
        "note": say("French Guiana and dependent territories are outside the atlas."),
    }


def _missing_label(view: IndicatorView) -> str:
    """Not every country without a colour is silent: some cells are printed, but in no column that can be known."""
    if any(one.status == "unplaced" for one in view.missing):
        return say("Not reported, or not placeable")
    return say("Not reported")


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
        is_doubtful = value.status == "doubtful"
        lines.append(say("doubtful") if is_doubtful else say("the report prints other values too"))
    return {
        "name": value.name,
        "class": value.class_index,
        "text": value.text if value.class_index is not None else tell_missing(value.status),
        "lines": lines,
        "status": _drawn_status(value),
        "in": value.is_inside,
        "member": highlight and value.is_member,
    }


def tell_missing(status: str) -> str:
    """Return why a country has no value to show, inside a sentence."""
    return say(MISSING_WORDS.get(status, MISSING_WORDS["not_reported"]))


def _money_area(place: PlaceAmount, view: MoneyView, *, highlight: bool) -> dict[str, Any]:
    amount = amount_of(place, view.measure)
    is_drawn = place.class_index is not None
    return {
        "name": place.name,
        "class": place.class_index,
        "cents": round(100 * amount),
        "text": write_short(amount) if is_drawn else say("none listed"),
        "lines": _tell_area(place, view),
        "status": ("spread" if _is_only_spread(place, view) else "ok") if is_drawn else "none",
        "in": place.is_inside,
        "member": highlight and place.is_member,
    }


def _tell_area(place: PlaceAmount, view: MoneyView) -> list[str]:
    lines = [str(place.rank)] if place.rank else []
    if place.decisions:
        lines.append(f"{count_decisions(place.decisions)}, {count_contracts(place.contracts)}")
    if _is_only_spread(place, view):
        return [say("all of it spread by the rule, none of its own"), *lines]
    spread = place.spread_in(view.measure)
    if not spread:
        return lines
    told = say(
        "{own} of its own, {spread} spread by the rule", own=format_eur(place.own_eur), spread=format_eur(spread)
    )
    return [told, *lines]


def _is_only_spread(place: PlaceAmount, view: MoneyView) -> bool:
    """Whether all that a country has is its share of money for regions."""
    return not place.own_eur and place.spread_in(view.measure) > 0


def _drawn_status(value: CountryValue) -> str:
    """The map has one sign of doubt: for values that are hardly right, and for those that the report contradicts."""
    if value.class_index is None:
        return "not_reported"
    return "doubtful" if value.status in ("doubtful", "conflict") else "ok"
