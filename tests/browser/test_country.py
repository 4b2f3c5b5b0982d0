"""The page of a country: one key from neighbour to neighbour, and strips whose marks can be named and opened."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import OpenWindow, Server
from tests.browser.window import Window

pytestmark = pytest.mark.browser


def open_country(window: Window, iso3: str) -> None:
    """Open the page of a country, which has no map to wait for."""
    window.page.goto(f"{window.server_url}/country?v=1&place={iso3}", wait_until="commit")
    expect(window.page.locator(".neighbours button").first).to_be_visible()
    window.wait_for_run()


def way(window: Window, name: str) -> Locator:
    return window.page.locator(f'.neighbours button[data-way="{name}"]')


def strip(window: Window, indicator_id: str) -> Locator:
    return window.page.locator(f'.strips [data-row="{indicator_id}"] .strip')


def test_neighbours_are_one_key_away(window: Window) -> None:
    open_country(window, "HND")
    expect(way(window, "next")).to_have_text("Jamaica›")
    way(window, "next").focus()
    window.page.keyboard.press("Enter")
    expect(window.headline).to_have_text("Jamaica")
    window.expect_parameters(place="JAM")
    expect(way(window, "next")).to_have_text("Mexico›")
    # The keyboard is where it was, so that the next key goes on.
    expect(way(window, "next")).to_be_focused()
    window.page.keyboard.press("ArrowUp")
    expect(window.headline).to_have_text("Cuba")
    expect(way(window, "previous")).to_have_text("‹Costa Rica")
    window.page.keyboard.press("PageUp")
    expect(window.headline).to_have_text("Costa Rica")
    assert window.page.evaluate("scrollY") == 0
    assert not window.complaints


def test_a_direction_without_a_country_is_said_and_leads_nowhere(window: Window) -> None:
    open_country(window, "MEX")
    expect(way(window, "up")).to_be_hidden()
    way(window, "down").focus()
    window.page.keyboard.press("ArrowUp")
    expect(window.page.locator(".neighbours [role=status]")).to_have_text("No country to the north of Mexico.")
    window.expect_parameters(place="MEX")


def test_a_mark_is_named_and_opens_its_country(window: Window) -> None:
    open_country(window, "HND")
    mark = strip(window, "homicide_rate").locator('[data-id="SLV"]')
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    assert box is not None
    window.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(window.page.locator(".strips .tip")).to_have_text("El Salvador69.2")
    window.click_at(mark)
    expect(window.headline).to_have_text("El Salvador")
    expect(strip(window, "homicide_rate").locator(".dot.own")).to_have_attribute("data-id", "SLV")
    assert strip(window, "homicide_rate").locator('.own[data-id="HND"]').count() == 0


def test_a_strip_is_one_stop_of_the_keyboard(window: Window) -> None:
    open_country(window, "HND")
    strips = window.page.locator(".strips .strip")
    assert strips.locator('.dot[tabindex="0"]').count() == strips.count() == 8
    own = strip(window, "homicide_rate").locator(".dot.own")
    own.focus()
    window.page.keyboard.press("ArrowLeft")
    second = strip(window, "homicide_rate").locator('[data-id="SLV"]')
    expect(second).to_be_focused()
    window.page.keyboard.press("Enter")
    expect(window.headline).to_have_text("El Salvador")
    expect(strip(window, "homicide_rate").locator(".dot.own")).to_be_focused()


def test_contracts_open_below_their_decision(window: Window) -> None:
    open_country(window, "HND")
    decision = window.page.locator(".ledger .decision").first
    contract = decision.locator(".contract").first
    expect(contract).to_be_hidden()
    # The keyboard leaving the neighbours moves nothing away from under the pointer.
    way(window, "next").focus()
    decision.locator("summary").click()
    expect(contract).to_be_visible()
    decision.locator("summary").press("Enter")
    expect(contract).to_be_hidden()
    assert decision.locator("h4").get_attribute("lang") == "es"
    assert decision.locator(".contract").count() == 16


def test_a_phone_scrolls_in_one_direction(open_window: OpenWindow, server: Server) -> None:
    window = open_window(server, viewport={"width": 390, "height": 844})
    for iso3 in ("COL", "VEN", "VCT"):
        open_country(window, iso3)
        main = window.page.get_by_test_id("stMain")
        assert main.evaluate("one => one.scrollWidth <= one.clientWidth")
    assert not window.complaints
