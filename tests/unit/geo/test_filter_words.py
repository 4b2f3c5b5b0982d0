"""Every filter in force is said in words, and none that is not."""

import pytest

from geo.filter_words import describe_countries, describe_money, name_all
from geo.money_query import MoneyFilters, MoneyQuery
from geo.selection import Selection


def test_no_filter_says_nothing() -> None:
    assert describe_countries(Selection()) == ()
    assert describe_money(MoneyQuery()) == ("Money: amounts committed",)


def test_each_filter_of_countries_is_a_phrase() -> None:
    chosen = Selection(
        subregions=("caribbean",),
        alliances=("idb_alliance", "eu_lac_alliance"),
        without=("andean_community",),
        doubtful="hide",
    )
    assert describe_countries(chosen) == (
        "Sub-region: Caribbean", "Members of any of: IDB Alliance, EU-LAC Alliance", "Not in: Andean Community", "Doubtful values hidden",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("match", "words"),
    [
        ("any", "Members of: IDB Alliance"),
        ("all", "Members of: IDB Alliance"),
        ("none", "Countries in none of: IDB Alliance"),
    ],
)
def test_a_single_group_is_said_plainly(match: str, words: str) -> None:
    assert describe_countries(Selection(alliances=("idb_alliance",), match=match)) == (words,)


def test_highlighted_members_are_no_filter_and_say_so() -> None:
    said = describe_countries(Selection(alliances=("idb_alliance",), members="highlight"))
    assert said[-1] == "Members highlighted, all countries kept"
    assert describe_countries(Selection(members="highlight")) == (), "no group, nothing to highlight"


def test_money_says_its_dimensions_its_rule_and_what_does_not_apply() -> None:
    filters = MoneyFilters(
        level=("B", "R"), partner=("national_government",), early="leave_out", spread="equal_shares", words="police"
    )
    said = describe_money(MoneyQuery(Selection(), filters))
    assert said[:2] == ("Money: amounts committed", "Level: Bilateral, Regional")
    assert said[2].startswith("Partner category: ")
    assert "not applied" in said[2]
    assert said[3] == "Decisions before 2007 left out"
    assert said[4].startswith("Money for regions: equal shares. ")
    assert said[5] == "Titles with “police”"
    contracted = describe_money(MoneyQuery(Selection(measure="contracted"), filters))
    assert not any("not applied" in one for one in contracted)


def test_an_unknown_id_is_refused() -> None:
    with pytest.raises(KeyError):
        name_all("Pinned", ("XXX",), {})
