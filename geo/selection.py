"""What a user asks for: filters as one frozen value, and the countries that they leave."""

from dataclasses import dataclass, replace
from functools import cache

from geo.messages import say
from geo.spoken import load_records

MATCHES = ("any", "all", "none")
MEMBER_MODES = ("only", "highlight")
DOUBTFUL_MODES = ("show", "hide")
MEASURES = ("committed", "contracted")


@dataclass(frozen=True)
class Selection:
    """The filters of a view. Empty sub-regions or alliances mean "all of them"; ids are those of the built tables."""

    indicator: str = "homicide_rate"
    subregions: tuple[str, ...] = ()
    alliances: tuple[str, ...] = ()
    match: str = "any"
    without: tuple[str, ...] = ()
    members: str = "only"
    doubtful: str = "show"
    measure: str = "committed"

    @property
    def filters_countries(self) -> bool:
        """Whether any filter leaves countries out."""
        return bool(self.subregions) or (self.asks_membership and self.members == "only")

    @property
    def asks_membership(self) -> bool:
        """Whether the selection names groups, to be in or not to be in."""
        return bool(self.alliances or self.without)


@dataclass(frozen=True)
class CountrySets:
    """ISO3 codes that a selection leaves (inside), and those that meet its alliance condition (members)."""

    inside: frozenset[str]
    members: frozenset[str]


def select_countries(selection: Selection) -> CountrySets:
    """Return the countries inside the filters and those that meet the alliance condition.

    "any" takes members of at least one chosen alliance, "all" of each, "none" of not one; members of a group in
    `without` are taken away. Where no group is named no country counts as a member.
    """
    in_subregion = frozenset(
        row["iso3"]
        for row in load_records("countries")
        if not selection.subregions or row["subregion_id"] in selection.subregions
    )
    if not selection.asks_membership:
        return CountrySets(in_subregion, frozenset())
    # Groups to leave out alone start from every country.
    wanted = find_members(selection.alliances, selection.match if selection.alliances else "all")
    members = wanted - find_members(selection.without, "any")
    inside = in_subregion & members if selection.members == "only" else in_subregion
    return CountrySets(inside, members)


def find_members(alliances: tuple[str, ...], match: str) -> frozenset[str]:
    """Return the ISO3 codes of countries that are in any, in all or in none of the alliances."""
    everyone = frozenset(row["iso3"] for row in load_records("countries"))
    groups = [frozenset(list_members(alliance)) for alliance in alliances]
    if match == "all":
        return everyone.intersection(*groups)
    in_any = frozenset[str]().union(*groups)
    return everyone - in_any if match == "none" else in_any


@cache
def list_members(alliance_id: str) -> tuple[str, ...]:
    """Return the ISO3 codes of a group's members, in the order of the table."""
    return tuple(row["iso3"] for row in load_records("memberships") if row["alliance_id"] == alliance_id)


def explain_empty(selection: Selection) -> str:
    """Return the sentence that names the filter to loosen when a selection leaves no country."""
    without_subregion = select_countries(replace(selection, subregions=()))
    without_alliance = select_countries(replace(selection, alliances=(), without=()))
    if selection.asks_membership and without_alliance.inside and not without_subregion.inside:
        return say(
            "No country meets the alliance filter. Choose another alliance, or match any of them instead of all."
        )
    if selection.subregions and without_subregion.inside and not without_alliance.inside:
        return say("The sub-region filter leaves no country. Choose another sub-region.")
    if selection.subregions and selection.asks_membership:
        return say(
            "No country of the chosen sub-regions meets the alliance filter. "
            "Loosen the sub-region or the alliance filter."
        )
    return say("The filters leave no country. Reset them to see the whole region.")
