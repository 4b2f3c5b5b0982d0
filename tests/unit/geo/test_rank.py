"""Ranks: the highest first, ties share a range of places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.rank import Rank, ordinal, rank_values
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


@LAWS
@given(st.dictionaries(st.text(min_size=1, max_size=3), st.integers(-3, 3).map(float), max_size=12))
def test_every_place_is_taken_once(values: dict[str, float]) -> None:
    ranks = rank_values(values)
    assert ranks.keys() == values.keys()
    taken = [place for rank in set(ranks.values()) for place in range(rank.first, rank.last + 1)]
    assert sorted(taken) == list(range(1, len(values) + 1))
    for one, other in ((one, other) for one in values for other in values):
        assert (values[one] > values[other]) == (ranks[one].first < ranks[other].first)
