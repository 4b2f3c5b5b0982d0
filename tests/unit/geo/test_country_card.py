"""Cards: everything known of a place, with its source, and nothing that is not known."""

import pytest

from data.store import load_table
from geo.country_card import build_card, list_places
from geo.places import name_countries
from geo.selection import list_members


def test_a_country_has_a_row_for_every_indicator_with_its_source() -> None:
    jamaica = build_card("JAM")
    assert (jamaica.name, jamaica.subtitle) == ("Jamaica", "Caribbean")
    assert len(jamaica.indicators) == 12
    homicide = jamaica.indicators[0]
    assert (homicide.value, homicide.rank, homicide.status) == ("40.9", "3rd to 5th of 27", "conflict")
    assert homicide.source.startswith("p. 151, Annex F, row Jamaica")
    assert homicide.caveat == "Jamaica: annex and narrative differ"
    prosecutors = next(row for row in jamaica.indicators if row.label == "Prosecutors")
    assert (prosecutors.value, prosecutors.unit, prosecutors.rank) == ("Not reported", "", "")
    assert all(row.value not in ("", "0", "nan") for row in jamaica.indicators)


def test_alliances_stand_before_other_groups() -> None:
    groups = [one.alliance_id for one in build_card("JAM").memberships]
    assert set(groups[:2]) == {"eu_lac_alliance", "idb_alliance"}
    assert "sica" not in groups


def test_money_of_a_country_shows_both_measures_and_never_their_sum() -> None:
    money = build_card("JAM").money
    assert [(row.label, row.value) for row in money[:2]] == [
        ("Committed", "EUR 33.0 million"),
        ("Contracted", "EUR 32.9 million"),
    ]
    assert "65.9" not in str(money)
    assert "p. 167, Annex H, FED/2008/021-025" in money[2].source


def test_a_country_without_a_decision_says_so_and_shows_no_zero() -> None:
    chile = build_card("CHL")
    assert chile.money == ()
    assert any("no EU decision" in note for note in chile.notes)


def test_printed_cells_that_cannot_be_placed_are_told_on_the_card() -> None:
    notes = [note for note in build_card("VEN").notes if "not placed" in note]
    assert [note.split(": ")[1].split(" — ")[0] for note in notes] == ["170", "117,4", "2,47", "38,9"]
    assert not any("not placed" in note for note in build_card("JAM").notes)
    assert not any("---" in note for note in notes)


def test_a_region_has_money_and_no_indicators() -> None:
    caribbean = build_card("caribbean")
    assert caribbean.indicators == caribbean.memberships == ()
    assert caribbean.money[0].value == "EUR 11.5 million"
    assert any("only by a rule that you pick" in note for note in caribbean.notes)
    assert caribbean.under_rule == ()
    assert not any("Jamaica" in row.label for row in caribbean.money)


def test_under_a_rule_a_card_says_what_the_rule_makes_of_it_beside_what_is_its_own() -> None:
    guatemala, chile = build_card("GTM", "equal_shares"), build_card("CHL", "equal_shares")
    assert [(row.label, row.value, row.rank) for row in guatemala.under_rule] == [
        ("Committed, under the rule of equal shares", "EUR 44.1 million", "of it EUR 3.0 million spread"),
        ("Contracted, under the rule of equal shares", "EUR 14.9 million", "of it EUR 1.4 million spread"),
    ]
    assert guatemala.money == build_card("GTM").money
    assert chile.under_rule[0].rank == f"of it {chile.under_rule[0].value} spread"
    assert build_card("caribbean", "equal_shares").under_rule[0].rank == "spread over 16 countries"
    assert build_card("trans_regional", "equal_shares").under_rule == ()


def test_every_place_has_a_card_and_an_unknown_one_is_an_error() -> None:
    places = list_places()
    assert list(places)[:33] == list(name_countries())
    assert set(places) - set(name_countries()) == {
        "andean_community",
        "caribbean",
        "central_america",
        "latin_america",
        "trans_regional",
    }
    for place_id, name in places.items():
        assert build_card(place_id).name == name
    with pytest.raises(KeyError):
        build_card("ELS")


def test_cards_name_every_membership_of_the_table() -> None:
    found = {(one.alliance_id, iso3) for iso3 in name_countries() for one in build_card(iso3).memberships}
    memberships = load_table("memberships")
    assert found == set(zip(memberships["alliance_id"], memberships["iso3"], strict=True))
    assert ("caribbean_court_of_justice", "JAM") not in found
    assert list_members("caribbean_court_of_justice")
