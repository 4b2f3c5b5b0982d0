"""Money beside need: what the browser answered decides between the scene and flat maps; its state is its link."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from pages.kit import need_parts
from tests.app.reading import components, drawn, heading, link, told, words

Open = Callable[..., AppTest]


def answered(app: AppTest, answer: str) -> AppTest:
    app.session_state["need_screen"] = answer
    return app.run()


def scenes(app: AppTest) -> list[dict[str, Any]]:
    return [json.loads(one.proto.json) for one in app.get("deck_gl_json_chart")]


def test_the_page_asks_the_browser_before_it_draws(open_page: Open) -> None:
    app = open_page("need")
    assert not app.exception
    assert {"screen", "ranking", "table"} <= components(app)
    assert not scenes(app)
    assert "map" not in components(app)
    assert heading(app).startswith("Honduras has the highest homicide rate (91.6) and EUR 35.1 million committed")


def test_a_browser_with_3d_gets_one_scene_with_its_legend(open_page: Open) -> None:
    app = answered(open_page("need"), "wide dark")
    assert not app.exception
    assert len(scenes(app)) == 1
    assert {"relief_key", "ranking", "table"} <= components(app)
    assert "map" not in components(app)
    chart = app.get("deck_gl_json_chart")[0].proto
    assert chart.alt.startswith("Relief map. Height: money committed")
    assert not chart.mapbox_token


def test_a_browser_without_3d_is_told_and_gets_the_same_money_flat(open_page: Open) -> None:
    app = answered(open_page("need", measure="contracted", indicator="rule_of_law"), "flat light")
    assert not scenes(app)
    assert "WebGL is missing" in words(app)
    assert drawn(app, "map")["label"] == "Map: Amount contracted"
    assert drawn(app, "map_need")["label"] == "Map: Rule of law"
    assert "relief_key" not in components(app)


@pytest.mark.parametrize("answer", ["huge light", "wide", "wide purple", "", "<script>"])
def test_an_answer_that_is_none_is_not_taken(answer: str) -> None:
    assert not need_parts.read_answer(answer)
    assert need_parts.read_answer("narrow dark") == "narrow dark"


def test_the_whole_state_is_in_the_link(open_page: Open) -> None:
    asked = {
        "indicator": "judges_per_100k",
        "measure": "contracted",
        "arcs": "hide",
        "place": "GTM",
        "subregion": "central_america",
    }
    app = answered(open_page("need", **asked), "wide light")
    assert link(app) == link(app) | asked
    assert not told(app)
    assert drawn(app, "table")["selected"] == "GTM"
    assert "card" in components(app)
    assert not [one for one in scenes(app)[0]["layers"] if one["id"].startswith("arcs")]
    assert link(open_page("violence"))["indicator"] == "homicide_rate"


def test_arcs_are_hidden_by_their_switch_and_the_filters_stay(open_page: Open) -> None:
    app = answered(open_page("need", subregion="south_america"), "wide light")
    app.toggle(key="filter_arcs").set_value(False).run()
    assert link(app)["arcs"] == "hide"
    assert link(app)["subregion"] == "south_america"
    assert "The arcs are hidden" in drawn(app, "relief_key")["beside"]
    app.toggle(key="filter_arcs").set_value(True).run()
    assert link(app)["arcs"] == "show"


def test_only_the_reset_makes_a_new_camera(open_page: Open) -> None:
    app = answered(open_page("need"), "wide light")
    first = app.get("deck_gl_json_chart")[0].proto.id
    app.selectbox(key="filter_indicator").set_value("rule_of_law").run()
    app.selectbox(key="filter_measure").set_value("contracted").run()
    app.multiselect(key="filter_subregion").set_value(["caribbean"]).run()
    assert app.get("deck_gl_json_chart")[0].proto.id == first
    app.button(key="reset_view").click().run()
    assert app.get("deck_gl_json_chart")[0].proto.id != first
    assert link(app)["subregion"] == "caribbean"


def test_an_unknown_choice_on_arcs_is_told_and_replaced(open_page: Open) -> None:
    app = open_page("need", arcs="rainbow")
    assert told(app) == [
        'The link asks for the choice on arcs "rainbow", which the atlas does not have. Showing the default.'
    ]
    assert link(app)["arcs"] == "show"


def test_filters_that_leave_nothing_name_the_filter_to_loosen(open_page: Open) -> None:
    app = answered(open_page("need", subregion="caribbean", alliance="andean_community"), "wide light")
    assert "Loosen the sub-region or the alliance filter." in words(app)
    assert not scenes(app)
    assert not app.exception


def test_the_words_set_side_by_side_and_claim_nothing(open_page: Open) -> None:
    text = words(answered(open_page("need"), "wide light"))
    assert "A tall block shows neither that money helped nor that it failed" in text
    assert "Compare" in text
    assert "committed and contracted" not in text.lower()
