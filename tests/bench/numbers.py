"""Percentiles, slopes and shares of what was measured; nothing here measures anything."""

import math
import statistics
from collections.abc import Sequence


def percentile(values: Sequence[float], percent: float) -> float:
    """Return the value below which so many per cent lie, between two neighbours in proportion. Raises ValueError for no values."""
    if not values:
        raise ValueError("no values: nothing was measured")
    ordered = sorted(values)
    at = (len(ordered) - 1) * percent / 100
    below, above = math.floor(at), math.ceil(at)
    return ordered[below] + (ordered[above] - ordered[below]) * (at - below)


def median(values: Sequence[float]) -> float:
    """Return the middle value. Raises ValueError for no values."""
    return percentile(values, 50)


def slope(points: Sequence[tuple[float, float]]) -> float:
    """Return by how much the second number grows with each one more of the first: least squares. Raises ValueError for fewer than two."""
    if len({x for x, _ in points}) < 2:
        raise ValueError(f"{len(points)} points give no slope, expected two or more at different places")
    return statistics.linear_regression(*zip(*points, strict=True)).slope


def growth(values: Sequence[float]) -> float:
    """Return the median of the last quarter as a multiple of the median of the first; 1 is flat. Raises ValueError for under four."""
    if len(values) < 4:
        raise ValueError(f"{len(values)} values have no quarters, expected four or more")
    quarter = len(values) // 4
    return median(values[-quarter:]) / median(values[:quarter])


def share(part: float, whole: float) -> float:
    """Return `part` as a multiple of `whole`. Raises ValueError where there is nothing to compare with."""
    if not whole:
        raise ValueError("nothing to compare with: the other figure is 0")
    return part / whole
