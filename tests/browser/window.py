"""A browser window on the atlas: what the tests do in it and ask of it, and a record of what it requested and said."""

import re
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import ConsoleMessage, Locator, Page, Request, Response, WebSocket, expect

from tests.strategies import MAP_PAGES

# Streamlit finds the root of an app by asking for these beside the page first; a page in a path of its own answers 404.
PROBED_PATHS = re.compile(r"^/\w+/_stcore/(health|host-config)$")

POLL_MS = 50
# Figures and the search box come with scripts of their own, later than the page; each page has at least the search box or a figure.
# The first map before the page is none of them, nor is a place that Streamlit keeps for a part whose script has not come.
ARE_DRAWN = """() => {
  if (document.querySelector("#atlas-sketch, [data-testid=stSkeleton]")) return false;
  const hosts = [...document.querySelectorAll("*")].filter(({ shadowRoot }) => shadowRoot);
  const isDrawn = ({ shadowRoot }) => shadowRoot.querySelectorAll("*").length > 3 || shadowRoot.querySelector(".screen, button");
  return hosts.length > 0 && hosts.every(isDrawn);
}"""

# The finding is there and the run over, and nothing stands in for a part of the page any more; a page with a map has its map.
IS_OPEN = """hasMap => {
  const isMapped = ({ shadowRoot }) => shadowRoot?.querySelector('g.world [role=button][data-id="BRA"]');
  return document.querySelector("[data-testid=stApp][data-test-script-state=notRunning]")
    && document.querySelector("[data-testid=stMain] h2")?.checkVisibility()
    && !document.querySelector("#atlas-sketch, [data-testid=stSkeleton]")
    && (!hasMap || [...document.querySelectorAll("#root *")].some(isMapped));
}"""


class Window:
    """One page of a new browser profile, with everything that it requested, complained about and received."""

    def __init__(self, page: Page, server_url: str) -> None:
        self.page = page
        self.server_url = server_url
        self.requests: list[Request] = []
        self.responses: list[Response] = []
        self.complaints: list[str] = []
        self.frames: list[bytes] = []
        page.on("request", self._keep_request)
        page.on("response", self._keep_response)
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("websocket", self._listen)

    def _keep_request(self, request: Request) -> None:
        self.requests.append(request)

    def _keep_response(self, response: Response) -> None:
        self.responses.append(response)

    def _hear(self, message: ConsoleMessage) -> None:
        probed = PROBED_PATHS.match(urlsplit(message.location["url"]).path) and "404" in message.text
        if message.type == "error" and not probed:
            self.complaints.append(f"{message.text} ({message.location['url']})")

    def _listen(self, socket: WebSocket) -> None:
        socket.on(
            "framereceived", lambda frame: self.frames.append(frame if isinstance(frame, bytes) else frame.encode())
        )

    # ---- going somewhere ----

    def open(self, path: str) -> None:
        """Open a link and wait for the page to be drawn, its map too if it has one."""
        self.page.goto(f"{self.server_url}/{path}", wait_until="commit")
        has_map = urlsplit(f"/{path}").path.removeprefix("/") in ("", *MAP_PAGES)
        self.page.wait_for_function(IS_OPEN, arg=has_map, polling=POLL_MS)

    def go(self, title: str, *, section: str = "") -> None:
        """Go to a page by the navigation; one in a section stands in its menu."""
        if not section:
            self.page.get_by_role("link", name=title, exact=True).first.click()
            return
        self.page.get_by_test_id("stTopNav").get_by_text(section, exact=True).click()
        self.page.get_by_role("menuitem", name=title, exact=True).click()

    def wait_for_run(self) -> None:
        """Wait until the server has nothing left to send for the last change."""
        expect(self.page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")

    def wait_for_figures(self) -> None:
        """Wait until all that has a script of its own is drawn; until then there is little to look at."""
        self.page.wait_for_function(ARE_DRAWN)

    def expect_parameters(self, **wanted: str) -> None:
        """Wait until the URL has these values."""
        for name, value in wanted.items():
            pattern = re.compile(rf"[?&]{name}={re.escape(value.replace(',', '%2C'))}(&|$)")
            expect(self.page).to_have_url(pattern)

    @property
    def parameters(self) -> dict[str, str]:
        """The parameters of the URL, empty ones too."""
        query = parse_qs(urlsplit(self.page.url).query, keep_blank_values=True)
        return {name: values[0] for name, values in query.items()}

    # ---- parts of the page ----

    @property
    def headline(self) -> Locator:
        """The finding that the page shows as its heading."""
        return self.page.get_by_test_id("stMain").locator("h2").first

    @property
    def sketch(self) -> Locator:
        """What stands in the window before the page: the first map."""
        return self.page.locator("#atlas-sketch")

    @property
    def drawing(self) -> Locator:
        """The map's drawing: that of the page, not the sketch before it."""
        return self.page.locator("#root .map .stage > svg")

    @property
    def world(self) -> Locator:
        """The part of the map that zooms."""
        return self.drawing.locator("g.world")

    def country(self, iso3: str) -> Locator:
        """A country, or a mark for a region, on the map's zooming part."""
        return self.world.locator(f'[role="button"][data-id="{iso3}"]')

    @property
    def selected(self) -> Locator:
        """What is selected on the map."""
        return self.world.locator('[role="button"][aria-pressed="true"]')

    @property
    def focused(self) -> Locator:
        """What has the keyboard on the map."""
        return self.world.locator('[role="button"]:focus')

    @property
    def card_title(self) -> Locator:
        """The title of the card of the chosen place."""
        return self.page.locator(".card #title")

    @property
    def record_card(self) -> Locator:
        """The card of the chosen decision or contract."""
        return self.page.locator(".record")

    def bar(self, iso3: str) -> Locator:
        """A country's row in the ranking."""
        return self.page.locator(f'.ranking .rows button[data-id="{iso3}"]')

    def table_row(self, row_id: str) -> Locator:
        """A row of the table below the map."""
        return self.page.locator(f'.table tr[data-row="{row_id}"]')

    def widget(self, name: str) -> Locator:
        """The widget of a filter."""
        return self.page.locator(f".st-key-filter_{name}")

    # ---- doing something ----

    def choose(self, name: str, option: str) -> None:
        """Choose an option in a filter by its text."""
        self.widget(name).get_by_role("combobox").click()
        self.page.get_by_role("option", name=option, exact=True).click()

    def click_at(self, place: Locator) -> None:
        """Click the middle of something where it stands on the screen, without scrolling to it."""
        box = place.bounding_box()
        assert box is not None
        self.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    def expect_place(self, place_id: str, name: str) -> None:
        """Wait until a place is chosen everywhere: URL, map and card."""
        self.expect_parameters(place=place_id)
        expect(self.card_title).to_have_text(name)
        expect(self.selected).to_have_attribute("data-id", place_id)

    def expect_no_place(self) -> None:
        """Wait until no place is chosen anywhere."""
        self.expect_parameters(place="")
        expect(self.card_title).to_have_count(0)
        expect(self.selected).to_have_count(0)
