"""What is taken on paper and as a picture: a page on its way to the printer, and the files of the dialog."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenWindow, Server
from tests.browser.window import Window

pytestmark = pytest.mark.browser

FIRST_DRAWING_MS = 60_000  # starts a process and loads what draws: some seconds, on a busy machine many
SHEET = {"width": 794, "height": 1123}  # A4 in CSS pixels


def lay_out_for_paper(page: Page) -> None:
    """Do what a browser does before it prints: the paper's rules, then the event."""
    page.emulate_media(media="print")
    page.set_viewport_size(SHEET)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")


def test_a_page_prints_without_controls_with_every_row_in_light_colours(
    open_window: OpenWindow, server: Server
) -> None:
    window = open_window(server, color_scheme="dark")
    window.open("money?v=1&measure=contracted")
    rows = window.page.locator(".table tbody tr")
    expect(rows.first).to_be_visible()
    assert rows.count() < 154, "the table turns pages on the screen"
    lay_out_for_paper(window.page)
    expect(rows).to_have_count(154)
    expect(window.headline).to_be_visible()
    for hidden in (
        window.page.get_by_test_id("stHeader"),
        window.page.locator(".st-key-filters"),
        window.page.locator(".table .pager"),
    ):
        expect(hidden).to_be_hidden()
    ground = window.page.locator(".table").evaluate(
        "(node) => getComputedStyle(node).getPropertyValue('--ground').trim()"
    )
    assert ground == "#ffffff"
    assert window.page.locator(".table .scroller").evaluate("(node) => node.scrollHeight <= node.clientHeight + 1"), (
        "rows are cut off"
    )
    assert window.page.locator(".table table").evaluate(
        "(node) => node.getBoundingClientRect().right <= innerWidth + 1"
    ), "columns are cut off"
    window.page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(rows).to_have_count(25)
    assert window.complaints == []


def test_a_picture_is_seen_and_taken(window: Window) -> None:
    window.open("violence?place=HND")
    window.page.get_by_role("button", name="Take it away").click()
    window.page.get_by_role("tab", name="Picture").click()
    expect(window.page.get_by_test_id("stDialog").locator("img").first).to_be_visible(timeout=FIRST_DRAWING_MS)
    for name, start in (("PNG", b"\x89PNG"), ("SVG", b"<?xml"), ("PDF", b"%PDF")):
        with window.page.expect_download() as download:
            window.page.get_by_role("button", name=name, exact=True).click()
        assert download.value.suggested_filename == f"lac-atlas_homicide_rate_map.{name.lower()}"
        assert download.value.path().read_bytes().startswith(start)
    expect(window.page.get_by_test_id("stException")).to_have_count(0)
    assert all(request.url.startswith((window.server_url, "data:", "blob:")) for request in window.requests)


def test_the_brief_of_a_country_is_a_page_to_print(window: Window) -> None:
    window.open("country?place=ATG")
    with window.page.expect_download() as download:
        window.page.get_by_role("button", name="One page to print (PDF)").click()
    assert download.value.suggested_filename == "lac-atlas_ATG_brief.pdf"
    content = download.value.path().read_bytes()
    assert content.startswith(b"%PDF")
    assert content.count(b"/MediaBox") == 1
