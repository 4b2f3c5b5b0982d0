"""Every page is open to everyone: axe-core finds nothing grave, headings and names are in order, the keyboard goes through and comes out."""

import itertools

import pytest
from playwright.sync_api import Page, expect

from geo.messages import say, speaking
from pages.kit.access_statement import GAPS, ISSUES_ADDRESS
from pages.kit.router import PAGES, PageEntry
from tests.browser.axe import MENU, list_violations
from tests.browser.conftest import OpenWindow, Server
from tests.browser.window import Window

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
MOST_STOPS = 400  # of the keyboard, on any page
# All headings that are read aloud, in order, those of the components too.
HEADINGS = """() => {
  const walk = (root) => [...root.querySelectorAll("*")].flatMap(one => [
    ...(/^H[1-6]$/.test(one.tagName) && one.getClientRects().length ? [Number(one.tagName[1])] : []),
    ...(one.shadowRoot ? walk(one.shadowRoot) : [])]);
  return walk(document);
}"""
# What has the keyboard: a mark of its own, given once, and whether it stands in the window, on the map's world, in the page at all.
STOP = """() => {
  let one = document.activeElement;
  while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
  globalThis.atlasStops ??= new Map();
  if (!globalThis.atlasStops.has(one)) globalThis.atlasStops.set(one, globalThis.atlasStops.size);
  const box = one.getBoundingClientRect();
  const isIn = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth && box.width > 0;
  return { number: globalThis.atlasStops.get(one), id: one.id, isBody: one === document.body, isOnMap: one.matches("g.world *"),
    isSeen: isIn && one.checkVisibility({ visibilityProperty: true }), html: one.outerHTML.slice(0, 150) };
}"""


def path_of(entry: PageEntry) -> str:
    return "" if entry is PAGES[0] else entry.slug


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.slug)
def test_a_page_on_a_large_screen(window: Window, entry: PageEntry) -> None:
    window.open(path_of(entry))
    expect(window.page).to_have_title(f"{entry.title} · LAC Citizen Security Atlas")
    assert window.page.locator("html").get_attribute("lang") == "en"
    check_headings(window.page)
    check_stops(window.page)
    assert list_violations(window) == []


def check_headings(page: Page) -> None:
    """One heading of the first level, the finding below it, and no level left out on the way down."""
    expect(page.locator("h1")).to_have_count(1)
    levels = page.evaluate(HEADINGS)
    assert levels.count(1) == 1
    assert levels[:2] == [1, 2]
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels)), levels


def check_stops(page: Page) -> None:
    """The keyboard goes from the first stop through all others, each seen, to the end of the page, and begins anew."""
    page.evaluate("document.activeElement?.blur()")
    stops = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(STOP))
        if stops[-1]["isBody"]:
            break
    assert stops[0]["id"] == "atlas-skip"
    assert stops.pop()["isBody"], "the keyboard does not come to the end of the page"
    assert len({one["number"] for one in stops}) == len(stops), "the keyboard comes to the same place twice"
    assert [one["html"] for one in stops if not one["isSeen"]] == []
    assert sum(one["isOnMap"] for one in stops) <= 1, "the map is more than one stop"
    page.keyboard.press("Tab")
    assert page.evaluate(STOP)["id"] == "atlas-skip"


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.slug)
def test_a_page_on_a_phone_in_french_and_in_the_dark(open_window: OpenWindow, server: Server, entry: PageEntry) -> None:
    window = open_window(server, viewport=PHONE, has_touch=True, locale="fr-FR", reduced_motion="reduce")
    window.open(path_of(entry))
    assert window.page.locator("html").get_attribute("lang") == "fr"
    with speaking("fr"):
        expect(window.page.locator("#atlas-skip")).to_have_text(say("Go to the finding"))
    assert list_violations(window, themes=("dark",)) == []


