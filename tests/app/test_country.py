"""The page of a country: the list to choose from, a brief, a region's money, and links between them."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from geo.places import name_countries
from tests.app.reading import components, drawn, heading, link, words

Open = Callable[..., AppTest]


def test_without_a_place_the_page_invites_to_choose(open_page: Open) -> None:
    app = open_page("country")
    assert heading(app) == "Choose a country: the annexes hold indicators of 27 of 33"
    assert [row["id"] for row in drawn(app, "table")["rows"]] == list(name_countries())
    assert drawn(app, "table")["pick"]
    assert not {"strips", "card", "ledger"} & components(app)


def test_a_country_shows_its_brief(open_page: Open) -> None:
    app = open_page("country", v="1", place="HND")
    assert heading(app) == "Honduras"
    assert "91.6 homicides per 100,000 inhabitants" in words(app)
    assert {"neighbours", "memberships", "strips", "narrative", "ledger", "regional_programmes"} <= components(app)
    assert drawn(app, "bars_decision_year")["total"] == "Amount committed, total: EUR 35.1 million"
    assert drawn(app, "bars_sector")["total"] == "Amount contracted, total: EUR 7.0 million"
    assert "None of this money is attributed to Honduras." in words(app)
    assert "Download these rows (CSV)" in [one.proto.label for one in app.get("download_button")]
    assert link(app) == {"v": "1", "lang": "en", "place": "HND"}
    assert "42.1" not in words(app)


@pytest.mark.parametrize("iso3", name_countries())
def test_every_country_has_a_page_without_a_failure(open_page: Open, iso3: str) -> None:
    app = open_page("country", v="1", place=iso3)
    assert heading(app) == name_countries()[iso3]
    assert not app.error
    assert not app.warning
    assert not app.exception


def test_a_country_without_indicators_has_no_strips_and_says_so(open_page: Open) -> None:
    app = open_page("country", v="1", place="GRD")
    assert "No indicator of the annexes covers Grenada." in words(app)
    assert {"known", "unknown"} <= components(app)
    assert "strips" not in components(app)
    assert not any(key.startswith("bars_") for key in components(app))


def test_a_region_shows_its_money_only(open_page: Open) -> None:
    app = open_page("country", v="1", place="caribbean")
    assert heading(app) == "Caribbean: EUR 11.5 million committed in 3 decisions, EUR 1.6 million of that contracted"
    assert len(drawn(app, "ledger")["decisions"]) == 3
    assert not {"strips", "neighbours", "memberships", "table"} & components(app)


def test_the_card_on_a_map_leads_to_the_page_of_its_country(open_page: Open) -> None:
    app = open_page("violence", place="JAM", subregion="caribbean")
    way, money, foot = app.get("page_link")
    assert foot.proto.page == "access"
    assert (way.proto.page, way.proto.query_string) == ("country", "v=1&lang=en&place=JAM")
    assert (money.proto.page, "recipient=JAM" in money.proto.query_string) == ("money", True)
    app.switch_page("pages/country.py").run()
    assert heading(app) == "Jamaica"
    assert "reset" not in {one.key for one in app.button}
    app.switch_page("pages/violence.py").run()
    assert link(app)["subregion"] == "caribbean"


def test_the_card_of_a_region_leads_to_no_country(open_page: Open) -> None:
    app = open_page("commitments", place="caribbean")
    assert "card" in components(app)
    assert "country" not in {one.proto.page for one in app.get("page_link")}


def test_the_box_changes_the_country(open_page: Open) -> None:
    app = open_page("country", v="1", place="HND")
    app.selectbox(key="filter_place").set_value("PER").run()
    assert heading(app) == "Peru"
    assert link(app)["place"] == "PER"
    assert "Honduras" not in str(drawn(app, "neighbours"))
    app.selectbox(key="filter_place").set_value(None).run()
    assert "table" in components(app)
