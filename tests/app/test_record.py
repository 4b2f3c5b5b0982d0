"""The card of a decision or contract: opened by a link, told when it does not exist, and reached from a country."""

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from tests.app.reading import components, drawn, heading, link, told

OpenPage = Callable[..., AppTest]


def test_a_link_to_a_contract_shows_its_card_in_place_of_what_stands_out(open_page: OpenPage) -> None:
    app = open_page("money", v="1", measure="contracted", record="256253")
    card = drawn(app, "record")
    assert (card["kind"], card["reference"]) == ("Contract", "256253")
    assert card["outside"] == ""
    assert link(app)["record"] == "256253"
    assert drawn(app, "table")["selected"] == "256253"
    assert "standouts" not in components(app)
    assert not told(app)


def test_without_a_record_what_stands_out_is_shown(open_page: OpenPage) -> None:
    app = open_page("money")
    assert drawn(app, "standouts")["rows"][0]["pick"] == "uptake=none"
    assert "record" not in components(app)


def test_a_record_that_does_not_exist_is_told(open_page: OpenPage) -> None:
    app = open_page("money", v="1", record="999999")
    assert told(app) == [
        'The link asks for the decision or contract "999999", which the atlas does not have. Showing the view without it.'
    ]
    assert "record" not in components(app)
    assert link(app)["record"] == ""
    assert "417.9" in heading(app)


def test_a_record_outside_of_the_filters_says_so_and_does_not_change_the_total(open_page: OpenPage) -> None:
    app = open_page("money", v="1", zone="caribbean", record="DCI-ALA/2011/023-146")
    assert drawn(app, "record")["outside"].startswith("This decision lies outside of the filters")
    assert "50.1 million" in heading(app)
    assert "DCI-ALA/2011/023-146" not in {row["id"] for row in drawn(app, "table")["rows"]}


def test_a_decision_opens_under_contracted_too(open_page: OpenPage) -> None:
    app = open_page("money", v="1", measure="contracted", record="DCI-ALA/2010/022-399")
    card = drawn(app, "record")
    assert card["kind"] == "Decision"
    assert card["outside"] == ""
    assert link(app)["measure"] == "contracted"


def test_the_map_shows_the_card_of_a_record_in_place_of_that_of_a_place(open_page: OpenPage) -> None:
    app = open_page("commitments", v="1", record="DCI-ALA/2010/022-399", place="COL")
    assert "record" in components(app)
    assert "card" not in components(app)
    assert "card" in components(open_page("commitments", v="1", place="COL"))


def test_a_country_names_the_records_that_its_ledger_opens(open_page: OpenPage) -> None:
    decisions = drawn(open_page("country", place="GTM"), "ledger")["decisions"]
    assert "DCI-ALA/2010/021-929" in {one["id"] for one in decisions}
    assert "295832" in {contract["id"] for one in decisions for contract in one["contracts"]}
