"""The visitor's language: from the link, else from the browser; written into the page itself, and into nothing else."""

import asyncio
import gzip
import re
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
import streamlit
from starlette.datastructures import Headers
from starlette.types import Message, Receive, Scope, Send

from geo.messages import LANGUAGES, speaking
from geo.story import read_story
from pages.kit import story_views, tongue_switch, urlstate
from pages.kit.components import ASSETS, tell_lost
from pages.kit.router import PAGES, STATIC_FOLDER
from pages.kit.spoken_page import SpokenPage
from pages.kit.tongue import choose
from pages.kit.urlstate import ViewState

PAGE = b'<!DOCTYPE html>\n<html lang="en">\n<body lang="en">Hello</body></html>'


@pytest.mark.parametrize(
    ("asked", "accepted", "language"),
    [
        ("pt", "fr-FR,fr;q=0.9", "pt"),
        ("de", "fr-FR,fr;q=0.9", "fr"),
        ("", "fr", "fr"),
        ("ES", None, "en"),
        (None, None, "en"),
        (None, "", "en"),
        (None, "es-MX", "es"),
        (None, "es-MX,en;q=0.9", "es"),
        (None, "pt-BR,pt;q=0.9,en-US;q=0.8,en;q=0.7", "pt"),
        (None, "de-DE,de;q=0.9,fr;q=0.4,en;q=0.6", "en"),
        (None, "en;q=0.2, fr;q=0.8", "fr"),
        (None, "en;q=0,es;q=0.1", "es"),
        (None, "de,ja;q=0.5", "en"),
        (None, "*", "en"),
        (None, "fr;q=high,es;q=0.1", "es"),
        (None, ";q=;q=,,,-,--;q=1", "en"),
        (None, "fr;q=nan,pt;q=0.5", "pt"),
        (None, "x" * 1_000_000, "en"),
        (None, "de;q=0.1," * 120_000 + "fr", "en"),
        (None, "\x00<script>;q=0.9,fr;q=0.1", "fr"),
        (None, "ES", "es"),
        (None, "PT-br", "pt"),
        (None, "EN", "en"),
        (None, "fr; q=0.9, es;q=0.1", "fr"),
        (None, "fr ;Q=0.2,es;q=0.1", "fr"),
    ],
)
def test_the_link_decides_then_the_browser_then_english(asked: str | None, accepted: str | None, language: str) -> None:
    assert choose(asked, accepted) == language


