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


def _tell_nothing(_data: Payload) -> tuple[str, ...]:
    return ()


@dataclass(frozen=True)
class Kind:
    """How a kind of figure is drawn: the height that it needs at a width, its drawing, and what is said under it."""

    height: Callable[[Payload, float], float]
    draw: Callable[[Pen, Payload, Box], None]
    words: Callable[[Payload], tuple[str, ...]] = _tell_nothing


KINDS: dict[str, Kind] = {
    "map": Kind(maps.height, maps.draw),
    "ranking": Kind(rankings.height, rankings.draw, rankings.tell),
    "bars": Kind(bars.height, bars.draw, bars.tell),
    "treemap": Kind(treemaps.height, treemaps.draw, treemaps.tell),
    "flow": Kind(flows.height, flows.draw, flows.tell),
    "years": Kind(years.height, years.draw, years.tell),
    "dates": Kind(dates.height, dates.draw, dates.tell),
    "scatter": Kind(scatters.height, scatters.draw, scatters.tell),
    "distribution": Kind(distributions.height, distributions.draw, distributions.tell),
    "upset": Kind(overlaps.height, overlaps.draw),
    "matrix": Kind(matrices.height, matrices.draw, matrices.tell),
    "signed_bars": Kind(signed_bars.height, signed_bars.draw),
    "programmes": Kind(programmes.height, programmes.draw, programmes.tell),
    "timeline": Kind(timelines.height, timelines.draw),
    "gap_strip": Kind(gap_strips.height, gap_strips.draw),
    "strips": Kind(strips.height, strips.draw, strips.tell),
}
