"""Every page in every language: the same view under each, its language in its link, and no word that is not said."""

import gettext
import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from streamlit.testing.v1 import AppTest

from data.schema import BUILT_TABLES
from geo import messages, spelling
from geo.messages import LANGUAGES, say, speaking
from pages.kit import search
from pages.kit.router import PAGES, find_entry
from tests.app.reading import drawn, link, told, words

Open = Callable[..., AppTest]
SLUGS = [entry.slug for entry in PAGES]
LEAST_MESSAGES = 5
OTHERS = [language for language in LANGUAGES if language != "en"]
# Views with cards, records, conditions on groups and refusals, which the first sight of a page does not have.
VIEWS = (
    *((slug, {}) for slug in SLUGS),
    ("violence", {"place": "HND", "alliance": "sica,caricom", "match": "all", "without": "mercosur"}),
    ("commitments", {"measure": "contracted", "place": "caribbean", "spread": "equal_shares"}),
    ("money", {"chart": "flow", "record": "256253", "measure": "contracted", "early": "leave_out"}),
    ("money", {"chart": "dates", "zone": "caribbean"}),
    ("country", {"place": "HND"}),
    ("country", {"place": "caribbean"}),
    ("alliances", {"alliance": "sica", "without": "mercosur"}),
    ("compare", {"pins": "HND,MEX", "place": "MEX"}),
    ("violence", {"indicator": "femicides", "subregion": "atlantis", "v": "7", "colour": "red"}),
    ("violence", {"subregion": "caribbean", "alliance": "andean_community"}),
    ("stories", {"story": "region"}),
)  # fmt: skip
# What stands between messages: numbers, dates and signs; names that are the same in every language; ids of rules and files.
_WIDGETS = (
    "selectbox", "multiselect", "text_input", "toggle", "button", "button_group", "download_button", "page_link", "expander",
)  # fmt: skip
_KEPT = re.compile(
    r"\(https://[^)]*\)|:material/\w+:|\b(?:LAC|EUR|EU|v\d|HND|MEX|PowerPoint|csv)\b|EL PAcCTO(?: 2\.0)?|\w+\.csv"
)


class Pseudo(gettext.NullTranslations):
    """A language that puts every message between brackets, so that what is no message is seen."""

    def gettext(self, message: str) -> str:
        """Return the message in brackets."""
        return f"⟦{message}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the form in brackets."""
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"

    def pgettext(self, context: str, message: str) -> str:
        """Return the message in brackets, whatever the context."""
        del context
        return f"⟦{message}⟧"


@pytest.fixture
def pseudo(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Return the code of a language in which every message is in brackets."""
    find = messages.find_catalogue
    monkeypatch.setattr(messages, "find_catalogue", lambda language: Pseudo() if language == "xx" else find(language))
    monkeypatch.setitem(LANGUAGES, "xx", "Pseudo")
    monkeypatch.setitem(spelling._LOCALES, "xx", "fr")
    monkeypatch.setattr(search, "find_search_file", lambda: Path("search.json"))
    yield "xx"
    spelling.find_locale.cache_clear()


def switch(app: AppTest) -> dict[str, dict[str, str]]:
    """Return the parameters of each link of the row of languages, by the language that it says it leads to."""
    row = next(one.proto.body for one in app.get("html") if "hreflang" in one.proto.body)
    found = re.findall(r'<a href="([^"]+)" lang="(\w+)" hreflang="\2"', row)
    return {
        language: dict(parse_qsl(unescape(href).removeprefix("?"), keep_blank_values=True, strict_parsing=True))
        for href, language in found
    }


def texts(app: AppTest) -> list[str]:
    """Return every text that Streamlit shows on a page: words, labels, placeholders and helps."""
    shown = words(app).splitlines()
    for kind in _WIDGETS:
        for element in app.get(kind):
            proto = getattr(element, "proto", element)
            for name in ("label", "placeholder", "help"):
                shown.append(str(getattr(proto, name, "")))
            shown += [str(getattr(option, "content", option)) for option in getattr(proto, "options", ())]
    return shown


def strip_messages(text: str) -> str:
    """Return what of a text is no message."""
    while text != (text := re.sub(r"⟦[^⟦⟧]*⟧", "", text)):
        pass
    return _KEPT.sub("", text)


@pytest.mark.parametrize("slug", SLUGS)
def test_each_page_has_the_same_view_one_link_away_in_every_language(open_page: Open, slug: str) -> None:
    app = open_page(slug)
    assert switch(app) == {language: link(app) | {"lang": language} for language in LANGUAGES}


def test_the_links_to_other_languages_keep_every_choice(open_page: Open) -> None:
    app = open_page("violence", lang="fr", place="HND", alliance="sica,caricom", match="all", doubtful="hide")
    app.selectbox(key="filter_indicator").set_value("rule_of_law").run()
    assert switch(app)["es"] == link(app) | {"lang": "es"}
    opened = open_page("violence", **switch(app)["es"])
    assert link(opened) == link(app) | {"lang": "es"}
    assert not opened.warning
    assert drawn(opened, "map")["selected"] == "HND"


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("language", OTHERS)
def test_each_page_runs_in_each_language(open_page: Open, language: str, slug: str) -> None:
    app = open_page(slug, lang=language)
    assert not app.exception
    assert not app.error
    assert not app.warning
    assert link(app)["lang"] == language
    with speaking(language):
        box = drawn(app, "search")
        assert box["placeholder"] == say(search.PLACEHOLDER)
        assert {page["id"]: page["name"] for page in box["pages"]}[f"page/{slug}"] == find_entry(slug).title
        assert say("Language") in next(one.proto.body for one in app.get("html") if "hreflang" in one.proto.body)


def test_a_language_stays_on_the_way_to_another_page(open_page: Open) -> None:
    app = open_page("violence", lang="pt", place="HND")
    app.query_params.clear()
    app.switch_page("pages/prisons.py").run()
    assert link(app)["lang"] == "pt"
    assert link(app)["place"] == "HND"


def test_a_link_with_nothing_but_a_language_changes_the_language_alone(open_page: Open) -> None:
    app = open_page("violence", lang="pt", place="HND", indicator="rule_of_law")
    app.query_params.clear()
    app.query_params["lang"] = "es"
    app.run()
    assert link(app) == link(app) | {"lang": "es", "place": "HND", "indicator": "rule_of_law"}
    fresh = open_page("violence", lang="es")
    assert link(fresh) == link(open_page("violence")) | {"lang": "es"}


def test_an_unknown_language_is_told_and_left_out(open_page: Open) -> None:
    app = open_page("violence", lang="de", place="HND")
    assert told(app) == ['The link asks for the language "de", which the atlas does not have. Showing: English.']
    assert link(app)["lang"] == "en"
    app.query_params.clear()
    app.query_params["lang"] = "<b>"
    app.run()
    assert told(app) == ['The link asks for the language "<b>", which the atlas does not have. Showing: English.']
    assert link(app)["place"] == "HND"


@pytest.mark.parametrize(("slug", "query"), VIEWS, ids=lambda one: one if isinstance(one, str) else "-".join(one))
def test_no_page_has_a_word_that_is_no_message(open_page: Open, pseudo: str, slug: str, query: dict[str, str]) -> None:
    app = open_page(slug, lang=pseudo, **query)
    assert not app.exception
    assert not app.error
    shown = [text for text in texts(app) if text not in BUILT_TABLES]
    assert sum("⟦" in text for text in shown) > LEAST_MESSAGES
    left = {text: strip_messages(text) for text in shown}
    assert [text for text, bare in left.items() if re.search(r"[^\W\d_]{3,}", bare)] == []
