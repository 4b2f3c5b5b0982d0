"""The keyboard is never sent back to the top of the page: what it was on may go, the next sensible thing gets it."""

import pytest
from playwright.sync_api import expect

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
