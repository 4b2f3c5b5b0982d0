"""When something fails: one calm sentence for the visitor, the traceback in the log, and a way on."""

import logging
from collections.abc import Callable, Iterator

import pytest
from streamlit.testing.v1 import AppTest

from geo.selection import Selection
from geo.views import IndicatorView
from pages.kit import load
from tests.app.reading import components, words

Open = Callable[..., AppTest]


@pytest.fixture
def broken_views(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def fail(selection: Selection) -> IndicatorView:
        raise RuntimeError(f"no view of {selection.indicator}")

    monkeypatch.setattr(load, "build_indicator_view", fail)
    load.indicator_view.cache_clear()
    yield
    load.indicator_view.cache_clear()


@pytest.mark.usefixtures("broken_views")
def test_a_failing_view_is_told_calmly_and_logged(open_page: Open, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR, logger="atlas"):
        app = open_page("violence")
    assert [one.value for one in app.error] == [
        "This view could not be drawn. The filters above still work; resetting them shows the whole region."
    ]
    assert not app.exception
    assert not any(word in words(app) for word in ("RuntimeError", "Traceback", "no view of"))
    assert "no view of homicide_rate" in caplog.text
    assert "page violence failed" in caplog.text
    assert app.multiselect(key="filter_subregion").value == []


@pytest.mark.usefixtures("broken_views")
def test_other_pages_go_on(open_page: Open) -> None:
    app = open_page("violence")
    app.switch_page("pages/commitments.py").run()
    assert not app.error
    assert "map" in components(app)


def test_the_view_comes_back_when_the_cause_is_gone(open_page: Open) -> None:
    assert not open_page("violence").error
