"""Whether a recomputed number is what a document prints: equal, within its rounding, or within what its words allow."""

from dataclasses import dataclass

from data.checks import AMOUNT_MILLION
from data.numbers import parse_number
from data.seeds import Row

# Less than any difference that two printed numbers can have; sums of binary fractions stray by less.
_NOISE = 1e-9


@dataclass(frozen=True)
class Room:
    """A number as printed, and how far a recomputed one may stand from it; both in the unit of the figure."""

    published: float
    rule: str
    room: float

    def holds(self, value: float, precision: float = 0) -> bool:
        """Whether a value comes out; `precision` is half a unit of the last digit that the value itself is printed with."""
        gap = value - self.published
        if self.rule == "nearest":
            return abs(gap) <= max(self.room, precision) + _NOISE
        if self.rule == "below":
            return -self.room - _NOISE <= gap <= _NOISE
        return {"more_than": gap > _NOISE, "less_than": gap < -_NOISE, "at_least": gap > -_NOISE}[self.rule]

    @property
    def is_bound(self) -> bool:
        """Whether words make the number a bound, which holds or does not; nothing is rounded to it."""
        return self.rule != "nearest"

    def is_exact(self, value: float) -> bool:
        """Whether a value is the number printed."""
        return abs(value - self.published) <= _NOISE


def make_room(figure: Row, wording: Row) -> Room:
    """Return the room of a figure: half a unit of its last digit, or the share of it that its wording allows, if that is more.

    A half may be rounded up or down. Raises ValueError for a figure whose printed text is not a number.
    """
    published = parse_number(figure["published_printed"], AMOUNT_MILLION)
    if published is None:
        raise ValueError(f'the figure "{figure["figure_id"]}" has no number')
    by_wording = float(wording["room_pct"]) / 100 * abs(published)
    nearest = max(half_unit(figure["published_printed"]), by_wording)
    return Room(published, wording["rule"], nearest if wording["rule"] == "nearest" else by_wording)


def half_unit(printed: str) -> float:
    """Return half a unit of the last digit of a printed number."""
    return float(0.5 * 10 ** -len(printed.partition(".")[2]))
