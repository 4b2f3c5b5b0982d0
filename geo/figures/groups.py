"""What the page on alliances draws of sets of countries: a map, lists that can be clicked, and the overlap of many groups."""

from itertools import cycle
from typing import Any

from geo.alliances import cite_standings
from geo.figures import summary
from geo.figures.choropleth import frame_map
from geo.findings import count_countries
from geo.messages import say, say_count
from geo.overlap import GroupSet, Overlap, is_selected
from geo.places import name_alliances, name_countries
from geo.selection import Selection, select_countries
from geo.spelling import join_clauses, list_all, lower_start, name_value

# Apart in hue and in lightness, for colour-blind readers and in grey; "all" is dotted as well, and each set is named.
SET_COLOURS = (
    {"light": "#c3b4dd", "dark": "#7d68ad"},
    {"light": "#f5cc8a", "dark": "#f2cd94"},
    {"light": "#286f98", "dark": "#205a83"},
    {"light": "#889a5b", "dark": "#8fa05c"},
)


def draw_set_map(overlap: Overlap, selection: Selection, country: str) -> dict[str, Any]:
    """Return the map of the alliances' disjoint sets; countries in all of them are dotted, those in none have no colour."""
    sets = {iso3: one for one in overlap.sets for iso3 in one.countries}
    filtered = select_countries(selection)
    drawn = [one for one in overlap.sets if one.inside]
    counts = {one.set_id: sum(iso3 in filtered.inside for iso3 in one.countries) for one in overlap.sets}
    outside = len(name_countries()) - len(filtered.inside)
    first, last = overlap.sets[0], overlap.sets[-1]
    dotted, meaning = frozenset(first.countries), say("Dotted: {set}", set=lower_start(first.label))
    if selection.asks_membership and selection.members == "highlight":
        dotted, meaning = filtered.members, say("Dotted: meets the condition")
    sets_told = join_clauses(name_value(one.label, _name(one.countries) or say("no country")) for one in overlap.sets)
    summary = say("Map of the alliances. {sets}.", sets=sets_told)
    return frame_map(country, say("members of the alliances"), summary, "") | {
        "classes": [
            {"label": one.label, "count": counts[one.set_id], **colours}
            for one, colours in zip(drawn, cycle(SET_COLOURS), strict=False)
        ],
        "missing": None,
        "plain": _entry(last.label, counts[last.set_id]),
        "outside_filter": _entry(say("Outside the filter"), outside),
        "doubtful": None,
        "members": _entry(meaning, len(dotted & filtered.inside)),
        "areas": {
            iso3: _area(iso3, name, sets.get(iso3), drawn) | {"in": iso3 in filtered.inside, "member": iso3 in dotted}
            for iso3, name in name_countries().items()
        },
        "marks": [],
    }


def list_sets(overlap: Overlap, selection: Selection, country: str) -> dict[str, Any]:
    """Return the alliances' sets as lists: heading and names, each of which can be clicked."""
    inside = select_countries(selection).inside
    drawn = [one for one in overlap.sets if one.inside]
    colours = {one.set_id: pair for one, pair in zip(drawn, cycle(SET_COLOURS), strict=False)}
    return {
        "label": say("Sets of countries by membership"),
        "hint": say("A heading filters every page by its set"),
        "selected": country or None,
        "sets": [
            {
                "id": one.set_id,
                "label": one.label,
                "count": len(one.countries),
                "sign": "dotted" if one is overlap.sets[0] else "filled" if one.inside else "plain",
                "pressed": is_selected(one, selection),
                "countries": [
                    {"id": iso3, "name": name_countries()[iso3], "in": iso3 in inside} for iso3 in one.countries
                ],
                **colours.get(one.set_id, {"light": "", "dark": ""}),
            }
            for one in overlap.sets
        ],
    }


def draw_overlap(overlap: Overlap, selection: Selection) -> dict[str, Any]:
    """Return the overlap of many groups: a row a group, a column a set of countries, the largest first."""
    names = name_alliances()
    groups = sorted(zip(overlap.groups, overlap.counts, strict=True), key=lambda pair: -pair[1])
    return {
        "label": say_count(
            "{number} countries in {n} set by the groups that they are in",
            "{number} countries in {n} sets by the groups that they are in",
            len(overlap.sets),
            number=overlap.of,
        ),
        "summary": summary.join(
            summary.tell_ends([(names[group], count_countries(count)) for group, count in groups]),
            summary.tell_ends([(describe_set(one), count_countries(len(one.countries))) for one in overlap.sets]),
        ),
        "rows": [{"id": group, "label": names[group], "count": count} for group, count in groups],
        "columns": [
            {
                "id": one.set_id,
                "count": len(one.countries),
                "label": describe_set(one),
                "countries": _name(one.countries),
                "in": [group in one.inside for group, _ in groups],
                "pressed": is_selected(one, selection),
            }
            for one in overlap.sets
        ],
        "hint": say(
            "Point at a column, or move to it with the arrow keys, to read its countries; "
            "a click or Enter filters every page by it."
        ),
    }


def describe_set(one: GroupSet) -> str:
    """Return a set in words: the groups that its countries are in, and that they are in no other of the chart."""
    names = name_alliances()
    if not one.inside:
        return say("In none of these groups")
    groups = list_all(names[group] for group in one.inside)
    if one.outside:
        return say("In {groups}, in no other of these groups", groups=groups)
    return say("In {groups}", groups=groups)


def _area(iso3: str, name: str, one: GroupSet | None, drawn: list[GroupSet]) -> dict[str, Any]:
    index = drawn.index(one) if one in drawn else None
    return {
        "name": name,
        "class": index,
        "text": one.label if one else say("Outside the filter"),
        "lines": cite_standings(iso3),
        "status": "ok" if index is not None else "none",
    }


def _name(countries: tuple[str, ...]) -> str:
    return ", ".join(name_countries()[iso3] for iso3 in countries)


def _entry(label: str, count: int) -> dict[str, Any] | None:
    return {"label": label, "count": count} if count else None
