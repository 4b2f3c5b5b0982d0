"""A tab in Chromium that counts what it receives and knows when its figure was repainted."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, Route, WebSocket, sync_playwright
from playwright.sync_api import Error as PlaywrightError

from tests.bench.relay import Relay

FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
WINDOW = {"width": 1440, "height": 900}
PATIENCE_MS = 120_000

# Plotly's map asks a CDN for a base map even when none is drawn. It gets an empty one at once, in the peer's favour.
_LAYERS = ("coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits")
EMPTY_TOPOLOGY = json.dumps(
    {
        "type": "Topology",
        "arcs": [],
        "objects": {layer: {"type": "GeometryCollection", "geometries": []} for layer in _LAYERS},
    }
)

# Each frame looks at the figure: the first that shows one is the first paint, the first without the atlas's sketch of it, which answers to
# nothing, ends the wait for the page, and after a key press the first that shows
# another one is the frame that paints the change.
STOPWATCH = """(() => {
    const look = LOOK;
    const bench = (window.bench = { armed: false, shown: 0, answers: 0, took: 0 });
    const awaitFirst = () => {
        if (!look()) return requestAnimationFrame(awaitFirst);
        bench.shown ||= performance.now();
        if (document.getElementById("atlas-sketch")) requestAnimationFrame(awaitFirst);
        else bench.answers = performance.now();
    };
    requestAnimationFrame(awaitFirst);
    window.addEventListener("keydown", (event) => {
        if (!bench.armed || !["Enter", "Backspace", " "].includes(event.key)) return;
        bench.armed = false;
        const start = event.timeStamp, before = look();
        const watch = () => {
            const now = look();
            if (now && now !== before) bench.took = performance.now() - start;
            else requestAnimationFrame(watch);
        };
        requestAnimationFrame(watch);
    }, true);
})()"""
# What a page says of itself when something does not come; one without frames paints nothing.
STATE = """() => new Promise((done) => {
    const { readyState, visibilityState, body } = document;
    const tell = (frame) => done(JSON.stringify({ readyState, visibilityState, frame, bench: window.bench, words: body?.innerText.slice(0, 300) }));
    setTimeout(() => tell("none within 2 s"), 2000);
    requestAnimationFrame(() => tell("comes"));
})"""

# The looks: a figure as one text, "" while there is none. Most are drawn in the shadow of a component's element.
_SHADOWED = """(() => {
    let host = null;
    return () => {
        if (!host?.isConnected || !host.shadowRoot.querySelector("SELECTOR")) {
            host = [...document.querySelectorAll("*")].find((node) => node.shadowRoot?.querySelector("SELECTOR")) ?? null;
        }
        const figure = host?.shadowRoot.querySelector("SELECTOR");
        return figure && getComputedStyle(figure).visibility === "visible" ? (READ)(figure) : "";
    };
})()"""
_MAP = """(figure) => [...figure.querySelectorAll("[role=button][data-id]")].map((area) =>
    area.getAttribute("fill") + area.getAttribute("class") + area.getAttribute("aria-label")).join()"""
MAP_LOOK = _SHADOWED.replace("SELECTOR", ".map svg").replace("READ", _MAP)
PLOTLY_LOOK = '() => [...document.querySelectorAll(".choroplethlayer path")].map((path) => path.style.fill + path.getAttribute("d")).join()'


def look_at(selector: str) -> str:
    """Return the look of a component's figure: all of its markup."""
    return _SHADOWED.replace("SELECTOR", selector).replace("READ", "(figure) => figure.innerHTML")


@dataclass
class Tab:
    """A tab, with the bytes and the requests that it took so far; those over a WebSocket are counted uncompressed, unless a relay counts."""

    page: Page
    network: CDPSession
    relay: Relay | None = None
    heard_bytes: int = 0
    socket_bytes: int = 0
    requests: int = 0
    foreign: list[str] = field(default_factory=list)
    # Addresses of which no answer has come whole yet, by the browser's numbers of the requests.
    awaited: dict[str, str] = field(default_factory=dict)

    @property
    def received_bytes(self) -> int:
        """Bytes received: as they went over the wire where a relay counts, else as the browser tells."""
        return self.relay.received_bytes if self.relay else self.heard_bytes

    def wait_for(self, condition: str) -> None:
        """Wait until an expression is true. Raises TimeoutError, with what the page says of itself, where it does not come true.

        Not Playwright's own wait, which evaluates text in the page: the atlas forbids it.
        """
        try:
            self.page.evaluate(
                f"""() => new Promise((done, fail) => {{
                    const late = setTimeout(() => fail(new Error("not within {PATIENCE_MS} ms")), {PATIENCE_MS});
                    const check = () => {{ if ({condition}) {{ clearTimeout(late); done(); }} else setTimeout(check, 5); }};
                    check();
                }})"""
            )
        except PlaywrightError as error:
            told = f"{self.page.evaluate(STATE)}, awaited: {list(self.awaited.values())}"
            raise TimeoutError(f"{condition} of {self.page.url}: {error.message}; {told}") from error

    def open(self, url: str) -> tuple[float, float]:
        """Open an address; return the ms from its request to the first frame with the figure, and to the first with the one that answers."""
        self.page.goto(url, wait_until="commit", timeout=PATIENCE_MS)
        self.wait_for("bench.answers")
        return float(self.page.evaluate("bench.shown")), float(self.page.evaluate("bench.answers"))

    def _hear_socket(self, socket: WebSocket) -> None:
        socket.on("framereceived", self._count_frame)

    def _count_frame(self, payload: str | bytes) -> None:
        self.socket_bytes += len(payload)
        self.heard_bytes += len(payload)

    def _hear_request(self, event: dict[str, Any]) -> None:
        self.awaited[event["requestId"]] = event["request"]["url"]

    def _hear_end(self, event: dict[str, Any]) -> None:
        self.awaited.pop(event["requestId"], None)

    def _count_answer(self, event: dict[str, Any]) -> None:
        self.heard_bytes += int(event["encodedDataLength"])
        self.requests += 1


def open_tab(context: BrowserContext, look: str, *, foreign_to: str = "", relay: Relay | None = None) -> Tab:
    """Return a new tab that watches a figure.

    With `foreign_to`, requests to other hosts than that address are kept from the network; it also turns the browser's cache off.
    """
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    tab = Tab(page, context.new_cdp_session(page), relay)
    page.add_init_script(STOPWATCH.replace("LOOK", look))
    page.on("websocket", tab._hear_socket)
    tab.network.on("Network.requestWillBeSent", tab._hear_request)
    for end in ("loadingFinished", "loadingFailed"):
        tab.network.on(f"Network.{end}", tab._hear_end)
    tab.network.on("Network.loadingFinished", tab._count_answer)
    tab.network.send("Network.enable")
    if foreign_to:
        page.route(lambda url: not url.startswith(foreign_to), lambda route: _answer_foreign(route, tab))
    return tab


@contextmanager
def run_browser() -> Iterator[Browser]:
    """Return a running Chromium. Raises FileNotFoundError where there is none."""
    chromium = shutil.which("chromium")
    if chromium is None:
        raise FileNotFoundError("The benchmark drives Chromium, which is not on the PATH: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()


def _answer_foreign(route: Route, tab: Tab) -> None:
    tab.foreign.append(route.request.url)
    if route.request.url.endswith(".json"):
        route.fulfill(content_type="application/json", body=EMPTY_TOPOLOGY)
    else:
        route.abort()
