"""Money beside need: amounts add up under every filter, regional money raises nothing, and the words claim no cause."""

import re
from dataclasses import replace

import pytest
from hypothesis import given

from data.store import load_records
from geo import need_words
from geo.money_view import amount_of
from geo.need import build_need_view, list_arcs
from geo.need_extract import extract_need
from geo.need_view import NeedView, leads_to_a_place
from geo.selection import Selection
from tests.strategies import INDICATORS, VIEW_LAWS, selections

CAUSES = re.compile(r"\b(because|therefore|due to|leads to more|thanks to|caused|results? in|effect)\b")


def money_for_countries(view: NeedView) -> float:
    """What the countries inside the filter have, in EUR."""
    return sum(amount_of(place, view.money.measure) for place in view.money.countries if place.is_inside)


def money_apart(view: NeedView) -> float:
    """What regions and several regions have, in EUR: no filter of countries touches it."""
    places = (*view.money.regions, view.money.trans_regional)
    return sum(amount_of(place, view.money.measure) for place in places)


@VIEW_LAWS
@given(selections())
def test_arcs_add_up_to_the_money_of_the_view(selection: Selection) -> None:
    view = build_need_view(selection)
    drawn = money_for_countries(view) + money_apart(view)
    assert view.money.total_eur == pytest.approx(drawn - (money_apart(view) if selection.filters_countries else 0))
    assert sum(arc.amount_eur for arc in view.arcs) == pytest.approx(drawn, abs=0.005)
    assert all(arc.amount_eur > 0 for arc in view.arcs)
    frame = extract_need(view)
    assert frame["amount_eur"].sum() == pytest.approx(drawn, abs=0.005)
    by_instrument = frame[[column for column in frame if column.endswith("_eur") and column != "amount_eur"]]
    assert by_instrument.sum().sum() == pytest.approx(drawn, abs=0.005)


@VIEW_LAWS
@given(selections())
def test_only_bilateral_money_raises_and_only_inside_the_filter(selection: Selection) -> None:
    view = build_need_view(selection)
    assert len(view.standings) == 33
    own = {row["iso3"] for row in load_records("decisions") if row["iso3"] and row[f"{selection.measure}_eur"]}
    assert {one.iso3 for one in view.raised} == own & {one.iso3 for one in view.inside}
    assert sum(one.amount_eur for one in view.raised) == pytest.approx(money_for_countries(view))
    assert view.need.values == build_need_view(replace(selection, measure="contracted")).need.values


@VIEW_LAWS
@given(selections())
def test_no_sentence_claims_a_cause(selection: Selection) -> None:
    view = build_need_view(selection)
    own_notes = view.notes[: len(view.notes) - len(view.need.notes)]
    assert own_notes
    assert not CAUSES.search(" ".join((view.headline, view.coverage, view.summary, *own_notes)).lower())


def test_the_finding_names_both_and_leaves_doubtful_values_aside() -> None:
    assert build_need_view(Selection()).headline == (
        "Honduras has the highest homicide rate (91.6) and EUR 35.1 million committed; Colombia has the most money (EUR 114.6 million) "
        "and a rate of 31.4"
    )
    prisoners = build_need_view(Selection(indicator="prisoners_per_100k"))
    assert "Suriname" not in prisoners.headline
    assert any(one.name == "Suriname" and one.value.status == "doubtful" for one in prisoners.inside)


@pytest.mark.parametrize(
    ("selection", "words"),
    [
        (Selection(indicator="rule_of_law"), "Venezuela has the lowest score for rule of law (−1.62) and EUR 3.3 million committed"),
        (Selection(indicator="prison_occupancy_pct"), "Ecuador has the highest prison occupancy (202.7 %) and no money committed to it alone"),
        (Selection(subregions=("caribbean",)), "Jamaica has the highest homicide rate (40.9) and the most money committed (EUR 33.0 million)"),
        (Selection(measure="contracted"), "Honduras has the highest homicide rate (91.6) and EUR 7.0 million contracted"),
        (Selection(subregions=("caribbean",), alliances=("andean_community",)), "No country is left by these filters"),
    ],
)  # fmt: skip
def test_the_finding_fits_the_end_of_the_scale(selection: Selection, words: str) -> None:
    assert build_need_view(selection).headline.startswith(words)


@pytest.mark.parametrize("indicator", INDICATORS)
def test_every_indicator_has_a_finding_of_readable_length(indicator: str) -> None:
    view = build_need_view(Selection(indicator=indicator))
    assert 40 < len(view.headline) < 190
    assert view.headline.count("%") in (0, 2)


def test_a_shared_end_of_the_scale_is_called_shared() -> None:
    view = build_need_view(Selection())
    first = need_words.find_first(view)
    assert first
    values = tuple(replace(one, value=first.value.value) if one.iso3 == "COL" else one for one in view.need.values)
    told = need_words.headline(replace(view, need=replace(view.need, values=values)))
    assert told.startswith("Colombia shares the highest homicide rate")


def test_trans_regional_money_is_told_and_leads_nowhere() -> None:
    view = build_need_view(Selection())
    assert (
        sum(arc.amount_eur for arc in view.arcs if not leads_to_a_place(arc)) == view.money.trans_regional.committed_eur
    )
    assert "EUR 26.5 million committed for several regions" in need_words.tell_trans_regional(view)
    assert {arc.place_kind for arc in view.arcs if leads_to_a_place(arc)} == {"country", "region"}


def test_arcs_come_from_the_decisions_named_and_no_other() -> None:
    wanted = [row["decision_id"] for row in load_records("decisions") if row["iso3"] == "COL"]
    arcs = list_arcs(wanted, "contracted")
    assert [arc.place_id for arc in arcs] == ["COL"]
    assert arcs[0].decisions <= len(wanted)
    assert list_arcs((), "committed") == ()


def test_rows_hold_the_source_of_each_value_and_no_value_for_regions() -> None:
    frame = extract_need(build_need_view(Selection(doubtful="hide", indicator="prisoners_per_100k"))).set_index(
        "place_id"
    )
    assert len(frame) == 33 + 5
    assert frame.loc["COL", "dci_ala_eur"] == frame.loc["COL", "amount_eur"]
    assert frame.loc["caribbean", "value"] != frame.loc["caribbean", "value"]
    assert frame.loc["SUR", "status"] == "doubtful_hidden"
    assert (
        frame.loc["SUR", "printed_value"] is None
        or frame.loc["SUR", "printed_value"] != frame.loc["SUR", "printed_value"]
    )
    assert frame.loc["HND", "page"] > 0
