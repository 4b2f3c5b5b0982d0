"""Two processes behind the proxy of deploy/nginx: one dies in use, and the visitor goes on with the same view."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import REPOSITORY, OpenWindow
from tests.browser.proxy import Proxy, free_port, run_nginx, run_proxy

pytestmark = pytest.mark.browser


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


def test_a_story_file_passes_and_no_other_request_of_its_size_does(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(REPOSITORY / "deploy" / "nginx", tmp_path / "nginx"))
    port = free_port()
    (folder / "upstream.conf").write_text(f"upstream atlas {{ server 127.0.0.1:{free_port()}; }}")
    (folder / "listen.conf").write_text(f"listen 127.0.0.1:{port};")
    with run_nginx(folder, port) as url:
        # 502: it was passed on, to a process that is not there.
        for path, size, status in (
            ("_stcore/upload_file/a/b", 1_000_000, 502),
            ("_stcore/upload_file/a/b", 1_100_000, 413),
            ("violence", 100_000, 413),
        ):
            with pytest.raises(HTTPError) as refused:
                urlopen(Request(f"{url}/{path}", data=b"x" * size, method="PUT"))
            assert refused.value.code == status
