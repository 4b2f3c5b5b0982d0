"""How groups overlap: every country in exactly one set of the groups that it is in, counted and told in words."""

from dataclasses import dataclass, replace
from functools import cache

from geo.alliances import COOPERATION, build_profiles, count_members, list_alliances
from geo.findings import count_countries
from geo.messages import say, say_count
from geo.places import name_alliances, name_countries, name_places
from geo.selection import Selection, list_members, select_countries
from geo.spelling import list_all, list_any
from geo.spoken import load_records

SEPARATOR = "|"  # between the groups to be in and those not to be in, in a set's id


@dataclass(frozen=True)
class GroupSet:
    """The countries that are in each group of `inside` and in none of `outside`; ISO3 codes in the order of the names."""

    inside: tuple[str, ...]
    outside: tuple[str, ...]
    label: str
    countries: tuple[str, ...]

    @property
    def set_id(self) -> str:
        """The set as one text, which `read_set` takes apart."""
        return SEPARATOR.join((",".join(self.inside), ",".join(self.outside)))


@dataclass(frozen=True)
class Overlap:
    """The disjoint sets of some groups over the countries of a selection's sub-regions: they add up to `of`."""

    groups: tuple[str, ...]
    sets: tuple[GroupSet, ...]
    counts: tuple[int, ...]
    of: int


def build_overlap(groups: tuple[str, ...], selection: Selection) -> Overlap:
    """Return the non-empty disjoint sets of the groups, the largest first; only the sub-region filter narrows them.

    `counts` has how many countries each group names there, in the order of `groups`.
    """
    base = _in_subregions(selection)
    members = {group: frozenset(list_members(group)) for group in groups}
    found: dict[tuple[str, ...], list[str]] = {}
    for iso3 in base:
        found.setdefault(tuple(group for group in groups if iso3 in members[group]), []).append(iso3)
    sets = [_make_set(inside, groups, tuple(countries)) for inside, countries in found.items()]
    ordered = sorted(sets, key=lambda one: (-len(one.countries), -len(one.inside), one.set_id))
    return Overlap(groups, tuple(ordered), tuple(len(members[group] & set(base)) for group in groups), len(base))


def build_alliance_sets(selection: Selection) -> Overlap:
    """Return the overlap of the alliances with every set of it, empty ones too: all, then one only, then none."""
    groups = list_alliances()
    overlap = build_overlap(groups, selection)
    countries = {one.inside: one.countries for one in overlap.sets}
    every = [tuple(group for group in groups if group in combination) for combination in _subsets(groups)]
    every.sort(key=lambda inside: (-len(inside), [groups.index(group) for group in inside]))
    return replace(overlap, sets=tuple(_make_set(inside, groups, countries.get(inside, ())) for inside in every))


@cache
def default_groups() -> tuple[str, ...]:
    """Return the groups of the overlap chart until others are chosen: those that countries join, and the documents name."""
    kinds = {row["alliance_id"]: row["kind"] for row in load_records("alliances")}
    return tuple(group for group in name_alliances() if kinds[group] in COOPERATION)


def choose_groups(chosen: tuple[str, ...], selection: Selection) -> tuple[str, ...]:
    """Return the groups of the overlap chart: the chosen ones or the usual ones, and those that the filters name."""
    wanted = {*(chosen or default_groups()), *selection.alliances, *selection.without}
    return tuple(group for group in name_alliances() if group in wanted)


def read_set(set_id: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Return the groups to be in and not to be in of a set's id; None for a text that is no such id."""
    inside, separator, outside = set_id.partition(SEPARATOR)
    found = tuple(tuple(dict.fromkeys(filter(None, part.split(",")))) for part in (inside, outside))
    known = name_alliances()
    return (found[0], found[1]) if separator and all(group in known for part in found for group in part) else None


def is_selected(one: GroupSet, selection: Selection) -> bool:
    """Return whether the filters ask for exactly this set of groups."""
    if not selection.asks_membership:
        return False
    wanted, left_out = set(selection.alliances), set(selection.without)
    if selection.match == "none":
        wanted, left_out = set(), wanted | left_out
    is_each = selection.match != "any" or len(wanted) < 2
    return is_each and wanted == set(one.inside) and left_out == set(one.outside)


def meet_condition(selection: Selection) -> tuple[str, ...]:
    """Return the countries that meet the condition on groups, by name; those of the sub-regions where none is set."""
    found = select_countries(replace(selection, members="only")).inside
    return tuple(iso3 for iso3 in name_countries() if iso3 in found)


def tell_overlap(overlap: Overlap, selection: Selection) -> str:
    """Return the overlap of the alliances as a finding: how many countries are in both, in one only, in none."""
    where = list_any(name_places("subregions")[one] for one in selection.subregions)
    countries = count_countries(overlap.of)
    of = say("{countries} of {subregions}", countries=countries, subregions=where) if where else countries
    first, *rest = overlap.sets
    parts = ", ".join(_tell_set(one) for one in rest)
    values = {"countries": of, "others": parts}
    if len(list_alliances()) == 2:
        return say_count(
            "{n} of {countries} is in both alliances, {others}",
            "{n} of {countries} are in both alliances, {others}",
            len(first.countries), **values,
        )  # fmt: skip
    return say_count(
        "{n} of {countries} is in all alliances, {others}",
        "{n} of {countries} are in all alliances, {others}",
        len(first.countries), **values,
    )  # fmt: skip


def tell_base() -> str:
    """Return what the counts are of: members as the documents name them, by alliance, with the document."""
    parts = [
        say(
            "{members} of the {alliance} ({source})",
            members=count_members(one),
            alliance=one.short_name,
            source=one.source,
        )
        for one in build_profiles()
    ]
    return say("Members as the documents name them: {alliances}.", alliances=", ".join(parts))


def _tell_set(one: GroupSet) -> str:
    """How many countries are in some of the alliances only, or in none."""
    number = len(one.countries)
    if not one.inside:
        return say_count("{n} in neither", "{n} in neither", number)
    names = list_all(name_alliances()[group] for group in one.inside)
    return say_count("{n} in the {alliances} only", "{n} in the {alliances} only", number, alliances=names)


def _make_set(inside: tuple[str, ...], groups: tuple[str, ...], countries: tuple[str, ...]) -> GroupSet:
    outside = tuple(group for group in groups if group not in inside)
    return GroupSet(inside, outside, _label(inside, groups), countries)


def _label(inside: tuple[str, ...], groups: tuple[str, ...]) -> str:
    names = [name_alliances()[group] for group in inside]
    if groups == list_alliances():
        if inside == groups:
            return say("Both alliances") if len(groups) == 2 else say("All alliances")
        return say("{alliances} only", alliances=list_all(names)) if inside else say("Neither alliance")
    return list_all(names) or say("None of these groups")


def _in_subregions(selection: Selection) -> tuple[str, ...]:
    inside = select_countries(Selection(subregions=selection.subregions)).inside
    return tuple(iso3 for iso3 in name_countries() if iso3 in inside)


def _subsets(groups: tuple[str, ...]) -> list[frozenset[str]]:
    found = [frozenset[str]()]
    for group in groups:
        found += [one | {group} for one in found]
    return found
