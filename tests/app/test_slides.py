"""The tab that offers slides, and the button of each story: what is offered, and that nothing is made before the click."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from pptx import Presentation
from streamlit.testing.v1 import AppTest

from pages.kit import decks, handouts, story_deck, story_views, take_away, worker
from tests.app.reading import words

Open = Callable[..., AppTest]


def open_tab(open_page: Open, slug: str, **query: str) -> AppTest:
    app = open_page(slug, **query)
    app.session_state[take_away._ASKED] = "Slides"
    return app.run()


def offers(app: AppTest) -> dict[str, Any]:
    return {one.proto.id.split("-", 2)[2]: one.proto for one in app.get("download_button")}


@pytest.mark.parametrize("slug", handouts.list_slugs())
def test_the_tab_tells_the_slides_and_writes_none(open_page: Open, slug: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "run", _refuse)
    app = open_tab(open_page, slug)
    assert not app.exception
    assert not app.error
    assert offers(app)["take_slides"].label == "PowerPoint"
    assert "1. " in words(app)
    assert "16:9" in words(app)


def test_a_view_of_nothing_is_one_slide(open_page: Open) -> None:
    app = open_tab(open_page, "violence", subregion="caribbean", alliance="andean_community")
    assert not app.exception
    assert "1 slide, 16:9" in words(app)
    assert "2. " not in words(app)


def test_every_story_offers_its_deck_and_makes_none(open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decks, "plan_story", _refuse)
    app = open_page("stories")
    assert not app.exception
    assert {f"deck_{name}" for name in story_views.SHIPPED} <= set(offers(app))
    assert "deck_own" not in offers(app), "no story is open in a new browser"


def test_the_worker_writes_a_deck() -> None:
    story = story_views.list_shipped()[0].story
    try:
        file = decks.write(decks.plan_story(story, "https://atlas.example/"))
    finally:
        worker.stop()
    assert len(Presentation(BytesIO(file)).slides) == len(story.steps) + 2
    assert b"Traceback" not in file


def test_a_name_of_a_story_is_a_name_of_a_file() -> None:
    assert story_deck.name_file("Where the money went", decks.ENDING) == "lac-atlas_where-the-money-went.pptx"
    assert story_deck.name_file("../../Ñandú: <b>?", decks.ENDING) == "lac-atlas_nandu-b.pptx"
    assert story_deck.name_file("日本", decks.ENDING) == "lac-atlas_story.pptx"
    assert "/" not in story_deck.name_file("../../etc/passwd", decks.ENDING)


def _refuse(*_: Any, **__: Any) -> None:
    raise AssertionError("something was made before the click")
