"""How groups overlap: every country in exactly one set of the groups that it is in, counted and told in words."""

from dataclasses import dataclass, replace
from functools import cache

from data.store import load_records
from geo.alliances import COOPERATION, build_profiles, list_alliances
from geo.places import name_alliances, name_countries, name_places
from geo.selection import Selection, list_members, select_countries

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
    where = " or ".join(name_places("subregions")[one] for one in selection.subregions)
    of = f"{overlap.of} countries of {where}" if where else f"{overlap.of} countries"
    first, *rest = overlap.sets
    parts = [f"{len(one.countries)} {_tell_label(one)}" for one in rest]
    verb = "is" if len(first.countries) == 1 else "are"
    return f"{len(first.countries)} of {of} {verb} in {_tell_label(first).removeprefix('in ')}, {', '.join(parts)}"


def tell_base() -> str:
    """Return what the counts are of: members as the documents name them, by alliance, with the document."""
    parts = [f"{len(one.members)} {one.role}s of the {one.short_name} ({one.source})" for one in build_profiles()]
    return f"Members as the documents name them: {', '.join(parts)}."


def _tell_label(one: GroupSet) -> str:
    if not one.inside:
        return "in neither"
    names = " and ".join(f"the {name_alliances()[group]}" for group in one.inside)
    return f"in {one.label[:1].lower()}{one.label[1:]}" if not one.outside else f"in {names} only"


def _make_set(inside: tuple[str, ...], groups: tuple[str, ...], countries: tuple[str, ...]) -> GroupSet:
    outside = tuple(group for group in groups if group not in inside)
    return GroupSet(inside, outside, _label(inside, groups), countries)


def _label(inside: tuple[str, ...], groups: tuple[str, ...]) -> str:
    names = [name_alliances()[group] for group in inside]
    if groups == list_alliances():
        everyone = "Both alliances" if len(groups) == 2 else "All alliances"
        return everyone if inside == groups else f"{' and '.join(names)} only" if inside else "Neither alliance"
    return " and ".join(names) or "None of these groups"


def _in_subregions(selection: Selection) -> tuple[str, ...]:
    inside = select_countries(Selection(subregions=selection.subregions)).inside
    return tuple(iso3 for iso3 in name_countries() if iso3 in inside)


def _subsets(groups: tuple[str, ...]) -> list[frozenset[str]]:
    found = [frozenset[str]()]
    for group in groups:
        found += [one | {group} for one in found]
    return found
