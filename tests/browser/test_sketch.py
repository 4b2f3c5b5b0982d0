"""The first map is there before Streamlit is, stands where the page's map will stand, and goes when that is there."""

import re

import pytest
from playwright.sync_api import Route, expect

from tests.browser.conftest import OpenWindow, Server
from tests.browser.gate import Gate
from tests.browser.window import Window

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
MOST_PIXELS = 4  # that the map may move when the page's own takes the place of the sketch
PATHS = {
    "": "HND",
    "violence": "HND",
    "prisons?v=1&indicator=police_per_100k&subregion=caribbean": "JAM",
    "commitments": "COL",
    "alliances": "BRA",
}

STAGE = """(isSketch) => {
  const maps = [...document.querySelectorAll("*")].filter(({ shadowRoot }) => shadowRoot?.querySelector(".map .stage > svg"));
  const map = maps.find((one) => Boolean(one.closest("#atlas-sketch")) === isSketch);
  const { left, top, width, height } = map.shadowRoot.querySelector(".stage").getBoundingClientRect();
  return [left, top, width, height];
}"""
# How many maps are painted in each frame, from the first on.
COUNT = """(() => {
  const seen = (window.seenMaps = []);
  const look = () => {
    const maps = [...document.querySelectorAll("*")].map(({ shadowRoot }) => shadowRoot?.querySelector(".map .stage > svg")).filter(Boolean);
    seen.push(maps.filter((one) => getComputedStyle(one).visibility === "visible").length);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})()"""


def open_held(window: Window, path: str) -> Gate:
    """Open a page of which the server says nothing until the gate is opened."""
    gate = Gate(window)
    gate.is_shut = True
    window.page.goto(f"{window.server_url}/{path}", wait_until="commit")
    return gate


def wait_for_gate(window: Window, gate: Gate) -> None:
    gate.wait_for_runs(1)
    gate.open()
    expect(window.drawing).to_be_visible()
    expect(window.sketch).to_have_count(0)


@pytest.mark.parametrize("viewport", [{"width": 1440, "height": 900}, PHONE], ids=["laptop", "phone"])
@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.partition("?")[0] or "overview")
def test_the_map_is_there_before_a_word_came_and_stays_in_its_place(
    open_window: OpenWindow, server: Server, path: str, viewport: dict[str, int]
) -> None:
    window = open_window(server, viewport=viewport)
    window.page.add_init_script(COUNT)
    gate = open_held(window, path)
    country = window.sketch.locator(f'.world [role="button"][data-id="{PATHS[path]}"]')
    expect(country).to_be_visible()
    told, fill = country.get_attribute("aria-label"), country.get_attribute("fill")
    expect(window.drawing).to_have_count(0)
    before = window.page.evaluate(STAGE, True)
    wait_for_gate(window, gate)
    window.wait_for_run()
    after = window.page.evaluate(STAGE, False)
    assert max(abs(one - other) for one, other in zip(before, after, strict=True)) <= MOST_PIXELS
    own = window.country(PATHS[path])
    assert (own.get_attribute("aria-label"), own.get_attribute("fill")) == (told, fill)
    seen = window.page.evaluate("seenMaps")
    assert max(seen) == 1, "never two maps"
    assert 0 not in seen[seen.index(1) :], "never none between them"
    assert window.complaints == []


def test_the_map_that_stays_answers(window: Window) -> None:
    wait_for_gate(window, open_held(window, "violence"))
    window.country("BRA").focus()
    window.page.keyboard.press("Enter")
    window.expect_place("BRA", "Brazil")


def test_a_hand_and_a_reader_do_not_come_across_the_sketch(window: Window) -> None:
    gate = open_held(window, "violence")
    expect(window.sketch.locator('[data-id="BRA"]').first).to_be_visible()
    assert window.sketch.get_attribute("aria-hidden") == "true"
    assert window.page.get_by_role("button").count() == 0
    window.page.keyboard.press("Tab")
    window.page.keyboard.press("Tab")
    assert not window.page.evaluate("document.activeElement.closest('#atlas-sketch') !== null")
    box = window.sketch.locator(".stage").bounding_box()
    assert box
    at = [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2]
    assert window.page.evaluate("([x, y]) => !document.elementFromPoint(x, y)?.closest('#atlas-sketch')", at)
    wait_for_gate(window, gate)


def test_a_view_that_its_filters_leave_empty_has_no_sketch(window: Window) -> None:
    gate = open_held(window, "prisons?v=1&subregion=caribbean&alliance=andean_community")
    expect(window.sketch).to_have_count(0)
    gate.wait_for_runs(1)
    gate.open()
    window.wait_for_run()
    expect(window.headline).to_be_visible()
    expect(window.drawing).to_have_count(0)
    assert window.complaints == []


def test_without_an_answer_the_page_comes_as_ever(window: Window) -> None:
    window.page.route("**/ahead/**", lambda route: route.fulfill(status=204))
    window.open("violence")
    expect(window.sketch).to_have_count(0)
    assert window.complaints == []


def test_an_answer_that_comes_after_the_map_draws_nothing(window: Window) -> None:
    late: list[Route] = []
    window.page.route("**/ahead/**", lambda route: late.append(route))  # noqa: PLW0108 - Playwright marks what it is given
    window.open("violence")
    assert len(late) == 1, "asked once: the preload is what the script fetches"
    expect(window.sketch).to_have_count(0)
    expect(window.page.locator(".map .stage > svg")).to_have_count(1)


def test_a_sketch_goes_when_the_run_brings_no_map(window: Window) -> None:
    """A map of another view stands for one that the run cannot draw."""
    answer = window.page.request.get(f"{window.server_url}/ahead/prisons/sketch?lang=en").text()
    window.page.route("**/ahead/**", lambda route: route.fulfill(body=answer, content_type="application/json"))
    gate = open_held(window, "prisons?v=1&subregion=caribbean&alliance=andean_community")
    expect(window.sketch.locator('[data-id="BRA"]').first).to_be_visible()
    gate.wait_for_runs(1)
    gate.open()
    expect(window.sketch).to_have_count(0)
    expect(window.headline).to_be_visible()


@pytest.mark.parametrize(
    ("scheme", "stored", "is_dark"),
    [("dark", "", True), ("light", "", False), ("light", "Dark", True), ("dark", "Light", False)],
)
def test_the_sketch_and_the_window_have_the_theme_that_streamlit_will_choose(
    open_window: OpenWindow, server: Server, scheme: str, stored: str, is_dark: bool
) -> None:
    window = open_window(server, color_scheme=scheme)
    if stored:
        window.page.add_init_script(f"localStorage.setItem('stActiveTheme-/violence-v2', JSON.stringify('{stored}'))")
    gate = open_held(window, "violence")
    expect(window.sketch.locator(".map")).to_have_attribute("data-theme", "dark" if is_dark else "light")
    ground = "rgb(16, 22, 29)" if is_dark else "rgb(253, 252, 249)"
    expect(window.page.locator("html")).to_have_css("background-color", ground)
    colour = window.sketch.locator('.world [data-id="BRA"]').get_attribute("fill")
    wait_for_gate(window, gate)
    expect(window.page.get_by_test_id("stApp")).to_have_css("background-color", ground)
    expect(window.country("BRA")).to_have_attribute("fill", colour or "")


def test_the_sketch_speaks_the_language_of_the_browser(open_window: OpenWindow, server: Server) -> None:
    window = open_window(server, locale="fr")
    open_held(window, "violence")
    expect(window.sketch.locator(".stage > svg")).to_have_attribute("aria-label", re.compile("^Carte\\s:\\sTaux"))
