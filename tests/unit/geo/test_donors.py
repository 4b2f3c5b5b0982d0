"""Donors: order and rank, amounts below zero, and printed totals that are kept apart from their parts."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo import donors
from geo.donors import EU_INSTITUTIONS, check_totals, list_aggregates, list_donors, list_years_of_rank
from geo.figures.donors import draw_donors, draw_totals, list_notes, ordinal, tabulate_donors, tell_donors, tell_totals

TOTAL = "DAC countries total"
AMOUNTS = {"Spain": 90.0, "Japan": -20.5, EU_INSTITUTIONS: 40.0, "USA": 100.25}


def make_rows(amounts: dict[str, float], total: float, year: int = 2010) -> list[dict[str, object]]:
    values = {**amounts, TOTAL: total}
    return [
        {
            "donor": donor,
            "year": year,
            "value": value,
            "printed_value": str(value),
            "is_aggregate": donor == TOTAL,
            "source_id": "jssr_2013",
            "page": 78,
        }
        for donor, value in values.items()
    ]


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    """Return a function that puts rows into the place of the table."""
    kept = (donors.list_donor_years, donors.list_donors, donors.list_aggregates)

    def use_rows(rows: list[dict[str, object]]) -> None:
        monkeypatch.setattr(donors, "load_records", lambda _: tuple(rows))
        for one in kept:
            one.cache_clear()

    yield use_rows
    monkeypatch.undo()
    for one in kept:
        one.cache_clear()


def test_donors_are_ordered_by_amount_and_one_below_zero_comes_last(use: object) -> None:
    use(make_rows(AMOUNTS, 169.75))  # type: ignore[operator]
    assert [(one.donor, one.rank) for one in list_donors("2010")] == [
        ("USA", 1),
        ("Spain", 2),
        (EU_INSTITUTIONS, 3),
        ("Japan", 4),
    ]
    assert TOTAL not in {one.donor for one in list_donors("2010")}


def test_equal_amounts_share_a_rank(use: object) -> None:
    use(make_rows({"A": 5.0, "B": 5.0, EU_INSTITUTIONS: 1.0}, 10.0))  # type: ignore[operator]
    assert [one.rank for one in list_donors("2010")] == [1, 1, 3]


def test_a_total_that_is_the_sum_of_its_countries_comes_out_with_an_amount_below_zero_in_it(use: object) -> None:
    use(make_rows(AMOUNTS, 169.75))  # type: ignore[operator]
    (check,) = check_totals()
    assert (check.recomputed, check.difference, check.countries, check.eu) == (169.75, 0.0, 3, 40.0)
    assert tell_totals() == (
        "The printed totals are the sums of the countries listed; the EU institutions stand outside them."
    )


def test_a_total_that_does_not_come_out_is_said_with_its_gap(use: object) -> None:
    use(make_rows(AMOUNTS, 171.0))  # type: ignore[operator]
    assert check_totals()[0].difference == -1.25
    assert tell_totals().startswith("In every year the countries listed fall short of the printed total, by USD 1.25")


def test_an_amount_below_zero_is_drawn_to_the_left_of_zero_and_said_in_words(use: object) -> None:
    use(make_rows(AMOUNTS, 169.75))  # type: ignore[operator]
    drawn = draw_donors("2010")
    rows = {row["label"]: row for row in drawn["groups"][0]["rows"]}
    assert rows["Japan"]["from"] < rows["Japan"]["to"] == drawn["zero"]
    assert rows["USA"]["from"] == drawn["zero"] < rows["USA"]["to"]
    assert rows["Japan"]["text"] == "\N{MINUS SIGN}20.50"
    assert rows["Japan"]["note"] == "More was repaid than paid out"
    assert rows["USA"]["note"] == ""
    assert any("Japan, 2010" in note and "below zero" in note for note in list_notes())


def test_without_an_amount_below_zero_nothing_speaks_of_one(use: object) -> None:
    use(make_rows({"USA": 2.0, EU_INSTITUTIONS: 1.0}, 2.0))  # type: ignore[operator]
    assert "below" not in {entry["tone"] for entry in draw_donors("2010")["legend"]}
    assert not any("below zero" in note for note in list_notes())


@given(
    st.dictionaries(st.sampled_from("ABCDEFG"), st.integers(-50_000, 300_000).map(lambda cents: cents / 100)),
    st.integers(0, 200_000).map(lambda cents: cents / 100),
)
def test_the_bars_add_up_to_the_table_and_never_hold_a_total(amounts: dict[str, float], eu: float) -> None:
    with pytest.MonkeyPatch.context() as patch:
        rows = make_rows({**amounts, EU_INSTITUTIONS: eu}, 1.0)
        patch.setattr(donors, "load_records", lambda _: tuple(rows))
        for one in (donors.list_donor_years, donors.list_donors, donors.list_aggregates):
            one.cache_clear()
        bars = draw_donors("2010")["groups"][0]["rows"]
        assert sum(bar["value"] for bar in bars) == pytest.approx(sum(amounts.values()) + eu)
        assert all(0 <= bar["from"] <= bar["to"] <= 1 for bar in bars)
        assert TOTAL not in {bar["label"] for bar in bars}
        assert [bar["value"] for bar in bars] == sorted((bar["value"] for bar in bars), reverse=True)
    for one in (donors.list_donor_years, donors.list_donors, donors.list_aggregates):
        one.cache_clear()


def test_totals_stand_in_a_figure_without_single_countries() -> None:
    groups = draw_totals()["groups"]
    assert [group["title"] for group in groups] == [
        "DAC countries total, as printed",
        "EU institutions, outside that total",
    ]
    assert {row["label"] for group in groups for row in group["rows"]} == {"2008", "2009", "2010", "2011"}
    assert "DAC countries total" not in {row["cells"][0] for row in tabulate_donors()["rows"]}


def test_a_year_that_the_figure_does_not_have_is_an_error() -> None:
    with pytest.raises(KeyError):
        list_donors("2012")
    with pytest.raises(KeyError):
        list_aggregates("1999")


def test_the_finding_names_the_rank_and_who_stands_above() -> None:
    assert tell_donors("2011") == "EU institutions: second of 25 donors to the region in 2011, behind USA"
    assert list_years_of_rank(1)[0] == ()
    assert [ordinal(rank) for rank in (1, 3, 12)] == ["first", "third", "12th"]
