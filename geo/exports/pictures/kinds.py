"""The kinds of figures that can be drawn, by the name of their component."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from geo.exports.pictures import (
    bars,
    dates,
    distributions,
    flows,
    gap_strips,
    maps,
    matrices,
    overlaps,
    programmes,
    rankings,
    scatters,
    signed_bars,
    strips,
    timelines,
    treemaps,
    years,
)  # fmt: skip
from geo.exports.pictures.pen import Box, Pen

Payload = dict[str, Any]


def _say_nothing(_data: Payload) -> tuple[str, ...]:
    return ()


@dataclass(frozen=True)
class Kind:
    """How a kind of figure is drawn: the height that it needs at a width, its drawing, and what is said under it."""

    height: Callable[[Payload, float], float]
    draw: Callable[[Pen, Payload, Box], None]
    words: Callable[[Payload], tuple[str, ...]] = _say_nothing


KINDS: dict[str, Kind] = {
    "map": Kind(maps.height, maps.draw),
    "ranking": Kind(rankings.height, rankings.draw, rankings.say),
    "bars": Kind(bars.height, bars.draw, bars.say),
    "treemap": Kind(treemaps.height, treemaps.draw, treemaps.say),
    "flow": Kind(flows.height, flows.draw, flows.say),
    "years": Kind(years.height, years.draw, years.say),
    "dates": Kind(dates.height, dates.draw, dates.say),
    "scatter": Kind(scatters.height, scatters.draw, scatters.say),
    "distribution": Kind(distributions.height, distributions.draw, distributions.say),
    "upset": Kind(overlaps.height, overlaps.draw),
    "matrix": Kind(matrices.height, matrices.draw, matrices.say),
    "signed_bars": Kind(signed_bars.height, signed_bars.draw),
    "programmes": Kind(programmes.height, programmes.draw, programmes.say),
    "timeline": Kind(timelines.height, timelines.draw),
    "gap_strip": Kind(gap_strips.height, gap_strips.draw),
    "strips": Kind(strips.height, strips.draw, strips.say),
}
