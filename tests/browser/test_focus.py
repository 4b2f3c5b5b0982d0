"""The keyboard is never sent back to the top of the page: what it was on may go, the next sensible thing gets it."""

import pytest
from playwright.sync_api import Route, expect

from tests.browser.window import Window

pytestmark = pytest.mark.browser


def test_a_closed_card_gives_the_keyboard_back_to_what_opened_it(window: Window) -> None:
    window.open("violence")
    window.country("HND").focus()
    window.page.keyboard.press("Enter")
    window.expect_place("HND", "Honduras")
    window.page.locator(".card").get_by_role("button", name="Close").focus()
    window.page.keyboard.press("Enter")
    window.expect_no_place()
    expect(window.country("HND")).to_be_focused()


def test_a_card_that_a_link_opened_gives_it_to_the_finding(window: Window) -> None:
    window.open("money?v=1&measure=contracted&record=256253")
    window.record_card.get_by_role("button", name="Close").focus()
    window.page.keyboard.press("Enter")
    expect(window.record_card).to_have_count(0)
    expect(window.headline).to_be_focused()


def test_a_click_beside_everything_moves_no_focus(window: Window) -> None:
    window.open("violence")
    window.country("HND").focus()
    expect(window.focused).to_have_count(1)
    window.headline.click()
    window.page.evaluate("document.body.append(document.createElement('div'))")
    expect(window.focused).to_have_count(0)
    expect(window.headline).not_to_be_focused()


def test_a_filter_that_is_taken_off_gives_the_keyboard_to_the_next(window: Window) -> None:
    window.open("money?v=1&measure=contracted&subregion=caribbean&zone=caribbean,latin_america")
    crumbs = window.page.locator(".st-key-breadcrumb button")
    expect(crumbs).to_have_count(3)
    crumbs.nth(1).focus()
    window.page.keyboard.press("Enter")
    expect(crumbs).to_have_count(2)
    expect(crumbs.nth(1)).to_be_focused()


def test_a_script_that_comes_late_takes_over_what_has_the_keyboard(window: Window) -> None:
    held: list[Route] = []
    window.page.route("**/figures/search-*", lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks what it is given
    window.open("money?v=1&measure=contracted&subregion=caribbean&zone=caribbean")
    crumbs = window.page.locator(".st-key-breadcrumb button")
    crumbs.first.focus()
    expect(window.page.locator(".search input"), "the script is held").to_have_count(0)
    for route in held:
        route.continue_()
    window.page.unroute("**/figures/search-*")
    expect(window.page.locator(".search input")).to_be_visible()
    window.page.keyboard.press("Enter")
    expect(crumbs).to_have_count(1)
    expect(crumbs.first).to_be_focused()
