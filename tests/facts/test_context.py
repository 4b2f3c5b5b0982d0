"""What stands beside the portfolio, from the real seeds: Figure 5.2, the programmes, the events."""

import pytest

from data.store import load_records, load_table
from geo.donors import check_totals, find_eu, list_donor_years, list_donors, list_years_of_rank
from geo.programmes import list_annex_programmes, list_later_programmes


@pytest.mark.parametrize(
    ("year", "printed", "recomputed", "difference"),
    [
        ("2008", 7014.40, 7010.22, -4.18),
        ("2009", 6578.71, 6574.60, -4.11),
        ("2010", 7655.11, 7649.53, -5.58),
        ("2011", 7750.44, 7748.50, -1.94),
    ],
)
def test_no_printed_total_is_the_sum_of_its_countries_and_the_gap_is_small(
    year: str, printed: float, recomputed: float, difference: float
) -> None:
    check = next(one for one in check_totals() if one.year == year)
    assert (check.printed, check.recomputed, check.difference) == (printed, recomputed, difference)
    assert check.countries == 24
    assert abs(check.share) < 0.1
    # With the EU institutions among the countries the sum would be far above the total.
    assert check.recomputed + check.eu > 1.1 * check.printed


def test_the_eu_institutions_are_second_in_one_year_of_four() -> None:
    assert list_years_of_rank(2) == (("2011",), ("2008", "2009", "2010"))
    assert find_eu("2011").printed == "1302.74"


def test_one_donor_is_below_zero_in_one_year() -> None:
    amounts = [one for year in list_donor_years() for one in list_donors(year)]
    below = [(one.donor, one.year, one.printed) for one in amounts if one.value < 0]
    assert below == [("Japan", "2010", "-343.55")]


def test_the_later_programme_has_58_8_million_and_no_other_has_an_amount() -> None:
    amounts = {one.name: [share.amount_eur for share in one.shares] for one in list_later_programmes()}
    assert amounts.pop("EL PAcCTO 2.0") == [58_800_000]
    assert amounts == {"EL PAcCTO": [], "COPOLAD, as named in 2025": [], "EUROFRONT": [], "Global Threats programme": []}  # fmt: skip
    programme = list_later_programmes()[0]
    assert programme.partners == ("Spain", "France", "Italy", "Portugal", "the Netherlands")
    assert "six agencies from five Member States" in programme.method
    assert (programme.start, programme.end) == ("", "")


def test_every_programme_of_the_annex_has_a_decision_or_a_note_that_says_why_not() -> None:
    without = [one for one in list_annex_programmes() if not one.decision_id]
    assert {one.programme_id for one in without} == {"casac_ii", "cocaine_route", "untoc", "arms_database"}
    assert all("No decision has this title" in one.note for one in without)
    known = {row["decision_id"] for row in load_records("decisions")}
    assert {one.decision_id for one in list_annex_programmes()} - {""} <= known


def test_parts_of_a_budget_come_to_its_printed_total_but_for_one() -> None:
    gaps = {
        one.programme_id: round((sum(share.amount_eur for share in one.parts) - one.whole.amount_eur) / 1e6, 2)
        for one in list_annex_programmes()
        if one.whole and one.parts
    }
    assert {name: gap for name, gap in gaps.items() if gap} == {"ca_security_strategy": 0.05}
    assert len(gaps) == 5


def test_every_event_has_a_theme_and_every_theme_events() -> None:
    events, themes = load_table("events"), load_table("event_themes")
    assert len(events) == 55
    assert dict(events["precision"].value_counts()) == {"year": 41, "month": 10, "day": 4}
    assert set(events["theme_id"]) == set(themes["theme_id"])


def test_the_launch_of_the_alliance_is_an_event_of_its_own_known_to_the_year() -> None:
    events = {row["event_id"]: row for row in load_records("events")}
    launch = events["eu_lac_alliance_launched"]
    assert (launch["date"], launch["precision"], launch["source_id"]) == ("2025", "year", "eu_lac_alliance_2025")
    assert "prints no date" in launch["description"]
    assert "Alliance" not in events["fourth_celac_eu_summit"]["description"]


def test_the_date_of_an_article_is_not_given_as_the_day_of_a_meeting() -> None:
    meeting = next(row for row in load_records("events") if row["event_id"] == "high_level_meeting_2022")
    assert (meeting["date"], meeting["precision"]) == ("2022-05", "month")
