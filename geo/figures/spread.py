"""What the distribution component draws: the values of an indicator as one row of dots a set of countries, with medians."""

from typing import Any

from geo.figures.axis import Axis, make_axis
from geo.figures.choropleth import MISSING_WORDS
from geo.spread import Spread, SpreadGroup, describe_group
from geo.views import CountryValue, IndicatorView


def draw_spread(spread: Spread, country: str) -> dict[str, Any]:
    """Return the dots of each set, its median, the reference lines and the axis, in the indicator's unit."""
    view = spread.view
    axis = _make_axis(view)
    return {
        "label": f"{view.name} by set of countries",
        "unit": f"{view.unit}, {view.year}",
        "domain": [axis.low, axis.high],
        "ticks": [{"at": tick.at, "text": tick.text} for tick in axis.ticks],
        "references": [
            {"label": one.label, "short": one.short, "value": one.value, "text": one.text} for one in view.references
        ],
        "rows": [_row(group, view) for group in spread.groups],
        "selected": country or None,
    }


def _row(group: SpreadGroup, view: IndicatorView) -> dict[str, Any]:
    return {
        "label": group.label,
        "about": describe_group(group),
        "median": group.median,
        "median_text": group.median_text,
        "points": [_point(value, view.short_unit) for value in group.values],
        "missing": _name_missing(group),
    }


def _name_missing(group: SpreadGroup) -> str:
    """The countries without a value, by the reason."""
    by_reason: dict[str, list[str]] = {}
    for value in group.missing:
        by_reason.setdefault(MISSING_WORDS.get(value.status, MISSING_WORDS["not_reported"]), []).append(value.name)
    parts = (f"{reason[:1].upper()}{reason[1:]}: {', '.join(names)}" for reason, names in by_reason.items())
    return ". ".join(parts)


def _point(value: CountryValue, unit: str) -> dict[str, Any]:
    text = f"{value.text} {unit}"
    return {
        "id": value.iso3,
        "name": value.name,
        "value": value.value,
        "text": f"{text}, doubtful" if value.status == "doubtful" else text,
        "doubtful": value.status == "doubtful",
    }


def _make_axis(view: IndicatorView) -> Axis:
    """The axis of sure values and references; a doubtful value beyond it is drawn at its edge."""
    sure = [value.value for value in view.ranked if value.status != "doubtful" and value.value is not None]
    return make_axis([*sure, *(one.value for one in view.references)], "linear")
