"""Rules by which a user may spread money for a region over its countries, and the arithmetic of shares, exact to the cent.

Nothing is spread unless a rule was picked. A rule is arithmetic: no document says how much of a region's money reached a country.
"""

from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise

from data.store import load_records
from geo.places import name_countries

NOTHING, EQUAL_SHARES = "none", "equal_shares"
LATIN_AMERICA, CARIBBEAN = "latin_america", "caribbean"


@dataclass(frozen=True)
class Rule:
    """A rule of allocation: its name, and what it does in one sentence."""

    rule_id: str
    name: str
    text: str


RULES: dict[str, Rule] = {
    rule.rule_id: rule
    for rule in (
        Rule(
            NOTHING,
            "Not spread",
            "Money for a region is drawn as money for the region and belongs to no single country",
        ),
        Rule(
            EQUAL_SHARES,
            "Equal shares",
            "Money for a region is spread in equal shares over the countries of its programming zone, money for Latin America as a "
            "whole over all countries outside the Caribbean zone; trans-regional money stays apart. This is arithmetic: no document "
            "says what reached a country",
        ),
    )
}


@cache
def list_zone_countries(zone: str) -> tuple[str, ...]:
    """Return the ISO3 codes of a programming zone's countries by name; none for a zone that is not known."""
    zone_of = {row["iso3"]: row["funding_zone_id"] for row in load_records("countries")}
    if zone == LATIN_AMERICA:
        return tuple(iso3 for iso3 in name_countries() if zone_of[iso3] != CARIBBEAN)
    return tuple(iso3 for iso3 in name_countries() if zone_of[iso3] == zone)


def split_cents(cents: int, weights: tuple[int, ...]) -> tuple[int, ...]:
    """Return whole cents in proportion to the weights, which add up to `cents`. Raises ZeroDivisionError where all weights are 0."""
    total = sum(weights)
    bounds = [cents * sum_so_far // total for sum_so_far in accumulate(weights, initial=0)]
    return tuple(upper - lower for lower, upper in pairwise(bounds))
