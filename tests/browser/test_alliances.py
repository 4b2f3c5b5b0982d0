"""Sets of countries are picked on the page on alliances, by mouse and by keyboard, and the matrix sorts and walks."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.window import Window

pytestmark = pytest.mark.browser


def heading_of(window: Window, label: str) -> Locator:
    """The heading of a set in the lists."""
    return window.page.locator(".sets .heading", has_text=label)


def test_a_list_heading_becomes_the_filter_of_all_pages_and_lets_it_go(window: Window) -> None:
    window.open("alliances")
    heading_of(window, "IDB Alliance only").first.click()
    window.expect_parameters(alliance="idb_alliance", match="all", without="eu_lac_alliance")
    expect(heading_of(window, "IDB Alliance only").first).to_have_attribute("aria-pressed", "true")
    window.go("Violence")
    window.expect_parameters(alliance="idb_alliance", match="all", without="eu_lac_alliance")
    expect(window.bar("ARG")).to_be_visible()
    expect(window.bar("BRA")).to_have_count(0)
    window.go("Alliances", section="Places")
    heading_of(window, "IDB Alliance only").first.click()
    window.expect_parameters(alliance="", match="any", without="")
    assert not window.complaints


def test_columns_of_the_overlap_chart_work_by_keyboard_alone(window: Window) -> None:
    window.open("alliances?v=1&groups=idb_alliance,eu_lac_alliance")
    columns = window.page.locator(".upset .columns button")
    expect(columns).to_have_count(4)
    expect(window.page.locator('.upset .columns button[tabindex="0"]')).to_have_count(1)
    columns.first.focus()
    window.page.keyboard.press("ArrowRight")
    expect(columns.nth(1)).to_be_focused()
    expect(window.page.locator(".upset .readout")).to_contain_text("In none of these groups")
    window.page.keyboard.press("Enter")
    window.expect_parameters(alliance="", without="idb_alliance,eu_lac_alliance")
    # The rerun leaves the keyboard where it was, and the other sets where they can be reached.
    expect(columns.nth(1)).to_have_attribute("aria-pressed", "true")
    expect(columns.nth(1)).to_be_focused()
    expect(columns).to_have_count(4)
    window.page.keyboard.press("Escape")
    window.expect_parameters(alliance="", without="")


def test_the_matrix_sorts_and_walks_without_a_rerun(window: Window) -> None:
    window.open("alliances")
    names = window.page.locator(".matrix tbody th")
    expect(names.first).to_have_text("Antigua and Barbuda")
    frames = len(window.frames)
    window.page.locator('.matrix [data-at="/groups"]').click()
    expect(names.first).to_have_text("Honduras")
    window.page.keyboard.press("ArrowDown")
    window.page.keyboard.press("ArrowRight")
    expect(window.page.locator('.matrix [data-at="HND/idb_alliance"]')).to_be_focused()
    expect(window.page.locator(".matrix .readout")).to_contain_text(
        "Honduras, IDB Alliance: founding member, since 11 December 2024"
    )
    assert len(window.frames) == frames
    window.page.keyboard.press("Enter")
    window.expect_place("HND", "Honduras")
    expect(names.first).to_have_text("Honduras")
    expect(window.page.locator('.matrix tr[data-row="HND"]')).to_contain_class("selected")


def test_a_dot_names_its_country_and_chooses_it(window: Window) -> None:
    window.open("alliances?v=1&indicator=prisoners_per_100k")
    dot = window.page.locator('.distribution .dot[data-id="SUR"]')
    expect(dot).to_contain_class("doubtful")
    dot.focus()
    expect(window.page.locator(".distribution .readout")).to_have_text("Suriname: 1,589 per 100,000, doubtful")
    window.page.keyboard.press("Enter")
    window.expect_place("SUR", "Suriname")
    window.page.keyboard.press("Escape")
    window.expect_no_place()


def test_nothing_is_wider_than_a_phone(window: Window) -> None:
    window.page.set_viewport_size({"width": 390, "height": 844})
    window.open("alliances")
    expect(window.page.locator(".matrix")).to_be_visible()
    main = window.page.get_by_test_id("stMain")
    assert main.evaluate("node => node.scrollWidth <= node.clientWidth")
