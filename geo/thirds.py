"""Three classes of a measure for the map of two measures: low, middle, high, the same under every filter."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from geo.messages import say, say_in
from geo.spelling import format_number

COLUMNS = "ABC"  # classes of the measure across; those of the measure upwards are 1, 2, 3


@dataclass(frozen=True)
class Thirds:
    """Two bounds, each the highest value of its class, and the three classes in words, the lowest first."""

    bounds: tuple[float, float]
    labels: tuple[str, str, str]

    def place(self, value: float) -> int:
        """Return 0, 1 or 2: the class of a value."""
        return bisect_left(self.bounds, value)


def cut_thirds(values: Sequence[float], decimals: int, *, is_money: bool) -> Thirds:
    """Return the thirds of the values; equal values are never parted, so that a third may be larger than another.

    Of money, most countries have none: "none" is a class of its own, and the rest is halved. Raises ValueError for no values.
    """
    if not values:
        raise ValueError("no values to cut into thirds")
    if is_money:
        amounts = sorted(value for value in values if value > 0)
        half = amounts[ceil(len(amounts) / 2) - 1] if amounts else 0.0
        text = format_number(half, decimals)
        none = say_in("class of money", "none")
        return Thirds((0.0, half), (none, say("up to {value}", value=text), say("over {value}", value=text)))
    ordered = sorted(values)
    low, high = ordered[ceil(len(ordered) / 3) - 1], ordered[ceil(2 * len(ordered) / 3) - 1]
    first, second = format_number(low, decimals), format_number(high, decimals)
    middle = say("{low} to {high}", low=first, high=second)
    return Thirds((low, high), (say("up to {value}", value=first), middle, say("over {value}", value=second)))


def name_class(column: int, row: int) -> str:
    """Return the letter and number of a class of two measures: A1 is low in both, C3 high in both."""
    return f"{COLUMNS[column]}{row + 1}"
