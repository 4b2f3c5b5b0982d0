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


def test_a_figure_whose_script_does_not_come_says_so_in_the_language_of_the_page(window: Window) -> None:
    window.page.route(re.compile(r"/figures/ranking-"), refuse)
    window.page.goto(f"{window.server_url}/violence?lang=fr")
    expect(window.table_row("HND")).to_be_visible()
    # The words stand in the shadow root itself, where no element holds them.
    told = "[...document.querySelectorAll('*')].map((one) => one.shadowRoot?.textContent).filter((text) => text?.startsWith('Ce graphique'))"
    window.page.wait_for_function(f"{told}.length === 1")
    assert window.page.evaluate(told) == ["Ce graphique n’a pas pu être chargé. Recharger la page pour réessayer."]
    expect(window.country("BRA")).to_be_visible()
