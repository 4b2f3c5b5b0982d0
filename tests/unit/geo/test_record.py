"""Cards of decisions and contracts: each of them builds, its parts add up, and nothing is added that must not be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.store import load_records
from geo.allocation import NOTHING
from geo.amount_words import format_percent, format_share, tell_duration
from geo.figures.record import draw_record
from geo.money_charts import list_record_ids
from geo.money_lines import list_lines
from geo.money_query import MoneyFilters, MoneyQuery
from geo.programme import list_programmes_of
from geo.record import NOWHERE, build_record, find_measure_of, is_outside
from geo.selection import Selection

ALL = sorted(list_record_ids())
DECISIONS = [one for one in ALL if "/" in one]


def draw(record_id: str) -> dict[str, object]:
    return draw_record(build_record(record_id), "money?v=1", is_outside=False, is_alone=False)


def test_every_record_has_a_card_whose_contracts_add_up() -> None:
    cards = [build_record(one) for one in ALL]
    assert len(cards) == len(load_records("decisions")) + len(load_records("contracts"))
    for card in cards:
        assert {one.record_id for one in card.siblings}.isdisjoint({card.record_id})
        assert card.caveats or card.status == "ok", "what is doubtful says why"
        if card.kind == "decision":
            assert sum(one.cents for one in card.contracts) == card.contracted_cents
            assert card.decision is None
        else:
            assert card.decision
            assert card.cents + sum(one.cents for one in card.siblings) == card.contracted_cents


@pytest.mark.parametrize("measure", ["committed", "contracted"])
def test_amounts_of_the_cards_are_those_of_the_portfolio(measure: str) -> None:
    own = [build_record(one).cents for one in ALL if find_measure_of(one) == measure]
    lines = {line.record_id: line.whole_cents for line in list_lines(measure, NOTHING)}
    assert sum(own) == sum(lines.values())


@given(record_id=st.sampled_from(ALL))
def test_a_drawing_names_both_amounts_and_never_their_sum(record_id: str) -> None:
    card, drawing = build_record(record_id), str(draw(record_id))
    assert f"{card.committed_cents // 100:,}" in drawing
    if card.contracted_cents:
        assert f"{card.contracted_cents // 100:,}" in drawing
        assert f"{(card.committed_cents + card.contracted_cents) // 100:,}" not in drawing
    assert f"Page {card.page}, Annex H" in drawing


@pytest.mark.parametrize("record_id", DECISIONS)
def test_what_belongs_to_no_country_says_so(record_id: str) -> None:
    row = next(one for one in load_records("decisions") if one["decision_id"] == record_id)
    assert (build_record(record_id).belongs_nowhere == NOWHERE) == (row["iso3"] is None)


def test_a_decision_without_contracts_has_no_amount_contracted() -> None:
    drawing = draw("DCI-ALA/2013/023-715")
    assert [one["value"] for one in drawing["amounts"]] == ["EUR 32,200,000", "No contract"]
    assert drawing["finding"] == "Annex H lists no contract under this decision"
    assert "EUR 0" not in str(drawing)


def test_contracts_above_their_decision_are_told_and_the_bar_is_cut_by_the_figure() -> None:
    drawing = draw("IFS/2010/022-367")
    assert drawing["finding"] == "Its contracts come to 102.4 per cent of it, EUR 244,937 more"
    assert drawing["share"] > 100


def test_the_other_reading_stands_apart_and_leads_to_the_other_record() -> None:
    caveat = build_record("DCI-ALA/2011/023-146").caveats[0]
    assert caveat.other_reading == "The two swapped."
    assert "reading" not in caveat.text
    assert [one.record_id for one in caveat.others] == ["DCI-ALA/2010/022-399"]
    without = next(one for one in build_record("291866").caveats if one.title == "The start date is not in the text")
    assert (without.other_reading, without.others) == ("", ())


def test_dates_that_are_not_printed_are_told_and_give_no_duration() -> None:
    facts = {one["label"]: one["value"] for one in draw("295832")["facts"]}
    assert facts["Start"] == "Not in the text"
    assert facts["End"] == "2014-05-31"
    assert facts["Duration"] == "Not known: a date is not in the text"
    assert {one["label"]: one["value"] for one in draw("256253")["facts"]}["Duration"] == "337 days, about 11 months"


def test_titles_keep_their_language_and_their_words() -> None:
    drawing = draw("ALA/2006/017-652")
    assert (drawing["title"], drawing["lang"]) == ("Apoyo a la Comunidad Andina en el Área Drogas Sintéticas", "es")
    facts = {one["label"]: one for one in drawing["facts"]}
    assert "ALA/2006 /017-652" in facts["Where it stands"]["detail"], "the row as printed"
    assert facts["Sector"]["detail"] == "OECD DAC purpose code 16063"
    assert facts["Instrument"]["detail"] == "Development Cooperation Instrument, Latin America"


def test_programmes_are_linked_by_decision_or_by_the_contract_that_their_note_names() -> None:
    linked = {one: [detail.programme.programme_id for detail in list_programmes_of(one)] for one in ALL}
    assert linked["259335"] == ["arms_database"]
    assert linked["288331"] == ["casac_ii"]
    assert linked["DCI-ALA/2010/021-929"] == ["sejust"]
    assert linked["IFS/2010/022-367"] == [], "the contract has the title, not its decision"
    of_a_decision = {row["programme_id"] for row in load_records("programmes") if row["decision_id"]}
    assert of_a_decision <= {programme for programmes in linked.values() for programme in programmes}


def test_a_component_of_a_programme_is_marked_and_its_budget_is_not_summed() -> None:
    programme = draw("DCI-ALA/2010/021-542")["programmes"][0]
    assert [(one["name"], one["amount"]) for one in programme["funders"]] == [
        ("Total", "40"), ("Total, justice and security component", "1.9"),
    ]  # fmt: skip
    assert "41.9" not in str(programme)
    assert programme["source"] == "p. 174, Annex I"


def test_a_record_outside_of_the_filters_is_told_in_its_own_measure() -> None:
    caribbean = MoneyQuery(filters=MoneyFilters(zone=("caribbean",)))
    assert is_outside("DCI-ALA/2011/023-146", caribbean)
    assert not is_outside("FED/2008/021-025", caribbean)
    # A contract has a partner and a decision none: the filter acts on the one and not on the other.
    partners = MoneyQuery(Selection(measure="contracted"), MoneyFilters(partner=("civil_society",)))
    assert is_outside("256253", partners)
    assert not is_outside("DCI-ALA/2010/022-399", partners)
    words = draw_record(build_record("256253"), "", is_outside=True, is_alone=False)["outside"]
    assert words.startswith("This contract lies outside of the filters")
    assert draw("256253")["outside"] == ""


def test_an_unknown_id_is_refused() -> None:
    with pytest.raises(KeyError):
        build_record("000000")


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [(1, 2, "50 per cent"), (1, 30, "3.3 per cent"), (1, 100_000, "under 0.1 per cent"), (0, 5, "0.0 per cent"), (3, 2, "150 per cent")],
)  # fmt: skip
def test_shares_are_never_rounded_to_nothing(part: int, whole: int, words: str) -> None:
    assert format_share(part, whole) == words


def test_durations() -> None:
    assert tell_duration(1) == "1 day"
    assert tell_duration(40) == "40 days"
    assert tell_duration(1096) == "1,096 days, about 36 months"


def test_a_share_reads_100_only_where_all_of_a_decision_is_contracted() -> None:
    for row in load_records("decisions"):
        committed, contracted = round(100 * row["committed_eur"]), round(100 * row["contracted_eur"])
        assert (format_percent(contracted, committed) == "100") == (contracted == committed), row["decision_id"]
    assert format_percent(3_287_604_900, 3_300_000_000) == "99.6"
