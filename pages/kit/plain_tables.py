"""Each built table under a plain address, /app/static/tables/NAME.csv, so that a notebook anywhere reads it without a click.

The files are answered from data/built itself: a copy under static/ could go stale. Scripts of other sites may read these addresses and
no other; a browser or proxy that has a table asks whether it is still the same, and gets it again only when it is not.
"""

from functools import cache

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from data.integrity import hash_file
from data.schema import BUILT_TABLES
from data.store import BUILT_FOLDER

ADDRESS = "app/static/tables"
_OPEN_TO_ALL = (b"access-control-allow-origin", b"*")


def find_address(table: str) -> str:
    """Return the address of a table below that of the atlas. Raises KeyError for a table that was not built."""
    return f"{ADDRESS}/{BUILT_TABLES[table].name}.csv"


async def answer(request: Request) -> Response:
    """Answer with a built table, or that the reader's copy is still the same."""
    name = request.path_params["table"]
    if name not in BUILT_TABLES:
        return PlainTextResponse("There is no such table. The page Sources lists them all.", status_code=404)
    tag = f'"{_find_hash(name)}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache", "Access-Control-Allow-Origin": "*"}
    if is_known(request.headers.get("if-none-match", ""), tag):
        return Response(status_code=304, headers=headers)
    return Response(_read(name), media_type="text/csv; charset=utf-8", headers=headers)


def is_known(asked: str, tag: str) -> bool:
    """Return whether a reader already has what a tag stands for; a proxy that compresses marks its tags as weak (W/)."""
    return asked.strip() == "*" or tag in {one.strip().removeprefix("W/") for one in asked.split(",")}


class OpenTablesOnly:
    """Takes back from every other file what Streamlit allows to scripts of any site."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; without the permission, unless it asks for a table."""
        if scope["type"] != "http" or f"/{ADDRESS}/" in scope["path"]:
            await self.app(scope, receive, send)
            return

        async def send_closed(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [
                    (name, value) for name, value in message["headers"] if (name.lower(), value) != _OPEN_TO_ALL
                ]
            await send(message)

        await self.app(scope, receive, send_closed)


@cache
def _read(table: str) -> bytes:
    return (BUILT_FOLDER / f"{table}.csv").read_bytes()


@cache
def _find_hash(table: str) -> str:
    return hash_file(BUILT_FOLDER / f"{table}.csv")
