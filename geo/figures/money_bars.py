"""What the chart of bars draws: the portfolio by any dimension, split by another or by none, with the finding as its heading."""

from dataclasses import dataclass
from typing import Any

from geo.aggregate import cross
from geo.dimensions import DIMENSIONS, list_dimensions, title_decisions
from geo.figures.bars import draw_breakdown
from geo.figures.marks import tell_dimension, tell_ends, tell_share, tell_total
from geo.messages import say, say_count
from geo.money_charts import NO_SPLIT
from geo.portfolio import Portfolio
from geo.spelling import lower_start
from geo.views import Breakdown

# What is shown in place of a dimension that the measure does not have.
FALLBACK = "zone"


@dataclass(frozen=True)
class Choice:
    """The dimensions that are drawn, the second perhaps "", and why they are not those that were asked for."""

    by: str
    split: str
    reasons: tuple[str, ...] = ()


def choose(measure: str, by: str, split: str) -> Choice:
    """Return the dimensions that a measure can show, with a sentence for each that was asked for and is not there."""
    known = list_dimensions(measure)
    reasons = []
    if by not in known:
        instead = say("Shown by {dimension} instead.", dimension=tell_dimension(FALLBACK))
        reasons.append(f"{DIMENSIONS[by].why_not} {instead}")
        by = FALLBACK
    if split != NO_SPLIT and split not in known:
        reasons.append(f"{DIMENSIONS[split].why_not} {say('Shown without a split instead.')}")
    is_split = split in known and split != by
    return Choice(by, split if is_split else "", tuple(reasons))


def draw_bars(portfolio: Portfolio, by: str, split: str, arrangement: str) -> dict[str, Any]:
    """Return the bars of a portfolio; `split` is "" for none, `arrangement` stacked or grouped. Raises KeyError for an unknown dimension."""
    query = portfolio.query
    breakdown = cross(portfolio.lines, query.measure, by, split)
    drawn = draw_breakdown(breakdown, portfolio.measure_name, query)
    segments = [part["value"] for row in drawn["rows"] for part in row["segments"]]
    is_grouped = arrangement == "grouped" and bool(split)
    if by == "decision":
        for row in drawn["rows"]:
            row["hint"] = title_decisions()[row["id"]]
    return drawn | {
        "title": _find_title(portfolio, breakdown),
        "label": _describe(portfolio, breakdown),
        "summary": "",  # its label says it
        "arrangement": "grouped" if is_grouped else "stacked",
        "max": max(segments, default=0) if is_grouped else drawn["max"],
        "total": tell_total(portfolio),
    }


def _find_title(portfolio: Portfolio, breakdown: Breakdown) -> str:
    largest = max(breakdown.bars, key=lambda bar: bar.cents, default=None)
    if largest is None:
        return breakdown.title
    if len(breakdown.bars) == 1:
        return say("{title}: all of it is {largest}", title=breakdown.title, largest=largest.label)
    share = tell_share(largest.cents, portfolio.total_cents)
    return say("{title}: {largest} is the largest, {share}", title=breakdown.title, largest=largest.label, share=share)


def _describe(portfolio: Portfolio, breakdown: Breakdown) -> str:
    bars = sorted(breakdown.bars, key=lambda bar: bar.cents)
    parts = [_tell_kind(lower_start(portfolio.measure_name), breakdown), say_count("{n} bar.", "{n} bars.", len(bars))]
    if bars:
        first, last = bars[-1], bars[0]
        parts.append(tell_ends((first.label, first.cents), (last.label, last.cents)))
    return " ".join(parts)


def _tell_kind(measure: str, breakdown: Breakdown) -> str:
    by = tell_dimension(breakdown.dimension)
    if not breakdown.split:
        return say("Bars: {measure} by {dimension}.", measure=measure, dimension=by)
    return say(
        "Bars: {measure} by {dimension}, split by {split}.",
        measure=measure,
        dimension=by,
        split=tell_dimension(breakdown.split),
    )
