"""The real server and a real Chromium: one of each for all tests, a new window for each."""

import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
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
GRACE_SECONDS = 15  # what deploy/compose.yaml gives a process that is asked to end
PATIENCE_MS = 45_000  # for one thing to appear; a busy machine of continuous integration is slow, not broken

OpenWindow = Callable[..., Window]


class Server:
    """An atlas of its own: its address and log; it can be started, asked to end, killed, and frozen.

    `root` is the folder that it runs from, `before` what stands before its command.
    """

    def __init__(self, folder: Path, root: Path = REPOSITORY, before: Sequence[str] = ()) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        self.log = folder / "server.log"
        self._root = root
        self._command = [*before, sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
        self._command += ["--server.address", "127.0.0.1", "--server.headless", "true"]
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def process(self) -> subprocess.Popen[bytes]:
        """The process that was started last."""
        assert self._process is not None
        return self._process

    def start(self) -> None:
        """Start it, and wait until it answers."""
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(self._command, cwd=self._root, stdout=log, stderr=subprocess.STDOUT)
        wait_until_healthy(self, self.process)

    def stop(self) -> None:
        """Ask it to end, as a roll-out does. Raises TimeoutExpired when it is still there at the end of the grace period."""
        self.process.terminate()
        self.process.wait(GRACE_SECONDS)

    def kill(self) -> None:
        """End it at once."""
        self.process.kill()
        self.process.wait()

    def freeze(self) -> None:
        """Keep it from doing anything at all: as busy as a process can be."""
        self.process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on."""
        self.process.send_signal(signal.SIGCONT)


@contextmanager
def run_server(folder: Path, root: Path = REPOSITORY, before: Sequence[str] = ()) -> Iterator[Server]:
    """Start the atlas on a free port, wait until it answers, and end it afterwards."""
    server = Server(folder, root, before)
    try:
        server.start()
        yield server
    finally:
        server.kill()


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


def find_chromium() -> str:
    """Return the path of a Chromium: the one without a window of its own where it is installed, which needs half the processor time.

    Fails without one, since a skip would look like a pass.
    """
    path = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    if path is None:
        pytest.fail("The browser tests need Chromium on the PATH: apt-get install chromium-headless-shell")
    return path


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Return a running Chromium."""
    path = find_chromium()
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
