"""The map answers a choice before the run of the page does, and the run has the last word."""

import pytest
from playwright.sync_api import Route, expect

from tests.browser.gate import Gate
from tests.browser.window import Window

pytestmark = pytest.mark.browser


def test_the_map_comes_before_the_run_and_the_run_confirms_it(window: Window) -> None:
    gate = Gate(window)
    window.open("prisons")
    headline = window.headline.inner_text()
    gate.is_shut = True
    window.choose("indicator", "Police")
    expect(window.drawing).to_have_attribute("aria-label", "Map: Police")
    window.choose("subregion", "Caribbean")
    expect(window.country("BRA")).to_contain_class("outside")
    assert window.headline.inner_text() == headline, "the run has not answered yet"
    assert "police" not in window.page.url
    gate.open()
    window.expect_parameters(indicator="police_per_100k", subregion="caribbean")
    expect(window.headline).not_to_have_text(headline)
    expect(window.drawing).to_have_attribute("aria-label", "Map: Police")
    expect(window.country("BRA")).to_contain_class("outside")


def test_the_map_of_a_lit_option_is_there_when_it_is_chosen(window: Window) -> None:
    gate = Gate(window)
    window.open("prisons")
    first = window.drawing.get_attribute("aria-label")
    box = window.widget("indicator").get_by_role("combobox")
    with window.page.expect_response("**/ahead/**indicator=police_per_100k**") as expected:
        box.fill("Police")
    expected.value.finished()
    expect(window.drawing, "lit is not chosen").to_have_attribute("aria-label", first or "")
    assert "police" not in window.page.url
    gate.is_shut = True
    asked: list[str] = []
    window.page.on("request", lambda request: asked.append(request.url))
    box.press("Enter")
    expect(window.drawing).to_have_attribute("aria-label", "Map: Police")
    assert [one for one in asked if "/ahead/" in one] == [], "it was here already"
    gate.open()
    window.expect_parameters(indicator="police_per_100k")


def test_without_the_answer_the_map_comes_with_the_run(window: Window) -> None:
    window.page.route("**/ahead/**", lambda route: route.abort())
    window.open("prisons")
    window.choose("indicator", "Police")
    window.expect_parameters(indicator="police_per_100k")
    expect(window.drawing).to_have_attribute("aria-label", "Map: Police")
    assert [one for one in window.complaints if "ahead" not in one] == []


def test_a_value_taken_off_by_keyboard_is_followed_too(window: Window) -> None:
    gate = Gate(window)
    window.open("prisons?v=1&subregion=caribbean")
    expect(window.country("BRA")).to_contain_class("outside")
    gate.is_shut = True
    window.widget("subregion").get_by_role("combobox").focus()
    window.page.keyboard.press("Backspace")
    expect(window.country("BRA")).not_to_contain_class("outside")
    gate.open()
    window.expect_parameters(subregion="")
    expect(window.country("BRA")).not_to_contain_class("outside")


def test_an_answer_that_comes_after_the_run_paints_nothing(window: Window) -> None:
    late: list[Route] = []

    def hold(route: Route) -> None:
        late.append(route)

    window.page.route("**/ahead/prisons?*", hold)  # not the sketch before it
    window.open("prisons")
    window.choose("subregion", "Caribbean")
    expect(window.country("BRA"), "the run's own").to_contain_class("outside")
    window.page.keyboard.press("Escape")
    expect(window.page.get_by_role("listbox")).to_have_count(0)
    window.page.get_by_role("button", name="Reset filters").click()
    window.expect_parameters(subregion="")
    expect(window.country("BRA")).not_to_contain_class("outside")
    window.wait_for_run()
    assert late[0].request.failure == "net::ERR_ABORTED"
    expect(window.country("BRA")).not_to_contain_class("outside")


def test_a_choice_that_was_taken_back_is_not_asked_for_again(window: Window) -> None:
    gate = Gate(window)
    window.open("prisons")
    window.choose("subregion", "South America")
    window.expect_parameters(subregion="south_america")
    window.page.keyboard.press("Escape")
    expect(window.page.get_by_role("listbox")).to_have_count(0)
    window.widget("subregion").get_by_role("button", name="Clear all").click()
    window.expect_parameters(subregion="")
    window.wait_for_run()
    gate.is_shut = True
    window.choose("subregion", "Caribbean")
    expect(window.country("BRA")).to_contain_class("outside")
    gate.open()
    window.expect_parameters(subregion="caribbean")
    expect(window.country("BRA")).to_contain_class("outside")
