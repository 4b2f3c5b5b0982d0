"""The first map before Streamlit: what is written into the page, for which pages, and what the sketch is drawn from."""

import json
import re
from html import unescape
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from streamlit import config

from geo.messages import LANGUAGES, speaking
from pages.kit import ahead, router, sketch
from pages.kit.components import ASSETS
from tests.unit.pages.test_ahead import WITH_MAP
from tests.unit.pages.test_tongue import fetch

PAGE = (
    b'<html lang="en"><head><script>a = 1</script><script type="module" src="./static/js/index.js"></script></head>'
    b'<body><div id="root"></div></body></html>'
)


def written(path: str, query: str = "") -> str:
    return fetch(PAGE, path=path, query=query)[1].decode()


def view_of(page: str) -> str:
    found = re.search(r'<div id="atlas-sketch" data-view="([^"]*)"', page)
    assert found, "no sketch"
    return unescape(found[1])


@pytest.mark.parametrize("slug", WITH_MAP)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_with_a_map_brings_its_sketch(slug: str, language: str) -> None:
    page = written("/" if slug == "overview" else f"/atlas/{slug}", f"v=1&subregion=caribbean&lang={language}")
    address = urlsplit(view_of(page))
    assert address.path == f"./ahead/{slug}/sketch"
    assert parse_qs(address.query) == {"v": ["1"], "subregion": ["caribbean"], "lang": [language]}
    assert f'<link rel="preload" as="fetch" href="{address.geturl().replace("&", "&amp;")}" crossorigin>' in page
    scripts = re.findall(r'(?:data-script|src)="\./figures/([^"]+)"', page)
    assert [one.split("-")[0] for one in scripts] == ["sketch", "map"]
    assert all(one in ASSETS and one.endswith(f".{language}.js") for one in scripts)
    assert page.index("figures/sketch-") < page.index("static/js/index.js"), "it starts before Streamlit"
    assert page.index('id="atlas-sketch"') < page.index('id="root"')
    assert 'aria-hidden="true" inert></div>' in page


@pytest.mark.parametrize("path", [f"/{one.slug}" for one in router.PAGES if one.slug not in WITH_MAP] + ["/nowhere"])
def test_other_pages_bring_none(path: str) -> None:
    assert sketch.ID not in written(path, "v=1")


def test_a_frame_brings_none() -> None:
    assert sketch.ID not in written("/violence", "embed=true")


def test_the_language_of_the_browser_goes_into_the_address() -> None:
    page = fetch(PAGE, path="/violence", query="", accepted="pt-BR")[1].decode()
    assert view_of(page).endswith("?lang=pt")


@pytest.mark.parametrize(
    "mean", ['"><script>alert(1)</script>', "'\"<img onerror=a>&amp;&lt;", "\x00\u2028\ud7ff", "%3Cb%3E%22"]
)
def test_markup_in_a_link_stays_words(mean: str) -> None:
    page = written("/violence", f"subregion={quote(mean)}&{quote(mean)}=1")
    assert page.count("<script") == PAGE.decode().count("<script") + 1
    assert "<img" not in page
    assert "<b>" not in page
    assert parse_qs(urlsplit(view_of(page)).query)["subregion"] == [mean]


def test_too_long_a_link_has_no_sketch() -> None:
    assert sketch.ID in written("/violence", f"q={'a' * (ahead.MOST_LINK - 20)}")
    assert sketch.ID not in written("/violence", f"q={'a' * ahead.MOST_LINK}")
    assert sketch.ID not in written("/violence", f"q={'ä' * (ahead.MOST_LINK // 3)}"), "as long as it is asked for"


def test_the_last_of_several_values_counts_as_for_streamlit() -> None:
    assert view_of(written("/violence", "place=BRA&place=HND&lang=en")).endswith("?place=HND&lang=en")


def test_the_colours_are_those_of_the_theme() -> None:
    with speaking("en"):
        head = sketch.write("violence", {}).head
    for option in ("backgroundColor", "textColor", "primaryColor"):
        light, dark = (config.get_option(f"theme.{one}.{option}") for one in ("light", "dark"))
        assert f"light-dark({light}, {dark})" in head


def test_the_fonts_are_those_of_the_theme() -> None:
    with speaking("en"):
        head = sketch.write("violence", {}).head
    faces = [face["url"] for face in config.get_option("theme.fontFaces")]
    assert re.findall(r'@font-face[^}]*?url\("\./([^"]+)"\)[^}]*?unicode-range: U\+', head) == faces
    assert "None" not in head


@pytest.mark.parametrize("slug", WITH_MAP)
def test_the_sketch_is_the_map_of_the_view_and_what_stands_above_it(slug: str) -> None:
    query = {"subregion": "caribbean", "alliance": "idb_alliance", "lang": "fr"}
    drawn, told = ahead.draw(slug, query), sketch.draw(slug, query)
    assert drawn
    assert told
    found = json.loads(told)
    assert found["map"] == json.loads(drawn)
    kinds = [kind for kind, _ in found["above"]]
    assert kinds[0] == "filters"
    assert "headline" in kinds
    assert ["button", "Réinitialiser les filtres"] in found["above"][0][1]


def test_a_view_without_a_map_has_no_sketch() -> None:
    assert sketch.draw("prisons", {"subregion": "caribbean", "alliance": "andean_community"}) is None
    assert sketch.draw("money", {}) is None
