"""How far two measures put countries into the same order: a rank correlation with its interval, or silence."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import atanh, sqrt, tanh

import pandas as pd

from geo.messages import say, say_count

LEAST = 10  # pairs below which no coefficient is given: a single country would move it anywhere
NORMAL_95 = 1.959964  # the 97.5 % point of the normal distribution


@dataclass(frozen=True)
class Correlation:
    """Spearman's rank correlation of `n` pairs, from -1 to 1, and the ends of its 95 % interval.

    The interval is None for a perfect order (1 or -1), where the formula has no value.
    """

    rho: float
    n: int
    interval: tuple[float, float] | None

    @property
    def is_clear(self) -> bool:
        """Whether the interval leaves out 0."""
        return self.interval is None or self.interval[0] > 0 or self.interval[1] < 0


@dataclass(frozen=True)
class Relation:
    """A correlation, or None with the sentence that says why there is none."""

    correlation: Correlation | None
    silence: str = ""


def relate(across: Sequence[float], upwards: Sequence[float]) -> Relation:
    """Return Spearman's rank correlation of pairs of values; silence for fewer than 10 pairs or where all values are equal.

    Equal values share the mean of their places. The 95 % interval is Fisher's z with the standard error of Bonett and Wright
    (2000), sqrt((1 + rho^2 / 2) / (n - 3)). Raises ValueError for sequences of different lengths.
    """
    if len(across) != len(upwards):
        raise ValueError(f"{len(across)} values across and {len(upwards)} upwards make no pairs")
    n = len(across)
    if n < LEAST:
        return Relation(None, f"{_count_pairs(n)} {say('Below {least} no rank correlation is given.', least=LEAST)}")
    if len(set(across)) == 1 or len(set(upwards)) == 1:
        return Relation(None, say("All countries have the same value, so there is no order to compare."))
    rho = float(pd.Series(across, dtype=float).rank().corr(pd.Series(upwards, dtype=float).rank()))
    rho = max(-1.0, min(1.0, rho))
    return Relation(Correlation(rho, n, _interval(rho, n)))


def _count_pairs(n: int) -> str:
    if not n:
        return say("No country has both values.")
    return say_count("{n} country has both values.", "{n} countries have both values.", n)


def _interval(rho: float, n: int) -> tuple[float, float] | None:
    if abs(rho) > 1 - 1e-12:  # a perfect order, give or take what floating point leaves of it
        return None
    reach = NORMAL_95 * sqrt((1 + rho**2 / 2) / (n - 3))
    return tanh(atanh(rho) - reach), tanh(atanh(rho) + reach)
