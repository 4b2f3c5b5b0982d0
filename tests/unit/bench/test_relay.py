"""The relay passes on what it hears, both ways, counts what comes back, and is as slow as its line."""

import http.server
import threading
import time
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.bench.relay import Line, relay_to

BODY = b"x" * 200_000


class _Answering(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(BODY)))
        self.end_headers()
        self.wfile.write(BODY)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[str]:
    answering = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Answering)
    threading.Thread(target=answering.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{answering.server_port}"
    answering.shutdown()
    answering.server_close()


def test_what_comes_back_is_passed_on_whole_and_counted(server: str) -> None:
    with relay_to(server) as relay:
        assert relay.received_bytes == 0
        assert urllib.request.urlopen(relay.url).read() == BODY
        # The head of the answer counts too, and nothing twice.
        assert len(BODY) < relay.received_bytes < len(BODY) + 1000


def test_a_relay_that_ended_answers_no_one(server: str) -> None:
    with relay_to(server) as relay:
        urllib.request.urlopen(relay.url).read()
    with pytest.raises(OSError, match=r"refused|reset"):
        urllib.request.urlopen(relay.url)


def test_a_line_takes_its_time(server: str) -> None:
    def fetch(url: str) -> None:
        assert urllib.request.urlopen(url).read() == BODY

    greeting, answer = 0.06, 0.06
    with relay_to(server, Line(bytes_per_second=len(BODY) * 4, round_trip=0.06)) as relay, ThreadPoolExecutor(2) as two:
        began = time.monotonic()
        fetch(relay.url)
        # A busy machine may need longer, but never less.
        assert time.monotonic() - began >= greeting + answer + 0.25
        began = time.monotonic()
        list(two.map(fetch, [relay.url] * 2))
        assert time.monotonic() - began >= greeting + answer + 0.5, "two share the line"
        assert relay.received_bytes < 3 * (len(BODY) + 1000)
