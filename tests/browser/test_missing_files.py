"""A static file that does not arrive takes nothing with it but what it draws: text, tables and figures go on."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Route, expect

from tests.browser.test_network import FONTS_IN_USE
from tests.browser.window import Window

pytestmark = pytest.mark.browser


def refuse(route: Route) -> None:
    route.fulfill(status=404, body="Not found")


def cut(route: Route) -> None:
    route.abort()


@pytest.mark.parametrize("answer", [refuse, cut])
def test_without_its_fonts_a_page_is_read_in_those_of_the_system(
    window: Window, answer: Callable[[Route], None]
) -> None:
    window.page.route(re.compile(r"/app/static/fonts/"), answer)
    window.open("violence")
    expect(window.headline).to_contain_text("Honduras")
    expect(window.bar("HND")).to_be_visible()
    box = window.headline.bounding_box()
    assert box is not None
    assert box["height"] > 20
    assert not {"public-sans", "source-serif"} & set(window.page.evaluate(FONTS_IN_USE))
    # What is complained of is the fonts, and nothing else.
    assert [one for one in window.complaints if "/fonts/" not in one] == []


@pytest.mark.parametrize("answer", [refuse, cut])
def test_without_the_map_the_ranking_and_the_table_are_there_and_it_is_said(
    window: Window, answer: Callable[[Route], None]
) -> None:
    window.page.route(re.compile(r"/app/static/lac-map-"), answer)
    window.page.goto(f"{window.server_url}/violence")
    expect(window.headline).to_contain_text("Honduras")
    expect(window.bar("HND")).to_be_visible()
    expect(window.table_row("HND")).to_be_visible()
    expect(window.page.locator(".map")).to_contain_text("could not be loaded")
    expect(window.country("BRA")).to_have_count(0)
    expect(window.page.get_by_test_id("stException")).to_have_count(0)
