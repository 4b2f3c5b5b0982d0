"""The atlas in a frame of another site: where the setting allows it a live view that fits, elsewhere nothing at all."""

import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from geo.exports.embed_code import write_frame
from pages.kit.frame_sizes import find_height
from pages.kit.headers import FRAMES_SETTING
from tests.browser.conftest import OpenWindow, Server, run_server
from tests.browser.window import Window

pytestmark = pytest.mark.browser

WriteHost = Callable[[str], str]


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Keep the requests out of the output of the tests."""


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Return the address and the folder of another site: localhost, where the atlas is 127.0.0.1."""
    folder = tmp_path_factory.mktemp("host")
    server = ThreadingHTTPServer(("localhost", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}", folder
    server.shutdown()


@pytest.fixture(scope="module")
def open_server(tmp_path_factory: pytest.TempPathFactory, host: tuple[str, Path]) -> Iterator[Server]:
    """Return an atlas that lets the other site, and itself, show it in a frame."""
    setting = f"{FRAMES_SETTING}='self' {host[0]}"
    with run_server(tmp_path_factory.mktemp("open"), before=("env", setting)) as running:
        yield running


def show_in_host(page: Page, host: tuple[str, Path], address: str, width: int = 640, kind: str = "map") -> FrameLocator:
    """Open a page of the other site that holds the code of the generator, and return its frame."""
    address_of_host, folder = host
    code = write_frame(address, "A view of the atlas", find_height(kind, width), width)
    (folder / "page.html").write_text(
        f"<!doctype html><title>Host</title><link rel='icon' href='data:,'>{code}", encoding="utf-8"
    )
    page.goto(f"{address_of_host}/page.html")
    return page.frame_locator("iframe")


@pytest.mark.parametrize(("figure", "width"), [("map", 640), ("ranking", 640), ("map", 360), ("ranking", 360)])
def test_an_allowed_site_shows_a_live_view_that_fits(
    open_server: Server, open_window: OpenWindow, host: tuple[str, Path], figure: str, width: int
) -> None:
    window = open_window(open_server, viewport={"width": 1000, "height": 1000})
    address = f"{open_server.url}/violence?v=1&indicator=homicide_rate&figure={figure}&embed=true"
    frame = show_in_host(window.page, host, address, width, figure)
    expect(frame.locator("h2")).to_contain_text("Honduras")
    place = frame.locator(f'.{figure} [role="button"][data-id="SLV"], .{figure} button[data-id="SLV"]').first
    place.scroll_into_view_if_needed()
    place.focus()
    window.page.keyboard.press("Enter")
    expect(place).to_have_attribute("aria-pressed", "true")
    way = frame.get_by_role("link", name="Open in the LAC Citizen Security Atlas")
    expect(way).to_have_attribute(
        "href",
        f"{open_server.url}/violence?v=1&lang=en&indicator=homicide_rate&match=any&members=only&doubtful=show&place=SLV",
    )
    expect(way).to_have_attribute("target", "_blank")
    assert "noopener" in str(way.get_attribute("rel"))
    main = frame.get_by_test_id("stMain")
    assert main.evaluate("main => main.scrollHeight <= main.clientHeight + 1")
    assert main.evaluate("main => main.scrollWidth <= main.clientWidth")
    expect(frame.get_by_test_id("stTopNav")).to_have_count(0)
    assert window.complaints == []


def test_the_theme_is_the_one_that_was_asked_for(
    open_server: Server, open_window: OpenWindow, host: tuple[str, Path]
) -> None:
    window = open_window(open_server)
    frame = show_in_host(window.page, host, f"{open_server.url}/violence?embed=true&embed_options=dark_theme")
    expect(frame.locator("h2")).to_have_css("color", "rgb(232, 235, 238)")


def test_a_site_that_is_not_named_shows_nothing(server: Server, window: Window, host: tuple[str, Path]) -> None:
    frame = show_in_host(window.page, host, f"{server.url}/violence?embed=true")
    with window.page.expect_event("console", lambda message: "frame-ancestors" in message.text):
        window.page.reload()
    expect(frame.locator("h2")).to_have_count(0)


def test_the_preview_is_the_frame_itself(window: Window) -> None:
    window.open("violence?place=HND")
    window.page.get_by_role("button", name="Take it away").last.click()
    dialog = window.page.get_by_role("dialog")
    dialog.get_by_role("tab", name="Embed").click()
    expect(dialog.locator(".copy pre")).to_contain_text("<iframe")
    expect(dialog.locator("iframe")).to_have_count(0)
    dialog.get_by_text("Preview", exact=True).click()
    expect(dialog.frame_locator("iframe").locator("h2")).to_contain_text("Honduras")
    assert window.complaints == []