@pytest.mark.parametrize("entry", [PAGES[0], PAGES[1], PAGES[5], PAGES[9]], ids=lambda entry: entry.slug)
def test_the_first_stop_leads_to_the_finding(window: Window, entry: PageEntry) -> None:
    window.open(path_of(entry))
    expect(window.page.locator(".search input")).to_be_visible()
    address = window.page.url
    window.page.keyboard.press("Tab")
    skip = window.page.locator("#atlas-skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    window.page.keyboard.press("Enter")
    expect(window.headline).to_be_focused()
    expect(skip).not_to_be_in_viewport()
    assert window.page.url == address, "the way to the finding is no part of the view"
    window.page.keyboard.press("Tab")
    assert window.headline.evaluate("(h, one) => !!(h.compareDocumentPosition(document.activeElement) & 4)"), (
        "the next stop comes before the finding"
    )


def test_an_open_card_and_an_open_list(window: Window) -> None:
    window.open("violence?v=1&place=HND")
    expect(window.card_title).to_be_visible()
    check_headings(window.page)
    assert list_violations(window) == []
    window.widget("subregion").get_by_role("combobox").click()
    expect(window.page.get_by_role("option").first).to_be_visible()
    assert list_violations(window) == []
    window.page.keyboard.press("Escape")
    expect(window.page.get_by_role("option")).to_have_count(0)


def test_search_results(window: Window) -> None:
    window.open("violence")
    window.page.locator(".search input").fill("hond")
    expect(window.page.locator(".search [role=option]").first).to_be_visible()
    assert list_violations(window) == []


def test_what_is_taken_away(window: Window) -> None:
    window.open("violence")
    window.page.get_by_role("button", name="Take it away").click()
    dialog = window.page.get_by_role("dialog")
    expect(dialog.get_by_role("radio").first.or_(dialog.get_by_role("tab").first)).to_be_visible()
    window.wait_for_run()
    assert list_violations(window) == []
    window.page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)


def test_a_story_on_the_stage(window: Window) -> None:
    window.page.goto(f"{window.server_url}/stories?v=1&story=region&step=2&present=yes", wait_until="commit")
    expect(window.page.locator("dialog.stage .slide:not(.away) .figure").first).to_be_visible()
    window.wait_for_run()
    assert list_violations(window) == []
    stage = window.page.locator("dialog.stage")
    letters = stage.get_by_role("button", name="Letter keys")
    letters.click()
    expect(letters).to_have_attribute("aria-pressed", "false")
    window.page.keyboard.press("n")
    window.page.keyboard.press("ArrowRight")
    window.expect_parameters(step="3")
    expect(stage.locator(".notes")).to_be_hidden()
    letters.click()
    window.page.keyboard.press("n")
    expect(stage.locator(".notes")).to_be_visible()


def test_a_view_in_a_frame(open_window: OpenWindow, server: Server) -> None:
    window = open_window(server, viewport={"width": 800, "height": 600})
    window.page.goto(f"{server.url}/violence?embed=true", wait_until="commit")
    expect(window.country("BRA")).to_be_visible()
    window.wait_for_run()
    assert list_violations(window) == []
    assert window.page.locator("#atlas-skip").count() == 0, "a frame has nothing to skip"


def test_the_menu_and_the_filters_of_a_phone(open_window: OpenWindow, server: Server) -> None:
    window = open_window(server, viewport=PHONE, has_touch=True, reduced_motion="reduce")
    window.open("violence")
    menu = window.page.get_by_test_id("stSidebar")
    expect(menu).to_be_hidden()
    window.page.get_by_test_id("stExpandSidebarButton").click()
    expect(menu.get_by_role("link", name="Sources", exact=True)).to_be_in_viewport()
    assert list_violations(window, MENU) == []
    window.page.get_by_test_id("stSidebarCollapseButton").get_by_role("button").click()
    expect(menu).to_be_hidden()
    window.page.get_by_role("button", name="Filters").click()
    expect(window.widget("subregion")).to_be_visible()
    assert list_violations(window) == []


def test_the_statement_names_every_exception() -> None:
    told = {f"{ISSUES_ADDRESS}{number}" for gap in GAPS for number in gap.upstream}
    assert {one.upstream for one in MENU} <= told
