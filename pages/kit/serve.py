"""The server around the pages: what happens once at the start, and the headers of what browsers may keep."""

import gc
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Thread
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.runtime.pages_manager import PagesManager
from streamlit.watcher.polling_path_watcher import PollingPathWatcher

from data.integrity import SUMS, DamagedFileError, check_built, find_version, hash_file
from data.schema import BUILT_TABLES
from data.store import BUILT_FOLDER, load_table
from geo import map_file, relief_file, search_index
from geo.boundaries import load_boundaries
from geo.indicator_view import build_indicator_view
from geo.join import check_boundaries
from geo.selection import Selection
from pages.kit import ahead, components, parameters, plain_tables, router, sketch, spoken_page, worker
from pages.kit.headers import SecurityHeaders
from pages.kit.internals import CloseInternals

FOREVER = b"public, max-age=31536000, immutable"
# What a browser fetches once and keeps; each checked at the start.
STATIC_FILES = (map_file.FILE, *search_index.FILES.values(), *relief_file.FILES)
KEPT_PATHS = ("/app/static/lac-map-", "/app/static/relief-", "/app/static/search-", "/app/static/fonts/")


class KeepStaticFiles:
    """Lets browsers keep the files whose name holds their content's hash, and the fonts; nothing else."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; add Cache-Control to a kept file that was found."""
        if scope["type"] != "http" or not any(path in scope["path"] for path in KEPT_PATHS):
            await self.app(scope, receive, send)
            return

        async def send_kept(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:
                headers = [header for header in message["headers"] if header[0].lower() != b"cache-control"]
                message["headers"] = [*headers, (b"cache-control", FOREVER)]
            await send(message)

        await self.app(scope, receive, send_kept)


@asynccontextmanager
async def start(_app: st.App) -> AsyncIterator[dict[str, Any]]:
    """Read every table, tell Streamlit how the atlas works, and freeze it all, so that no collection walks it again."""
    _refuse_damage()
    for table in BUILT_TABLES:
        load_table(table)
    check_boundaries(load_boundaries())
    # The atlas names its pages itself. Until it does, Streamlit would run a deep link in its old mode for a folder `pages`, without app.py.
    PagesManager.uses_pages_directory = False
    # Settings are read at the start alone: looking five times a second whether their files changed took 7 ms of processor a second.
    PollingPathWatcher._executor.shutdown(wait=False, cancel_futures=True)
    gc.collect()
    gc.freeze()
    worker.open_again()
    Thread(target=_join_all, name="joiner", daemon=True).start()
    yield {}
    worker.close()


def _join_all() -> None:
    """Join every indicator while the server answers already, and freeze what came of it as well."""
    for indicator in parameters.known_indicators(""):
        build_indicator_view(Selection(indicator=indicator))
    gc.collect()
    gc.freeze()


def _refuse_damage() -> None:
    """End the process with one clear line when a file of the data is not the one that was built."""
    try:
        check_built(BUILT_FOLDER)
        for kept in STATIC_FILES:
            kept.check(router.STATIC_FOLDER)
    except DamagedFileError as damage:
        print(f"The atlas does not start: {damage}", file=sys.stderr, flush=True)
        os._exit(1)  # an exception here would be told as a traceback of the server's


async def component_script(request: Request) -> Response:
    """Answer with the script of a component; its name holds its content's hash, so a browser may keep it for good."""
    script = components.ASSETS.get(request.path_params["file_name"])
    if script is None:
        return PlainTextResponse("No such script. Reload the page.", status_code=404)
    return Response(script, media_type="text/javascript", headers={"Cache-Control": FOREVER.decode()})


async def ready(_request: Request) -> JSONResponse:
    """Answer a probe once the data was checked and read: the atlas's version, and the checksum of all built files together."""
    return JSONResponse({"status": "ready", "version": find_version(), "data": hash_file(BUILT_FOLDER / SUMS)})


async def first_page(request: Request) -> Response:
    """Lead who asks for the first page by its name to the root, where it lies, with the view that was asked for."""
    return RedirectResponse(f"./?{request.url.query}" if request.url.query else "./")


ROUTES = [
    Route("/readyz", ready),
    Route(f"/{router.PAGES[0].slug}", first_page),
    Route(f"/{ahead.ADDRESS}/{{slug}}", ahead.answer),
    Route(f"/{ahead.ADDRESS}/{{slug}}/{sketch.ADDRESS}", sketch.answer),
    Route(f"/{plain_tables.ADDRESS}/{{table}}.csv", plain_tables.answer),
    Route(f"/{components.ADDRESS}/{{file_name}}", component_script),
]
MIDDLEWARE = [
    Middleware(SecurityHeaders),
    Middleware(spoken_page.SpokenPage),
    Middleware(CloseInternals),
    Middleware(plain_tables.OpenTablesOnly),
    Middleware(KeepStaticFiles),
]
