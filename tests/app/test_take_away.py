"""The button beside each finding, the dialog that it opens, and that a handout holds what the screen shows."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from pages.kit import handouts, urlstate
from pages.kit.components.slim import slim
from pages.kit.router import PAGES, find_entry
from pages.kit.urlstate import ViewState
from tests.app.reading import components, drawn, heading, put_back, words

Open = Callable[..., AppTest]

# What stands on a page beside its view: the search, what asks the browser, and what opens the filters on a phone. The 3D scene leaves as flat maps.
NO_FIGURES = {"search", "screen", "sheet_bar"}
NOT_ON_THE_SCREEN = {"overview": {"findings"}, "need": {"map", "map_need", "relief_key"}}
STATES = {
    "overview": {"place": "HND"},
    "violence": {"indicator": "rule_of_law", "subregion": "caribbean", "doubtful": "hide"},
    "prisons": {"alliance": "idb_alliance", "members": "highlight"},
    "commitments": {"spread": "equal_shares", "place": "COL"},
    "money": {"measure": "contracted", "chart": "dates", "by": "sector", "record": "235687"},
    "need": {"measure": "contracted", "arcs": "hide", "subregion": "caribbean"},
    "reconciliation": {"verdict": "exact", "sort": "page"},
    "context": {"donor_year": "2009", "themes": "eu_programmes", "event": ""},
    "country": {"place": "HTI"},
    "alliances": {"alliance": "idb_alliance", "indicator": "rule_of_law", "place": "HND"},
    "compare": {"x": "rule_of_law", "y": "contracted", "pins": "HND,MEX", "place": "HND"},
    "gaps": {"place": "SUR", "cell": "prisoners_per_100k", "subregion": "caribbean"},
}
VIEWS = [(slug, {}) for slug in handouts.list_slugs()] + list(STATES.items())
VIEWS += [("country", {"place": place}) for place in ("HND", "ATG", "andean_community")]
VIEWS += [("money", {"chart": chart}) for chart in ("treemap", "flow", "years")]


@pytest.mark.parametrize(
    ("slug", "query"), VIEWS, ids=lambda one: one if isinstance(one, str) else "+".join(one) or "plain"
)
def test_a_handout_holds_the_figures_and_the_finding_of_the_screen(
    open_page: Open, slug: str, query: dict[str, str]
) -> None:
    app = open_page(slug, v="1", **query)
    assert not app.exception
    topic = find_entry(slug).topic
    state, _ = urlstate.read(query, topic)
    handout = handouts.make(slug, state)
    figures = {one.key: one for one in handout.figures}
    beside = NOT_ON_THE_SCREEN.get(slug, set())
    assert set(figures) - beside == components(app) - NO_FIGURES
    for key, figure in figures.items():
        if key not in beside:
            expected = put_back(json.loads(json.dumps(slim(figure.kind, figure.data))))
            # A card may offer more on the screen than it says: a way to cite it.
            assert {name: value for name, value in drawn(app, key).items() if name in expected} == expected
    assert heading(app) == handout.title or heading(app) in handout.title
    assert handout.parameters["v"] == "1"
    assert {name: value for name, value in handout.parameters.items() if name in query} == query


@pytest.mark.parametrize("slug", [entry.slug for entry in PAGES])
def test_a_page_with_a_view_offers_it_and_makes_nothing_until_asked(
    open_page: Open, slug: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handouts, "make", _refuse)
    app = open_page(slug)
    assert not app.exception
    assert not app.error
    assert [one.key for one in app.button if one.key == "take_away"] == (["take_away"] if handouts.has(slug) else [])


def _refuse(*_: Any) -> None:
    raise AssertionError("a handout was made in a normal run")


@pytest.mark.parametrize("slug", handouts.list_slugs())
def test_the_dialog_offers_the_data_in_every_form(open_page: Open, slug: str) -> None:
    app = open_page(slug)
    app.button(key="take_away").click().run()
    assert not app.exception
    labels = {one.proto.label for one in app.get("download_button")}
    assert {"The package", "CSV", "Excel", "Parquet"} <= labels
    has_countries = slug not in {"reconciliation", "context", "sources"}
    assert ("GeoJSON" in labels, "GeoParquet" in labels) == (has_countries, has_countries)
    assert "Traceback" not in words(app)
    # Closing it, or anything else on the page, does not open it again.
    app.run()
    assert "The package" not in {one.proto.label for one in app.get("download_button")}


def test_a_view_of_nothing_can_be_taken_away_too(open_page: Open) -> None:
    app = open_page("violence", subregion="caribbean", alliance="andean_community")
    app.button(key="take_away").click().run()
    assert not app.exception
    assert "0 rows. Filters: Sub-region: Caribbean; Members of: Andean Community." in words(app)
    assert handouts.make("violence", replace(ViewState(), place="HND")).figures[1].key == "card"
