"""The 3D view in a browser: it draws, it is steered and picked, its camera outlives filters, and without WebGL there are flat maps."""

import io
from urllib.parse import urlsplit

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Browser, Locator, expect

from tests.browser.conftest import CHROMIUM_ARGUMENTS, PATIENCE_MS, Server, find_chromium
from tests.browser.window import Window

pytestmark = pytest.mark.browser

# Where Brazil lies in the first view, as shares of the canvas; it is large enough to be met a little off, too.
BRAZIL = (0.68, 0.53)
FAR_LAND = (0.02, 0.06, 0.35, 0.3)  # left, top, right, bottom: North America, which no filter paints
PICK = "Brazil\nHomicide rate: 21.0 per 100,000\nNo decision in Annex H"


def canvas(window: Window) -> Locator:
    return window.page.locator("[data-testid=stDeckGlJsonChart] canvas")


def settle(window: Window, *, unlike: Image.Image | None = None) -> Image.Image:
    """Wait until the scene stands still, and is not what it was before a change; return its picture."""
    window.wait_for_run()
    before = None
    for _ in range(80):
        now = picture(window)
        is_drawn = now is not None and len(now.getcolors(2**20) or []) > 40
        if is_drawn and is_same(before, now) and not is_same(unlike, now):
            return now
        before = now
        window.page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    pytest.fail("the scene never stood still, or never changed")


def picture(window: Window) -> Image.Image | None:
    """Return what the canvas shows, or nothing while there is none."""
    box = canvas(window).bounding_box() if canvas(window).count() else None
    if box is None:
        return None
    clip = {"x": box["x"], "y": box["y"], "width": box["width"], "height": box["height"]}
    return Image.open(io.BytesIO(window.page.screenshot(clip=clip))).convert("RGB")  # type: ignore[arg-type]


def far_land(whole: Image.Image) -> Image.Image:
    width, height = whole.size
    left, top, right, bottom = FAR_LAND
    return whole.crop((int(left * width), int(top * height), int(right * width), int(bottom * height)))


def is_same(one: Image.Image | None, other: Image.Image | None) -> bool:
    return one is not None and other is not None and ImageChops.difference(one, other).getbbox() is None


def point(window: Window, at: tuple[float, float]) -> tuple[float, float]:
    box = canvas(window).bounding_box()
    assert box is not None
    return box["x"] + at[0] * box["width"], box["y"] + at[1] * box["height"]


def click(window: Window, at: tuple[float, float]) -> None:
    """Move there first, as a mouse does: software rendering takes longer over its first pick than a click may last."""
    window.page.mouse.move(*point(window, at))
    expect(window.page.locator(".deck-tooltip")).to_contain_text("Brazil")
    window.page.mouse.click(*point(window, at))


def test_the_scene_comes_from_this_server_alone_and_a_click_chooses(window: Window) -> None:
    window.open("need?v=1&arcs=hide")
    settle(window)
    own = urlsplit(window.server_url).netloc
    asked = [request.url for request in window.requests if not request.url.startswith(("data:", "blob:"))]
    assert sum("/app/static/relief-" in url for url in asked) == 3
    assert [url for url in asked if urlsplit(url).netloc != own] == []

    window.page.mouse.move(*point(window, BRAZIL))
    expect(window.page.locator(".deck-tooltip")).to_have_text(PICK, use_inner_text=True)
    click(window, BRAZIL)
    window.expect_parameters(place="BRA")
    expect(window.card_title).to_have_text("Brazil")
    settle(window)
    click(window, BRAZIL)
    window.expect_parameters(place="")
    expect(window.card_title).to_have_count(0)
    assert window.complaints == []


def test_the_camera_outlives_filters_until_it_is_reset(window: Window) -> None:
    window.open("need?v=1&arcs=hide")
    first = settle(window)
    window.page.mouse.move(*point(window, (0.4, 0.8)))
    window.page.mouse.down()
    window.page.mouse.move(*point(window, (0.5, 0.75)), steps=4)
    window.page.mouse.up()
    moved = settle(window, unlike=first)
    assert not is_same(far_land(first), far_land(moved))

    window.choose("measure", "Amounts contracted")
    window.expect_parameters(measure="contracted")
    window.choose("indicator", "Rule of law")
    window.expect_parameters(indicator="rule_of_law")
    # Other colours and heights, and far land where it was.
    changed = settle(window, unlike=moved)
    assert is_same(far_land(moved), far_land(changed)), "the camera moved"

    window.page.get_by_role("button", name="Reset view").click()
    assert is_same(far_land(settle(window, unlike=changed)), far_land(first))


def test_the_keyboard_chooses_by_the_ranking_and_steers_the_scene(window: Window) -> None:
    window.open("need")
    first = settle(window)
    window.bar("COL").focus()
    window.page.keyboard.press("ArrowDown")
    window.page.keyboard.press("Enter")
    window.expect_parameters(place="GTM")
    expect(window.card_title).to_have_text("Guatemala")
    chosen = settle(window, unlike=first)
    assert is_same(far_land(first), far_land(chosen)), "choosing moved the camera"
    window.page.locator("#deckgl-wrapper, [data-testid=stDeckGlJsonChart] [tabindex='0']").last.focus()
    window.page.keyboard.press("ArrowLeft")
    steered = settle(window, unlike=chosen)
    assert not is_same(far_land(first), far_land(steered))


def test_the_scene_follows_the_theme(window: Window) -> None:
    window.open("need?v=1&arcs=hide")
    light = settle(window)
    window.page.emulate_media(color_scheme="dark")
    expect(window.page.locator(".relief-key")).to_be_visible()
    window.page.wait_for_function(
        "() => getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor === 'rgb(16, 22, 29)'"
    )
    dark = settle(window, unlike=light)
    assert (
        sum(far_land(dark).resize((1, 1)).getpixel((0, 0))) < 250 < sum(far_land(light).resize((1, 1)).getpixel((0, 0)))
    )


def test_without_webgl_the_page_says_so_and_shows_flat_maps(chromium: Browser, server: Server) -> None:
    # A browser of its own: the switch is for a whole browser.
    browser = chromium.browser_type.launch(
        executable_path=find_chromium(), args=[*CHROMIUM_ARGUMENTS, "--disable-3d-apis"]
    )
    window = Window(browser.new_page(viewport={"width": 1440, "height": 900}), server.url)
    window.page.set_default_timeout(PATIENCE_MS)
    window.open("need")
    expect(window.page.get_by_test_id("stAlert")).to_contain_text("WebGL is missing")
    expect(window.page.locator(".map .stage > svg")).to_have_count(2)
    expect(window.page.get_by_test_id("stDeckGlJsonChart")).to_have_count(0)
    assert not any("DeckGl" in request.url for request in window.requests)
    assert window.complaints == []
    browser.close()
