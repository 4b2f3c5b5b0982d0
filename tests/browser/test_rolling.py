"""Operations that nobody should notice: processes restarted one after the other, and a process too busy to answer."""

import signal
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenWindow, Server
from tests.browser.proxy import Proxy, run_proxy
from tests.browser.window import Window

pytestmark = pytest.mark.browser

# As the liveness probe of deploy/kubernetes/deployment.yaml has them.
PROBE_PATH, PROBE_SECONDS = "/_stcore/health", 15


@pytest.fixture
def proxy(tmp_path: Path) -> Iterator[Proxy]:
    """Return nginx with two processes behind it, which a test may stop."""
    with run_proxy(tmp_path) as running:
        yield running


def test_a_rolling_restart_drops_nobodys_view(proxy: Proxy, open_window: OpenWindow) -> None:
    window = open_window(proxy)
    window.open("violence?subregion=caribbean&indicator=rule_of_law&place=JAM")
    window.expect_place("JAM", "Jamaica")
    connection = window.page.get_by_test_id("stApp")
    # Every process is restarted once; the visitor is on the one that is being stopped each time.
    for indicator, option in (("homicide_rate", "Homicide rate"), ("control_of_corruption", "Control of corruption")):
        stopped = proxy.serving()
        stopped.stop()
        assert stopped.process.returncode in (0, -signal.SIGTERM), "it ended by itself, in time"
        expect(connection).to_have_attribute("data-test-connection-state", "CONNECTED")
        window.choose("indicator", option)
        window.expect_parameters(indicator=indicator, subregion="caribbean", place="JAM")
        window.expect_place("JAM", "Jamaica")
        expect(window.bar("BRA")).to_have_count(0)
        assert proxy.serving() is not stopped
        stopped.start()
    assert "Traceback" not in "".join(server.log.read_text(encoding="utf-8") for server in proxy.servers.values())


def test_a_process_that_does_not_answer_is_left_alone_and_goes_on(proxy: Proxy, open_window: OpenWindow) -> None:
    window = open_window(proxy)
    window.open("violence?indicator=rule_of_law")
    busy = proxy.serving()
    busy.freeze()
    try:
        with urlopen(f"{proxy.url}/healthz", timeout=PROBE_SECONDS) as answer:
            assert answer.read() == b"ok\n"
        with pytest.raises((URLError, TimeoutError)):
            urlopen(f"{busy.url}{PROBE_PATH}", timeout=1)
    finally:
        busy.thaw()
    window.choose("indicator", "Homicide rate")
    window.expect_parameters(indicator="homicide_rate")
    assert busy.process.poll() is None
    assert proxy.serving() is busy


def test_a_process_that_computes_answers_its_probes(window: Window, server: Server) -> None:
    window.open("check")
    window.page.get_by_role("button", name="Run the checks").click()
    # Asked at once: the checks take about half a second.
    for path in (PROBE_PATH, "/readyz"):
        with urlopen(f"{server.url}{path}", timeout=PROBE_SECONDS) as answer:
            assert answer.status == 200
    expect(window.page.get_by_text("All 4 checks passed")).to_have_count(2)
    assert window.complaints == []


@pytest.mark.parametrize("path", ["/readyz", "/_stcore/metrics"])
def test_what_is_internal_is_refused_behind_any_proxy(server: Server, path: str) -> None:
    with urlopen(f"{server.url}{path}") as answer:
        assert answer.status == 200
    with pytest.raises(HTTPError) as refused:
        urlopen(Request(f"{server.url}{path}", headers={"X-Forwarded-For": "192.0.2.1"}))
    assert refused.value.code == 404
