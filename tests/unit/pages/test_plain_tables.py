"""The plain address of a table: open to scripts of any site, told apart by its content; every other file is closed to them."""

import asyncio
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from data.schema import BUILT_TABLES
from data.store import BUILT_FOLDER
from pages.kit import plain_tables

Answer = tuple[int, dict[str, str], bytes]


async def _file(_request: Request) -> PlainTextResponse:
    return PlainTextResponse("x", headers={"Access-Control-Allow-Origin": "*"})


APP = Starlette(
    routes=[Route(f"/{plain_tables.ADDRESS}/{{table}}.csv", plain_tables.answer), Route("/app/static/mark.svg", _file)],
    middleware=[Middleware(plain_tables.OpenTablesOnly)],
)


def ask(path: str, **headers: str) -> Answer:
    """Ask the routes without a server."""
    sent: list[Any] = []
    named = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": "http", "method": "GET", "path": path, "headers": named, "query_string": b"", "root_path": ""}

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    asyncio.run(APP(scope, receive, send))
    found = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], found, b"".join(one.get("body", b"") for one in sent[1:])


@pytest.mark.parametrize("table", BUILT_TABLES)
def test_each_table_is_answered_as_it_was_built(table: str) -> None:
    status, headers, body = ask(f"/{plain_tables.find_address(table)}")
    assert (status, body) == (200, (BUILT_FOLDER / f"{table}.csv").read_bytes())
    assert headers["access-control-allow-origin"] == "*"
    assert headers["cache-control"] == "no-cache"
    assert headers["content-type"] == "text/csv; charset=utf-8"


def test_who_has_it_already_is_told_so() -> None:
    address = f"/{plain_tables.find_address('decisions')}"
    tag = ask(address)[1]["etag"]
    # A proxy that compresses marks the tag as weak.
    for known in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        status, headers, body = ask(address, if_none_match=known)
        assert (status, body, headers["etag"]) == (304, b"", tag)
    assert ask(address, if_none_match='"other"')[0] == 200
    assert ask(f"/{plain_tables.find_address('contracts')}")[1]["etag"] != tag


@pytest.mark.parametrize("name", ["nothing", "..%2f..%2fseeds", "SHA256SUMS", ""])
def test_nothing_but_built_tables_is_answered(name: str) -> None:
    status, headers, _ = ask(f"/{plain_tables.ADDRESS}/{name}.csv")
    assert status == 404
    assert "etag" not in headers


def test_every_other_file_is_closed_to_scripts_of_other_sites() -> None:
    status, headers, _ = ask("/app/static/mark.svg")
    assert status == 200
    assert "access-control-allow-origin" not in headers
