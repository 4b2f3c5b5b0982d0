"""A view in a frame: finding, figure, source and the way to the atlas; no filters, and calm words for what a link got wrong."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from pages.kit import handouts, take_away
from pages.kit.embed import FAILED, NO_VIEW, OPEN
from pages.kit.handouts import list_slugs
from pages.kit.router import PAGES
from tests.app.conftest import APP
from tests.app.reading import components, drawn, heading, link, words

Open = Callable[..., AppTest]
HOSTILE = {
    "figure": "<script>alert(1)</script>",
    "indicator": "<img src=x>",
    "place": "ELS",
    "zone": "a,b",
    "q": "$x$ [a](javascript:b)",
    "v": "9",
}


def frame(slug: str, **query: str) -> AppTest:
    """What the atlas does for a page that a frame asked for; the browser's tests hold the way to it."""
    app = AppTest.from_string(f"from pages.kit import embed\nembed.show({slug!r})", default_timeout=30)
    app.context = {"is_embedded": True, "url": f"https://atlas.example/{slug}"}
    for name, value in query.items():
        app.query_params[name] = value
    return app.run()


@pytest.mark.parametrize("slug", [entry.slug for entry in PAGES])
def test_every_page_fits_into_a_frame(slug: str) -> None:
    app = frame(slug)
    assert not app.exception
    assert not app.error
    assert OPEN in words(app)
    assert not app.selectbox
    assert "search" not in components(app)
    if slug in list_slugs():
        assert components(app)
        assert "Source: " in words(app)
    else:
        assert NO_VIEW in words(app)
    # The first page is served at the root alone.
    assert "https://atlas.example/overview" not in words(app)


def test_a_frame_shows_the_figure_that_it_was_asked_for_and_the_finding_of_the_page(open_page: Open) -> None:
    page, framed = open_page("violence", place="HND"), frame("violence", place="HND", figure="ranking")
    assert heading(framed) == heading(page)
    assert components(framed) == {"ranking"}
    assert drawn(framed, "ranking") == drawn(page, "ranking")
    # The link leads to the view itself, not to another frame.
    assert "https://atlas.example/violence?v=1&lang=en&indicator=homicide_rate" in words(framed)
    assert "embed=true" not in words(framed)
    assert link(framed)["figure"] == "ranking"
    assert "figure" not in link(page)


def test_a_frame_without_a_view_or_one_that_failed_leads_on_in_its_language(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "https://atlas.example/check?lang=en" in words(frame("check"))
    monkeypatch.setattr(handouts, "make", lambda _slug, _state: 1 / 0)
    failed = frame("violence")
    assert [one.value for one in failed.error] == [FAILED]
    assert "https://atlas.example/violence?lang=en" in words(failed)


def test_several_figures_stand_below_each_other() -> None:
    assert components(frame("violence", figure="map,table")) == {"map", "table"}


@pytest.mark.parametrize("slug", list_slugs())
def test_whatever_else_the_link_says_the_frame_stays_calm(slug: str) -> None:
    app = frame(slug, **HOSTILE, story="x", present="1")
    assert not app.exception
    assert not app.error
    assert FAILED not in words(app)
    assert '"<script>alert(1)</script>", which this view does not have' in words(app)
    assert not any(element.proto.allow_html for element in app.markdown)
    # Words that no title has leave no money; then the frame says so.
    assert components(app) or "The filters leave nothing to show" in words(app)


def test_the_page_itself_takes_no_figure(open_page: Open) -> None:
    app = open_page("violence", figure="<script>")
    assert not app.warning
    assert "figure" not in link(app)
    assert {"map", "ranking", "table"} <= components(app)


def test_filters_that_leave_nothing_say_so_in_the_frame() -> None:
    app = frame("violence", subregion="caribbean", alliance="andean_community")
    assert "The filters leave nothing to show" in words(app)
    assert components(app) == set()
    assert OPEN in words(app)


def ask_for_code(app: AppTest) -> AppTest:
    """Without a browser a run is always of the whole page, which closes a dialog that is not asked for again."""
    app.session_state[take_away._ASKED] = "Embed"
    return app.run()


def test_the_generator_writes_the_code_of_the_chosen_figure(open_page: Open) -> None:
    app = ask_for_code(open_page("violence", place="HND"))
    app.selectbox(key="embed_figure").set_value("ranking")
    app.selectbox(key="embed_theme").set_value("dark")
    app.selectbox(key="embed_width").set_value("Narrow, 360 pixels")
    code = drawn(ask_for_code(app), "embed_code")["text"]
    assert "figure=ranking&amp;embed=true&amp;embed_options=dark_theme" in code
    assert 'width="360"' in code
    assert 'loading="lazy"' in code
    assert 'title="Honduras: 91.6 homicides' in code
    # A preview is a visit of its own: nobody gets one without asking.
    assert not app.get("iframe")
    app.toggle(key="embed_preview").set_value(True)
    assert len(ask_for_code(app).get("iframe")) == 1
    assert not app.exception


def test_the_code_of_the_first_page_leads_to_the_root(open_page: Open) -> None:
    app = ask_for_code(open_page("overview"))
    assert "/overview" not in drawn(app, "embed_code")["text"]
    assert "embed=true" in drawn(app, "embed_code")["text"]


def test_the_first_page_in_a_frame_has_no_navigation_around_it() -> None:
    app = AppTest.from_file(str(APP), default_timeout=30)
    app.context = {"is_embedded": True, "url": "https://atlas.example/"}
    app.run()
    assert not app.exception
    assert components(app) == {"map"}
    assert not app.selectbox
