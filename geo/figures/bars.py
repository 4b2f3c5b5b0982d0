"""What the bars component draws: a breakdown of money as bars of segments, with the amounts in words."""

from typing import Any

from geo.dimensions import DIMENSIONS
from geo.figures import palette
from geo.figures.marks import pick_values
from geo.figures.summary import summarise_bars
from geo.findings import format_eur
from geo.messages import say
from geo.money_query import MoneyQuery
from geo.spelling import format_number, lower_start, name_value
from geo.views import Bar, Breakdown, Segment

MOST_ENTRIES = 12


def draw_breakdown(breakdown: Breakdown, measure_name: str, query: MoneyQuery | None = None) -> dict[str, Any]:
    """Return the bars of a breakdown, their segments, the legend of what splits them and the total; with a query, marks can be picked."""
    total = sum(bar.cents for bar in breakdown.bars)
    drawn = {
        "label": name_value(measure_name, lower_start(breakdown.title)),
        "name": breakdown.title,
        "title": breakdown.title,
        "legend": _legend(breakdown),
        "rows": [_row(breakdown, bar, total, query) for bar in breakdown.bars],
        "max": max((bar.amount_eur for bar in breakdown.bars), default=0),
        "arrangement": "stacked",
        "parts": len({segment.segment_id for bar in breakdown.bars for segment in bar.segments}),
        "total": say("{measure}, total: {amount}", measure=measure_name, amount=format_eur(total / 100)),
    }
    return drawn | {"summary": summarise_bars(drawn)}


def _legend(breakdown: Breakdown) -> list[dict[str, Any]]:
    """The values that split the bars, in their own order; none where they are too many to look up: the texts name them."""
    parts = {segment.segment_id: segment for bar in breakdown.bars for segment in bar.segments}
    if not breakdown.split or len(parts) > MOST_ENTRIES:
        return []
    order = list(DIMENSIONS[breakdown.split].name_values())
    return [{"label": parts[one].label, **_colour(breakdown, parts[one])} for one in sorted(parts, key=order.index)]


def _row(breakdown: Breakdown, bar: Bar, total: int, query: MoneyQuery | None) -> dict[str, Any]:
    share = say("{value} %", value=format_number(100 * bar.cents / total, 1)) if total else ""
    return {
        "id": bar.bar_id,
        "label": bar.label,
        "text": format_eur(bar.amount_eur),
        "cents": bar.cents,
        "share": share,
        "note": f"{share}, {bar.note}",
        "segments": [_segment(breakdown, bar, segment, query) for segment in bar.segments],
        **(pick_values(query, (breakdown.dimension, bar.bar_id)) if query else {}),
    }


def _segment(breakdown: Breakdown, bar: Bar, segment: Segment, query: MoneyQuery | None) -> dict[str, Any]:
    pairs = [(breakdown.dimension, bar.bar_id)]
    pairs += [(breakdown.split, segment.segment_id)] if breakdown.split else []
    return {
        "id": segment.segment_id,
        "label": segment.label,
        "value": segment.amount_eur,
        "cents": segment.cents,
        "text": format_eur(segment.amount_eur),
        **_colour(breakdown, segment),
        **(pick_values(query, *pairs) if query else {}),
    }


def _colour(breakdown: Breakdown, segment: Segment) -> palette.Colour:
    return palette.find_colour(breakdown.split, segment.segment_id) if breakdown.split else palette.PLAIN
