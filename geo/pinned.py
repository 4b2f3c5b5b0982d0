"""Pinned countries side by side: every indicator and both measures of money, the highest and lowest of them told in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from geo.indicator_view import find_indicator
from geo.measures import Measure, find_measure, name_measures
from geo.messages import mark, say
from geo.selection import MEASURES, Selection
from geo.traced import TracedValue, trace_measure

MOST_PINS = 6
# Messages, for `say`: of values.
BEST, WORST = mark("best"), mark("worst")
_ENDS = {
    ("high", False): mark("highest"),
    ("low", False): mark("lowest"),
    ("high", True): mark("highest, tied"),
    ("low", True): mark("lowest, tied"),
}


@dataclass(frozen=True)
class PinnedValue:
    """A pinned country's value, and what it is among the pinned: "high", "low" or "", in words with its merit."""

    traced: TracedValue
    extreme: str
    words: str


@dataclass(frozen=True)
class PinnedRow:
    """A measure of every pinned country, in the order of the pins."""

    measure: Measure
    topic: str
    values: tuple[PinnedValue, ...]


def compare_pinned(pins: tuple[str, ...], doubtful: str) -> tuple[PinnedRow, ...]:
    """Return a row a measure for the pinned countries (ISO3), whatever the country filters; doubtful values shown or hidden.

    The highest and the lowest are marked among sure values, where at least two differ; a doubtful value is never either. Raises
    ValueError for more than six countries, KeyError for an unknown one.
    """
    if len(pins) > MOST_PINS:
        raise ValueError(f"{len(pins)} countries are pinned; at most {MOST_PINS} can stand side by side")
    return tuple(_row(measure_id, pins, Selection(doubtful=doubtful)) for measure_id in name_measures())


def _row(measure_id: str, pins: tuple[str, ...], selection: Selection) -> PinnedRow:
    by_country = {one.iso3: one for one in trace_measure(measure_id, selection)}
    traced = tuple(by_country[iso3] for iso3 in pins)
    extremes = _find_extremes(traced)
    merits = _merits(measure_id)
    topic = "money" if measure_id in MEASURES else str(find_indicator(measure_id)["topic"])
    values = (
        PinnedValue(one, extreme, _spell(extreme, merits, is_tied=extremes.count(extreme) > 1))
        for one, extreme in zip(traced, extremes, strict=True)
    )
    return PinnedRow(find_measure(measure_id), topic, tuple(values))


def _find_extremes(values: Sequence[TracedValue]) -> list[str]:
    sure = {one.iso3: one.value for one in values if one.value is not None and not one.is_doubtful}
    if len(set(sure.values())) < 2:
        return ["" for _ in values]
    ends = {max(sure.values()): "high", min(sure.values()): "low"}
    return [ends.get(sure[one.iso3], "") if one.iso3 in sure else "" for one in values]


@cache
def _merits(measure_id: str) -> dict[str, str]:
    """Which end is the better one; neither where a high value is neither good nor bad, as with money."""
    direction = "neither" if measure_id in MEASURES else find_indicator(measure_id)["direction"]
    ends = {"high_is_worse": {"high": WORST, "low": BEST}, "low_is_worse": {"high": BEST, "low": WORST}}
    return ends.get(str(direction), {})


def _spell(extreme: str, merits: dict[str, str], *, is_tied: bool) -> str:
    if not extreme:
        return ""
    words = say(_ENDS[extreme, is_tied])
    return say("{end}: {merit}", end=words, merit=say(merits[extreme])) if extreme in merits else words
