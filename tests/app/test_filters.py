"""Each filter changes the view and its URL, travels to other pages, and can be taken back."""

from collections.abc import Callable

import pytest
from streamlit.runtime.state.query_params import QueryParams
from streamlit.testing.v1 import AppTest

from geo.selection import list_members
from pages.kit import session
from tests.app.reading import components, drawn, heading, link, words

Open = Callable[..., AppTest]


def shown(app: AppTest) -> set[str]:
    """The countries that the map leaves inside the filter."""
    return {iso3 for iso3, area in drawn(app, "map")["areas"].items() if area.get("in", True)}


def test_indicator(open_page: Open) -> None:
    app = open_page("violence")
    app.selectbox(key="filter_indicator").set_value("rule_of_law").run()
    assert link(app)["indicator"] == "rule_of_law"
    assert heading(app).startswith("Rule of law")
    assert drawn(app, "map")["label"] == "Map: Rule of law"
    assert "homicides" not in heading(app)


def test_an_indicator_is_remembered_for_its_own_page_only(open_page: Open) -> None:
    app = open_page("violence")
    app.selectbox(key="filter_indicator").set_value("rule_of_law").run()
    app.switch_page("pages/prisons.py").run()
    assert link(app)["indicator"] == "prison_occupancy_pct"
    app.switch_page("pages/violence.py").run()
    assert link(app)["indicator"] == "rule_of_law"
    assert not app.warning


def test_subregion(open_page: Open) -> None:
    app = open_page("violence")
    app.multiselect(key="filter_subregion").set_value(["central_america", "south_america"]).run()
    assert link(app)["subregion"] == "central_america,south_america"
    assert len(shown(app)) == 20
    assert "JAM" not in shown(app)
    assert "JAM" not in {row["id"] for row in drawn(app, "table")["rows"]}


def test_alliance_match_and_members(open_page: Open) -> None:
    app = open_page("prisons")
    assert "filter_match" not in {one.key for one in app.selectbox}
    app.multiselect(key="filter_alliance").set_value(["idb_alliance", "sica"]).run()
    idb, sica = set(list_members("idb_alliance")), set(list_members("sica"))
    assert shown(app) == idb | sica
    app.selectbox(key="filter_match").set_value("all").run()
    assert shown(app) == idb & sica
    app.selectbox(key="filter_match").set_value("none").run()
    assert not shown(app) & (idb | sica)
    app.selectbox(key="filter_match").set_value("any").run()
    app.selectbox(key="filter_members").set_value("highlight").run()
    assert len(shown(app)) == 33
    assert {iso3 for iso3, area in drawn(app, "map")["areas"].items() if area.get("member")} == idb | sica
    assert link(app) == link(app) | {"alliance": "idb_alliance,sica", "match": "any", "members": "highlight"}


def test_place_opens_a_card_and_closes_it(open_page: Open) -> None:
    app = open_page("violence")
    app.selectbox(key="filter_place").set_value("JAM").run()
    assert link(app)["place"] == "JAM"
    assert drawn(app, "card")["title"] == "Jamaica"
    assert {drawn(app, key)["selected"] for key in ("map", "ranking", "table")} == {"JAM"}
    app.selectbox(key="filter_place").set_value(None).run()
    assert link(app)["place"] == ""
    assert "card" not in components(app)


def test_doubtful_values_can_be_hidden(open_page: Open) -> None:
    app = open_page("prisons", indicator="prisoners_per_100k")
    assert drawn(app, "ranking")["rows"][0]["id"] == "SUR"
    app.toggle(key="filter_doubtful").set_value(True).run()
    assert link(app)["doubtful"] == "hide"
    assert drawn(app, "ranking")["rows"][0]["id"] == "BRB"
    assert "3 doubtful hidden" in words(app)
    assert not {"SUR", "BHS", "DOM"} & {row["id"] for row in drawn(app, "table")["rows"]}


def test_measure(open_page: Open) -> None:
    app = open_page("commitments")
    app.selectbox(key="filter_measure").set_value("contracted").run()
    assert link(app)["measure"] == "contracted"
    assert heading(app).startswith("EUR 157.2 million contracted: 111.3 million for 9 countries")
    assert "committed" not in heading(app)
    assert drawn(app, "bars_level")["total"] == "Amount contracted, total: EUR 157.2 million"
    assert drawn(app, "ranking")["label"].startswith("Ranking: Amount contracted")


def test_a_filter_travels_and_can_be_reset(open_page: Open) -> None:
    app = open_page("violence", place="JAM", indicator="rule_of_law")
    assert "reset" not in {one.key for one in app.button}
    app.multiselect(key="filter_subregion").set_value(["caribbean"]).run()
    app.switch_page("pages/commitments.py").run()
    assert link(app) == link(app) | {"subregion": "caribbean", "place": "JAM", "measure": "committed"}
    assert len(shown(app)) == 13
    app.switch_page("pages/violence.py").run()
    app.button(key="reset").click().run()
    assert link(app) == link(app) | {"subregion": "", "place": "JAM", "indicator": "rule_of_law"}
    assert len(shown(app)) == 33
    assert not app.multiselect(key="filter_subregion").value


