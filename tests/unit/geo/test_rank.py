"""Ranks: the highest first, ties share a range of places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.messages import ENGLISH, LANGUAGES, speaking
from geo.rank import Rank, ordinal, rank_in_doubt, rank_values
from tests.strategies import LAWS


def test_the_highest_is_first_and_ties_share_their_places() -> None:
    ranks = rank_values({"HND": 91.6, "SLV": 69.2, "COL": 33.2, "BRB": 69.2})
    assert ranks["HND"] == Rank(1, 1, 4)
    assert ranks["SLV"] == ranks["BRB"] == Rank(2, 3, 4)
    assert ranks["COL"] == Rank(4, 4, 4)
    assert (str(ranks["SLV"]), ranks["SLV"].short) == ("2nd to 3rd of 4", "2–3")
    assert (str(ranks["HND"]), ranks["HND"].short) == ("1st of 4", "1")


def test_nothing_has_no_rank() -> None:
    assert rank_values({}) == {}


@pytest.mark.parametrize(
    ("number", "text"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"), (21, "21st"), (111, "111th")]
)  # fmt: skip
def test_ordinals(number: int, text: str) -> None:
    assert ordinal(number) == text


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != ENGLISH])
@pytest.mark.parametrize("number", [1, 2, 3, 4, 11, 21, 33])
def test_ordinals_of_other_languages(language: str, number: int) -> None:
    with speaking(language):
        assert ordinal(number) != f"{number}"
        assert ordinal(number).startswith(str(number))
        assert ordinal(number)[-2:] not in ("st", "nd", "rd", "th")


@LAWS
@given(st.dictionaries(st.text(min_size=1, max_size=3), st.integers(-3, 3).map(float), max_size=12))
def test_every_place_is_taken_once(values: dict[str, float]) -> None:
    ranks = rank_values(values)
    assert ranks.keys() == values.keys()
    taken = [place for rank in set(ranks.values()) for place in range(rank.first, rank.last + 1)]
    assert sorted(taken) == list(range(1, len(values) + 1))
    for one, other in ((one, other) for one in values for other in values):
        assert (values[one] > values[other]) == (ranks[one].first < ranks[other].first)


def test_a_doubtful_value_may_stand_above_or_below_every_other() -> None:
    ranks = rank_in_doubt({"SUR": 1589, "BRB": 395, "BLZ": 363, "GTM": 73}, {"SUR"})
    assert ranks["BRB"] == Rank(1, 2, 4)
    assert ranks["BLZ"] == Rank(2, 3, 4)
    assert ranks["GTM"] == Rank(3, 4, 4)
    assert ranks["SUR"] == Rank(1, 4, 4)


def test_a_contradicted_value_takes_the_places_of_all_that_is_printed() -> None:
    values = {"HND": 91.6, "SLV": 69.2, "VEN": 45.1, "BLZ": 41.4, "JAM": 40.9, "GTM": 38.5}
    ranks = rank_in_doubt(values, (), {"JAM": [52.5, 40.9]})
    assert {key: rank.short for key, rank in ranks.items()} == {
        "HND": "1", "SLV": "2", "VEN": "3–4", "BLZ": "4–5", "JAM": "3–5", "GTM": "6",
    }  # fmt: skip
    # One printed value alone is no contradiction.
    assert rank_in_doubt(values, ()) == rank_values(values)


@LAWS
@given(
    st.dictionaries(st.sampled_from("ABCDEFGH"), st.integers(-3, 3).map(float), min_size=1),
    st.sets(st.sampled_from("ABCDEFGH")),
    st.dictionaries(st.sampled_from("ABCDEFGH"), st.lists(st.integers(-3, 3).map(float), max_size=2)),
    st.data(),
)
def test_whatever_the_doubtful_values_are_the_place_lies_in_the_range(
    values: dict[str, float], doubtful: set[str], also_printed: dict[str, list[float]], data: st.DataObject
) -> None:
    ranges = rank_in_doubt(values, doubtful, also_printed)
    true = {
        key: data.draw(st.integers(-5, 5).map(float) if key in doubtful else st.sampled_from([value, *also_printed.get(key, [])]))
        for key, value in values.items()
    }  # fmt: skip
    for key, rank in rank_values(true).items():
        assert ranges[key].first <= rank.first <= rank.last <= ranges[key].last
    assert not any(rank.last > len(values) for rank in ranges.values())
