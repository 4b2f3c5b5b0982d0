"""The timeline in a browser: lanes on a laptop, a list on a phone, the chosen event in the link; and bars below zero."""

import pytest
from playwright.sync_api import Locator, expect

from data.store import load_records
from tests.browser.conftest import OpenWindow, Server
from tests.browser.window import Window

pytestmark = pytest.mark.browser


def event(window: Window, event_id: str) -> Locator:
    return window.page.locator(f'.timeline .event[data-id="{event_id}"]')


def test_an_event_opens_by_key_and_closes_with_escape(window: Window) -> None:
    window.open("context")
    event(window, "eu_lac_strategic_partnership").focus()
    window.page.keyboard.press("ArrowRight")
    expect(event(window, "eurolat_assembly")).to_be_focused()
    window.page.keyboard.press("Enter")
    window.expect_parameters(event="eurolat_assembly")
    detail = window.page.locator(".timeline .detail")
    expect(detail).to_contain_text("Known to the year")
    expect(detail).to_contain_text("p. 101")
    expect(event(window, "eurolat_assembly")).to_be_focused()
    window.page.keyboard.press("Escape")
    window.expect_parameters(event="")
    expect(detail).not_to_contain_text("p. 101")
    assert window.complaints == []


def test_marks_are_as_wide_as_what_is_known_and_names_do_not_overlap(window: Window) -> None:
    window.open("context?donor_year=2010")
    expect(event(window, "ameripol_treaty")).to_be_visible()
    widths = [event(window, one).locator(".mark").bounding_box() for one in ("madrid_summit", "ameripol_treaty")]
    assert widths[0]
    assert widths[1]
    assert widths[0]["width"] > 2 * widths[1]["width"]
    boxes = [box for one in window.page.locator(".timeline .event").all() if (box := one.bounding_box())]
    assert len(boxes) == len(load_records("events"))
    touching = [(a, b) for i, a in enumerate(boxes) for b in boxes[:i] if _overlap(a, b)]
    assert touching == []
    below = window.page.locator(".signed-bars .bar.below").bounding_box()
    zero = window.page.locator(".signed-bars .zero").first.bounding_box()
    assert below
    assert zero
    assert below["x"] + below["width"] <= zero["x"] + 1.5


def test_on_a_phone_the_timeline_is_a_list_and_nothing_is_wider_than_the_screen(
    open_window: OpenWindow, server: Server
) -> None:
    window = open_window(server, viewport={"width": 390, "height": 844})
    window.open("context?event=santiago_summit")
    expect(window.page.locator(".timeline.narrow .year").first).to_be_visible()
    expect(window.page.locator(".timeline li .detail")).to_contain_text("EU-LAC summit in Santiago")
    expect(window.page.locator(".timeline .lane")).to_have_count(0)
    assert window.page.evaluate("document.documentElement.scrollWidth") <= 390


def _overlap(a: object, b: object) -> bool:
    def sides(box: dict[str, float]) -> tuple[float, float, float, float]:
        return box["x"], box["x"] + box["width"], box["y"], box["y"] + box["height"]

    left, right, top, bottom = sides(a)  # type: ignore[arg-type]
    other_left, other_right, other_top, other_bottom = sides(b)  # type: ignore[arg-type]
    return min(right, other_right) - max(left, other_left) > 1 and min(bottom, other_bottom) - max(top, other_top) > 1