def fetch(
    *chunks: bytes, query: str = "", accepted: str = "", kind: str = "text/html; charset=utf-8", status: int = 200,
    path: str = "/violence", method: str = "GET", asked: dict[str, str] | None = None, told: dict[str, str] | None = None,
    passed: dict[str, str] | None = None,
) -> tuple[dict[str, str], bytes]:  # fmt: skip
    """Return headers and body of an answer as it leaves the server.

    `asked` are more headers of the request, `told` of the answer below; the headers that came through to it go into `passed`.
    """
    sent: list[Message] = []

    async def answer(scope: Scope, _receive: Receive, send: Send) -> None:
        (passed if passed is not None else {}).update(Headers(scope=scope))
        length = str(sum(map(len, chunks))).encode()
        headers = [
            (b"content-type", kind.encode()), (b"content-length", length), (b"etag", b'"1"'), (b"last-modified", b"today"),
            *((name.encode(), value.encode()) for name, value in (told or {}).items()),
        ]  # fmt: skip
        await send({"type": "http.response.start", "status": status, "headers": headers})
        for number, chunk in enumerate(chunks, start=1):
            await send({"type": "http.response.body", "body": chunk, "more_body": number < len(chunks)})

    async def keep(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request"}

    request = {"accept-language": accepted, **(asked or {})}
    scope = {
        "type": "http", "method": method, "path": path, "query_string": query.encode(),
        "headers": [(name.encode(), value.encode()) for name, value in request.items()],
    }  # fmt: skip
    asyncio.run(SpokenPage(answer)(scope, receive, keep))
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return headers, b"".join(message["body"] for message in sent[1:])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_names_its_language_and_is_as_long_as_before(language: str) -> None:
    headers, body = fetch(PAGE, query=f"v=1&lang={language}", accepted="fr")
    with speaking(language):
        lost = tell_lost()
    opening = f'<html lang="{language}" data-atlas-lang="{language}" data-atlas-lost="{lost}"'
    assert body == PAGE.replace(b'<html lang="en"', opening.encode())
    assert int(headers["content-length"]) == len(body)
    assert headers["content-language"] == language
    assert headers["vary"] == "Accept-Language"
    assert not {"etag", "last-modified"} & headers.keys(), "a browser would take one language for another"


@pytest.mark.parametrize(("query", "is_frame"), [("lang=en", False), ("embed=true", True), ("embed=false", False)])
def test_the_style_stands_before_what_it_lays_out_and_a_frame_has_its_own(query: str, is_frame: bool) -> None:
    _, body = fetch(b'<html lang="en"><body><div id="root"></div></body></html>', query=query)
    style, root = body.find(b"<style>"), body.find(b'<div id="root">')
    assert 0 < style < root
    assert (b"--figure-height" in body) == is_frame
    assert (b".st-key-sheet" in body) != is_frame, "a frame has no filters to lay out"


def test_a_page_asks_for_what_it_will_need_and_every_file_is_there() -> None:
    headers, body = fetch(PAGE.replace(b"<body", b"<head></head><body"), query="lang=es")
    links = re.findall(r'href="\./([^"]+)"', body.decode())
    assert int(headers["content-length"]) == len(body)
    assert {one.rsplit("-", 1)[0] for one in links if one.startswith("figures/")} >= {"figures/map", "figures/ranking"}
    for link in links:
        if link.startswith("figures/"):
            assert link.endswith(".es.js")
            assert link.removeprefix("figures/") in ASSETS
        elif link.startswith("app/static/"):
            assert (STATIC_FOLDER / link.removeprefix("app/static/")).is_file()
        else:
            assert (Path(streamlit.__file__).parent / "static" / link).is_file()
    assert [part for part in ("BidiComponent", "Selectbox") if f"static/js/{part}." not in body.decode()] == []
    assert "http" not in "".join(links)


NOT_WHOLE = {"if-none-match": '"1"', "if-modified-since": "today", "if-range": '"1"', "range": "bytes=0-9"}


@pytest.mark.parametrize("accept", ["text/html", "*/*", ""])
@pytest.mark.parametrize("path", ["/", "/violence", "/atlas/violence", "/atlas/"])
def test_a_page_is_asked_for_whole_and_in_plain_text(path: str, accept: str) -> None:
    passed: dict[str, str] = {}
    asked = NOT_WHOLE | {"accept-encoding": "gzip", "accept": accept, "cookie": "a"}
    headers, _ = fetch(PAGE, path=path, asked=asked, told={"accept-ranges": "bytes"}, passed=passed)
    assert passed == {"accept-language": "", "accept": accept, "cookie": "a"}
    assert "accept-ranges" not in headers, "a part of the page that was written into has other bytes"


@pytest.mark.parametrize(
    "path", ["/ahead/violence", "/atlas/ahead/violence", "/static/js/index.js", "/app/static/a.json"]
)
def test_what_is_no_page_is_asked_for_as_the_browser_asks(path: str) -> None:
    passed: dict[str, str] = {}
    asked = NOT_WHOLE | {"accept-encoding": "gzip", "accept": "*/*"}
    fetch(b"{}", path=path, kind="application/json", asked=asked, passed=passed)
    assert passed == {"accept-language": "", **asked}


def test_a_page_that_comes_compressed_all_the_same_is_left_alone() -> None:
    packed = gzip.compress(PAGE)
    headers, body = fetch(packed, path="/nowhere", query="lang=fr", told={"content-encoding": "gzip"})
    assert body == packed
    assert headers["etag"] == '"1"'
    assert "content-language" not in headers


def test_the_answer_to_head_says_no_wrong_length() -> None:
    headers, body = fetch(b"", method="HEAD", query="lang=fr")
    assert body == b""
    assert headers["content-language"] == "fr"
    assert "content-length" not in headers


@pytest.mark.parametrize(
    ("query", "is_frame"),
    [("embed=true", True), ("embed=True", True), ("embed=TRUE&embed=false", True), ("embed=", False), ("embed=1", False), ("", False)],
)  # fmt: skip
def test_a_frame_is_what_streamlit_takes_for_one(query: str, is_frame: bool) -> None:
    _, body = fetch(b'<html lang="en"><head></head><body><div id="root"></div>', query=query)
    assert (b"atlas-skip" not in body) == is_frame
    assert (b"figures/search-" not in body) == is_frame


def test_an_empty_language_is_the_last_one_too() -> None:
    assert fetch(PAGE, query="lang=fr&lang=", accepted="pt")[0]["content-language"] == "pt"


def test_without_a_language_in_the_link_the_page_is_in_that_of_the_browser() -> None:
    assert fetch(PAGE, accepted="es-CO,es;q=0.9")[0]["content-language"] == "es"
    assert fetch(PAGE, query="lang=klingon", accepted="pt")[0]["content-language"] == "pt"
    assert fetch(PAGE, query="lang=fr&lang=pt")[0]["content-language"] == "pt", "the last, as Streamlit takes it"
    assert fetch(PAGE)[0]["content-language"] == "en"


def test_a_page_in_parts_is_named_once() -> None:
    _, body = fetch(PAGE, PAGE, b"", query="lang=fr")
    assert body.startswith(b'<!DOCTYPE html>\n<html lang="fr" data-atlas-lang="fr" data-atlas-lost="')
    assert body.count(b"data-atlas-lang") == 1


@pytest.mark.parametrize(("kind", "status"), [("text/css", 200), ("application/json", 200), ("text/html", 404), ("", 200)])  # fmt: skip
def test_other_answers_stay_as_they_are(kind: str, status: int) -> None:
    headers, body = fetch(PAGE, query="lang=es", kind=kind, status=status)
    assert body == PAGE
    assert headers["etag"] == '"1"'
    assert not {"content-language", "vary"} & headers.keys()


@pytest.mark.parametrize("topic", dict.fromkeys(entry.topic for entry in PAGES))
def test_each_language_is_a_link_to_the_same_view(topic: str) -> None:
    state = ViewState(place="HND", pins=("MEX", "HND"), themes=("eu_programmes",))
    written = urlstate.write(state, topic)
    links = tongue_switch.list_links(written)
    assert list(links) == list(LANGUAGES)
    for language, href in links.items():
        query = dict(parse_qsl(href.removeprefix("?"), keep_blank_values=True, strict_parsing=True))
        assert query == written | {"lang": language}
        with speaking(language):
            found, problems = urlstate.read(query, topic)
            assert problems == ()
            assert urlstate.write(found, topic) == written | {"lang": language}


def test_the_row_of_languages_marks_the_current_one_and_names_each_in_its_own() -> None:
    with speaking("pt"):
        row = tongue_switch.write({language: f"?q=a&lang={language}" for language in LANGUAGES})
    links = re.findall(r'<a href="([^"]+)" lang="(\w+)" hreflang="(\w+)"( aria-current="true")?>(.+?)</a>', row)
    assert [href for href, *_ in links] == [f"?q=a&amp;lang={language}" for language in LANGUAGES]
    assert [lang for _, lang, hreflang, *_ in links if lang == hreflang] == list(LANGUAGES)
    assert [lang for _, lang, _, current, _ in links if current] == ["pt"]
    assert all(LANGUAGES[lang] in shown for _, lang, _, _, shown in links)


def test_a_word_of_a_link_cannot_leave_its_address() -> None:
    row = tongue_switch.write(tongue_switch.list_links({"q": '"><script>alert(1)</script>'}))
    assert "<script" not in row
    assert row.count("<a ") == row.count("alert%281%29") == len(LANGUAGES)


def test_a_language_that_the_atlas_has_not_is_told_in_a_sentence() -> None:
    sentence = 'The link asks for the language "de", which the atlas does not have. Showing: English.'
    assert urlstate.read({"lang": "de"}, "violence") == (ViewState(), (sentence,))
    assert urlstate.check_language({"lang": "de"}) == (sentence,)
    assert urlstate.check_language({"lang": "fr"}) == urlstate.check_language({}) == ()


def test_a_step_of_a_story_has_no_language_of_its_own() -> None:
    step = {"page": "violence", "parameters": {"v": "1", "lang": "es", "place": "COL"}, "title": "One", "note": ""}
    opened = read_story({"title": "A", "steps": [step]}, story_views.known_pages())
    assert opened.problems == ()
    assert opened.story is not None
    assert opened.story.steps[0].parameters == (("place", "COL"), ("v", "1"))
    with speaking("fr"):
        shown = story_views.open_step(opened.story.steps[0])
        assert "lang=fr" in story_views.link_view(shown)
        assert "lang=fr" in story_views.link_story("region")


def test_every_view_writes_its_language() -> None:
    with speaking("fr"):
        assert {urlstate.write(ViewState(), entry.topic)["lang"] for entry in PAGES} == {"fr"}
