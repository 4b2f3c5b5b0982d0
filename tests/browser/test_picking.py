"""Countries are chosen on the map, in the ranking, in the table and by keyboard, the smallest as easily as Brazil."""

import json
import re

import pytest
from playwright.sync_api import Locator, expect

from geo.map_file import find_map_file
from geo.places import name_countries
from tests.browser.colours import computed
from tests.browser.window import Window

pytestmark = pytest.mark.browser

LESSER_ANTILLES = ("ATG", "BRB", "DMA", "GRD", "KNA", "LCA", "VCT")


def test_map_bar_and_row_choose_a_country(window: Window) -> None:
    window.open("violence")
    window.expect_no_place()
    headline = window.headline.inner_text()

    window.click_at(window.country("COL"))
    window.expect_place("COL", "Colombia")
    window.bar("SLV").click()
    window.expect_place("SLV", "El Salvador")
    window.table_row("GTM").get_by_role("button").click()
    window.expect_place("GTM", "Guatemala")
    expect(window.table_row("GTM")).to_contain_class("selected")
    expect(window.table_row("SLV")).not_to_contain_class("selected")
    window.table_row("GTM").get_by_role("button").click()
    window.expect_no_place()
    # A choice looks closer; it filters nothing.
    assert window.headline.inner_text() == headline


def test_small_islands_are_hit_on_the_whole_region_view(window: Window) -> None:
    window.open("violence")
    names = name_countries()
    edges = window.drawing.bounding_box()
    assert edges is not None
    assert edges["y"] + edges["height"] <= 900, "the map ends below a laptop's screen"
    for iso3 in LESSER_ANTILLES:
        window.click_at(window.drawing.locator(f'.panel [data-id="{iso3}"] .pin'))
        window.expect_place(iso3, names[iso3])
    tip = window.page.locator(".map .tip strong")
    for iso3 in LESSER_ANTILLES:  # in the main view too, where their markers are crowded
        pin = window.country(iso3).locator(".pin").bounding_box()
        assert pin is not None
        window.page.mouse.move(pin["x"] + pin["width"] / 2, pin["y"] + pin["height"] / 2)
        expect(tip).to_have_text(names[iso3])
    # Nothing had to be enlarged for it.
    assert window.world.get_attribute("transform") in (None, "translate(0 0) scale(1)")


def test_keyboard_walks_picks_and_clears(window: Window) -> None:
    window.open("violence?v=1&place=HND")
    neighbours = json.loads(find_map_file().read_text(encoding="utf-8"))["areas"]["HND"]["near"]
    names = name_countries()

    window.widget("place").get_by_role("combobox").focus()
    tab_until(window, window.focused)
    expect(window.focused).to_have_attribute("data-id", "HND")
    window.page.keyboard.press("ArrowDown")
    expect(window.focused).to_have_attribute("data-id", neighbours["down"])
    expect(window.focused).to_have_attribute("aria-label", re.compile(f"^{names[neighbours['down']]}: "))
    expect_visible_focus(window)

    window.page.keyboard.press("Enter")
    window.expect_place(neighbours["down"], names[neighbours["down"]])
    # The run that draws the card leaves the keyboard where it was.
    expect(window.focused).to_have_attribute("data-id", neighbours["down"])
    window.page.keyboard.press("Escape")
    window.expect_no_place()
    # Thirty-three countries are one stop of the Tab key.
    window.page.keyboard.press("Tab")
    expect(window.focused).to_have_count(0)


@pytest.mark.parametrize(
    ("keys", "iso3"),
    [("h", "HTI"), ("me", "MEX"), ("sss", "VCT"), ("saint l", "LCA"), ("tri", "TTO"), ("v", "VEN"), ("vi", "VCT")],
)
def test_letters_lead_to_the_country_whose_name_begins_with_them(window: Window, keys: str, iso3: str) -> None:
    window.open("violence?v=1&place=BRA")
    window.country("BRA").focus()
    window.page.keyboard.type(keys)
    expect(window.focused).to_have_attribute("data-id", iso3)
    # Nobody pressed what picks: a space inside a name does not, and zoom keeps its keys.
    window.expect_parameters(place="BRA")
    window.page.keyboard.press("0")
    expect(window.focused).to_have_attribute("data-id", iso3)


def test_a_letter_with_another_key_is_left_to_the_browser(window: Window) -> None:
    window.open("violence?v=1&place=BRA")
    window.country("BRA").focus()
    window.page.keyboard.press("Alt+m")
    expect(window.focused).to_have_attribute("data-id", "BRA")


def test_the_same_letters_lead_in_the_ranking_and_the_table(window: Window) -> None:
    window.open("violence?v=1&place=BRA")
    window.bar("BRA").focus()
    window.page.keyboard.type("mex")
    expect(window.bar("MEX")).to_be_focused()
    button = window.table_row("BRA").locator("button")
    button.focus()
    window.page.keyboard.type("ja")
    expect(window.table_row("JAM").locator("button")).to_be_focused()


def test_the_table_is_one_key_behind_the_map(window: Window) -> None:
    window.open("violence?v=1&place=BRA")
    expect(window.table_row("BRA")).to_be_visible()
    window.country("BRA").focus()
    way = window.page.locator(".map .to-table")
    window.page.keyboard.press("Tab")
    expect(way).to_be_focused()
    box = way.bounding_box()
    assert box is not None
    assert min(box["height"], box["width"]) >= 24
    window.page.keyboard.press("Enter")
    expect(window.page.locator(".table .scroller")).to_be_focused()
    expect(way).not_to_be_in_viewport(ratio=1)


def tab_until(window: Window, place: Locator) -> None:
    """Press Tab until something has the focus; a keyboard user would give up after forty."""
    for _ in range(40):
        window.page.keyboard.press("Tab")
        if place.count():
            return
    pytest.fail("the Tab key does not reach the map")


def expect_visible_focus(window: Window) -> None:
    ring = window.world.locator(".outline.focus .line")
    expect(ring).to_have_attribute("d", window.focused.locator("path").first.get_attribute("d") or "no shape")
    assert float(computed(ring, "stroke-width").removesuffix("px")) >= 2
    assert computed(ring, "stroke") not in ("none", computed(window.page.locator(".map .stage"), "background-color"))
