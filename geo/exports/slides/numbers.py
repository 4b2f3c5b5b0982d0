"""Round ends of axes, and numbers as a display format writes them."""

from collections.abc import Iterable
from math import ceil, floor, log10

from geo.spelling import format_number

ROUND = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)
STEPS = 5


def make_ends(values: Iterable[float]) -> tuple[float, float]:
    """Return round numbers around some values, the nearest that leave every value inside."""
    found = list(values)
    low, high = min(found), max(found)
    if high == low:
        return floor(low), floor(low) + 1
    step = make_step((high - low) / STEPS)
    return floor(low / step) * step, ceil(high / step) * step


def make_step(size: float) -> float:
    """Return the round number at or above a size."""
    power = 10.0 ** floor(log10(size))
    return next(one * power for one in ROUND if one * power >= size * (1 - 1e-9))


def share_axis(low: float, high: float) -> float:
    """Return the round step that leads from one end of an axis to the other, about five times."""
    for count in (5, 4, 6, 3, 7, 8, 2):
        step = (high - low) / count
        if abs(make_step(step) - step) < 1e-9 * step:
            return step
    return make_step((high - low) / STEPS)


def make_decades(values: Iterable[float]) -> tuple[float, float]:
    """Return the powers of ten around some values above zero: two of them, also where all values are one power of ten."""
    found = list(values)
    low, high = floor(log10(min(found))), ceil(log10(max(found)))
    return 10.0**low, 10.0 ** max(high, low + 1)


def write_number(value: float, number_format: str) -> str:
    """Return a number as a display format shows it: its decimals, and millions where the format ends in two commas."""
    shown = value / 1_000_000 if number_format.endswith(",,") else value
    decimals = len(number_format.rstrip(",").partition(".")[2])
    return format_number(shown, decimals)


def write_axis(number_format: str, ends: tuple[float, float] | None) -> str:
    """Return the display format of an axis: no more decimals than its steps need."""
    if ends is None:
        return number_format
    millions = ",," if number_format.endswith(",,") else ""
    step = share_axis(*ends) / (1_000_000 if millions else 1)
    decimals = next((one for one in (0, 1, 2) if abs(step - round(step, one)) < 1e-9), 3)
    return f"#,##0{'.' + '0' * decimals if decimals else ''}{millions}"
