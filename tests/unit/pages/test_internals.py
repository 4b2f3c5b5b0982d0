"""What is internal is answered to a probe and refused to whoever comes through a proxy; pages are answered to both."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.types import Message, Receive, Scope, Send

from pages.kit.internals import CloseInternals

CLOSED = (
    "/readyz",
    "/_stcore/metrics",
    "/violence/_stcore/metrics",
    "/_stcore/agent/openapi.json",
    "/_stcore/script-health-check",
)
OPEN = (
    "/",
    "/violence",
    "/_stcore/health",
    "/_stcore/stream",
    "/_stcore/host-config",
    "/readyz-not",
    "/app/static/metrics",
    "/figures/a.js",
)


def ask(path: str, *, by_proxy: bool) -> int:
    """Return the status of the answer."""
    sent: list[Message] = []

    async def answer(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})

    async def keep(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request"}

    headers = [(b"x-forwarded-for", b"192.0.2.1")] if by_proxy else []
    scope = {"type": "http", "path": path, "method": "GET", "headers": headers}
    # In a thread of its own: the browser's driver keeps a loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, CloseInternals(answer)(scope, receive, keep)).result()
    return int(sent[0]["status"])


@pytest.mark.parametrize("path", CLOSED)
def test_internal_addresses_are_closed_to_visitors_and_open_to_probes(path: str) -> None:
    assert ask(path, by_proxy=True) == 404
    assert ask(path, by_proxy=False) == 200


@pytest.mark.parametrize("path", OPEN)
def test_everything_else_is_open_to_both(path: str) -> None:
    assert ask(path, by_proxy=True) == ask(path, by_proxy=False) == 200
