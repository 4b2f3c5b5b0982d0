"""Markup in a link is shown as the text that it is, on every page that takes words: escaped, never executed, never a traceback."""

import re
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from pages.kit.router import PAGES
from tests.app.reading import drawn, heading, link, told

Open = Callable[..., AppTest]

MARKUP = "<script>alert(1)</script>"
NASTIES = (
    MARKUP,
    "<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1))",
    "$\\href{x}{y}$",
    ":red[x]",
    "\x00\r\nSet-Cookie: a=b",
)


def raw_texts(app: AppTest) -> list[str]:
    """Return every text that Streamlit reads as Markdown, without the characters that a backslash keeps from being marks."""
    kinds = (
        app.title,
        app.header,
        app.subheader,
        app.caption,
        app.markdown,
        app.info,
        app.warning,
        app.error,
        app.success,
    )
    labels = [button.label for button in app.button]
    return [re.sub(r"\\.", "", text) for text in labels + [str(element.value) for kind in kinds for element in kind]]


@pytest.mark.parametrize("nasty", NASTIES)
@pytest.mark.parametrize("slug", ["money", "commitments"])
def test_words_of_a_search_are_never_markup(open_page: Open, slug: str, nasty: str) -> None:
    app = open_page(slug, q=nasty, place="no-such-place", zone=nasty)
    assert not app.exception
    assert not app.error
    assert told(app), "the wrong ids are told"
    for text in raw_texts(app):
        assert "<" not in text
        assert "](" not in text
        assert ":red[" not in text
        assert "$" not in text
        assert "\x00" not in text
    assert not any(element.proto.allow_html for element in app.markdown)
    assert "zone" not in link(app) or link(app)["zone"] == ""


@pytest.mark.parametrize("slug", [entry.slug for entry in PAGES])
def test_a_wrong_id_with_markup_is_quoted_and_changes_nothing(open_page: Open, slug: str) -> None:
    clean = heading(open_page(slug))
    app = open_page(slug, place=MARKUP, indicator=MARKUP, record=MARKUP, event=MARKUP, verdict=MARKUP, **{MARKUP: "x"})
    assert not app.exception
    assert not app.error
    assert heading(app) == clean
    assert all("<" not in text for text in raw_texts(app))
    # Every page says that the part with the strange name was left out, and shows the name.
    assert any("<script>" in sentence and "left out" in sentence for sentence in told(app))
    assert MARKUP not in link(app).values()


def test_words_reach_the_figures_as_text_and_find_nothing(open_page: Open) -> None:
    app = open_page("money", q=MARKUP)
    assert link(app)["q"] == MARKUP
    assert not app.exception
    assert [one.value for one in app.info]
    with pytest.raises(KeyError):
        drawn(app, "table")