def test_resetting_the_filters_does_not_change_the_measure(open_page: Open) -> None:
    app = open_page("commitments", measure="contracted", subregion="caribbean")
    app.button(key="reset").click().run()
    assert link(app) == link(app) | {"measure": "contracted", "subregion": ""}


def test_country_filters_leave_money_for_regions_out_of_the_total_and_say_so(open_page: Open) -> None:
    app = open_page("commitments")
    before = {mark["id"]: mark["text"] for mark in drawn(app, "map")["marks"]}
    assert {mark["state"] for mark in drawn(app, "map")["marks"]} == {"counted"}
    app.multiselect(key="filter_subregion").set_value(["caribbean"]).run()
    assert {mark["id"]: mark["text"] for mark in drawn(app, "map")["marks"]} == before
    assert {mark["state"] for mark in drawn(app, "map")["marks"]} == {"apart"}
    assert "Not in the total, since it belongs to no single country: EUR 45.1 million for regions" in words(app)
    assert heading(app) == "EUR 38.6 million committed to 2 countries"
    assert {row["id"] for row in drawn(app, "ranking")["rows"]} == {"JAM", "KNA"}


def be_at(app: AppTest, parameters: dict[str, str]) -> None:
    """Let the browser be at an address: the next request comes with it."""
    app.query_params.clear()
    for name, value in parameters.items():
        app.query_params[name] = value


def test_two_quick_choices_are_both_kept(open_page: Open) -> None:
    """The second is sent with the URL from before the first, which is no link that takes the first back."""
    app = open_page("violence")
    before = link(app)
    app.selectbox(key="filter_indicator").set_value("rule_of_law").run()
    be_at(app, before)
    app.multiselect(key="filter_subregion").set_value(["caribbean"]).run()
    assert (link(app)["indicator"], link(app)["subregion"]) == ("rule_of_law", "caribbean")
    assert not app.warning


def test_a_choice_that_is_quickly_taken_back_stays_taken_back(open_page: Open) -> None:
    """The browser goes to the address of the choice after the request that takes it back, and must be led away again."""
    app = open_page("violence")
    before = link(app)
    app.selectbox(key="filter_indicator").set_value("rule_of_law").run()
    chosen = link(app)
    be_at(app, before)
    app.selectbox(key="filter_indicator").set_value("homicide_rate").run()
    be_at(app, chosen)
    app.run()
    assert link(app) == before
    assert heading(app).startswith("Honduras")


def test_what_is_taken_back_is_written_though_the_browser_is_not_yet_elsewhere(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = open_page("violence")
    before = link(app)
    app.selectbox(key="filter_indicator").set_value("rule_of_law").run()
    be_at(app, before)
    written: list[dict[str, str]] = []
    monkeypatch.setattr(QueryParams, "from_dict", lambda _self, url: written.append(dict(url)))
    app.selectbox(key="filter_indicator").set_value("homicide_rate").run()
    assert written == [before]
    app.run()
    assert written == [before, before], "until the browser is heard of, it may still be on its way elsewhere"


def test_a_button_right_after_a_choice_leaves_the_choice(open_page: Open) -> None:
    app = open_page("violence")
    before = link(app)
    app.selectbox(key="filter_indicator").set_value("rule_of_law").run()
    be_at(app, before)
    app.run()
    assert link(app)["indicator"] == "rule_of_law"
    assert heading(app).startswith("Rule of law")


def test_a_link_wins_over_a_choice_that_arrives_with_it(open_page: Open) -> None:
    """Streamlit makes one run of the requests that wait: the values of all widgets, and the address of the last."""
    app = open_page("violence")
    be_at(app, {"v": "1", "lang": "en", "place": "PER"})
    app.multiselect(key="filter_subregion").set_value(["caribbean"]).run()
    assert (link(app)["place"], link(app)["subregion"]) == ("PER", "")


def test_back_still_takes_a_choice_back(open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_page("violence")
    before = link(app)
    app.selectbox(key="filter_indicator").set_value("rule_of_law").run()
    chosen = link(app)
    monkeypatch.setattr(session, "_goes_through_history", lambda: True)
    be_at(app, before)
    app.run()
    assert link(app) == before
    be_at(app, chosen)
    app.run()
    assert link(app) == chosen


def test_the_addresses_that_are_remembered_are_few(open_page: Open) -> None:
    app = open_page("violence")
    before = link(app)
    for number in range(20):
        be_at(app, before)
        app.selectbox(key="filter_indicator").set_value("homicide_rate" if number % 2 else "rule_of_law").run()
    assert len(app.session_state["atlas_addresses"]) == 16
