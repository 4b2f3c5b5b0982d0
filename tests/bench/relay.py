"""Stands between browser and server: counts every byte that a browser receives, and is as slow as the line that it plays.

Chromium can play a slow line itself, but leaves WebSockets out, and of some sixty visits one never ends: no request of it is answered.
"""

import asyncio
import math
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

MOST_AT_ONCE = 1 << 16


@dataclass(frozen=True)
class Line:
    """How slow a line is: bytes a second each way, and seconds of a round trip."""

    bytes_per_second: float = math.inf
    round_trip: float = 0.0

    @property
    def at_once(self) -> int:
        """Bytes that a connection may send before another one has its turn: those of a hundredth of a second."""
        return int(min(MOST_AT_ONCE, self.bytes_per_second / 100))


DIRECT = Line()


@dataclass
class Relay:
    """An address that leads to a server, and the bytes that came back from there so far: as they went over the wire, compressed or not."""

    url: str
    received_bytes: int = 0


class _Lane:
    """One way of a line: what goes through shares its width in turns, and arrives half a round trip later."""

    def __init__(self, line: Line) -> None:
        self.line, self._turn, self._free_at = line, asyncio.Lock(), 0.0

    async def enter(self, size: int) -> float:
        """Go through once it is one's turn; return when the last byte arrives, by the clock of the loop."""
        async with self._turn:
            self._free_at = max(self._free_at, asyncio.get_running_loop().time()) + size / self.line.bytes_per_second
            await _sleep_until(self._free_at)
            return self._free_at + self.line.round_trip / 2


async def _sleep_until(time: float) -> None:
    wait = time - asyncio.get_running_loop().time()
    if wait > 0:
        await asyncio.sleep(wait)


@contextmanager
def relay_to(url: str, line: Line = DIRECT) -> Iterator[Relay]:
    """Return a relay to the server at an address of this machine, over a line that all connections share."""
    relay, target = Relay(""), urlsplit(url)
    loop = asyncio.new_event_loop()
    there, back = _Lane(line), _Lane(line)

    async def join(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(asyncio.CancelledError):  # the end of the relay
            await asyncio.sleep(line.round_trip)  # the two sides greet each other first
            answers, asks = await asyncio.open_connection(target.hostname, target.port)
            await asyncio.gather(
                _pass_on(reader, asks, there), _pass_on(answers, writer, back, relay), return_exceptions=True
            )

    # In a thread of its own: Playwright keeps a running loop in this one.
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    server = asyncio.run_coroutine_threadsafe(asyncio.start_server(join, "127.0.0.1"), loop).result()
    relay.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        yield relay
    finally:
        asyncio.run_coroutine_threadsafe(_end(server), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def _end(server: asyncio.Server) -> None:
    """Hear no one any more, and drop who is still there."""
    server.close()
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)


async def _pass_on(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, lane: _Lane, counter: Relay | None = None
) -> None:
    """Pass on what is read until one side ends."""
    under_way: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
    arriving = asyncio.create_task(_arrive(under_way, writer, counter))
    try:
        data = b"."
        while data and not arriving.done():
            data = await reader.read(lane.line.at_once)
            under_way.put_nowait((await lane.enter(len(data)), data))
        await arriving
    finally:
        arriving.cancel()
        writer.close()


async def _arrive(
    under_way: asyncio.Queue[tuple[float, bytes]], writer: asyncio.StreamWriter, counter: Relay | None
) -> None:
    """Hand over what is under way, each part when it arrives; nothing at all is the end."""
    while True:
        arrives_at, data = await under_way.get()
        await _sleep_until(arrives_at)
        if not data:
            return
        if counter:
            counter.received_bytes += len(data)
        writer.write(data)
        await writer.drain()
