"""Ranks of values, as a range where values tie or where the place of a value cannot be known."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from geo.messages import say


@dataclass(frozen=True)
class Rank:
    """Place in an order of `of` values; first and last differ where values tie."""

    first: int
    last: int
    of: int

    def __str__(self) -> str:
        if self.first == self.last:
            return say("{place} of {count}", place=ordinal(self.first), count=self.of)
        return say("{first} to {last} of {count}", first=ordinal(self.first), last=ordinal(self.last), count=self.of)

    @property
    def short(self) -> str:
        """The place alone, as "3" or "3–4"."""
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


def rank_values(values: dict[str, float]) -> dict[str, Rank]:
    """Return the rank of each key, the highest value first; equal values share a range of places."""
    ordered = sorted(values.values(), reverse=True)
    return {
        key: Rank(ordered.index(value) + 1, ordered.index(value) + ordered.count(value), len(ordered))
        for key, value in values.items()
    }


def rank_in_doubt(
    values: Mapping[str, float], doubtful: Collection[str], also_printed: Mapping[str, Collection[float]] | None = None
) -> dict[str, Rank]:
    """Return every place that each key can have, the highest value first, whatever the values in doubt really are.

    A doubtful value may be any number, so it can stand above or below every other, and its own place is not known at all. A
    value that the document contradicts may be any of the values printed (`also_printed`). Equal values share places.
    """
    printed = {key: (value, *(also_printed or {}).get(key, ())) for key, value in values.items()}
    everywhere = (float("-inf"), float("inf"))
    bounds = {key: everywhere if key in doubtful else (min(all_of), max(all_of)) for key, all_of in printed.items()}
    return {
        key: Rank(
            1 + sum(other_low > high for other, (other_low, _) in bounds.items() if other != key),
            1 + sum(other_high >= low for other, (_, other_high) in bounds.items() if other != key),
            len(bounds),
        )
        for key, (low, high) in bounds.items()
    }


def ordinal(number: int) -> str:
    """Return 1st, 2nd, 3rd, 4th, 11th, 21st, ..., as the language writes a place in an order."""
    if number == 1:
        return say("1st")
    ending = 0 if number % 100 in (11, 12, 13) else number % 10
    if ending == 1:
        return say("{n}st", n=number)
    if ending == 2:
        return say("{n}nd", n=number)
    return say("{n}rd", n=number) if ending == 3 else say("{n}th", n=number)
