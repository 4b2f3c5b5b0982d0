"""The page on alliances: sets that become the filter of every page, and what stands beside them."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from geo.selection import list_members
from tests.app.reading import components, drawn, heading, link, told, words

Open = Callable[..., AppTest]

BOTH = {"alliance": "idb_alliance,eu_lac_alliance", "match": "all"}


def inside(app: AppTest) -> set[str]:
    """The countries that the map leaves inside the filter."""
    return {iso3 for iso3, area in drawn(app, "map")["areas"].items() if area.get("in", True)}


def test_the_page_opens_on_the_overlap_of_the_alliances(open_page: Open) -> None:
    app = open_page("alliances")
    assert not app.exception
    assert not app.error
    assert heading(app).startswith("14 of 33 countries are in both alliances")
    assert {"map", "sets", "upset", "matrix", "distribution"} <= components(app)
    assert len(inside(app)) == len(drawn(app, "matrix")["rows"]) == 33
    assert "condition" not in words(app).lower()


def test_a_link_to_a_set_expression_filters_and_is_told_in_words(open_page: Open) -> None:
    app = open_page("alliances", v="1", **BOTH, without="us_drug_majors")
    left = set(list_members("idb_alliance")) & set(list_members("eu_lac_alliance")) - set(
        list_members("us_drug_majors")
    )
    assert inside(app) == left == {row["id"] for row in drawn(app, "matrix")["rows"]}
    assert "5 countries: members of IDB Alliance and EU-LAC Alliance, not of US drug majors." in words(app)
    assert [row["label"] for row in drawn(app, "distribution")["rows"]][1] == "The others"
    # The overlap itself is not narrowed by the set that was chosen from it.
    assert sum(one["count"] for one in drawn(app, "sets")["sets"]) == 33
    assert "us_drug_majors" in {row["id"] for row in drawn(app, "upset")["rows"]}


def test_the_set_is_the_filter_of_other_pages_too(open_page: Open) -> None:
    app = open_page("alliances", v="1", **BOTH, without="us_drug_majors")
    app.switch_page("pages/violence.py").run()
    assert link(app)["without"] == "us_drug_majors"
    assert link(app)["alliance"] == "idb_alliance,eu_lac_alliance"
    assert len(drawn(app, "ranking")["rows"]) + len(drawn(app, "ranking")["missing"]) == 5


def test_groups_of_the_chart_are_in_the_url(open_page: Open) -> None:
    app = open_page("alliances")
    assert link(app)["groups"] == ""
    app.multiselect(key="filter_groups").set_value(["idb_alliance", "sica"]).run()
    assert link(app)["groups"] == "idb_alliance,sica"
    assert [row["id"] for row in drawn(app, "upset")["rows"]] == ["idb_alliance", "sica"]
    again = open_page("alliances", **link(app))
    assert drawn(again, "upset") == drawn(app, "upset")
    assert not told(again)


def test_a_set_without_countries_is_a_calm_sentence(open_page: Open) -> None:
    app = open_page("alliances", v="1", alliance="andean_community,sica", match="all")
    assert not app.exception
    assert not app.error
    assert "No country meets the alliance filter" in words(app)
    assert drawn(app, "matrix")["rows"] == []
    assert not inside(app)


def test_the_chosen_country_is_marked_everywhere(open_page: Open) -> None:
    app = open_page("alliances", v="1", place="HND")
    for key in ("map", "sets", "matrix", "distribution", "profile_idb_alliance"):
        assert drawn(app, key)["selected"] == "HND"
    assert drawn(app, "card")["title"] == "Honduras"


@pytest.mark.parametrize("indicator", ["rule_of_law", "prisoners_per_100k", "prosecutors_per_100k"])
def test_members_beside_the_others_for_any_indicator(open_page: Open, indicator: str) -> None:
    app = open_page("alliances", v="1", indicator=indicator)
    distribution = drawn(app, "distribution")
    assert [row["label"] for row in distribution["rows"]] == ["Both alliances", "One alliance only", "Neither alliance"]
    assert "no effect of membership" in words(app)
    assert "average" not in words(app)
