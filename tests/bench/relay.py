"""Counts every byte that a browser receives: it stands between browser and server, and passes on what it hears."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

AT_ONCE = 1 << 16


@dataclass
class Relay:
    """An address that leads to a server, and the bytes that came back from there so far: as they went over the wire, compressed or not."""

    url: str
    received_bytes: int = 0


@contextmanager
def relay_to(url: str) -> Iterator[Relay]:
    """Return a relay to the server at an address of this machine."""
    relay, target = Relay(""), urlsplit(url)
    loop = asyncio.new_event_loop()

    async def join(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        answers, asks = await asyncio.open_connection(target.hostname, target.port)
        with suppress(asyncio.CancelledError):  # the end of the relay
            await asyncio.gather(_pass_on(reader, asks), _pass_on(answers, writer, relay), return_exceptions=True)

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


async def _pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, counter: Relay | None = None) -> None:
    """Pass on what is read until one side ends."""
    try:
        while data := await reader.read(AT_ONCE):
            if counter:
                counter.received_bytes += len(data)
            writer.write(data)
            await writer.drain()
    finally:
        writer.close()
