"""Every page runs, from the moment that the router has it."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from data.schema import BUILT_TABLES
from pages.kit import embed, handouts, preloads
from pages.kit.router import PAGES, find_entry
from pages.kit.urlstate import ViewState
from tests.app.reading import components, drawn, heading, link, words
from tests.strategies import MAP_PAGES

Open = Callable[..., AppTest]


@pytest.mark.parametrize("slug", [entry.slug for entry in PAGES])
def test_a_page_runs_and_has_a_heading(open_page: Open, slug: str) -> None:
    app = open_page(slug)
    assert not app.exception
    assert not app.error
    assert not app.warning
    assert len(heading(app)) > 20
    assert "Traceback" not in words(app)
    assert "Natural Earth" in words(app)
    assert link(app)["v"] == "1"
    # A browser that fetched a script for nothing warns of it, and fetched less of the rest.
    drawn_kinds = {one.proto.component_name.removeprefix("atlas_") for one in app.get("bidi_component")}
    assert set(preloads.list_kinds(slug)) <= drawn_kinds
    assert ("map" in preloads.list_kinds(slug)) == ("map" in drawn_kinds)


@pytest.mark.parametrize("slug", [entry.slug for entry in PAGES])
def test_a_frame_is_given_the_script_of_its_figure_ahead(slug: str) -> None:
    kinds = preloads.list_kinds(slug, is_frame=True)
    state = ViewState().for_topic(find_entry(slug).topic)
    first = embed.first(handouts.make(slug, state).figures) if handouts.has(slug) else ()
    assert kinds in ((), tuple(one.kind for one in first))
    assert bool(kinds) == (bool(first) and slug not in ("money", "country")), "their first figure is a matter of choice"


@pytest.mark.parametrize("slug", MAP_PAGES)
def test_a_map_page_shows_map_ranking_table_and_notes(open_page: Open, slug: str) -> None:
    app = open_page(slug)
    assert {"map", "ranking", "table"} <= components(app)
    assert "card" not in components(app)
    assert len(drawn(app, "map")["areas"]) == 33
    assert "Reading this" in [one.value for one in app.subheader]
    assert [one.proto.label for one in app.get("download_button")] == ["Download these rows (CSV)"]


def test_the_overview_leads_to_the_topic_pages(open_page: Open) -> None:
    app = open_page("overview")
    assert app.title[0].value == "Citizen security in Latin America and the Caribbean"
    assert [one.proto.page for one in app.get("page_link")] == ["violence", "prisons", "commitments", "access"]
    for finding in ("Honduras: 91.6 homicides", "more prisoners than places", "EUR 417.9 million committed"):
        assert finding in words(app)


def test_the_commitments_page_breaks_the_money_down_and_names_the_measure(open_page: Open) -> None:
    app = open_page("commitments")
    breakdowns = {key: drawn(app, key) for key in components(app) if key.startswith("bars_")}
    assert breakdowns.keys() == {"bars_subregion", "bars_zone", "bars_instrument", "bars_level", "bars_year"}
    assert {one["total"] for one in breakdowns.values()} == {"Amount committed, total: EUR 417.9 million"}
    assert len(drawn(app, "table")["rows"]) == 41
    assert "filter_indicator" not in {one.key for one in app.selectbox}


def test_sources_offer_every_table_and_have_no_filters(open_page: Open) -> None:
    app = open_page("sources")
    assert {one.proto.label for one in app.get("download_button")} == {f"{name}.csv" for name in BUILT_TABLES}
    assert {"caveats", "unplaced", "groups", "memberships", "documents"} <= components(app)
    assert "reconciliation" not in components(app)
    assert [one.proto.page for one in app.get("page_link")] == ["reconciliation", "context", "access"]
    # The one list chooses which table the code reads.
    assert [one.key for one in app.selectbox] == ["table_to_read"]
    assert not app.multiselect
    assert "map" not in components(app)


def test_the_headline_and_the_drawn_figures_agree(open_page: Open) -> None:
    app = open_page("violence")
    first = drawn(app, "ranking")["rows"][0]
    assert heading(app).startswith(f"{first['name']}: {first['text']} homicides")
    assert [row["id"] for row in drawn(app, "table")["rows"]][:27] == [
        row["id"] for row in drawn(app, "ranking")["rows"]
    ]
    assert drawn(app, "map")["areas"][first["id"]]["text"] == first["text"]
