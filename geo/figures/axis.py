"""An axis of a plot: where a value stands on it, and the round numbers beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

from geo.spelling import format_number

# Share of a logarithmic axis that is kept for 0, which has no logarithm: a band of its own, cut off from the scale.
ZERO_BAND = 0.09
TICKS = 6  # about as many as an axis of a phone has room for
MOST_LOG_TICKS = 8
ROUND = (1, 2, 2.5, 5, 10)


@dataclass(frozen=True)
class Tick:
    """A round number of an axis and where it stands, from 0 to 1."""

    at: float
    text: str


@dataclass(frozen=True)
class Axis:
    """An axis from `low` to `high`: linear, logarithmic, or logarithmic with a band for 0 before it."""

    kind: str
    low: float
    high: float
    ticks: tuple[Tick, ...] = ()

    @property
    def has_zero_band(self) -> bool:
        """Whether 0 stands apart from the scale."""
        return self.kind == "log_zero"

    def share(self, value: float) -> float:
        """Return where a value stands, from 0 to 1; what lies beyond an end stands at that end."""
        if self.kind == "linear":
            return _between(value, self.low, self.high)
        band = ZERO_BAND if self.has_zero_band else 0.0
        if value <= 0:
            return band / 2
        return band + (1 - band) * _between(log10(value), log10(self.low), log10(self.high))

    def is_beyond(self, value: float) -> bool:
        """Return whether a value has no room on the axis."""
        return value > self.high or (self.kind == "linear" and value < self.low)


def make_axis(values: Sequence[float], scale: str) -> Axis:
    """Return an axis with room for the values, its ticks round numbers.

    "log" gives a logarithmic axis where every value is above 0, one with a band for 0 where some are 0, and a linear one where any
    is below 0: the logarithm of a score means nothing.
    """
    if scale == "log" and values and min(values) >= 0 and max(values) > 0:
        return _make_log(sorted(values))
    return _make_linear(values) if values else Axis("linear", 0.0, 1.0)


def _make_linear(values: Sequence[float]) -> Axis:
    low, high = min(values), max(values)
    if 0 <= low < high * 0.4:
        low = 0.0
    step = _round_step((high - low or abs(high) or 1.0) / TICKS)
    first, last = floor(low / step), max(ceil(high / step), floor(low / step) + 1)
    axis = Axis("linear", first * step, last * step)
    decimals = next(digits for digits in range(6) if round(step, digits) == round(step, 6))
    numbers = [index * step for index in range(first, last + 1)]
    return Axis(
        "linear", axis.low, axis.high, tuple(Tick(axis.share(one), format_number(one, decimals)) for one in numbers)
    )


def _make_log(values: Sequence[float]) -> Axis:
    above = [value for value in values if value > 0]
    bounds = [
        round_to for power in range(floor(log10(above[0])), ceil(log10(above[-1])) + 1) for round_to in _steps(power)
    ]
    low = max(one for one in bounds if one <= above[0])
    high = min((one for one in bounds if one >= above[-1] and one > low), default=low * 10)
    axis = Axis("log_zero" if values[0] == 0 else "log", low, high)
    numbers = [one for one in bounds if low <= one <= high]
    if len(numbers) > MOST_LOG_TICKS:
        numbers = [one for one in numbers if f"{one:e}".startswith("1.0")]
    zero = (Tick(axis.share(0), "0"),) if axis.has_zero_band else ()
    return Axis(axis.kind, low, high, (*zero, *(Tick(axis.share(one), _log_text(one)) for one in numbers)))


def _steps(power: int) -> tuple[float, float, float]:
    unit = float(f"1e{power}")
    return unit, round(2 * unit, 10), round(5 * unit, 10)


def _log_text(number: float) -> str:
    return format_number(number, max(0, -floor(log10(number))))


def _round_step(rough: float) -> float:
    unit = 10.0 ** floor(log10(rough))
    return next(factor * unit for factor in ROUND if factor * unit >= rough * 0.999)


def _between(value: float, low: float, high: float) -> float:
    return max(0.0, min(1.0, (value - low) / (high - low)))
