"""Two processes behind the proxy of deploy/nginx: one dies in use, and the visitor goes on with the same view."""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import REPOSITORY, OpenWindow, Server, run_server

pytestmark = pytest.mark.browser


class Proxy:
    """A running nginx with the repository's configuration: its address, its folder, and the processes behind it by address."""

    def __init__(self, folder: Path, port: int, servers: list[Server]) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self.folder = folder
        self.servers = {server.url.removeprefix("http://"): server for server in servers}

    def serving(self) -> Server:
        """Return the process that answered last."""
        lines = (self.folder / "access.log").read_text(encoding="utf-8").splitlines()
        # Where one process did not answer, the line names those that were asked, the one that answered last.
        addresses = [line.split('"')[1].split(", ")[-1] for line in lines]
        return self.servers[[address for address in addresses if address in self.servers][-1]]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def proxy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    """Return nginx with two processes behind it, for tests that leave them alive."""
    with run_proxy(tmp_path_factory.mktemp("proxy")) as running:
        yield running


@pytest.fixture
def doomed_proxy(tmp_path: Path) -> Iterator[Proxy]:
    """Return nginx with two processes behind it, one of which may die."""
    with run_proxy(tmp_path) as running:
        yield running


@contextmanager
def run_proxy(tmp_path: Path) -> Iterator[Proxy]:
    """Start two processes and nginx before them; end them all afterwards."""
    folder = Path(shutil.copytree(REPOSITORY / "deploy" / "nginx", tmp_path / "nginx"))
    port = free_port()
    with ExitStack() as stack:
        servers = []
        for name in ("one", "two"):
            (tmp_path / name).mkdir()
            servers.append(stack.enter_context(run_server(tmp_path / name)))
        lines = [f"server {server.url.removeprefix('http://')} max_fails=1 fail_timeout=5s;" for server in servers]
        (folder / "upstream.conf").write_text("\n".join(["upstream atlas {", "hash $way consistent;", *lines, "}"]))
        (folder / "listen.conf").write_text(f"listen 127.0.0.1:{port};")
        # Started by root, its workers would be of a user that cannot read the folder of the tests.
        directives = "daemon off;" + (" user root;" if os.geteuid() == 0 else "")
        nginx = subprocess.Popen(["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf"), "-g", directives])
        try:
            found = Proxy(folder, port, servers)
            wait_until_it_answers(f"{found.url}/healthz", nginx)
            yield found
        finally:
            nginx.terminate()
            nginx.wait()


def wait_until_it_answers(url: str, process: subprocess.Popen[bytes]) -> None:
    while process.poll() is None:
        with suppress(OSError), urlopen(url):
            return
    raise AssertionError(f"nginx ended with {process.returncode}")


def test_a_visitor_goes_on_with_the_same_view_when_the_process_dies(
    doomed_proxy: Proxy, open_window: OpenWindow
) -> None:
    window = open_window(doomed_proxy)
    window.open("violence?subregion=caribbean&indicator=rule_of_law&place=JAM")
    window.expect_place("JAM", "Jamaica")
    dead = doomed_proxy.serving()
    connection = window.page.get_by_test_id("stApp")
    dead.kill()
    expect(connection).not_to_have_attribute("data-test-connection-state", "CONNECTED")
    expect(connection).to_have_attribute("data-test-connection-state", "CONNECTED")
    window.choose("indicator", "Homicide rate")
    window.expect_parameters(indicator="homicide_rate", subregion="caribbean", place="JAM")
    window.expect_place("JAM", "Jamaica")
    expect(window.bar("BRA")).to_have_count(0)
    assert doomed_proxy.serving() is not dead


def test_a_visitor_stays_with_one_process(proxy: Proxy, open_window: OpenWindow) -> None:
    window = open_window(proxy)
    window.open("prisons")
    first = proxy.serving()
    for _ in range(3):
        window.page.reload()
        expect(window.country("BRA")).to_be_visible()
        assert proxy.serving() is first
    cookies = window.page.context.cookies()
    way = next(one for one in cookies if one["name"] == "atlas_way")
    assert way["httpOnly"]
    assert len(way["value"]) == 32


@pytest.mark.parametrize(
    "path", ["_stcore/metrics", "violence/_stcore/metrics", "_stcore/agent/openapi.json", "readyz"]
)
def test_what_is_not_for_visitors_is_closed(proxy: Proxy, path: str) -> None:
    with pytest.raises(HTTPError) as refused:
        urlopen(f"{proxy.url}/{path}")
    assert refused.value.code == 404
    with urlopen(f"{proxy.url}/_stcore/health") as answer:
        assert answer.status == 200


def test_scripts_are_compressed_and_kept(proxy: Proxy) -> None:
    with urlopen(Request(f"{proxy.url}/", headers={"Accept-Encoding": "gzip"})) as page:
        assert page.headers["content-security-policy"]
    script = next((REPOSITORY / "static").glob("lac-map-*.json")).name
    asked = Request(f"{proxy.url}/app/static/{script}", headers={"Accept-Encoding": "gzip"})
    with urlopen(asked) as answer:
        assert answer.headers["content-encoding"] == "gzip"
        assert "immutable" in answer.headers["cache-control"]
        assert answer.headers.get("set-cookie") is None
