"""What the scatter and relation components draw: countries as points on two axes, medians, who is missing, and the coefficient."""

from typing import Any

from geo.classify import format_number
from geo.compare_words import MISSING_WORDS, describe_relation, sign
from geo.figures.axis import ZERO_BAND, Axis, make_axis
from geo.measures import Measure
from geo.pairs import CompareView, Pair
from geo.places import name_places
from geo.traced import TracedValue

# A colour and a shape for each sub-region, in their order; apart for colour-blind readers, and by shape without any colour.
GROUP_MARKS = (
    {"shape": "circle", "light": "#12806a", "dark": "#4fcfae"},
    {"shape": "square", "light": "#bf5200", "dark": "#f59a52"},
    {"shape": "triangle", "light": "#645fa8", "dark": "#aca7ec"},
)


def draw_scatter(view: CompareView, scale: str, place: str, pins: tuple[str, ...]) -> dict[str, Any]:
    """Return the plot of two measures: shares from 0 to 1 along each axis, so that the browser knows no scale."""
    across = _make_axis([pair.across for pair in view.plotted], scale)
    upwards = _make_axis([pair.upwards for pair in view.plotted], scale)
    highlight = len({pair.is_member for pair in view.plotted}) == 2  # some are members and some are not
    subregions = list(name_places("subregions"))
    return {
        "label": f"Scatter plot: {view.upwards.name.lower()} against {view.across.name.lower()}",
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
        "empty": "" if view.plotted else "No country inside the filter has both values.",
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
        guide = {"at": round(axis.share(middle), 5), "text": f"median {format_number(middle, measure.decimals)}"}
    return {
        "title": measure.name,
        "unit": f"{measure.short_unit}, {measure.year.replace('-', '–')}",
        "ticks": [{"at": round(tick.at, 5), "text": tick.text} for tick in axis.ticks],
        "guide": guide,
        "band": ZERO_BAND if axis.has_zero_band else 0,
        "zero": round(axis.share(0), 5) if axis.kind == "linear" and axis.low < 0 < axis.high else None,
    }


def _spell(measure: Measure, traced: TracedValue) -> str:
    doubt = {"doubtful": ", doubtful", "conflict": ", other values printed too"}.get(traced.status, "")
    return f"{measure.short_name}: {traced.text} {measure.short_unit}{doubt}"


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
            f"{measure.name} has values of 0, which no logarithm has: they stand in a band of their own at 0."
            for measure, axis in dict(sides).items()
            if axis.has_zero_band
        ]
        lines += [
            f"{measure.name} has values below 0, so its axis stays linear."
            for measure, axis in dict(sides).items()
            if axis.kind == "linear"
        ]
    beyond = [
        pair.name
        for pair in view.plotted
        if across.is_beyond(pair.across.value or 0) or upwards.is_beyond(pair.upwards.value or 0)
    ]
    if beyond:
        lines.append(f"At the edge with an arrow, for want of room: {', '.join(beyond)}; the value is doubtful.")
    return " ".join(lines)


def draw_relation(view: CompareView, place: str) -> dict[str, Any]:
    """Return the coefficient on a line from -1 to 1 with its interval, in words too, and the countries that are not plotted."""
    correlation = view.relation.correlation
    interval = correlation.interval if correlation else None
    return {
        "title": "Spearman’s rank correlation",
        "silence": view.relation.silence,
        "rho": round(correlation.rho, 4) if correlation else None,
        "low": round(interval[0], 4) if interval else None,
        "high": round(interval[1], 4) if interval else None,
        "text": sign(correlation.rho) if correlation else "",
        "interval": f"95 % interval {sign(interval[0])} to {sign(interval[1])}" if interval else "no interval",
        "count": f"{correlation.n} countries" if correlation else "",
        "lines": list(describe_relation(view)),
        "lists": _list_missing(view),
        "selected": place or None,
    }


def _list_missing(view: CompareView) -> list[dict[str, Any]]:
    groups: dict[str, list[Pair]] = {}
    for pair in view.left_out:
        names = [
            measure.name.lower()
            for measure, traced in ((view.across, pair.across), (view.upwards, pair.upwards))
            if traced.value is None
        ]
        groups.setdefault(f"No {' and no '.join(dict.fromkeys(names))}", []).append(pair)
    return [
        {"label": label, "places": [{"id": one.iso3, "name": one.name, "hint": _hint(one)} for one in pairs]}
        for label, pairs in sorted(groups.items())
    ]


def _hint(pair: Pair) -> str:
    """What stands in the cell that has no value to show; empty where the annexes simply report none."""
    words = {MISSING_WORDS[one.status] for one in (pair.across, pair.upwards) if one.status in ("unplaced", "hidden")}
    return "; ".join(sorted(words))
