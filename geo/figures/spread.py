"""What the distribution component draws: the values of an indicator as one row of dots a set of countries, with medians."""

from typing import Any

from geo.figures import summary
from geo.figures.axis import Axis, make_axis
from geo.figures.choropleth import tell_missing
from geo.messages import say
from geo.spelling import name_value
from geo.spread import Spread, SpreadGroup, describe_group
from geo.views import CountryValue, IndicatorView


def draw_spread(spread: Spread, country: str) -> dict[str, Any]:
    """Return the dots of each set, its median, the reference lines and the axis, in the indicator's unit."""
    view = spread.view
    axis = _make_axis(view)
    return {
        "name": view.name,
        "finding": spread.finding,
        "summary": _summarise(spread),
        "label": say("{indicator} by set of countries", indicator=view.name),
        "unit": f"{view.unit}, {view.year}",
        "domain": [axis.low, axis.high],
        "ticks": [{"at": tick.at, "text": tick.text} for tick in axis.ticks],
        "references": [
            {"label": one.label, "short": one.short, "value": one.value, "text": one.text} for one in view.references
        ],
        "rows": [_row(group, view) for group in spread.groups],
        "selected": country or None,
    }


def _summarise(spread: Spread) -> str:
    values = [one for group in spread.groups for one in group.values]
    ends = [
        (one.name, f"{one.text} {spread.view.short_unit}") for one in sorted(values, key=lambda one: -(one.value or 0))
    ]
    missing = [one.name for group in spread.groups for one in group.missing]
    doubtful = sum(one.status == "doubtful" for one in values)
    return summary.join(
        f"{spread.finding}.",
        summary.tell_ends(ends),
        summary.tell_doubtful(doubtful),
        summary.tell_missing(say("No value"), missing),
    )


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
        by_reason.setdefault(tell_missing(value.status), []).append(value.name)
    parts = (name_value(f"{reason[:1].upper()}{reason[1:]}", ", ".join(names)) for reason, names in by_reason.items())
    return ". ".join(parts)


def _point(value: CountryValue, unit: str) -> dict[str, Any]:
    text = f"{value.text} {unit}"
    return {
        "id": value.iso3,
        "name": value.name,
        "value": value.value,
        "number": value.text,
        "text": say("{value}, doubtful", value=text) if value.status == "doubtful" else text,
        "doubtful": value.status == "doubtful",
    }


def _make_axis(view: IndicatorView) -> Axis:
    """The axis of sure values and references; a doubtful value beyond it is drawn at its edge."""
    sure = [value.value for value in view.ranked if value.status != "doubtful" and value.value is not None]
    return make_axis([*sure, *(one.value for one in view.references)], "linear")
