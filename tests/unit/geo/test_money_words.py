"""What the map of money says, for each kind of question that it can be asked."""

import pytest

from geo.money_query import MoneyFilters
from geo.money_view import build_money_view
from geo.selection import Selection

CONTRACTED = Selection(measure="contracted")
CARIBBEAN = Selection(subregions=("caribbean",))


@pytest.mark.parametrize(
    ("selection", "filters", "headline", "coverage"),
    [
        (
            Selection(), MoneyFilters(),
            "EUR 417.9 million committed: 346.3 million to 13 countries, 45.1 million for regions, 26.5 million trans-regional",
            "41 decisions of 2004 to 2013; EUR 36.9 million of it under decisions before 2007.",
        ),
        (
            CONTRACTED, MoneyFilters(early="leave_out"),
            "EUR 152.9 million contracted: 109.7 million for 9 countries, 20.9 million for regions, 22.3 million trans-regional",
            "137 contracts under 27 decisions of 2007 to 2011.",
        ),
        (
            CARIBBEAN, MoneyFilters(),
            "EUR 38.6 million committed to 2 countries",
            "2 decisions of 2008 to 2010. Filter: Caribbean. Not in the total, since it belongs to no single country: "
            "EUR 45.1 million for regions and EUR 26.5 million trans-regional.",
        ),
        (
            Selection(), MoneyFilters(zone=("andean_community",)),
            "EUR 160.2 million committed: 155.8 million to 3 countries, 4.4 million for regions",
            "11 decisions of 2004 to 2013; EUR 36.3 million of it under decisions before 2007.",
        ),
        (
            Selection(), MoneyFilters(spread="equal_shares"),
            "EUR 417.9 million committed: 391.4 million to 33 countries (45.1 million of it spread by rule), 26.5 million trans-regional",
            "41 decisions of 2004 to 2013; EUR 36.9 million of it under decisions before 2007. Rule: equal shares; EUR 45.1 million of it "
            "is spread, EUR 346.3 million is the countries' own.",
        ),
        (
            CARIBBEAN, MoneyFilters(spread="equal_shares", early="leave_out"),
            "EUR 47.5 million committed to 13 countries, 8.9 million of it spread by rule",
            "4 decisions of 2007 to 2012. Filter: Caribbean. Rule: equal shares; EUR 8.9 million of it is spread, EUR 38.6 million is the "
            "countries' own. Not in the total, since it belongs to no single country: EUR 26.5 million trans-regional.",
        ),
        (Selection(), MoneyFilters(recipient=("JAM",)), "EUR 33.0 million committed to Jamaica", "1 decision of 2008."),
        (Selection(), MoneyFilters(level=("T",)), "EUR 26.5 million committed for trans-regional programmes", "5 decisions of 2007 to 2011."),
        (
            Selection(), MoneyFilters(recipient=("caribbean",), early="leave_out"),
            "EUR 10.9 million committed for Caribbean as a region", "2 decisions of 2007 to 2012.",
        ),
        (
            Selection(), MoneyFilters(level=("R",), early="leave_out"), "EUR 42.4 million committed for 4 regions",
            "9 decisions of 2007 to 2012.",
        ),
        (
            Selection(), MoneyFilters(level=("R", "T"), early="leave_out"),
            "EUR 68.9 million committed: 42.4 million for regions, 26.5 million trans-regional", "14 decisions of 2007 to 2012.",
        ),
        (
            CONTRACTED, MoneyFilters(words="policia", early="leave_out"),
            "EUR 4.3 million contracted: 4.2 million for 2 countries, 0.1 million for regions",
            "8 contracts under 3 decisions of 2007 to 2011. Titles with “policia”.",
        ),
        (Selection(), MoneyFilters(words="no such words"), "No decision is left by these filters", ""),
        (CONTRACTED, MoneyFilters(words="no such words"), "No contract is left by these filters", ""),
    ],
)  # fmt: skip
def test_headline_and_coverage(selection: Selection, filters: MoneyFilters, headline: str, coverage: str) -> None:
    view = build_money_view(selection, filters)
    assert (view.headline, view.coverage) == (headline, coverage)
    assert {"committed": "contracted", "contracted": "committed"}[view.measure] not in view.headline
    assert "EUR 0.0" not in view.headline + view.coverage


def test_an_empty_view_says_what_to_loosen() -> None:
    assert "Shorten the search" in build_money_view(Selection(), MoneyFilters(words="no such words")).empty
    regional = build_money_view(CARIBBEAN, MoneyFilters(level=("R",)))
    assert regional.empty.startswith("These filters leave only money for regions")
    given_away = build_money_view(Selection(), MoneyFilters(recipient=("latin_america",), spread="equal_shares"))
    assert "Choose “Not spread” to see it" in given_away.empty
    assert build_money_view(Selection()).empty == ""


def test_the_text_of_the_map_names_what_is_beside_it_and_what_is_not_counted() -> None:
    assert (
        "Beside them: EUR 45.1 million for regions and EUR 26.5 million trans-regional."
        in build_money_view(Selection()).summary
    )
    filtered = build_money_view(CARIBBEAN).summary
    assert "Not in the total: EUR 45.1 million for regions" in filtered
    assert "Beside them" not in filtered
    assert "Rule:" not in filtered
