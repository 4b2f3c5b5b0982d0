"""The page that everything is drawn in, spoken: what is written into it before it leaves the server, and the headers that go with it."""

from html import escape
from urllib.parse import parse_qs

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from geo import messages
from pages.kit import ahead, components, page_style, preloads, router, sketch, skip_link
from pages.kit.parameters import FIGURE, LANGUAGE
from pages.kit.tongue import choose

_OPENING, _END_OF_HEAD, _ROOT = b'<html lang="en"', b"</head>", b'<div id="root">'
_FIRST_SCRIPT = b'<script type="module"'
# Where the page lies: at the root, and under the name of each page.
_PAGES = frozenset({"", *(entry.slug for entry in router.PAGES)})
# With these a browser asks for less than the page: none of it where it has one already, or a part of it. What is written into it is not
# in what they speak of.
_CONDITIONS = (b"if-none-match", b"if-modified-since", b"if-range", b"range")


class SpokenPage:
    """Writes into the page that everything is drawn in: the visitor's language, its style, what they will need next, and the way to the finding.

    So a screen reader has the language from the first letter, and the browser asks for scripts and shapes before they are missed. The
    scripts read the language from an attribute of the atlas's own: a translator of the browser's changes `lang`.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; write into a page of HTML that comes back."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request_headers = Headers(scope=scope)
        query = parse_qs(scope.get("query_string", b"").decode("latin-1"), keep_blank_values=True)
        language = choose(query.get(LANGUAGE, [""])[-1], request_headers.get("accept-language"))
        if _asks_for_page(scope["path"], request_headers):
            # The page must come whole, and in plain text to be written into; a proxy may compress it again.
            left_out = (*_CONDITIONS, b"accept-encoding")
            scope = {**scope, "headers": [pair for pair in scope["headers"] if pair[0].lower() not in left_out]}
        start: Message = {}
        page: list[bytes] = []

        async def send_spoken(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start" and _is_page(message):
                start = message
            elif start and message["type"] == "http.response.body":
                page.append(message.get("body", b""))
                if not message.get("more_body"):
                    body = _write_into(b"".join(page), language, scope["path"], query)
                    await send({**start, "headers": _dress(start["headers"], language, len(body))})
                    await send({"type": "http.response.body", "body": body})
            else:
                await send(message)

        await self.app(scope, receive, send_spoken)


def _asks_for_page(path: str, headers: Headers) -> bool:
    """Whether a request is for the page, also where it does not say that it expects HTML."""
    before, _, last = path.rpartition("/")
    return "text/html" in headers.get("accept", "") or (last in _PAGES and not before.endswith(f"/{ahead.ADDRESS}"))


def _is_page(start: Message) -> bool:
    headers = Headers(raw=start["headers"])
    is_html = headers.get("content-type", "").startswith("text/html")
    return start["status"] == 200 and is_html and "content-encoding" not in headers


def _write_into(page: bytes, language: str, path: str, query: dict[str, list[str]]) -> bytes:
    """The page as it is spoken; the answer to HEAD has none, and is given none."""
    # As Streamlit reads it in the browser.
    is_frame = any(value.lower() == "true" for value in query.get("embed", ()))
    with messages.speaking(language):
        links = preloads.write_links(path, is_frame=is_frame, figure=query.get(FIGURE, [""])[-1]).encode()
        skip = "" if is_frame else skip_link.write()  # a frame has nothing to skip
        drawn = sketch.NONE if is_frame else sketch.write(preloads.find_slug(path), query)
        said = (
            f'<html lang="{language}" data-atlas-lang="{language}" data-atlas-lost="{escape(components.tell_lost())}"'
        )
    above = page_style.write(is_frame=is_frame) + skip + drawn.host
    named = page.replace(_OPENING, said.encode(), 1)
    # The sketch comes first: what it asks for is asked for before Streamlit's scripts, and its own script starts before them.
    named = named.replace(_FIRST_SCRIPT, drawn.head.encode() + _FIRST_SCRIPT, 1)
    return named.replace(_END_OF_HEAD, links + _END_OF_HEAD, 1).replace(_ROOT, above.encode() + _ROOT, 1)


def _dress(headers: list[tuple[bytes, bytes]], language: str, length: int) -> list[tuple[bytes, bytes]]:
    """The headers of a page; a browser must not take the page in one language for that in another.

    Without a body, as in the answer to HEAD, its length is not known.
    """
    left_out = (b"etag", b"last-modified", b"accept-ranges", b"content-length")
    kept = [pair for pair in headers if pair[0].lower() not in left_out]
    said = ((b"content-language", language.encode()), (b"vary", b"Accept-Language"))
    return [*kept, *said, *([(b"content-length", str(length).encode())] if length else [])]
