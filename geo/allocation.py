"""Rules by which a user may spread money for a region over its countries, and the arithmetic of shares, exact to the cent.

Nothing is spread unless a rule was picked. A rule is arithmetic: no document says how much of a region's money reached a country.
"""

from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise

from data.store import load_records
from geo.messages import mark, say

NOTHING, EQUAL_SHARES = "none", "equal_shares"
LATIN_AMERICA, CARIBBEAN = "latin_america", "caribbean"


@dataclass(frozen=True)
class Rule:
    """A rule of allocation: its messages for what it is called, and for what it does in one sentence."""

    rule_id: str
    called: str
    told: str

    @property
    def name(self) -> str:
        """What the rule is called."""
        return say(self.called)

    @property
    def text(self) -> str:
        """What the rule does, a sentence without its full stop."""
        return say(self.told)


RULES: dict[str, Rule] = {
    rule.rule_id: rule
    for rule in (
        Rule(
            NOTHING,
            mark("Not spread"),
            mark("Money for a region is drawn as money for the region and belongs to no single country"),
        ),
        Rule(
            EQUAL_SHARES,
            mark("Equal shares"),
            mark(
                "Money for a region is spread in equal shares over the countries of its programming zone, money for Latin America as a "
                "whole over all countries outside the Caribbean zone; trans-regional money stays apart. This is arithmetic: no document "
                "says what reached a country"
            ),
        ),
    )
}


@cache
def list_zone_countries(zone: str) -> tuple[str, ...]:
    """Return the ISO3 codes of a programming zone's countries by English name; none for a zone that is not known.

    The order is the same in every language: who gets the odd cent of a share hangs on it.
    """
    countries = sorted(load_records("countries"), key=lambda row: str(row["name"]))
    if zone == LATIN_AMERICA:
        return tuple(row["iso3"] for row in countries if row["funding_zone_id"] != CARIBBEAN)
    return tuple(row["iso3"] for row in countries if row["funding_zone_id"] == zone)


def split_cents(cents: int, weights: tuple[int, ...]) -> tuple[int, ...]:
    """Return whole cents in proportion to the weights, which add up to `cents`. Raises ZeroDivisionError where all weights are 0."""
    total = sum(weights)
    bounds = [cents * sum_so_far // total for sum_so_far in accumulate(weights, initial=0)]
    return tuple(upper - lower for lower, upper in pairwise(bounds))
