"""A gate between a browser window and the server: what the server says waits before it, as on a slow line."""

import time

from playwright.sync_api import WebSocketRoute
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.browser.window import Window

PATIENCE_SECONDS = 20


class Gate:
    """Stands in the way of what the server says, once it is shut. Made before the window opens a page."""

    def __init__(self, window: Window) -> None:
        self.is_shut = False
        self._held: list[str | bytes] = []
        self._line: WebSocketRoute | None = None
        self._page = window.page
        self._page.route_web_socket("**/_stcore/stream", self._stand)

    def wait_for_runs(self, number: int) -> None:
        """Wait until the end of so many runs is held. Raises TimeoutError where the server says less."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while (ended := sum(_ends_run(message) for message in self._held)) < number:
            if time.monotonic() > deadline:
                raise TimeoutError(f"the gate holds the end of {ended} runs, expected {number}")
            self._page.evaluate("() => new Promise(requestAnimationFrame)")  # messages are heard meanwhile

    def open(self) -> None:
        """Let through what was held."""
        self.is_shut = False
        assert self._line is not None
        while self._held:
            self._line.send(self._held.pop(0))

    def _stand(self, line: WebSocketRoute) -> None:
        self._line, server = line, line.connect_to_server()
        server.on_message(lambda message: self._held.append(message) if self.is_shut else line.send(message))


def _ends_run(message: str | bytes) -> bool:
    return isinstance(message, bytes) and ForwardMsg.FromString(message).WhichOneof("type") == "script_finished"
