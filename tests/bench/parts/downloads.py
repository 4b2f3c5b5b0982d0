"""Every download of every page: from the click to the whole file, and its size."""

import time
from typing import Any

from playwright.sync_api import Browser, Locator, Page

from tests.bench import drive
from tests.bench.browser import WINDOW, open_tab, run_browser
from tests.bench.numbers import median
from tests.bench.parts.first_paint import PAGES
from tests.bench.server import Server, serve_atlas

REPETITIONS, QUICK_REPETITIONS = 5, 1


def measure(*, is_quick: bool) -> dict[str, Any]:
    """Return, for each page, its downloads: name of the file, KB, and ms until it was there."""
    repetitions = QUICK_REPETITIONS if is_quick else REPETITIONS
    with serve_atlas() as server, run_browser() as browser:
        return {slug: _measure_page(browser, server, path, look, repetitions) for slug, (path, look) in PAGES.items()}


def _measure_page(browser: Browser, server: Server, path: str, look: str, repetitions: int) -> list[dict[str, Any]]:
    with browser.new_context(viewport=WINDOW) as context:
        tab = open_tab(context, look)
        tab.open(server.url + path)
        buttons = tab.page.get_by_test_id("stDownloadButton").get_by_role("button")
        buttons.first.wait_for()
        drive.rest(tab, drive.STREAMLIT, server.cpu_ms)
        return [_measure_button(tab.page, button, repetitions) for button in buttons.all()]


def _measure_button(page: Page, button: Locator, repetitions: int) -> dict[str, Any]:
    """Download a file several times. Raises ValueError for an empty one."""
    waits = []
    for _ in range(repetitions):
        button.scroll_into_view_if_needed()
        began = time.perf_counter()
        with page.expect_download() as coming:
            button.click()
        path = coming.value.path()
        waits.append((time.perf_counter() - began) * 1e3)
        size = path.stat().st_size
        if not size:
            raise ValueError(f"{coming.value.suggested_filename} is empty")
    return {"file": coming.value.suggested_filename, "kb": size / 1e3, "wait_ms": median(waits)}
