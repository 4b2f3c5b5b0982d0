"""On a phone and in the dark: nothing sticks out, and colours stay apart."""

import math
import re

import pytest
from playwright.sync_api import expect

from pages.kit.router import PAGES
from tests.browser.colours import computed, contrast, luminance, parse_colour
from tests.browser.conftest import OpenWindow, Server
from tests.browser.window import Window
from tests.strategies import MAP_PAGES

pytestmark = pytest.mark.browser

PHONE_WIDTHS = (390, 320)
OVERFLOW = """() => ["html", "body", "[data-testid=stApp]", "[data-testid=stMain]", "[data-testid=stMainBlockContainer]"]
  .map(selector => document.querySelector(selector)).map(element => element.scrollWidth - element.clientWidth)"""


@pytest.mark.parametrize("path", [entry.slug if index else "" for index, entry in enumerate(PAGES)])
def test_phone_scrolls_in_one_direction_only(open_window: OpenWindow, server: Server, path: str) -> None:
    window = open_window(server, viewport={"width": PHONE_WIDTHS[0], "height": 844}, has_touch=True)
    window.open(path)
    for width in PHONE_WIDTHS:
        window.page.set_viewport_size({"width": width, "height": 844})
        window.page.wait_for_function("width => window.innerWidth === width", arg=width)
        assert max(window.page.evaluate(OVERFLOW)) <= 0, f"the page is wider than {width} pixels"
        if path in ("", *MAP_PAGES):
            expect_map_fits(window, width)


def expect_map_fits(window: Window, width: int) -> None:
    window.drawing.scroll_into_view_if_needed()
    expect(window.drawing).to_be_in_viewport(ratio=0.9)
    box = window.drawing.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["width"] > 0.7 * width, "the map is a stamp"
    expect(window.page.locator(".map .legend button").first).to_be_visible()
    # Nothing in the legend is cut off.
    assert window.page.locator(".map .legend button").evaluate_all(
        "all => all.every(one => one.scrollWidth <= one.clientWidth)"
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_map_colours_stand_apart(open_window: OpenWindow, server: Server, scheme: str) -> None:
    window = open_window(server, color_scheme=scheme)
    window.open("violence")
    expect_theme(window, scheme)
    other = "dark" if scheme == "light" else "light"
    window.page.emulate_media(color_scheme=other)
    expect_theme(window, other)


def expect_theme(window: Window, scheme: str) -> None:
    root = window.page.locator(".map")
    expect(root).to_have_attribute("data-theme", scheme)
    ground, ink = (parse_colour(computed(root, name)) for name in ("outline-color", "color"))
    assert contrast(ground, ink) >= 7
    assert (luminance(ground) < luminance(ink)) == (scheme == "dark"), "the map has the other theme's ground"

    fills = window.world.locator('[role="button"]').evaluate_all(
        "areas => Object.fromEntries(areas.map(area => [area.dataset.id, area.getAttribute('fill')]))"
    )
    classes = {fill: parse_colour(fill) for fill in fills.values() if fill.startswith("#")}
    assert len(classes) >= 4
    sea = parse_colour(computed(window.page.locator(".map .stage"), "background-color"))
    land = parse_colour(computed(window.world.locator("path.context"), "fill"))
    for fill, colour in classes.items():
        for around in (ground, sea, land):
            assert math.dist(colour, around) > 24, f"{fill} looks like what surrounds it, {around}"
    missing = window.world.locator('[role="button"].missing').evaluate_all(
        "areas => areas.map(area => area.dataset.id)"
    )
    assert missing
    # A country without a value is hatched: it never has the colour of a class.
    assert all(re.fullmatch(r"url\(#hatch-\w+\)", fills[iso3]) for iso3 in missing)
    expect(window.drawing.locator("pattern#hatch-world")).to_be_attached()
