"""Follow the money: one chart at a time, chosen in the URL; what is picked in it narrows everything else."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from geo.figures.marks import sum_marks
from geo.money_charts import CHARTS
from pages.kit import session
from pages.kit.urlstate import ViewState
from tests.app.reading import components, drawn, heading, link, words

Open = Callable[..., AppTest]


@contextmanager
def running(state: ViewState) -> Iterator[dict[str, Any]]:
    """A session in which a callback runs, outside a page."""
    kept = dict(st.session_state)
    st.session_state["atlas_state"] = state
    yield st.session_state  # type: ignore[misc]
    for name in list(st.session_state):
        del st.session_state[name]
    for name, value in kept.items():
        st.session_state[name] = value


@pytest.mark.parametrize("chart", list(CHARTS))
def test_one_chart_stands_on_the_page(open_page: Open, chart: str) -> None:
    app = open_page("money", chart=chart, measure="contracted")
    assert {key for key in components(app) if key.startswith("chart_")} == {f"chart_{chart}"}
    total = sum_marks(chart, drawn(app, f"chart_{chart}"))
    assert f"EUR {total / 100_000_000:.1f} million contracted" in heading(app)
    assert drawn(app, f"chart_{chart}")["total"].startswith(
        f"All marks together: EUR {total / 100_000_000:.1f} million"
    )
    assert not app.info


def test_the_choice_of_chart_goes_into_the_link(open_page: Open) -> None:
    app = open_page("money")
    app.segmented_control(key="filter_chart").set_value("treemap").run()
    assert link(app)["chart"] == "treemap"
    assert "chart_bars" not in components(app)


def test_a_chart_that_the_measure_cannot_show_says_why_and_offers_the_other(open_page: Open) -> None:
    app = open_page("money", chart="dates")
    assert [one.value for one in app.info] == [CHARTS["dates"].why_not]
    assert not {key for key in components(app) if key.startswith("chart_")}
    app.button(key="other_measure").click().run()
    assert link(app) == link(app) | {"measure": "contracted", "chart": "dates"}
    assert "chart_dates" in components(app)


def test_a_dimension_that_the_measure_lacks_is_offered_and_explained(open_page: Open) -> None:
    app = open_page("money", by="partner", split="none")
    assert app.info[0].value.endswith("Shown by programming zone instead.")
    assert drawn(app, "chart_bars")["title"].startswith("By programming zone")
    assert "Partner category (only contracted)" in app.selectbox(key="filter_by").options
    app.selectbox(key="filter_measure").set_value("contracted").run()
    assert drawn(app, "chart_bars")["title"].startswith("By partner category")
    assert not app.info


def test_bars_by_two_dimensions_side_by_side(open_page: Open) -> None:
    app = open_page("money", measure="contracted", by="sector", split="partner")
    app.segmented_control(key="filter_bars").set_value("grouped").run()
    assert link(app)["bars"] == "grouped"
    assert drawn(app, "chart_bars")["arrangement"] == "grouped"
    app.selectbox(key="filter_split").set_value("none").run()
    assert drawn(app, "chart_bars")["arrangement"] == "stacked"
    assert "filter_bars" not in {one.key for one in app.segmented_control}


def test_a_filter_is_a_mark_that_is_on_in_every_chart(open_page: Open) -> None:
    app = open_page("money", zone="caribbean", chart="treemap", record="FED/2008/021-025")
    (zone,) = drawn(app, "chart_treemap")["children"]
    assert (zone["id"], zone["on"]) == ("caribbean", True)
    leaves = [leaf for recipient in zone["children"] for leaf in recipient["children"]]
    assert [leaf["record"] for leaf in leaves if leaf["on"]] == ["FED/2008/021-025"]
    assert "COL" not in str(zone)


def test_contracts_in_groups_of_their_decision(open_page: Open) -> None:
    app = open_page("money", measure="contracted", chart="dates", by="zone")
    assert link(app)["by"] == "zone"
    assert drawn(app, "chart_dates")["groups"][0]["pick"].startswith("recipient=")
    app.segmented_control(key="filter_by").set_value("decision").run()
    assert link(app)["by"] == "decision"
    assert drawn(app, "chart_dates")["groups"][0]["pick"].startswith("decision=")
    assert "8 contracts without both dates" in drawn(app, "chart_dates")["undated_title"]


@pytest.mark.parametrize(
    ("picked", "name", "value"),
    [
        ("zone=caribbean", "zone", ("caribbean",)),
        ("recipient=caribbean,latin_america", "recipient", ("caribbean", "latin_america")),
        ("subregion=caribbean", "subregion", ("caribbean",)),
        ("record=273642", "record", "273642"),
    ],
)
def test_picking_narrows_and_picking_again_lets_go(picked: str, name: str, value: str | tuple[str, ...]) -> None:
    with running(ViewState()):
        session.narrow(picked, "money")
        assert session.current("money").value_of(name) == value
        session.narrow(picked, "money")
        assert session.current("money") == ViewState()


def test_a_band_narrows_by_both_of_its_ends() -> None:
    with running(ViewState()):
        session.narrow("instrument=EDF;zone=caribbean", "money")
        money = session.current("money").money
        assert (money.instrument, money.zone) == (("EDF",), ("caribbean",))
        session.narrow("zone=caribbean", "money")
        money = session.current("money").money
        assert (money.instrument, money.zone) == (("EDF",), ())


@pytest.mark.parametrize("picked", ["", "zone=atlantis", "zone=caribbean,atlantis", "measure=contracted", "nonsense"])
def test_what_no_chart_can_pick_changes_nothing(picked: str) -> None:
    with running(ViewState()):
        session.narrow(picked, "money")
        assert session.current("money") == ViewState()


def test_the_charts_callback_takes_what_its_component_reports() -> None:
    with running(ViewState()) as kept:
        kept["chart_years"] = SimpleNamespace(picked="year=2010")
        session.narrower("chart_years", "money")()
        assert session.current("money").money.year == ("2010",)
        kept["chart_years"] = SimpleNamespace(picked=None)
        session.narrower("chart_years", "money")()
        assert session.current("money").money.year == ("2010",)


def test_bars_under_the_map_filter_too(open_page: Open) -> None:
    app = open_page("commitments", zone="caribbean")
    rows = {row["id"]: row for row in drawn(app, "bars_zone")["rows"]}
    assert rows["caribbean"]["on"]
    assert drawn(app, "bars_subregion")["rows"][0]["pick"].partition("=")[0] in ("subregion", "recipient")
    assert "central_america" not in rows


def test_an_empty_view_draws_no_chart_and_says_why(open_page: Open) -> None:
    app = open_page("money", zone="caribbean", recipient="COL", chart="flow")
    assert not {key for key in components(app) if key.startswith("chart_")}
    assert "Take one of them off" in words(app)
