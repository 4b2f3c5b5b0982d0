"""Neighbours: every country can be left and reached, by name and on the map."""

import pytest

from geo.neighbours import DIRECTIONS, list_neighbours
from geo.places import name_countries


def test_names_form_a_ring_through_all_countries() -> None:
    at, seen = "ATG", []
    for _ in name_countries():
        seen.append(at)
        at = next(one.iso3 for one in list_neighbours(at) if one.way == "next")
    assert at == "ATG"
    assert sorted(seen) == sorted(name_countries())
    for iso3 in name_countries():
        ways = {one.way: one.iso3 for one in list_neighbours(iso3)}
        assert {one.way: one.iso3 for one in list_neighbours(ways["next"])}["previous"] == iso3


def test_the_map_leads_where_it_is_drawn() -> None:
    ways = {one.way: one.name for one in list_neighbours("HND")}
    assert ways == {
        "previous": "Haiti", "next": "Jamaica", "left": "Guatemala", "right": "Jamaica", "up": "Belize", "down": "Nicaragua",
    }  # fmt: skip
    # Nothing of the atlas lies north of Mexico.
    assert "up" not in {one.way for one in list_neighbours("MEX")}


@pytest.mark.parametrize("iso3", name_countries())
def test_no_country_is_its_own_neighbour(iso3: str) -> None:
    found = list_neighbours(iso3)
    assert iso3 not in {one.iso3 for one in found}
    assert {"previous", "next"} < {one.way for one in found} <= {"previous", "next", *DIRECTIONS}


def test_an_unknown_country_is_an_error() -> None:
    with pytest.raises(KeyError):
        list_neighbours("ELS")
