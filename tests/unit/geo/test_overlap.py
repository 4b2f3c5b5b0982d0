"""Overlap: every country in exactly one set, and each set is the filter that it stands for."""

from dataclasses import replace

import pytest
from hypothesis import given

from geo.alliances import list_alliances
from geo.figures.groups import draw_overlap, draw_set_map, list_sets
from geo.overlap import (
    build_alliance_sets,
    build_overlap,
    choose_groups,
    default_groups,
    is_selected,
    meet_condition,
    read_set,
    tell_base,
    tell_overlap,
)
from geo.selection import Selection, list_members, select_countries
from tests.strategies import ALLIANCES, LAWS, SUBREGIONS, selections, subsets

LAC = Selection()


def test_the_alliances_in_four_sets() -> None:
    overlap = build_alliance_sets(LAC)
    found = {one.label: set(one.countries) for one in overlap.sets}
    idb, eu_lac = (set(list_members(one)) for one in list_alliances())
    assert list(found) == ["Both alliances", "IDB Alliance only", "EU-LAC Alliance only", "Neither alliance"]
    assert found["Both alliances"] == idb & eu_lac
    assert found["IDB Alliance only"] == {"ARG", "BHS", "GUY", "SUR"}
    assert found["EU-LAC Alliance only"] == {"COL", "GRD", "MEX", "TTO"}
    assert [len(one) for one in found.values()] == [14, 4, 4, 11]
    assert tell_overlap(overlap, LAC) == (
        "14 of 33 countries are in both alliances, 4 in the IDB Alliance only, 4 in the EU-LAC Alliance only, 11 in neither"
    )
    assert "18 founding members of the IDB Alliance (news article of 13 December 2024, p. 1)" in tell_base()


def test_a_subregion_narrows_the_sets_and_a_group_filter_does_not() -> None:
    caribbean = replace(LAC, subregions=("caribbean",))
    assert build_alliance_sets(replace(LAC, alliances=("sica",))) == build_alliance_sets(LAC)
    assert build_alliance_sets(caribbean).of == len(select_countries(caribbean).inside) < 33
    assert "countries of Caribbean are in both" in tell_overlap(build_alliance_sets(caribbean), caribbean)


@LAWS
@given(subsets(ALLIANCES, most=len(ALLIANCES)), subsets(SUBREGIONS))
def test_each_country_is_in_exactly_one_set(groups: tuple[str, ...], subregions: tuple[str, ...]) -> None:
    selection = Selection(subregions=subregions)
    overlap = build_overlap(groups, selection)
    countries = [iso3 for one in overlap.sets for iso3 in one.countries]
    assert len(countries) == len(set(countries)) == overlap.of
    assert set(countries) == select_countries(selection).inside
    sizes = [len(one.countries) for one in overlap.sets]
    assert sizes == sorted(sizes, reverse=True)
    assert 0 not in sizes


@LAWS
@given(subsets(ALLIANCES, least=1, most=6), subsets(SUBREGIONS))
def test_a_clicked_set_is_the_filter_that_leaves_its_countries(
    groups: tuple[str, ...], subregions: tuple[str, ...]
) -> None:
    overlap = build_overlap(groups, Selection(subregions=subregions))
    for one in overlap.sets:
        found = read_set(one.set_id)
        assert found == (one.inside, one.outside)
        clicked = Selection(subregions=subregions, alliances=one.inside, match="all", without=one.outside)
        assert select_countries(clicked).inside == set(one.countries)
        assert meet_condition(clicked) == one.countries
        assert [other for other in overlap.sets if is_selected(other, clicked)] == [one]


@pytest.mark.parametrize("text", ["", "HND", "idb_alliance", "idb_alliance|nato", "nato|"])
def test_what_is_no_set_is_not_read_as_one(text: str) -> None:
    assert read_set(text) is None


def test_the_set_without_a_condition_is_the_way_out() -> None:
    assert read_set("|") == ((), ())
    assert not any(is_selected(one, LAC) for one in build_alliance_sets(LAC).sets)


def test_any_of_two_groups_is_no_single_set() -> None:
    both = build_alliance_sets(LAC).sets[0]
    assert not is_selected(both, Selection(alliances=list_alliances(), match="any"))
    assert is_selected(both, Selection(alliances=list_alliances(), match="all"))
    neither = build_alliance_sets(LAC).sets[-1]
    assert is_selected(neither, Selection(alliances=list_alliances(), match="none"))


@LAWS
@given(selections(), subsets(ALLIANCES))
def test_the_chart_always_has_the_groups_that_the_filters_name(selection: Selection, chosen: tuple[str, ...]) -> None:
    groups = choose_groups(chosen, selection)
    assert set(groups) >= {*selection.alliances, *selection.without, *chosen}
    assert chosen or set(groups) >= set(default_groups())


@LAWS
@given(selections())
def test_the_map_colours_only_members_inside_the_filter(selection: Selection) -> None:
    overlap = build_alliance_sets(selection)
    drawn = draw_set_map(overlap, selection, "")
    inside = select_countries(selection).inside
    named = {iso3 for alliance in list_alliances() for iso3 in list_members(alliance)}
    for iso3, area in drawn["areas"].items():
        assert area["in"] == (iso3 in inside)
        assert not (area["class"] is not None and iso3 not in named)
    shown = sum(entry["count"] for entry in drawn["classes"]) + (drawn["plain"] or {"count": 0})["count"]
    assert shown == len(inside)
    # What is dotted is said in the legend.
    dotted = sum(area["in"] and area["member"] for area in drawn["areas"].values())
    assert (drawn["members"] or {"count": 0})["count"] == dotted


def test_lists_and_chart_mark_the_chosen_set() -> None:
    only_idb = Selection(alliances=("idb_alliance",), match="all", without=("eu_lac_alliance",))
    lists = list_sets(build_alliance_sets(only_idb), only_idb, "ARG")
    assert [one["label"] for one in lists["sets"] if one["pressed"]] == ["IDB Alliance only"]
    assert len({one["sign"] for one in lists["sets"]}) == 3
    chart = draw_overlap(build_overlap(list_alliances(), only_idb), only_idb)
    assert [column["in"] for column in chart["columns"] if column["pressed"]] == [[True, False]]
    assert [(row["id"], row["count"]) for row in chart["rows"]] == [("idb_alliance", 18), ("eu_lac_alliance", 18)]
