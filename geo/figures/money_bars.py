"""What the chart of bars draws: the portfolio by any dimension, split by another or by none, with the finding as its heading."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from data.store import load_records
from geo.aggregate import cross
from geo.dimensions import DIMENSIONS, list_dimensions
from geo.figures.bars import draw_breakdown
from geo.figures.marks import tell_dimension, tell_eur, tell_share, tell_total
from geo.findings import count
from geo.money_charts import NO_SPLIT
from geo.portfolio import Portfolio
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
        reasons.append(f"{DIMENSIONS[by].why_not} Shown by {tell_dimension(FALLBACK)} instead.")
        by = FALLBACK
    if split != NO_SPLIT and split not in known:
        reasons.append(f"{DIMENSIONS[split].why_not} Shown without a split instead.")
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
            row["hint"] = _titles()[row["id"]]
    return drawn | {
        "title": _find_title(portfolio, breakdown),
        "label": _describe(portfolio, breakdown),
        "arrangement": "grouped" if is_grouped else "stacked",
        "max": max(segments, default=0) if is_grouped else drawn["max"],
        "total": tell_total(portfolio),
    }


def _find_title(portfolio: Portfolio, breakdown: Breakdown) -> str:
    largest = max(breakdown.bars, key=lambda bar: bar.cents, default=None)
    if largest is None:
        return breakdown.title
    if len(breakdown.bars) == 1:
        return f"{breakdown.title}: all of it is {largest.label}"
    return f"{breakdown.title}: {largest.label} is the largest, {tell_share(largest.cents, portfolio.total_cents)}"


def _describe(portfolio: Portfolio, breakdown: Breakdown) -> str:
    bars = sorted(breakdown.bars, key=lambda bar: bar.cents)
    split = f", split by {tell_dimension(breakdown.split)}" if breakdown.split else ""
    text = f"Bars: {portfolio.measure_name.lower()} {breakdown.title.lower()}{split}. {count(len(bars), 'bar')}"
    if not bars:
        return f"{text}."
    first, last = bars[-1], bars[0]
    return f"{text}. Largest: {first.label}, {tell_eur(first.cents)}. Smallest: {last.label}, {tell_eur(last.cents)}."


@cache
def _titles() -> dict[str, str]:
    return {row["decision_id"]: row["title"] for row in load_records("decisions")}
