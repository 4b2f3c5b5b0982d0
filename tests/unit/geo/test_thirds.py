"""Thirds: every value in exactly one class, equal values together, no money a class of its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.thirds import cut_thirds, name_class
from tests.strategies import LAWS

VALUES = st.lists(st.integers(0, 30).map(float), min_size=1, max_size=33)


def test_nine_values_make_three_classes_of_three() -> None:
    thirds = cut_thirds([float(one) for one in range(1, 10)], 0, is_money=False)
    assert thirds.labels == ("up to 3", "3 to 6", "over 6")
    assert [thirds.place(float(one)) for one in range(1, 10)] == [0, 0, 0, 1, 1, 1, 2, 2, 2]


def test_no_money_is_a_class_of_its_own_and_the_rest_is_halved() -> None:
    thirds = cut_thirds([0.0] * 20 + [1.0, 2.0, 3.0, 4.0], 1, is_money=True)
    assert thirds.labels == ("none", "up to 2.0", "over 2.0")
    assert [thirds.place(one) for one in (0.0, 1.0, 2.0, 3.0)] == [0, 1, 1, 2]


def test_nothing_cannot_be_cut() -> None:
    with pytest.raises(ValueError, match="no values"):
        cut_thirds([], 0, is_money=False)


def test_names_of_classes() -> None:
    assert (name_class(0, 0), name_class(2, 0), name_class(2, 2)) == ("A1", "C1", "C3")


@LAWS
@given(VALUES)
def test_a_higher_value_is_never_in_a_lower_class(values: list[float]) -> None:
    for is_money in (False, True):
        thirds = cut_thirds(values, 0, is_money=is_money)
        places = [thirds.place(value) for value in sorted(values)]
        assert places == sorted(places)
        assert set(places) <= {0, 1, 2}
    assert cut_thirds(values, 0, is_money=False).place(min(values)) == 0
    assert all((cut_thirds(values, 0, is_money=True).place(value) == 0) == (value == 0) for value in values)
