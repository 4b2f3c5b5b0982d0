"""Everything comes from the atlas's own server, and the browser has nothing to complain of."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from pages.kit.router import PAGES
from tests.browser.window import Window

pytestmark = pytest.mark.browser

FONTS_IN_USE = (
    "() => [...document.fonts].filter(font => font.status === 'loaded').map(font => font.family.replaceAll('\"', ''))"
)


@pytest.mark.parametrize("path", ["", *(entry.slug for entry in PAGES[1:])])
def test_page_asks_no_other_host_and_has_no_error(window: Window, path: str) -> None:
    window.open(path)
    window.page.wait_for_load_state("networkidle")

    own = urlsplit(window.server_url).netloc
    asked = [request.url for request in window.requests if not request.url.startswith(("data:", "blob:"))]
    assert any("/app/static/fonts/" in url for url in asked)
    assert [url for url in asked if urlsplit(url).netloc != own] == []
    # A breach of the page's own security policy would be an error too.
    assert window.complaints == []
    assert "'unsafe-eval'" not in window.responses[0].headers["content-security-policy"]
    expect(window.page.get_by_test_id("stException")).to_have_count(0)


def test_map_and_fonts_are_kept_by_the_browser_and_the_page_is_not(window: Window) -> None:
    window.open("violence")
    window.page.wait_for_load_state("networkidle")

    kept = {
        urlsplit(answer.url).path
        for answer in window.responses
        if "immutable" in answer.headers.get("cache-control", "")
    }
    for folder in ("/app/static/lac-map-", "/app/static/fonts/", "/figures/map-"):
        assert any(path.startswith(folder) for path in kept), f"nothing of {folder} is kept"
    assert {"public-sans", "source-serif"} <= set(window.page.evaluate(FONTS_IN_USE))
    assert window.headline.evaluate("element => getComputedStyle(element).fontFamily").startswith("source-serif")
    assert not kept & {"/", "/violence", "/_stcore/health", "/_stcore/host-config"}
