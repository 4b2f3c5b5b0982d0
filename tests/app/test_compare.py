"""The comparison: its state is its link, pins are six at most, and what it says claims no effect."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.reading import components, drawn, heading, link, told, words

Open = Callable[..., AppTest]


def test_the_page_opens_on_need_beside_money_and_says_that_it_shows_no_effect(open_page: Open) -> None:
    app = open_page("compare")
    assert not app.exception
    assert not app.error
    assert heading(app) == "Homicide rate against amount committed: no clear relation over 27 countries"
    assert "shows no effect" in words(app)
    assert {"scatter", "relation", "map", "classes", "table"} <= components(app)
    assert not {"card", "side_by_side"} & components(app)
    assert link(app) == link(app) | {"x": "homicide_rate", "y": "committed", "scale": "linear", "pins": ""}


def test_a_ready_view_changes_both_measures_and_keeps_the_place(open_page: Open) -> None:
    app = open_page("compare", x="rule_of_law", y="police_per_100k", place="JAM")
    app.button(key="ready_prison_occupancy_pct_contracted").click().run()
    assert link(app) == link(app) | {"x": "prison_occupancy_pct", "y": "contracted", "place": "JAM"}
    assert drawn(app, "scatter")["selected"] == "JAM"
    assert drawn(app, "scatter")["upwards"]["title"] == "Amount contracted"


def test_two_indicators_carry_no_warning_on_money(open_page: Open) -> None:
    app = open_page("compare", x="rule_of_law", y="police_per_100k")
    assert not app.info


def test_a_logarithmic_axis_says_what_becomes_of_zero_and_of_scores(open_page: Open) -> None:
    money = drawn(open_page("compare", scale="log"), "scatter")
    assert money["upwards"]["band"] > 0
    assert money["across"]["band"] == 0
    assert "a band of their own at 0" in money["note"]
    scores = drawn(open_page("compare", x="rule_of_law", scale="log"), "scatter")
    assert "its axis stays linear" in scores["note"]


def test_the_chosen_country_is_pinned_and_unpinned_by_its_button(open_page: Open) -> None:
    app = open_page("compare", place="JAM", pins="HND")
    app.button(key="pin").click().run()
    assert link(app)["pins"] == "HND,JAM"
    assert [one["id"] for one in drawn(app, "side_by_side")["countries"]] == ["HND", "JAM"]
    app.button(key="pin").click().run()
    assert link(app)["pins"] == "HND"


def test_a_seventh_pin_is_refused_with_a_sentence(open_page: Open) -> None:
    six = "HND,JAM,SLV,COL,PER,CHL"
    app = open_page("compare", place="BRA", pins=six)
    assert app.button(key="pin").disabled
    assert "6 countries are pinned" in words(app)
    assert not told(app)
    linked = open_page("compare", pins=f"{six},BRA,MEX")
    assert told(linked) == ["The link pins 8 countries; at most 6 can stand side by side. Left out: Brazil, Mexico."]
    assert link(linked)["pins"] == six


def test_pins_outlive_filters_and_their_reset(open_page: Open) -> None:
    app = open_page("compare", pins="HND,JAM", subregion="south_america", x="rule_of_law")
    assert len(drawn(app, "side_by_side")["countries"]) == 2
    app.button(key="reset").click().run()
    assert link(app) == link(app) | {"pins": "HND,JAM", "x": "rule_of_law", "subregion": ""}


def test_a_region_cannot_be_pinned(open_page: Open) -> None:
    app = open_page("compare", place="central_america")
    assert "card" in components(app)
    assert "pin" not in {one.key for one in app.button}


def test_filters_that_leave_nothing_are_told_and_the_pins_stay(open_page: Open) -> None:
    app = open_page("compare", subregion="caribbean", alliance="andean_community", pins="HND,JAM")
    assert not app.exception
    assert "scatter" not in components(app)
    assert "side_by_side" in components(app)
    assert "Loosen the sub-region or the alliance filter" in words(app)


@pytest.mark.parametrize(
    ("name", "noun", "instead"),
    [
        ("x", "measure across", "Showing: homicide rate."),
        ("y", "measure upwards", "Showing: amount committed."),
        ("scale", "scale", "Showing the default."),
    ],
)
def test_an_unknown_part_of_a_link_is_told_and_replaced(open_page: Open, name: str, noun: str, instead: str) -> None:
    app = open_page("compare", **{name: "nonsense"})
    assert told(app) == [f'The link asks for the {noun} "nonsense", which the atlas does not have. {instead}']
    assert link(app)[name] == link(open_page("compare"))[name]


def test_rows_can_be_downloaded_and_pins_too_once_there_are_some(open_page: Open) -> None:
    assert len(open_page("compare").get("download_button")) == 1
    assert len(open_page("compare", pins="HND").get("download_button")) == 2
