"""The relay passes on what it hears, both ways, and counts what comes back."""

import http.server
import threading
import urllib.request
from collections.abc import Iterator

import pytest

from tests.bench.relay import relay_to

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
