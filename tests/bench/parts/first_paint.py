"""The first figure of each page behind the proxy: over a line of 10 Mbit/s and 40 ms, and on a processor four times slower as well."""

from typing import Any

from playwright.sync_api import Browser, BrowserContext

from tests.bench.browser import WINDOW, Tab, look_at, open_tab, run_browser
from tests.bench.drive import STREAMLIT_RESTS
from tests.bench.numbers import median
from tests.bench.parts.pages import INTERACTIONS
from tests.bench.proxy import run_behind_proxy
from tests.bench.relay import Line, Relay, relay_to

LINE, SLOWDOWN = Line(bytes_per_second=10e6 / 8, round_trip=0.04), 4
CONDITIONS = {"line": 1, "line_and_slow_processor": SLOWDOWN}
# Visits of each page; on the slow processor they take half a minute each.
REPETITIONS = {"line": 3, "line_and_slow_processor": 1}
PAGES = {slug: (one.path, one.look) for slug, one in INTERACTIONS.items()} | {
    "sources": ("/sources", look_at(".table"))
}


def measure(*, is_quick: bool) -> dict[str, Any]:
    """Return for each page ms to the first figure and to the one that answers, with an empty cache (cold) and the next time (warm), and what came."""
    with run_behind_proxy(1) as cluster, run_browser() as browser:
        _visit(browser, cluster.url, *PAGES["overview"], slowdown=1)  # the proxy has not compressed anything yet
        return {
            slug: {
                name: _measure_page(browser, cluster.url, path, look, slowdown, 1 if is_quick else REPETITIONS[name])
                for name, slowdown in CONDITIONS.items()
            }
            for slug, (path, look) in PAGES.items()
        }


def _measure_page(browser: Browser, url: str, path: str, look: str, slowdown: int, repetitions: int) -> dict[str, Any]:  # noqa: PLR0917
    visits = [_visit(browser, url, path, look, slowdown=slowdown) for _ in range(repetitions)]
    columns = (median(column) for column in zip(*visits, strict=True))
    cold_ms, cold_answers_ms, warm_ms, warm_answers_ms, cold_bytes, warm_bytes, requests = columns
    return {
        "cold_ms": cold_ms,
        "warm_ms": warm_ms,
        "cold_answers_ms": cold_answers_ms,
        "warm_answers_ms": warm_answers_ms,
        "cold_mb": cold_bytes / 1e6,
        "warm_mb": warm_bytes / 1e6,
        "cold_requests": requests,
    }


def _visit(browser: Browser, url: str, path: str, look: str, *, slowdown: int) -> tuple[float, ...]:
    """Visit a page twice in a new profile; return ms to the first paint and to the answer cold, the same warm, bytes cold and warm, requests cold."""
    with browser.new_context(viewport=WINDOW) as context, relay_to(url, LINE) as relay:
        cold = _open_slowly(context, look, slowdown, relay)
        cold_ms, cold_answers_ms = cold.open(relay.url + path)
        cold.wait_for(STREAMLIT_RESTS)
        cold.page.wait_for_load_state("networkidle")
        cold.page.close()
        cold_bytes = relay.received_bytes
        warm = _open_slowly(context, look, slowdown, relay)
        warm_ms, warm_answers_ms = warm.open(relay.url + path)
        warm.wait_for(STREAMLIT_RESTS)
        warm_bytes = relay.received_bytes - cold_bytes
        return cold_ms, cold_answers_ms, warm_ms, warm_answers_ms, cold_bytes, warm_bytes, cold.requests


def _open_slowly(context: BrowserContext, look: str, slowdown: int, relay: Relay) -> Tab:
    tab = open_tab(context, look, relay=relay)
    if slowdown > 1:
        tab.network.send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
    return tab
