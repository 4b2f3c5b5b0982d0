"""Which countries a selection leaves, and which filter it names when none is left."""

from dataclasses import replace

from hypothesis import given

from data.store import load_table
from geo.places import find_subregion
from geo.selection import CountrySets, Selection, explain_empty, find_members, list_members, select_countries
from tests.strategies import ALLIANCES, LAWS, SUBREGIONS, selections, subsets

EVERYONE = frozenset(load_table("countries")["iso3"])


def test_no_filter_leaves_every_country_and_makes_no_member() -> None:
    assert select_countries(Selection()) == CountrySets(EVERYONE, frozenset())
    assert not Selection().filters_countries


def test_any_all_and_none_of_two_groups() -> None:
    pair = ("andean_community", "us_drug_majors_not_certified")
    assert find_members(pair, "any") == {"BOL", "COL", "ECU", "PER", "VEN"}
    assert find_members(pair, "all") == {"BOL"}
    assert find_members(pair, "none") == EVERYONE - {"BOL", "COL", "ECU", "PER", "VEN"}


def test_highlighting_members_leaves_the_others_in() -> None:
    only = Selection(subregions=("south_america",), alliances=("andean_community",))
    highlight = replace(only, members="highlight")
    assert select_countries(only).inside == {"BOL", "COL", "ECU", "PER"}
    assert select_countries(highlight).inside > select_countries(only).inside
    assert select_countries(highlight).members == select_countries(only).members
    assert "MEX" not in select_countries(highlight).inside
    assert only.filters_countries
    assert not replace(highlight, subregions=()).filters_countries


def test_a_group_without_named_members_has_none() -> None:
    assert list_members("clasi") == ()
    assert list_members("caribbean_court_of_justice") == ("BLZ", "BRB", "GUY")


def test_an_empty_selection_names_the_filter_to_loosen() -> None:
    both = Selection(subregions=("caribbean",), alliances=("andean_community",))
    alliance = Selection(alliances=("andean_community", "sica"), match="all")
    assert "sub-region or the alliance filter" in explain_empty(both)
    assert explain_empty(alliance).startswith("No country meets the alliance filter")
    assert "sub-region" not in explain_empty(alliance)
    assert explain_empty(replace(alliance, subregions=("caribbean",))) == explain_empty(alliance)


@LAWS
@given(selections())
def test_only_countries_of_the_chosen_subregions_and_groups_are_inside(selection: Selection) -> None:
    sets = select_countries(selection)
    assert sets.inside <= EVERYONE
    if selection.subregions:
        assert {find_subregion(iso3) for iso3 in sets.inside} <= set(selection.subregions)
    if selection.alliances and selection.members == "only":
        assert sets.inside <= sets.members
    if not selection.filters_countries:
        assert sets.inside == EVERYONE


@LAWS
@given(subsets(ALLIANCES, least=1))
def test_none_is_the_complement_of_any_and_all_is_part_of_it(alliances: tuple[str, ...]) -> None:
    in_any, in_none = find_members(alliances, "any"), find_members(alliances, "none")
    assert in_any | in_none == EVERYONE
    assert not in_any & in_none
    assert find_members(alliances, "all") <= in_any
    assert find_members(alliances[:1], "all") == find_members(alliances[:1], "any")


@LAWS
@given(selections(), subsets(SUBREGIONS, least=1))
def test_subregions_add_up_and_order_does_not_matter(selection: Selection, subregions: tuple[str, ...]) -> None:
    together = select_countries(replace(selection, subregions=subregions)).inside
    apart = [select_countries(replace(selection, subregions=(one,))).inside for one in subregions]
    assert together == frozenset().union(*apart)
    assert sum(map(len, apart)) == len(together)
    assert together == select_countries(replace(selection, subregions=subregions[::-1])).inside


@LAWS
@given(selections())
def test_an_empty_selection_always_gets_a_sentence_that_helps(selection: Selection) -> None:
    if select_countries(selection).inside:
        return
    sentence = explain_empty(selection)
    assert "filter" in sentence
    assert sentence.endswith(".")
    if not selection.subregions:
        assert "sub-region" not in sentence
