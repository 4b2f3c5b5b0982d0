"""EU commitments: nothing is spread unless a rule is picked, and a rule says everywhere what it does."""

from collections.abc import Callable
from urllib.parse import parse_qs

from streamlit.testing.v1 import AppTest

from tests.app.reading import components, drawn, heading, link, words

Open = Callable[..., AppTest]


def choose_rule(app: AppTest, rule: str | None) -> None:
    """Choose in the control above the map."""
    control = next(one for one in app.get("button_group") if one.key == "filter_spread")
    control.set_value(rule).run()


def ways(app: AppTest) -> dict[str, dict[str, list[str]]]:
    """The links of a page by their text, with the parameters that they carry."""
    return {one.proto.label: parse_qs(one.proto.query_string, keep_blank_values=True) for one in app.get("page_link")}


def test_by_default_nothing_is_spread(open_page: Open) -> None:
    app = open_page("commitments")
    assert link(app)["spread"] == "none"
    assert drawn(app, "map")["caption"] == ""
    assert "spread by" not in heading(app)
    assert {area.get("status", "ok") for area in drawn(app, "map")["areas"].values()} == {"ok", "none"}
    assert "belongs to no single country" in words(app)


def test_a_rule_is_in_the_link_on_the_map_in_the_ranking_and_in_the_headline(open_page: Open) -> None:
    app = open_page("commitments")
    choose_rule(app, "equal_shares")
    assert link(app)["spread"] == "equal_shares"
    assert drawn(app, "map")["caption"].startswith("Rule: equal shares. EUR 45.1 million for regions")
    assert "391.4 million to 33 countries (45.1 million of it spread by rule)" in heading(app)
    assert "EUR 346.3 million is the countries' own" in words(app)
    assert "no document says what reached a country" in words(app)
    guatemala = next(row for row in drawn(app, "ranking")["rows"] if row["id"] == "GTM")
    assert (guatemala["text"], guatemala["note"]) == ("44.1", "of it 3.0 spread")
    assert {row["status"] for row in drawn(app, "regions")["rows"] if row["id"] != "trans_regional"} == {"spread"}


def test_a_rule_stays_until_another_is_picked(open_page: Open) -> None:
    app = open_page("commitments", spread="equal_shares")
    assert "spread by rule" in heading(app)
    choose_rule(app, None)
    assert link(app)["spread"] == "equal_shares"
    choose_rule(app, "none")
    assert link(app)["spread"] == "none"
    assert "spread by" not in heading(app)


def test_the_rule_can_be_taken_off_where_it_leaves_nothing(open_page: Open) -> None:
    app = open_page("commitments", spread="equal_shares", recipient="latin_america")
    assert "map" not in components(app)
    assert "Choose “Not spread” to see it" in app.info[0].value
    choose_rule(app, "none")
    assert "map" in components(app)
    assert heading(app).startswith("EUR 14.0 million committed for Latin America")


def test_a_card_shows_the_rule_beside_what_is_the_country_s_own(open_page: Open) -> None:
    def rows(app: AppTest) -> dict[str, str]:
        return {row["label"]: row["value"] for row in drawn(app, "card")["sections"][0]["rows"]}

    unspread, spread = (rows(open_page("commitments", place="GTM", spread=one)) for one in ("none", "equal_shares"))
    assert spread["Committed"] == unspread["Committed"] == "EUR 41.1 million"
    assert spread["Committed, under the rule of equal shares"] == "EUR 44.1 million"
    assert not any("rule" in label for label in unspread)


def test_a_page_without_the_control_shows_no_rule(open_page: Open) -> None:
    app = open_page("commitments", spread="equal_shares", place="CHL")
    app.switch_page("pages/violence.py").run()
    assert "under the rule" not in str(drawn(app, "card"))
    assert "Follow this money" not in ways(app)


def test_the_ways_to_the_money_keep_filters_and_place(open_page: Open) -> None:
    app = open_page("commitments", zone="caribbean", place="JAM", measure="contracted", spread="equal_shares")
    below = ways(app)["Follow this money, down to the contract"]
    assert (below["zone"], below["measure"], below["spread"]) == (["caribbean"], ["contracted"], ["equal_shares"])
    own = ways(app)["Follow this money"]
    assert (own["recipient"], own["measure"], own["zone"]) == (["JAM"], ["contracted"], [""])
    # A rule gives the money of a region away: its own is seen without it.
    region = ways(open_page("commitments", place="caribbean", spread="equal_shares"))["Follow this money"]
    assert (region["recipient"], region["spread"]) == (["caribbean"], ["none"])


def test_a_filter_is_shown_above_the_map_and_comes_off_there(open_page: Open) -> None:
    app = open_page("commitments", zone="andean_community")
    assert {mark["id"] for mark in drawn(app, "map")["marks"]} == {"andean_community"}
    assert len(drawn(app, "regions")["missing"]) == 4
    app.button(key="crumb_zone_andean_community").click().run()
    assert link(app)["zone"] == ""
    assert len(drawn(app, "map")["marks"]) == 5
