"""Ranks of values, as a range where values tie."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Rank:
    """Place in an order of `of` values; first and last differ where values tie."""

    first: int
    last: int
    of: int

    def __str__(self) -> str:
        places = ordinal(self.first) if self.first == self.last else f"{ordinal(self.first)} to {ordinal(self.last)}"
        return f"{places} of {self.of}"

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


def ordinal(number: int) -> str:
    """Return 1st, 2nd, 3rd, 4th, 11th, 21st, ..."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return str(number) + {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
