"""Money in another language: other words, and the same cents, ids, order of shares and rows."""

from collections.abc import Iterator

import pytest

from data.store import load_records
from geo import citable
from geo.allocation import list_zone_countries
from geo.country_money import build_country_money
from geo.dimensions import DIMENSIONS
from geo.donors import list_donor_years, list_donors, rank_eu_overall
from geo.extract_money import list_record_rows
from geo.ledger_words import BOUNDS
from geo.messages import ENGLISH, LANGUAGES, speaking
from geo.money_query import MoneyFilters, MoneyQuery
from geo.places import name_countries
from geo.portfolio import Portfolio, build_portfolio
from geo.programme import list_programmes_of
from geo.reconciliation import list_entries
from geo.record import RecordCard, build_record
from geo.selection import Selection
from geo.story import read_story

OTHERS = tuple(one for one in LANGUAGES if one != ENGLISH)
RECORDS = (
    *(str(row["decision_id"]) for row in load_records("decisions")),
    *(str(row["contract_id"]) for row in load_records("contracts")),
)


@pytest.fixture(params=OTHERS)
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    """Each language but English."""
    return request.param  # type: ignore[no-any-return]


@pytest.mark.parametrize("measure", ["committed", "contracted"])
def test_every_share_of_a_rule_is_the_same_to_the_cent(language: str, measure: str) -> None:
    query = MoneyQuery(Selection(measure=measure), MoneyFilters(spread="equal_shares"))
    english = _cents(build_portfolio(query))
    with speaking(language):
        assert _cents(build_portfolio(query)) == english
        # The countries are named in another order, which must not move the odd cent.
        assert set(list_zone_countries("caribbean")) < set(name_countries())


def _cents(portfolio: Portfolio) -> list[tuple[str, str, int]]:
    rows = list_record_rows(portfolio)
    return sorted((str(row.record["decision_id"]), row.recipient, row.cents) for row in rows)


def test_what_can_be_cited_has_the_same_ids(language: str) -> None:
    english = [one.value_id for one in citable.list_values("")]
    with speaking(language):
        assert [one.value_id for one in citable.list_values("")] == english


def test_the_eu_is_found_among_the_donors(language: str) -> None:
    rank, years = rank_eu_overall(), list_donor_years()
    order = [[one.donor_id for one in list_donors(year)] for year in years]
    with speaking(language):
        assert rank_eu_overall() == rank
        assert [[one.donor_id for one in list_donors(year)] for year in years] == order


def test_a_country_has_the_same_programmes_and_decisions(language: str) -> None:
    english = {iso3: _ids(iso3) for iso3 in name_countries()}
    with speaking(language):
        assert {iso3: _ids(iso3) for iso3 in name_countries()} == english


def _ids(iso3: str) -> tuple[tuple[str, ...], ...]:
    money = build_country_money(iso3)
    return (
        tuple(one.decision_id for one in money.decisions),
        tuple(one.programme_id for one in (*money.programmes, *money.regional_programmes)),
        tuple(one.decision_id for _, decisions in money.regional for one in decisions),
    )


@pytest.mark.parametrize("record_id", RECORDS)
def test_a_record_has_the_same_relatives_programmes_and_other_readings(record_id: str) -> None:
    english, programmes = _related(build_record(record_id)), list_programmes_of(record_id)
    for language in OTHERS:
        with speaking(language):
            assert _related(build_record(record_id)) == english
            assert len(list_programmes_of(record_id)) == len(programmes)


def _related(card: RecordCard) -> tuple[object, ...]:
    return (
        [one.record_id for one in (*card.contracts, *card.siblings)],
        [(bool(caveat.other_reading), [one.record_id for one in caveat.others]) for caveat in card.caveats],
    )


def test_the_ledger_has_the_same_verdicts_and_rows(language: str) -> None:
    english = [(one.figure_id, one.verdict, one.published, one.stated.value, one.best.value) for one in list_entries()]
    with speaking(language):
        found = [
            (one.figure_id, one.verdict, one.published, one.stated.value, one.best.value) for one in list_entries()
        ]
        assert found == english
        assert all(f"lang={language}" in one.rows for one in list_entries() if one.rows)


def test_every_bound_of_the_ledger_has_its_words() -> None:
    names = {row["wording_id"]: row["name"] for row in load_records("wordings")}
    assert {wording: text.format(value="").strip() for wording, text in BOUNDS.items()} == {
        wording: names[wording] for wording in BOUNDS
    }


def test_dimensions_have_a_name_for_the_same_values_in_every_language() -> None:
    english = {one: set(dimension.name_values()) for one, dimension in DIMENSIONS.items()}
    for language in OTHERS:
        with speaking(language):
            assert {one: set(dimension.name_values()) for one, dimension in DIMENSIONS.items()} == english
            assert all(dimension.name and dimension.title for dimension in DIMENSIONS.values())


def test_a_story_is_shown_in_the_language_of_its_reader() -> None:
    pages = {"money": frozenset({"measure", "v"})}
    step = {"page": "money", "parameters": {"measure": "contracted", "lang": "fr"}, "title": "", "note": ""}
    opened = read_story({"title": "A story", "steps": [step]}, pages)
    assert opened.problems == ()
    assert opened.story is not None
    assert opened.story.steps[0].parameters == (("measure", "contracted"),)
