"""A changed filter repaints the map and leaves the rest: zoom, choice and history, at the cost of a small message."""

import json

import pytest
from playwright.sync_api import expect

from geo.map_file import find_map_file
from tests.browser.gate import Gate
from tests.browser.window import Window

pytestmark = pytest.mark.browser


def test_zoom_and_choice_outlive_a_filter(window: Window) -> None:
    window.open("violence")
    window.page.get_by_role("button", name="Zoom in").click()
    window.page.get_by_role("button", name="Zoom in").click()
    window.click_at(window.country("COL"))
    window.expect_place("COL", "Colombia")
    zoomed = window.world.get_attribute("transform")
    assert zoomed is not None
    assert zoomed.partition("scale(")[2].startswith("2.56"), "two steps of 1.6 each"
    fill = window.country("BRA").get_attribute("fill")
    window.drawing.evaluate("drawing => { drawing.drawnBefore = true }")

    window.choose("indicator", "Rule of law")
    window.expect_parameters(indicator="rule_of_law")
    expect(window.drawing).to_have_attribute("aria-label", "Map: Rule of law")
    expect(window.country("BRA")).not_to_have_attribute("fill", fill or "")
    window.choose("subregion", "South America")
    window.expect_parameters(subregion="south_america")
    expect(window.country("HND")).to_contain_class("outside")

    window.expect_place("COL", "Colombia")
    assert window.world.get_attribute("transform") == zoomed
    assert window.drawing.evaluate("drawing => drawing.drawnBefore"), "the map was drawn anew"


def test_back_and_forward_step_through_views(window: Window) -> None:
    window.open("violence?v=1&indicator=homicide_rate&subregion=&alliance=&match=any&members=only&doubtful=show&place=")
    first = window.headline.inner_text()
    window.choose("indicator", "Rule of law")
    window.expect_parameters(indicator="rule_of_law", place="")
    expect(window.headline).not_to_have_text(first)
    second = window.headline.inner_text()
    window.wait_for_run()
    window.bar("CHL").click()
    window.expect_place("CHL", "Chile")
    window.wait_for_run()

    window.page.go_back()
    window.expect_no_place()
    window.expect_parameters(indicator="rule_of_law")
    expect(window.headline).to_have_text(second)
    window.page.go_back()
    window.expect_parameters(indicator="homicide_rate", place="")
    expect(window.headline).to_have_text(first)
    expect(window.widget("indicator").get_by_role("combobox")).to_have_value("Homicide rate")
    window.page.go_forward()
    window.expect_parameters(indicator="rule_of_law", place="")
    expect(window.headline).to_have_text(second)
    # Going through the history is no new link, and so nothing to warn of.
    expect(window.page.get_by_test_id("stAlert")).to_have_count(0)


def test_a_choice_taken_back_before_its_address_came_stays_taken_back(window: Window) -> None:
    gate = Gate(window)
    window.open("violence")
    first = window.headline.inner_text()
    window.wait_for_run()
    gate.is_shut = True
    window.choose("indicator", "Rule of law")
    gate.wait_for_runs(1)  # it is over, and the browser has not heard of it
    window.choose("indicator", "Homicide rate")
    gate.wait_for_runs(2)
    gate.open()
    window.wait_for_run()
    window.expect_parameters(indicator="homicide_rate")
    window.choose("subregion", "South America")
    window.expect_parameters(indicator="homicide_rate", subregion="south_america")
    expect(window.headline).not_to_have_text(first)
    window.page.go_back()
    window.expect_parameters(indicator="homicide_rate", subregion="")
    expect(window.headline).to_have_text(first)


def test_a_button_before_the_address_of_a_choice_came_leaves_the_choice(window: Window) -> None:
    gate = Gate(window)
    window.open("violence")
    first = window.headline.inner_text()
    window.wait_for_run()
    gate.is_shut = True
    window.choose("indicator", "Rule of law")
    gate.wait_for_runs(1)
    window.page.get_by_role("button", name="Take it away").first.click()
    gate.wait_for_runs(2)
    gate.open()
    window.expect_parameters(indicator="rule_of_law")
    expect(window.headline).not_to_have_text(first)


def test_filter_change_sends_values_and_no_shapes(window: Window) -> None:
    window.open("violence")
    first = window.headline.inner_text()
    window.frames.clear()
    window.choose("indicator", "Rule of law")
    expect(window.drawing).to_have_attribute("aria-label", "Map: Rule of law")
    expect(window.headline).not_to_have_text(first)
    window.wait_for_run()

    assert b"Rule of law" in b"".join(window.frames), "the change was not recorded"
    assert sum(map(len, window.frames)) < 40_000
    brazil = json.loads(find_map_file().read_text(encoding="utf-8"))["areas"]["BRA"]["d"]
    assert brazil[:40].encode() not in b"".join(window.frames)
