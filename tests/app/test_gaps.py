"""The page on gaps, and the search box that every page has."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from geo.search_index import find_search_file
from pages.kit.router import PAGES
from tests.app.reading import components, drawn, heading, link, told, words

Open = Callable[..., AppTest]


def test_the_page_opens_on_the_whole_region(open_page: Open) -> None:
    app = open_page("gaps")
    assert heading(app) == "The annexes cover 27 of 33 countries; prosecutors are reported by 10"
    matrix = drawn(app, "matrix")
    assert len(matrix["rows"]) == 33
    assert len(matrix["columns"]) == 13
    assert matrix["pick"] == "cell"
    assert link(app) == {
        "v": "1",
        "lang": "en",
        "subregion": "",
        "alliance": "",
        "match": "any",
        "without": "",
        "place": "",
        "cell": "",
    }
    assert "panel" not in components(app)
    assert not app.error


def test_a_link_to_a_cell_opens_its_panel(open_page: Open) -> None:
    app = open_page("gaps", place="VEN", cell="prosecutors_per_100k")
    panel = drawn(app, "panel")
    assert panel["title"] == "Venezuela: prosecutors"
    assert panel["subtitle"] == "Printed, but not placeable"
    assert drawn(app, "matrix")["selected_cell"] == "VEN/prosecutors_per_100k"
    assert link(app)["cell"] == "prosecutors_per_100k"
    assert not app.warning


def test_an_unknown_cell_is_told_and_left_out(open_page: Open) -> None:
    app = open_page("gaps", place="VEN", cell="femicides")
    assert told(app) == [
        'The link asks for the indicator of a cell "femicides", which the atlas does not have. Showing the view without it.'
    ]
    assert drawn(app, "panel")["title"] == "Venezuela"
    assert link(app)["cell"] == ""


def test_a_filter_leaves_its_countries_only(open_page: Open) -> None:
    app = open_page("gaps", subregion="caribbean", alliance="idb_alliance", without="eu_lac_alliance")
    shown = {row["id"] for row in drawn(app, "matrix")["rows"]}
    assert shown
    assert "HND" not in shown
    assert f"of {len(shown)} countr" in heading(app)


def test_a_filter_that_leaves_no_country_says_which_to_loosen(open_page: Open) -> None:
    app = open_page("gaps", subregion="caribbean", alliance="southern_cone")
    assert heading(app) == "No country is left by these filters"
    assert "Loosen the sub-region or the alliance filter" in words(app)
    assert "matrix" not in components(app)


def test_highlighting_members_elsewhere_does_not_widen_the_matrix(open_page: Open) -> None:
    app = open_page("violence", alliance="sica", members="highlight")
    app.switch_page("pages/gaps.py").run()
    assert len(drawn(app, "matrix")["rows"]) == 7
    assert "members" not in link(app)


def test_a_ranking_without_doubtful_values_is_one_click_away(open_page: Open) -> None:
    app = open_page("gaps", subregion="caribbean,south_america")
    app.button(key="rank_judges_per_100k").click().run()
    assert heading(app).startswith("Costa Rica") is False
    assert link(app) == link(app) | {
        "indicator": "judges_per_100k",
        "doubtful": "hide",
        "subregion": "caribbean,south_america",
    }
    assert "CHL" not in {row["id"] for row in drawn(app, "ranking")["rows"]}


@pytest.mark.parametrize("slug", [entry.slug for entry in PAGES])
def test_every_page_has_the_same_search_box(open_page: Open, slug: str) -> None:
    box = drawn(open_page(slug), "search")
    # What differs is only how the map of a page follows the filters.
    assert box | {"ahead": None} == drawn(open_page("gaps"), "search")
    assert box["src"] == f"app/static/{find_search_file().name}"
    assert {page["id"] for page in box["pages"]} == {f"page/{entry.slug}" for entry in PAGES}
    # The index is a file: it is not sent with every run.
    assert "entries" not in box
