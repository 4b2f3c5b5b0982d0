"""Links: the same view on a fresh server, and a sentence for each part that does not exist."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.reading import components, drawn, heading, link, told, words
from tests.strategies import MAP_PAGES

Open = Callable[..., AppTest]


def test_a_link_opens_the_same_view_as_the_clicks_that_made_it(open_page: Open) -> None:
    clicked = open_page("prisons")
    clicked.selectbox(key="filter_indicator").set_value("police_per_100k").run()
    clicked.multiselect(key="filter_alliance").set_value(["eu_lac_alliance"]).run()
    clicked.selectbox(key="filter_members").set_value("highlight").run()
    clicked.selectbox(key="filter_place").set_value("TTO").run()
    opened = open_page("prisons", **link(clicked))
    assert link(opened) == link(clicked)
    assert heading(opened) == heading(clicked)
    for key in ("map", "ranking", "table", "card"):
        assert drawn(opened, key) == drawn(clicked, key)
    assert opened.selectbox(key="filter_members").value == "highlight"
    assert not opened.warning


def test_a_link_to_money_of_a_region_opens_its_card(open_page: Open) -> None:
    app = open_page("commitments", measure="contracted", place="caribbean")
    assert drawn(app, "card")["title"].startswith("Caribbean")
    assert drawn(app, "map")["selected"] == "caribbean"
    assert link(app)["measure"] == "contracted"
    assert not app.warning


def test_unknown_parts_are_named_in_sentences_and_replaced(open_page: Open) -> None:
    app = open_page("violence", indicator="femicides", place="ELS", subregion="caribbean,atlantis", v="7", colour="red")
    problems = told(app)
    assert len(problems) == 5
    assert (
        'The link asks for the indicator "femicides", which the atlas does not have. Showing: homicide rate.'
        in problems
    )
    assert all(name in " ".join(problems) for name in ('"ELS"', '"atlantis"', '"7"', '"colour"'))
    assert link(app) == link(app) | {"indicator": "homicide_rate", "place": "", "subregion": "caribbean", "v": "1"}
    assert "colour" not in link(app)
    assert not app.exception
    app.run()
    assert not app.warning


def test_an_indicator_of_another_page_is_explained(open_page: Open) -> None:
    app = open_page("violence", indicator="judges_per_100k")
    assert "which this page does not have" in told(app)[0]
    assert link(app)["indicator"] == "homicide_rate"


def test_the_overview_takes_any_indicator(open_page: Open) -> None:
    app = open_page("overview", indicator="judges_per_100k")
    assert not app.warning
    assert drawn(app, "map")["label"] == "Map: Judges and magistrates"


@pytest.mark.parametrize("slug", MAP_PAGES)
def test_an_empty_selection_names_the_filter_to_loosen(open_page: Open, slug: str) -> None:
    app = open_page(slug, subregion="caribbean", alliance="andean_community")
    assert "Loosen the sub-region or the alliance filter." in words(app)
    assert "map" not in components(app)
    assert not app.exception
    assert not app.error
    app.button(key="reset").click().run()
    assert "map" in components(app)


def test_a_link_changed_by_hand_wins_over_what_was_clicked(open_page: Open) -> None:
    app = open_page("violence")
    app.multiselect(key="filter_subregion").set_value(["caribbean"]).run()
    app.query_params["subregion"] = "south_america"
    app.run()
    assert app.multiselect(key="filter_subregion").value == ["south_america"]
    assert link(app)["subregion"] == "south_america"
    assert heading(app).startswith("Venezuela")


def test_embedding_parameters_stay_in_the_link(open_page: Open) -> None:
    app = open_page("violence", embed="true")
    assert not app.warning
    assert heading(app).startswith("Honduras")
