"""Drives a page in Chromium through the same filter changes and takes each one's time, bytes and processor time."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Page, Route, WebSocket, sync_playwright

from tests.bench.server import Server

FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
WINDOW = {"width": 1440, "height": 900}
IDLE = '[data-testid="stApp"][data-test-script-state="notRunning"]'
SETTLED_MS, POLL_MS, PATIENCE_MS = 0.5, 60, 30_000

# Plotly's map asks a CDN for a base map even when none is drawn. It gets an empty one at once, in the peer's favour.
_LAYERS = ("coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits")
EMPTY_TOPOLOGY = json.dumps(
    {
        "type": "Topology",
        "arcs": [],
        "objects": {layer: {"type": "GeometryCollection", "geometries": []} for layer in _LAYERS},
    }
)

# What a map looks like, as one text: the fill of every country in it, or "" while there is none.
LOOKS = {
    "atlas": """() => {
        const hosts = [...document.querySelectorAll("*")].filter((node) => node.shadowRoot);
        const svg = hosts.map((host) => host.shadowRoot.querySelector(".map svg")).find(Boolean);
        const areas = svg ? [...svg.querySelectorAll("[role=button][data-id]")] : [];
        return areas.map((area) => area.getAttribute("fill") + area.getAttribute("class") + area.getAttribute("aria-label")).join();
    }""",
    "peer": """() => [...document.querySelectorAll(".choroplethlayer path")].map((path) => path.style.fill + path.getAttribute("d")).join()""",
}

# From the key press on, each frame looks at the map; the first whose map differs is the one that paints the change.
STOPWATCH = """(look) => {
    window.bench = { done: true };
    const watch = () => {
        const now = look();
        if (!now || now === bench.before) return requestAnimationFrame(watch);
        Object.assign(bench, { done: true, ms: performance.now() - bench.start });
    };
    document.addEventListener("keydown", (event) => {
        if (!bench.armed || !["Enter", "Backspace"].includes(event.key)) return;
        window.bench = { start: event.timeStamp, before: look(), done: false };
        requestAnimationFrame(watch);
    }, true);
}"""


@dataclass(frozen=True)
class Change:
    """One change of a filter: its widget's label, the option, and whether the option is taken out of several."""

    label: str
    option: str
    removes: bool = False


@dataclass(frozen=True)
class Sample:
    """What one change cost: key press to repainted map, processor time of the server, bytes over the WebSocket."""

    wait_ms: float
    cpu_ms: float
    received_bytes: int


@dataclass(frozen=True)
class FirstLoad:
    """What a visitor with an empty cache received, and how long the first map took from the request on."""

    received_bytes: int
    requests: int
    wait_ms: float


class Visitor:
    """A browser tab on a server's page, with its counters."""

    def __init__(self, page: Page, server: Server, look: str) -> None:
        self.page, self.server, self.look = page, server, look
        self.socket_bytes = self.http_bytes = self.requests = 0
        page.on("websocket", self._count_frames)
        self.network = page.context.new_cdp_session(page)
        self.network.on("Network.loadingFinished", self._count_response)
        self.network.send("Network.enable")
        page.route(lambda url: not url.startswith(server.url), _answer_foreign)

    def open(self, path: str) -> FirstLoad:
        """Open a page and wait for its first map."""
        started = self.page.evaluate("performance.timeOrigin + performance.now()")
        self.page.goto(self.server.url + path)
        shown = self.page.wait_for_function(
            f"() => ({self.look})() && performance.timeOrigin + performance.now()", polling="raf", timeout=PATIENCE_MS
        )
        self._wait_until_idle()
        self.page.evaluate(f"({STOPWATCH})({self.look})")
        return FirstLoad(self.http_bytes + self.socket_bytes, self.requests, shown.json_value() - started)

    def make(self, change: Change) -> Sample:
        """Make a change by keyboard; return what it cost once page and server are at rest again."""
        box = self.page.get_by_role("combobox", name=change.label, exact=True)
        box.focus()
        if not change.removes:
            box.fill(change.option)
            self.page.get_by_role("option", name=change.option, exact=True).wait_for()
        cpu, received = self.server.cpu_ms(), self.socket_bytes
        self.page.evaluate("bench.armed = true")
        self.page.keyboard.press("Backspace" if change.removes else "Enter")
        self.page.wait_for_function("bench.done && bench.ms", polling="raf", timeout=PATIENCE_MS)
        wait_ms = self.page.evaluate("bench.ms")
        self.page.keyboard.press("Escape")
        self._wait_until_idle()
        return Sample(wait_ms, self.server.cpu_ms() - cpu, self.socket_bytes - received)

    def _wait_until_idle(self) -> None:
        """Wait until the script has ended and the server uses no processor any more: what follows a run counts too."""
        self.page.wait_for_selector(IDLE, timeout=PATIENCE_MS)
        before, now = -1.0, self.server.cpu_ms()
        while now - before > SETTLED_MS:
            self.page.wait_for_timeout(POLL_MS)
            before, now = now, self.server.cpu_ms()

    def _count_frames(self, socket: WebSocket) -> None:
        socket.on("framereceived", self._count_frame)

    def _count_frame(self, payload: str | bytes) -> None:
        self.socket_bytes += len(payload)

    def _count_response(self, event: dict[str, float]) -> None:
        self.http_bytes += int(event["encodedDataLength"])
        self.requests += 1


def plan_walk(indicators: list[str], subregions: list[str], length: int) -> list[Change]:
    """Return changes of which each leads to a selection not seen before: sub-regions are added one by one, taken out, added, ..."""
    changes: list[Change] = []
    for index, indicator in enumerate(indicators):
        if index:
            changes.append(Change("Indicator", indicator))
        removes = index % 2 == 1
        changes += [Change("Sub-region", name, removes) for name in (reversed(subregions) if removes else subregions)]
    if len(changes) < length:
        raise ValueError(
            f"{len(indicators)} indicators and {len(subregions)} sub-regions give {len(changes)} changes, not {length}"
        )
    return changes[:length]


@contextmanager
def visit(server: Server, look: str) -> Iterator[Visitor]:
    """Open a tab with an empty cache; foreign requests are kept from the network."""
    chromium = shutil.which("chromium")
    if chromium is None:
        raise FileNotFoundError("The benchmark drives Chromium, which is not on the PATH: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        yield Visitor(browser.new_page(viewport=WINDOW), server, look)
        browser.close()


def _answer_foreign(route: Route) -> None:
    if route.request.url.endswith(".json"):
        route.fulfill(content_type="application/json", body=EMPTY_TOPOLOGY)
    else:
        route.abort()
