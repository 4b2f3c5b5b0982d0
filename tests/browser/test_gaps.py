"""The matrix of gaps: a cell opens by click and by keyboard, and its place is in the link."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.window import Window

pytestmark = pytest.mark.browser


def open_gaps(window: Window, query: str = "") -> None:
    """Open the page, which has no map to wait for."""
    window.page.goto(f"{window.server_url}/gaps{query}", wait_until="commit")
    expect(cell(window, "VEN", "prosecutors_per_100k")).to_be_visible()
    window.wait_for_run()


def cell(window: Window, iso3: str, indicator_id: str) -> Locator:
    return window.page.locator(f'.matrix td[data-at="{iso3}/{indicator_id}"]')


def test_a_click_opens_the_source_and_caveat_of_a_cell(window: Window) -> None:
    open_gaps(window)
    cell(window, "VEN", "prosecutors_per_100k").click()
    expect(window.card_title).to_have_text("Venezuela: prosecutors")
    window.expect_parameters(place="VEN", cell="prosecutors_per_100k")
    expect(window.page.locator(".card")).to_contain_text("117,4")
    cell(window, "VEN", "prosecutors_per_100k").click()
    expect(window.card_title).to_have_count(0)
    window.expect_parameters(place="", cell="")


def test_keys_walk_open_and_close(window: Window) -> None:
    open_gaps(window, "?place=HND&cell=homicide_rate")
    expect(window.card_title).to_have_text("Honduras: homicide rate")
    cell(window, "HND", "homicide_rate").focus()
    window.page.keyboard.press("ArrowDown")
    window.page.keyboard.press("Enter")
    expect(window.card_title).to_have_text("Jamaica: homicide rate")
    window.expect_parameters(place="JAM", cell="homicide_rate")
    expect(cell(window, "JAM", "homicide_rate")).to_be_focused()
    window.page.keyboard.press("Escape")
    window.expect_parameters(place="", cell="")
    expect(window.card_title).to_have_count(0)


def test_a_name_opens_all_cells_of_its_country(window: Window) -> None:
    open_gaps(window, "?place=HND&cell=homicide_rate")
    window.page.locator('.matrix [data-at="GRD/"]').click()
    expect(window.card_title).to_have_text("Grenada")
    window.expect_parameters(place="GRD", cell="")
    expect(window.page.locator(".card")).not_to_contain_text("Honduras")


def test_a_status_is_said_in_words(window: Window) -> None:
    open_gaps(window)
    expect(cell(window, "JAM", "homicide_rate")).to_have_attribute(
        "aria-label", "Jamaica, Homicides: contradicted by the narrative, printed as “40.9”"
    )
    expect(cell(window, "GRD", "judges_per_100k")).to_have_attribute(
        "aria-label", "Grenada, Judges: the country is not in the annexes"
    )
