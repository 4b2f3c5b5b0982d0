"""One visitor's side of Streamlit's protocol: what a browser says over the WebSocket, and what it keeps of the answers."""

import asyncio
import secrets
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

PATIENCE_SECONDS = 30
_ENDED_EARLY = ForwardMsg.ScriptFinishedStatus.Value("FINISHED_EARLY_FOR_RERUN")
_ENDED_WELL = ForwardMsg.ScriptFinishedStatus.Value("FINISHED_SUCCESSFULLY")


class Conversation:
    """What a browser knows of its page: the address, every widget and its value, what it keeps to be referred to, what went wrong."""

    def __init__(self, slug: str) -> None:
        self.slug = slug
        self.query = ""
        self.problems: list[str] = []
        self.received_bytes = 0
        self.elements = 0
        self._page_hash = ""
        self._states: dict[str, WidgetState] = {}
        self._options: dict[str, tuple[str, ...]] = {}
        self._ids: dict[str, str] = {}
        self._kept: dict[str, int] = {}
        self._runs = 0

    def ask(self, key: str = "", value: str | list[str] = "") -> bytes:
        """Return the message that asks for a run; with a key, of the page whose widget of that key has another value now.

        Raises KeyError for a key that no widget of the page has.
        """
        if key:
            self._set(self._ids[key], value)
        self._runs += 1
        self.elements = 0
        self._kept = {hashed: run for hashed, run in self._kept.items() if self._runs - run <= 2}
        message = BackMsg()
        run = message.rerun_script
        run.query_string, run.page_script_hash = self.query, self._page_hash
        run.cached_message_hashes.extend(self._kept)
        run.widget_states.widgets.extend(self._states.values())
        if not self._page_hash:
            run.page_name = self.slug
        return message.SerializeToString()

    def hear(self, data: bytes) -> bool:
        """Take a message in; return whether the run has ended."""
        self.received_bytes += len(data)
        message = ForwardMsg.FromString(data)
        kind = message.WhichOneof("type")
        if message.metadata.cacheable:
            self._kept[message.hash] = self._runs
        if kind == "navigation":
            self._page_hash = message.navigation.page_script_hash
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif kind == "ref_hash":
            self._hear_reference(message.ref_hash)
        elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            self._hear_element(message.delta.new_element)
        elif kind == "script_finished" and message.script_finished != _ENDED_EARLY:
            if message.script_finished != _ENDED_WELL:
                self.problems.append(f"the script ended with {message.script_finished}")
            return True
        return False

    def options(self, key: str) -> tuple[str, ...]:
        """Return the options of a filter, as they are written on the page. Raises KeyError where there is no such filter."""
        return self._options[self._ids[key]]

    def value(self, key: str) -> str | list[str]:
        """Return what a filter says: one option, or several. Raises KeyError where there is no such filter."""
        state = self._states[self._ids[key]]
        return list(state.string_array_value.data) if state.HasField("string_array_value") else state.string_value

    def _hear_reference(self, hashed: str) -> None:
        self.elements += 1
        if hashed not in self._kept:
            self.problems.append("the server refers to what was never sent")
        else:
            self._kept[hashed] = self._runs

    def _hear_element(self, element: Any) -> None:
        self.elements += 1
        kind = element.WhichOneof("type")
        if kind == "exception":
            self.problems.append(element.exception.message)
        elif kind == "selectbox":
            box = element.selectbox
            default = box.options[box.default] if box.HasField("default") else ""
            self._meet(box.id, box.raw_value if box.set_value else default, box.options, is_told=box.set_value)
        elif kind == "multiselect":
            box = element.multiselect
            chosen = list(box.raw_values) if box.set_value else [box.options[one] for one in box.default]
            self._meet(box.id, chosen, box.options, is_told=box.set_value)

    def _meet(self, widget_id: str, value: str | list[str], options: Any, *, is_told: bool) -> None:
        """Keep a widget's value: what the server sets, or for a new widget its default."""
        self._options[widget_id] = tuple(options)
        self._ids[widget_id.rsplit("-", 1)[-1]] = widget_id
        if is_told or widget_id not in self._states:
            self._set(widget_id, value)

    def _set(self, widget_id: str, value: str | list[str]) -> None:
        state = WidgetState(id=widget_id)
        if isinstance(value, list):
            state.string_array_value.SetInParent()
            state.string_array_value.data.extend(value)
        elif value:
            state.string_value = value
        self._states[widget_id] = state


class Talk:
    """A conversation over a connection of its own."""

    def __init__(self, socket: ClientConnection, slug: str) -> None:
        self.socket, self.conversation = socket, Conversation(slug)

    async def run(self, key: str = "", value: str | list[str] = "") -> float:
        """Ask for a run and wait for its end; return the ms that it took. Raises TimeoutError, or what closed the connection."""
        loop = asyncio.get_running_loop()
        asked = self.conversation.ask(key, value)
        began = loop.time()
        async with asyncio.timeout(PATIENCE_SECONDS):
            await self.socket.send(asked)
            while not self.conversation.hear(await self._receive()):
                pass
        return (loop.time() - began) * 1e3

    async def _receive(self) -> bytes:
        data = await self.socket.recv()
        return data if isinstance(data, bytes) else data.encode()


def introduce() -> dict[str, str]:
    """Return the headers by which the proxy knows a visitor again, and sends them to the same process."""
    return {"Cookie": f"atlas_way={secrets.token_hex(16)}"}


def dial(url: str, visitor: dict[str, str] | None = None) -> connect:
    """Return the connection of a visitor to an atlas, to be opened; without one, that of somebody new."""
    address = f"ws://{url.removeprefix('http://')}/_stcore/stream"
    return connect(address, additional_headers=visitor or introduce(), max_size=None, open_timeout=PATIENCE_SECONDS)


def look_once(url: str, slug: str) -> None:
    """Open a page once, as a first visitor. Raises RuntimeError where it could not be shown."""

    async def look() -> None:
        async with dial(url) as socket:
            talk = Talk(socket, slug)
            await talk.run()
            if talk.conversation.problems:
                raise RuntimeError(f"/{slug}: {talk.conversation.problems}")

    asyncio.run(look())
