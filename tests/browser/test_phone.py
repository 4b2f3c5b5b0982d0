"""On a phone: the finding and its map come first, filters and cards rise from below, and no page scrolls sideways."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenWindow, Server
from tests.browser.window import Window

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
# 1280 by 1024 at 400 %.
ZOOMED = {"width": 320, "height": 256}
SHEET = ".st-key-sheet"


def open_phone(open_window: OpenWindow, server: Server, path: str) -> Window:
    window = open_window(server, viewport=PHONE, has_touch=True)
    window.open(path)
    return window


def test_in_a_low_window_nothing_lies_over_the_page(open_window: OpenWindow, server: Server) -> None:
    window = open_window(server, viewport=ZOOMED)
    window.open("violence?place=HND")
    over = window.page.locator(".st-key-sheet_bar, .st-key-chosen, .st-key-top")
    assert over.count() == 3
    assert over.evaluate_all("all => all.filter(one => getComputedStyle(one).position === 'fixed').length") == 0
    window.page.get_by_role("button", name="Filters").click()
    expect(window.page.locator(SHEET)).to_be_visible()


def test_the_map_comes_before_filters_and_other_findings(open_window: OpenWindow, server: Server) -> None:
    window = open_phone(open_window, server, "")
    expect(window.drawing).to_be_in_viewport(ratio=0.3)
    expect(window.page.locator(SHEET)).to_be_hidden()
    expect(window.page.get_by_role("combobox", name="Find anything")).to_be_in_viewport(ratio=1)
    expect(window.page.locator(".st-key-findings")).not_to_be_in_viewport()


def test_filters_open_as_a_sheet_and_keep_what_they_hold(open_window: OpenWindow, server: Server) -> None:
    window = open_phone(open_window, server, "violence")
    page, sheet, button = window.page, window.page.locator(SHEET), window.page.get_by_role("button", name="Filters")
    box = button.bounding_box()
    assert box is not None
    assert box["y"] > PHONE["height"] * 0.85, "within the thumb's reach"
    assert box["height"] >= 24
    button.tap()
    expect(button).to_have_attribute("aria-expanded", "true")
    window.choose("subregion", "South America")
    window.expect_parameters(subregion="south_america")
    page.keyboard.press("Escape")  # the list of sub-regions stays open for more
    expect(page.get_by_role("listbox")).to_have_count(0)
    expect(page.get_by_role("button", name="Filters (1)", exact=True)).to_be_visible()
    expect(sheet, "a choice closed the sheet").to_be_visible()

    # Escape closes the list of options first, then the sheet; the keyboard is back at the button.
    window.widget("indicator").get_by_role("combobox").click()
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_have_count(0)
    expect(sheet).to_be_visible()
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    expect(window.widget("subregion").get_by_title("South America").first).to_be_visible()
    # A touch beside the sheet closes it, and does nothing else.
    page.touchscreen.tap(195, 250)
    expect(sheet).to_be_hidden()
    window.expect_no_place()
    assert not window.complaints


def test_a_wide_window_shows_the_filters_and_no_button(window: Window) -> None:
    window.open("violence")
    expect(window.page.locator(".st-key-filter_indicator")).to_be_in_viewport(ratio=1)
    expect(window.page.locator(".st-key-sheet_bar")).to_be_hidden()
    tops = [window.page.locator(f".st-key-{key}").bounding_box() for key in ("filter_indicator", "filter_place")]
    assert tops[0] is not None
    assert tops[1] is not None
    assert abs(tops[0]["y"] - tops[1]["y"]) < 2, "one row, as without the sheet"


def test_the_card_rises_from_below_and_leaves_the_map(open_window: OpenWindow, server: Server) -> None:
    window = open_phone(open_window, server, "violence?place=HND")
    chosen = window.page.locator(".st-key-chosen")
    expect(window.card_title).to_be_in_viewport(ratio=1)
    expect(window.drawing).to_be_in_viewport(ratio=0.3)
    box = chosen.bounding_box()
    assert box is not None
    assert box["height"] <= PHONE["height"] / 2
    assert chosen.evaluate("one => one.scrollHeight > one.clientHeight"), "it scrolls inside"
    close = window.page.locator(".card").get_by_role("button", name="Close")
    chosen.evaluate("one => one.scrollTo(0, one.scrollHeight)")
    expect(close, "the way out scrolled away").to_be_in_viewport(ratio=1)
    close.tap()
    window.expect_no_place()
    expect(chosen).to_have_count(0)


def test_a_table_needs_no_scrolling_to_its_amounts(open_window: OpenWindow, server: Server) -> None:
    window = open_phone(open_window, server, "money")
    scroller = window.page.locator(".table .scroller").first
    scroller.scroll_into_view_if_needed()
    assert scroller.evaluate("one => one.scrollWidth - one.clientWidth") <= 0
    row = window.page.locator(".table tbody").get_by_role("row").first
    expect(row.get_by_role("rowheader")).to_be_visible()
    amount = row.get_by_role("cell").filter(has_text="000").first
    expect(amount).to_be_visible()
    box = amount.bounding_box()
    assert box is not None
    assert box["x"] + box["width"] <= PHONE["width"]


def test_the_sheet_closes_for_what_is_outside_of_it(open_window: OpenWindow, server: Server) -> None:
    window = open_phone(open_window, server, "violence")
    page, sheet, button = window.page, window.page.locator(SHEET), window.page.get_by_role("button", name="Filters")
    button.tap()
    expect(sheet).to_be_visible()
    page.get_by_role("combobox", name="Find anything").focus()
    expect(sheet, "the search lies under the dimmed page").to_be_hidden()

    # A press beside it does nothing until it is let go.
    button.tap()
    page.mouse.move(195, 250)
    page.mouse.down()
    expect(sheet).to_be_visible()
    page.mouse.up()
    expect(sheet).to_be_hidden()

    # A phone that is turned has no sheet, and nothing is left of it.
    button.tap()
    page.set_viewport_size({"width": PHONE["height"], "height": PHONE["width"]})
    expect(button).to_be_hidden()
    page.set_viewport_size(PHONE)
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(sheet).to_be_hidden()


def test_what_has_the_keyboard_is_not_under_the_card(open_window: OpenWindow, server: Server) -> None:
    window = open_phone(open_window, server, "violence?place=HND")
    chosen, row = window.page.locator(".st-key-chosen"), window.bar("BRA")
    expect(chosen).to_be_visible()
    # From below the card, as the keyboard comes to it, only as far up as it must.
    window.page.get_by_test_id("stMain").evaluate("main => main.scrollTo(0, 0)")
    row.focus()
    boxes = [one.bounding_box() for one in (row, chosen)]
    assert boxes[0] is not None
    assert boxes[1] is not None
    assert boxes[0]["y"] + boxes[0]["height"] <= boxes[1]["y"] + 1
