"""The comparison in a browser: points are picked, pinned and walked by keyboard; names never lie on each other."""

from itertools import combinations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.window import Window

pytestmark = pytest.mark.browser


def point(window: Window, iso3: str) -> Locator:
    """A country's point in the plot."""
    return window.page.locator(f'.scatter .point[data-id="{iso3}"]')


def test_a_click_chooses_everywhere_and_a_second_lets_go(window: Window) -> None:
    window.open("compare")
    window.click_at(point(window, "HND"))
    window.expect_place("HND", "Honduras")
    expect(point(window, "HND")).to_have_attribute("aria-pressed", "true")
    window.click_at(point(window, "HND"))
    window.expect_no_place()
    assert not window.complaints


def test_the_plot_is_one_tab_stop_walked_by_arrows(window: Window) -> None:
    window.open("compare")
    expect(window.page.locator('.scatter .point[tabindex="0"]')).to_have_count(1)
    point(window, "GTM").focus()
    window.page.keyboard.press("ArrowUp")
    expect(point(window, "COL")).to_be_focused()
    window.page.keyboard.press("End")
    expect(point(window, "HND")).to_be_focused()
    expect(window.page.locator(".scatter .tip")).to_contain_text("Honduras")
    window.page.keyboard.press("Enter")
    window.expect_place("HND", "Honduras")
    expect(point(window, "HND")).to_be_focused()
    # Every letter leads to a name: Honduras has the keyboard, the first name with a P before it is another one's.
    window.page.keyboard.type("pan")
    expect(point(window, "PAN")).to_be_focused()
    point(window, "HND").focus()
    window.page.keyboard.press("Shift+Enter")
    window.expect_parameters(pins="HND")
    expect(window.page.locator(".side .country")).to_have_count(1)
    expect(window.page.locator('.scatter .point[tabindex="0"]')).to_have_count(1)


def test_the_cross_unpins(window: Window) -> None:
    window.open("compare?v=1&pins=HND,JAM")
    window.page.get_by_role("button", name="Unpin Honduras").click()
    window.expect_parameters(pins="JAM")
    expect(window.page.locator(".side .country")).to_have_count(1)


@pytest.mark.parametrize(
    "link", ["compare", "compare?v=1&x=rule_of_law&y=control_of_corruption", "compare?v=1&scale=log"]
)
def test_names_do_not_lie_on_each_other(window: Window, link: str) -> None:
    window.open(link)
    expect(window.page.locator(".scatter .name").first).to_be_visible()
    boxes = [name.bounding_box() for name in window.page.locator(".scatter .name").all()]
    assert len(boxes) > 8
    for one, other in combinations([box for box in boxes if box], 2):
        # A box holds the halo around the letters and the space above and below them.
        across = min(one["x"] + one["width"], other["x"] + other["width"]) - max(one["x"], other["x"])
        down = min(one["y"] + one["height"], other["y"] + other["height"]) - max(one["y"], other["y"])
        assert across <= 2 or down <= 7


def test_a_class_of_the_legend_dims_the_others_on_the_map(window: Window) -> None:
    window.open("compare")
    window.page.locator(".map .grid .cell", has_text="C3").click()
    expect(window.country("COL")).not_to_contain_class("dim")
    expect(window.country("BRA")).to_contain_class("dim")
    expect(window.country("BRA")).to_have_attribute(
        "aria-label", "Brazil: B1: homicides 21.0 per 100,000, committed 0.0 EUR million"
    )
