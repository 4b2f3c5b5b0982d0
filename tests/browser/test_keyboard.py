"""Without a mouse: any country in at most six keys, the table one key behind its figure, what changed is told, no key acts by itself."""

import pytest
from playwright.sync_api import expect

from geo.places import name_countries
from tests.browser.window import Window

pytestmark = pytest.mark.browser

MOST_KEYS = 6  # letters and the Enter that picks
# From a country to each other one: the fewest letters that lead there, with a pause before each name; the script goes by the time that
# an event carries. Letters may be those of any word of the name, or its first again and again.
COUNT_KEYS = """(start) => {
  const map = [...document.querySelectorAll("*")].map((one) => one.shadowRoot?.querySelector(".map")).find(Boolean);
  const marks = [...map.querySelectorAll('.world [role="button"][data-id]')];
  const from = marks.find(({ dataset }) => dataset.id === start);
  const focused = () => map.getRootNode().activeElement;
  const type = (keys) => {
    from.focus();
    globalThis.now = (globalThis.now ?? 0) + 10000;
    for (const key of keys) {
      const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
      Object.defineProperty(event, "timeStamp", { value: (globalThis.now += 50) });
      focused().dispatchEvent(event);
    }
    return focused().dataset.id;
  };
  const count = ({ dataset: { id } }, name) => {
    const words = name.toLowerCase().normalize("NFD").replace(/[^a-z ]/g, "").split(" ").filter(Boolean);
    for (let number = 1; number < 12; number += 1) {
      const tries = [words.join(" ").slice(0, number), words[0][0].repeat(number), ...words.map((word) => word.slice(0, number))];
      if (tries.some((keys) => type(keys) === id)) return number;
    }
    return 99;
  };
  const nameOf = (mark) => mark.getAttribute("aria-label").split(":")[0];
  return Object.fromEntries(marks.map((mark) => [mark.dataset.id, mark === from ? 0 : count(mark, nameOf(mark))]));
}"""


@pytest.mark.parametrize(("language", "start"), [("en", "ATG"), ("fr", "VCT")])
def test_any_country_is_at_most_six_keys_from_another(window: Window, language: str, start: str) -> None:
    window.open(f"violence?v=1&lang={language}")
    letters = window.page.evaluate(COUNT_KEYS, start)
    assert set(letters) == set(name_countries())
    assert {iso3: number for iso3, number in letters.items() if number + 1 > MOST_KEYS} == {}
    # It does not come by itself: names share their first letter with others, and need more than one.
    assert max(letters.values()) > 1
    # None of it was a choice.
    window.expect_no_place()


@pytest.mark.parametrize(
    ("path", "figure"),
    [
        ("money?v=1&measure=contracted", ".chart"),
        ("compare", ".scatter"),
        ("commitments", ".ranking"),
        ("alliances", ".distribution"),
    ],
)
def test_the_table_is_one_key_away_from_its_figure(window: Window, path: str, figure: str) -> None:
    window.open(path)
    expect(window.page.locator(".table").first).to_be_attached()
    way = window.page.locator(f"{figure} .to-table").first
    way.focus()
    expect(way).to_be_focused()
    expect(way).to_be_in_viewport()
    window.page.keyboard.press("Enter")
    expect(window.page.locator(".table .scroller").first).to_be_focused()
    expect(way).not_to_be_focused()


def test_the_way_leads_to_the_figures_own_values(window: Window) -> None:
    window.open("alliances")
    expect(window.page.locator(".table")).to_have_count(2)
    window.page.locator(".map .to-table").press("Enter")
    expect(window.page.get_by_role("grid"), "who is in what").to_be_focused()
    # A table of a page that was left is none to go to.
    window.go("Violence")
    expect(window.country("BRA")).to_be_visible()
    window.wait_for_run()
    window.page.locator(".map .to-table").press("Enter")
    expect(window.page.locator(".table .scroller")).to_be_focused()


def test_escape_sends_a_tip_away_before_the_choice(window: Window) -> None:
    """WCAG 1.4.13: the pointer stays where it is."""
    window.open("violence?v=1&place=HND")
    tip = window.page.locator(".map .tip")
    window.country("BRA").hover()
    expect(tip).to_contain_text("Brazil")
    window.page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    window.expect_place("HND", "Honduras")
    # With the keyboard in the map, where the tip follows it, one press does both.
    window.country("BRA").focus()
    window.page.keyboard.press("ArrowLeft")
    expect(tip).to_be_visible()
    window.page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    window.expect_no_place()


def test_plus_zooms_about_what_is_chosen(window: Window) -> None:
    window.open("violence?v=1&place=URY")
    window.page.get_by_role("button", name="Zoom in").click(click_count=4)
    box, stage = window.country("URY").bounding_box(), window.drawing.bounding_box()
    assert box is not None
    assert stage is not None
    assert stage["x"] < box["x"] + box["width"] / 2 < stage["x"] + stage["width"]
    assert stage["y"] < box["y"] + box["height"] / 2 < stage["y"] + stage["height"]


def test_escape_leaves_the_stage_from_inside_a_figure(window: Window) -> None:
    window.page.goto(f"{window.server_url}/stories?v=1&story=region&step=2&present=yes", wait_until="commit")
    shown = window.page.locator(".stage .slide:not(.away)")
    shown.locator('.map [role="button"][tabindex="0"]').focus()
    window.page.keyboard.press("ArrowDown")
    expect(shown.locator(".map .tip")).to_be_visible()
    window.page.keyboard.press("Escape")
    expect(shown.locator(".map .tip")).to_be_hidden()
    window.page.keyboard.press("Escape")
    expect(window.page.locator("dialog.stage")).to_have_count(0)


def test_no_key_acts_on_the_page_by_itself(window: Window) -> None:
    """WCAG 2.1.4: letters and signs do something only where a figure has the keyboard."""
    window.open("violence")
    address, world = window.page.url, window.world.get_attribute("transform")
    window.headline.click()
    for key in ("m", "0", "+", "-", "n", "/", "?", "c", "r", "ArrowDown", "Escape"):
        window.page.keyboard.press(key)
    window.wait_for_run()
    assert window.page.url == address
    assert window.world.get_attribute("transform") == world
    expect(window.page.get_by_role("dialog")).to_have_count(0)
    expect(window.focused).to_have_count(0)


def test_what_changed_is_told(window: Window) -> None:
    window.open("violence?v=1&place=BRA")
    live = window.page.locator(".map [aria-live]")
    window.country("BRA").focus()
    window.page.keyboard.press("ArrowLeft")
    window.page.keyboard.press("ArrowUp")
    expect(window.focused).to_have_attribute("data-id", "ECU")
    expect(live, "its label tells all of it").to_be_empty()
    window.choose("subregion", "Caribbean")
    expect(live).to_contain_text("Map of homicide rate")
    expect(live).not_to_contain_text("Brazil")
