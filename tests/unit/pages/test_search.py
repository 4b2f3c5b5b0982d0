"""Where each result of the search leads: to a page that exists, showing what was chosen."""

import pytest

from data.store import load_records
from geo.country_card import list_places
from geo.places import name_alliances
from geo.search_index import list_entries
from pages.kit.router import PAGES
from pages.kit.search import Target, find_target


def test_everything_in_the_index_leads_somewhere() -> None:
    slugs = {entry.slug for entry in PAGES}
    for entry in list_entries():
        target = find_target(entry["id"])
        assert target, entry["id"]
        assert target.slug in slugs
        place = target.changes.get("place", "BRA")
        assert place in list_places()


def test_every_page_can_be_gone_to() -> None:
    assert [find_target(f"page/{entry.slug}") for entry in PAGES] == [Target(entry.slug) for entry in PAGES]


@pytest.mark.parametrize(
    ("picked", "target"),
    [
        ("place/HND", Target("country", {"place": "HND"})),
        ("place/caribbean", Target("country", {"place": "caribbean"})),
        ("indicator/homicide_rate", Target("violence", {"indicator": "homicide_rate"})),
        ("indicator/judges_per_100k", Target("prisons", {"indicator": "judges_per_100k"})),
        ("decision/DCI-ALA/2008/019-670", Target("money", {"record": "DCI-ALA/2008/019-670", "measure": "committed"})),
        ("contract/145910", Target("money", {"record": "145910", "measure": "contracted"})),
        ("group/sica", Target("alliances", {"alliance": ("sica",), "match": "any", "without": ()})),
        ("group/clasi", Target("alliances")),
    ],
)
def test_a_result_leads_to_its_page(picked: str, target: Target) -> None:
    assert find_target(picked) == target


@pytest.mark.parametrize(
    "picked", ["", "place/ELS", "indicator/femicides", "contract/1", "page/admin", "nonsense", "decision/x"]
)
def test_what_does_not_exist_leads_nowhere(picked: str) -> None:
    assert find_target(picked) is None


def test_a_group_whose_members_are_not_named_is_no_filter() -> None:
    for row in load_records("alliances"):
        target = find_target(f"group/{row['alliance_id']}")
        assert target
        assert bool(target.changes) == (row["alliance_id"] in name_alliances())
