"""What the scatter and relation components draw: countries as points on two axes, medians, who is missing, and the coefficient."""

from typing import Any

from geo.compare_words import MISSING_WORDS, describe_relation, sign
from geo.figures.axis import ZERO_BAND, Axis, make_axis
from geo.measures import Measure
from geo.messages import say, say_count
from geo.pairs import CompareView, Pair
from geo.places import name_places
from geo.spelling import collate, format_number, join_clauses, lower_start, name_value
from geo.traced import TracedValue

# A colour and a shape for each sub-region, in their order; apart for colour-blind readers, and by shape without any colour.
GROUP_MARKS = (
    {"shape": "circle", "light": "#237c65", "dark": "#4fcfae"},
    {"shape": "square", "light": "#d26319", "dark": "#e5853a"},
    {"shape": "triangle", "light": "#53529b", "dark": "#d5d2fc"},
)


def draw_scatter(view: CompareView, scale: str, place: str, pins: tuple[str, ...]) -> dict[str, Any]:
    """Return the plot of two measures: shares from 0 to 1 along each axis, so that the browser knows no scale."""
    across = _make_axis([pair.across for pair in view.plotted], scale)
    upwards = _make_axis([pair.upwards for pair in view.plotted], scale)
    highlight = len({pair.is_member for pair in view.plotted}) == 2  # some are members and some are not
    subregions = list(name_places("subregions"))
    return {
        "label": say(
            "Scatter plot: {upwards} against {across}",
            upwards=lower_start(view.upwards.name),
            across=lower_start(view.across.name),
        ),
        "summary": view.summary,
        "across": _draw_axis(across, view.across, view.across_median),
        "upwards": _draw_axis(upwards, view.upwards, view.upwards_median),
        "points": [
            {
                "id": pair.iso3,
                "name": pair.name,
                "x": round(across.share(pair.across.value or 0), 5),
                "y": round(upwards.share(pair.upwards.value or 0), 5),
                "beyond_x": across.is_beyond(pair.across.value or 0),
                "beyond_y": upwards.is_beyond(pair.upwards.value or 0),
                "lines": [_spell(view.across, pair.across), _spell(view.upwards, pair.upwards), pair.subregion],
                "group": subregions.index(pair.subregion_id) % len(GROUP_MARKS),
                "doubtful": pair.is_questioned,
                "member": pair.is_member or not highlight,
                "pinned": pair.iso3 in pins,
            }
            for pair in view.plotted
        ],
        "groups": _legend(view),
        "highlight": highlight,
        "note": explain_scale(view, scale, across, upwards),
        "selected": place or None,
        "empty": "" if view.plotted else say("No country inside the filter has both values."),
    }


def _make_axis(values: list[TracedValue], scale: str) -> Axis:
    """The axis of the sure values: a doubtful one, perhaps many times the next, must not push all others into a corner."""
    sure = [one.value for one in values if one.value is not None and not one.is_doubtful]
    every = [one.value for one in values if one.value is not None]
    # A logarithmic axis takes it in its stride.
    return make_axis(every if scale == "log" else sure or every, scale)


def _draw_axis(axis: Axis, measure: Measure, middle: float | None) -> dict[str, Any]:
    guide = None
    if middle is not None:
        median = format_number(middle, measure.decimals)
        guide = {"at": round(axis.share(middle), 5), "text": say("median {value}", value=median)}
    return {
        "title": measure.name,
        "unit": f"{measure.short_unit}, {measure.year.replace('-', '–') if measure.is_money else measure.year}",
        "decimals": measure.decimals,
        "ticks": [{"at": round(tick.at, 5), "text": tick.text} for tick in axis.ticks],
        "guide": guide,
        "band": ZERO_BAND if axis.has_zero_band else 0,
        "zero": round(axis.share(0), 5) if axis.kind == "linear" and axis.low < 0 < axis.high else None,
    }


def _spell(measure: Measure, traced: TracedValue) -> str:
    text = name_value(measure.short_name, f"{traced.text} {measure.short_unit}")
    if traced.status == "doubtful":
        return say("{value}, doubtful", value=text)
    return say("{value}, other values printed too", value=text) if traced.status == "conflict" else text


def _legend(view: CompareView) -> list[dict[str, Any]]:
    return [
        mark | {"label": name, "count": sum(pair.subregion_id == subregion_id for pair in view.plotted)}
        for (subregion_id, name), mark in zip(name_places("subregions").items(), GROUP_MARKS, strict=False)
    ]


def explain_scale(view: CompareView, scale: str, across: Axis, upwards: Axis) -> str:
    """Return what a reader must know of the axes: bands for 0, axes that stay linear, points that stand beyond an end."""
    sides = ((view.across, across), (view.upwards, upwards))
    lines = []
    if scale == "log":
        lines += [
            say(
                "{measure} has values of 0, which no logarithm has: they stand in a band of their own at 0.",
                measure=measure.name,
            )
            for measure, axis in dict(sides).items()
            if axis.has_zero_band
        ]
        lines += [
            say("{measure} has values below 0, so its axis stays linear.", measure=measure.name)
            for measure, axis in dict(sides).items()
            if axis.kind == "linear"
        ]
    beyond = [
        pair.name
        for pair in view.plotted
        if across.is_beyond(pair.across.value or 0) or upwards.is_beyond(pair.upwards.value or 0)
    ]
    if beyond:
        lines.append(
            say(
                "At the edge with an arrow, for want of room: {countries}; the value is doubtful.",
                countries=", ".join(beyond),
            )
        )
    return " ".join(lines)


def draw_relation(view: CompareView, place: str) -> dict[str, Any]:
    """Return the coefficient on a line from -1 to 1 with its interval, in words too, and the countries that are not plotted."""
    correlation = view.relation.correlation
    interval = correlation.interval if correlation else None
    return {
        "title": say("Spearman’s rank correlation"),
        "silence": view.relation.silence,
        "rho": round(correlation.rho, 4) if correlation else None,
        "low": round(interval[0], 4) if interval else None,
        "high": round(interval[1], 4) if interval else None,
        "text": sign(correlation.rho) if correlation else "",
        "interval": say("95 % interval {low} to {high}", low=sign(interval[0]), high=sign(interval[1]))
        if interval
        else say("no interval"),
        "count": say_count("{n} country", "{n} countries", correlation.n) if correlation else "",
        "lines": list(describe_relation(view)),
        "lists": _list_missing(view),
        "selected": place or None,
    }


def _list_missing(view: CompareView) -> list[dict[str, Any]]:
    groups: dict[str, list[Pair]] = {}
    for pair in view.left_out:
        sides = ((view.across, pair.across), (view.upwards, pair.upwards))
        names = dict.fromkeys(lower_start(measure.name) for measure, traced in sides if traced.value is None)
        groups.setdefault(_tell_lack(*names), []).append(pair)
    return [
        {"label": label, "places": [{"id": one.iso3, "name": one.name, "hint": _hint(one)} for one in pairs]}
        for label, pairs in sorted(groups.items(), key=lambda item: collate(item[0]))
    ]


def _tell_lack(first: str, second: str = "") -> str:
    if second:
        return say("No {first} and no {second}", first=first, second=second)
    return say("No {measure}", measure=first)


def _hint(pair: Pair) -> str:
    """What stands in the cell that has no value to show; empty where the annexes simply report none."""
    words = {
        say(MISSING_WORDS[one.status]) for one in (pair.across, pair.upwards) if one.status in ("unplaced", "hidden")
    }
    return join_clauses(sorted(words))
