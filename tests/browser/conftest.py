"""The real server and a real Chromium: one of each for all tests, a new window for each."""

import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.window import Window

REPOSITORY = Path(__file__).parents[2]
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
LAPTOP = {"width": 1440, "height": 900}
PATIENCE_MS = 20_000  # for one thing to appear; a busy machine of continuous integration is slow, not broken

OpenWindow = Callable[..., Window]


class Server:
    """A running atlas: its address, the file of its log, and how to end it at once."""

    def __init__(self, port: int, log: Path) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self.log = log
        self.kill: Callable[[], None] = lambda: None


@contextmanager
def run_server(folder: Path) -> Iterator[Server]:
    """Start the atlas on a free port, wait until it answers, and end it afterwards."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = Server(port, folder / "server.log")
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    command += ["--server.address", "127.0.0.1", "--server.headless", "true"]
    with server.log.open("wb") as log:
        process = subprocess.Popen(command, cwd=REPOSITORY, stdout=log, stderr=subprocess.STDOUT)
        server.kill = process.kill
        try:
            wait_until_healthy(server, process)
            yield server
        finally:
            process.kill()
            process.wait()


def wait_until_healthy(server: Server, process: subprocess.Popen[bytes]) -> None:
    """Ask for the server's health until it answers. Fails with the log when the server ended or stays silent."""
    for _ in range(300):
        with suppress(OSError), urlopen(f"{server.url}/_stcore/health", timeout=5):
            return
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=0.1)
            break
    pytest.fail(f"The atlas did not start on {server.url}:\n{server.log.read_text(encoding='utf-8')}")


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Return the server of most tests."""
    with run_server(tmp_path_factory.mktemp("server")) as running:
        yield running


@pytest.fixture
def fresh_server(tmp_path: Path) -> Iterator[Server]:
    """Return a server that nobody has asked for a page yet."""
    with run_server(tmp_path) as running:
        yield running


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Return a running Chromium; without one the tests fail, since a skip would look like a pass."""
    path = shutil.which("chromium")
    if path is None:
        pytest.fail("The browser tests need Chromium on the PATH: apt-get install chromium")
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def open_window(chromium: Browser) -> Iterator[OpenWindow]:
    """Return a function that opens a window on a server: `open_window(server, viewport=..., color_scheme=...)`."""
    with ExitStack() as stack:

        def open_on(server: Server, **options: Any) -> Window:
            context = stack.enter_context(
                chromium.new_context(**({"viewport": LAPTOP, "color_scheme": "light"} | options))
            )
            context.set_default_timeout(PATIENCE_MS)
            return Window(context.new_page(), server.url)

        yield open_on


@pytest.fixture
def window(open_window: OpenWindow, server: Server) -> Window:
    """Return a new window, as large as a laptop's screen, on the server of most tests."""
    return open_window(server)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Any:
    """Print the server's log with a test that failed."""
    report = yield
    if report.failed:
        servers = [value for value in getattr(item, "funcargs", {}).values() if isinstance(value, Server)]
        for running in servers:
            report.sections.append(("log of the atlas", running.log.read_text(encoding="utf-8")[-5000:]))
    return report
