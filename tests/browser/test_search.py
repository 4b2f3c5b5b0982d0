"""The search box, by keyboard alone: it finds what is meant, says what it found, and goes there."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import LAPTOP, OpenWindow, Server
from tests.browser.window import Window

pytestmark = pytest.mark.browser


def field(window: Window) -> Locator:
    return window.page.locator(".search input")


def options(window: Window) -> Locator:
    return window.page.locator(".search [role=option]")


def active(window: Window) -> Locator:
    return window.page.locator('.search [role=option][aria-selected="true"]')


def call(window: Window) -> None:
    """Open a page and call the box with its keys."""
    window.page.goto(f"{window.server_url}/sources", wait_until="commit")
    expect(field(window)).to_be_visible()
    window.wait_for_run()
    window.page.keyboard.press("Control+k")
    expect(field(window)).to_be_focused()


def arrive(window: Window, page: str) -> None:
    """Wait until a result's page is there and the keyboard is in its box, so that the next search needs no way back."""
    expect(window.page).to_have_url(re.compile(page))
    window.wait_for_run()
    expect(field(window)).to_be_focused()
    expect(field(window)).to_have_value("")


def test_what_is_meant_comes_first(window: Window) -> None:
    call(window)
    meant = {
        "hondras": "place/HND",
        "Méjico": "place/MEX",
        "mexico": "place/MEX",
        "brasil": "place/BRA",
        "HAITI": "place/HTI",
        "São Cristóvão": "place/KNA",
        "st kitts": "place/KNA",
        "Saint-Christophe": "place/KNA",
        "équateur": "place/ECU",
        "El Salvdor": "place/SLV",
        "DR": "place/DOM",
        "prision": "indicator/prison_occupancy_pct",
        "homicide": "indicator/homicide_rate",
        "corupcion": "indicator/control_of_corruption",
        "145910": "contract/145910",
        "2008/019-670": "decision/DCI-ALA/2008/019-670",
        "pradican": "decision/DCI-ALA/2008/019-670",
        "clasi": "group/clasi",
        "northern tri": "group/northern_triangle",
        "not known": "page/gaps",
    }
    for text, entry_id in meant.items():
        field(window).fill(text)
        expect(active(window), text).to_have_attribute("data-id", entry_id)
    assert options(window).count() <= 9


def test_decisions_of_a_word_in_their_title_are_found(window: Window) -> None:
    call(window)
    field(window).fill("CICIG")
    expect(options(window).first).to_contain_text("Impunity in Guatemala")
    expect(window.page.locator(".search .kind")).to_have_text(["EU decisions", "Contracts"])
    expect(options(window).first).to_contain_text("committed")
    # Amounts committed and contracted stand in lines of their own, never as one sum.
    assert not any("committed" in text and "contracted" in text for text in options(window).all_inner_texts())


def test_keys_walk_close_and_empty(window: Window) -> None:
    call(window)
    field(window).press_sequentially("colombia")
    expect(active(window)).to_have_attribute("data-id", "place/COL")
    expect(field(window)).to_have_attribute("aria-expanded", "true")
    first = field(window).get_attribute("aria-activedescendant")
    window.page.keyboard.press("ArrowDown")
    expect(active(window)).not_to_have_attribute("data-id", "place/COL")
    assert field(window).get_attribute("aria-activedescendant") != first
    window.page.keyboard.press("ArrowUp")
    window.page.keyboard.press("ArrowUp")
    expect(active(window)).to_have_attribute("id", f"option{options(window).count() - 1}")
    window.page.keyboard.press("Escape")
    expect(options(window).first).to_be_hidden()
    expect(field(window)).to_have_value("colombia")
    window.page.keyboard.press("Escape")
    expect(field(window)).to_have_value("")
    assert "/sources" in window.page.url


def test_nothing_found_is_said_and_enter_stays(window: Window) -> None:
    call(window)
    field(window).fill("<b>zzzz")
    expect(window.page.locator(".search .note")).to_contain_text("Nothing found for “<b>zzzz”.")
    window.page.keyboard.press("Enter")
    window.wait_for_run()
    assert "/sources" in window.page.url
    assert window.page.locator(".search b").count() == 0


def test_enter_goes_there_and_keeps_the_filters(window: Window) -> None:
    window.open("violence?v=1&subregion=central_america&alliance=sica")
    window.page.keyboard.press("Control+k")
    window.page.keyboard.type("ocupancy")
    window.page.keyboard.press("Enter")
    arrive(window, r"/prisons\?.*indicator=prison_occupancy_pct")
    window.expect_parameters(subregion="central_america", alliance="sica")
    window.page.keyboard.type("145910")
    window.page.keyboard.press("Enter")
    arrive(window, "/money")
    window.expect_parameters(record="145910", measure="contracted", subregion="central_america", alliance="sica")
    expect(window.record_card).to_contain_text("145910")
    # A contract in Colombia, opened from a view of Central America, is not counted there.
    expect(window.record_card).to_contain_text("outside of the filters")
    window.page.keyboard.type("northern triangle")
    window.page.keyboard.press("Enter")
    arrive(window, "/alliances")
    window.expect_parameters(alliance="northern_triangle", place="")


def test_the_index_is_fetched_once_and_only_when_it_is_wanted(window: Window) -> None:
    window.open("violence")
    assert not [one for one in window.requests if "/static/search-" in one.url]
    for text, iso3 in {"haiti": "HTI", "jamaica": "JAM"}.items():
        window.page.keyboard.press("Control+k")
        window.page.keyboard.type(text)
        window.page.keyboard.press("Enter")
        arrive(window, f"/country.*place={iso3}")
    fetched = [one for one in window.responses if "/static/search-" in one.url]
    assert len(fetched) == 1
    assert "immutable" in fetched[0].headers["cache-control"]
    assert not window.complaints


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_results_stay_inside_a_phone_and_a_laptop(server: Server, open_window: OpenWindow, scheme: str) -> None:
    for viewport in (LAPTOP, {"width": 390, "height": 844}):
        window = open_window(server, viewport=viewport, color_scheme=scheme)
        window.open("violence")
        field(window).click()
        field(window).fill("colombia")
        expect(options(window).first).to_be_visible()
        panel = window.page.locator(".search .panel").bounding_box()
        assert panel is not None
        assert panel["x"] >= 0
        assert panel["x"] + panel["width"] <= viewport["width"]
        # The list lies over the map and not under it.
        last = options(window).nth(3).bounding_box()
        assert last is not None
        window.page.mouse.move(last["x"] + 40, last["y"] + 8)
        assert options(window).nth(3).evaluate("option => option.matches(':hover')")
