"""A link opens the view that it names, and says calmly what it names that does not exist."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from geo.indicator_view import build_indicator_view
from geo.selection import Selection
from tests.browser.conftest import OpenWindow, Server
from tests.browser.window import Window

pytestmark = pytest.mark.browser


def test_deep_link_is_the_first_request_to_a_fresh_server(fresh_server: Server, open_window: OpenWindow) -> None:
    window = open_window(fresh_server)
    query = (
        "v=1&lang=en&indicator=police_per_100k&subregion=central_america&alliance=idb_alliance"
        "&match=any&without=&members=only&doubtful=show&place=PAN"
    )
    window.open(f"prisons?{query}")

    selection = Selection("police_per_100k", subregions=("central_america",), alliances=("idb_alliance",))
    expect(window.headline).to_have_text(build_indicator_view(selection).headline)
    window.expect_place("PAN", "Panama")
    assert window.page.url == f"{fresh_server.url}/prisons?{query}"
    expect(window.widget("indicator").get_by_role("combobox")).to_have_value("Police")
    expect(window.widget("place").get_by_role("combobox")).to_have_value("Panama")
    for name, label in {"subregion": "Central America and Mexico", "alliance": "IDB Alliance"}.items():
        expect(window.widget(name).get_by_title(label).first).to_be_visible()
    # Not the default view, and not Streamlit's own menu of the pages folder, where app.py never ran.
    assert build_indicator_view(Selection("prison_occupancy_pct")).headline != window.headline.inner_text()
    expect(window.page.get_by_test_id("stSidebarNav")).to_have_count(0)
    told = fresh_server.log.read_text(encoding="utf-8")
    assert "missing ScriptRunContext" not in told, "a start warns of nothing"


def test_unknown_ids_are_told_and_replaced(window: Window) -> None:
    window.open("violence?v=1&indicator=femicides&alliance=nato,idb_alliance&place=ATL&colour=red")

    told = window.page.get_by_test_id("stAlert")
    for part in ("femicides", "nato", "ATL", "colour"):
        expect(told.filter(has_text=f'"{part}"')).to_have_count(1)
    expect(told.filter(has_text="Showing: homicide rate.")).to_have_count(1)
    expect(told.filter(has_text='"idb_alliance"')).to_have_count(0)
    expect(window.headline).to_have_text(build_indicator_view(Selection(alliances=("idb_alliance",))).headline)
    window.expect_parameters(indicator="homicide_rate", alliance="idb_alliance", place="")
    shown = window.page.get_by_test_id("stMain").inner_text()
    assert "Traceback" not in shown
    assert "could not be drawn" not in shown
    expect(window.page.get_by_test_id("stException")).to_have_count(0)
    assert window.complaints == []


def test_the_first_page_answers_to_its_name_too(window: Window) -> None:
    window.page.goto(f"{window.server_url}/overview?v=1&subregion=caribbean&place=JAM")
    expect(window.country("JAM")).to_be_visible()
    assert urlsplit(window.page.url).path == "/"
    window.expect_parameters(subregion="caribbean", place="JAM")
    expect(window.page.get_by_text("Page not found")).to_have_count(0)
    answers = [one.status for one in window.responses if urlsplit(one.url).path == "/overview"]
    assert answers == [307], "it is led there, once, and no other page is"
