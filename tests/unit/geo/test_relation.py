"""Rank correlation: hand-computed values, the laws that it must keep, and silence where there is too little."""

from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.relation import LEAST, Correlation, relate
from tests.strategies import LAWS

TEN = [float(number) for number in range(1, 11)]
PAIRS = st.lists(st.tuples(st.integers(-50, 50), st.integers(-50, 50)), min_size=LEAST, max_size=33)


def correlate(across: list[float], upwards: list[float]) -> Correlation:
    found = relate(across, upwards).correlation
    assert found is not None
    return found


def split(pairs: list[tuple[int, int]]) -> tuple[list[float], list[float]]:
    return [float(one) for one, _ in pairs], [float(other) for _, other in pairs]


def test_two_neighbours_swapped_cost_what_the_formula_says() -> None:
    # Without ties: 1 - 6 * sum(d^2) / (n (n^2 - 1)) = 1 - 6 * 2 / 990.
    swapped = [2.0, 1.0, *TEN[2:]]
    assert isclose(correlate(TEN, swapped).rho, 1 - 12 / 990)


def test_the_interval_is_that_of_bonett_and_wright() -> None:
    # d = 1,-1,1,-1,... ten times: sum(d^2) = 10, rho = 1 - 60/990 = 0.93939; z = 1.73290, error = sqrt((1 + rho^2/2) / 7) = 0.45373.
    swapped = [2.0, 1.0, 4.0, 3.0, 6.0, 5.0, 8.0, 7.0, 10.0, 9.0]
    found = correlate(TEN, swapped)
    assert isclose(found.rho, 0.9393939, abs_tol=1e-6)
    assert found.interval is not None
    assert [round(end, 3) for end in found.interval] == [0.688, 0.990]
    assert found.is_clear


def test_ties_share_the_mean_of_their_places() -> None:
    # Upwards nine tied at rank 5 and one at 10: squares of the deviations add up to 82.5 and 22.5, their products to 22.5.
    upwards = [0.0] * 9 + [1.0]
    assert isclose(correlate(TEN, upwards).rho, 22.5 / (82.5 * 22.5) ** 0.5)


def test_a_perfect_order_has_no_interval_and_is_clear() -> None:
    assert relate(TEN, TEN).correlation == Correlation(1.0, 10, None)
    reverse = correlate(TEN, TEN[::-1])
    assert isclose(reverse.rho, -1)
    assert reverse.interval is None
    assert reverse.is_clear


@pytest.mark.parametrize(
    ("n", "sentence"),
    [
        (0, "No country has both values. Below 10 no rank correlation is given."),
        (1, "1 country has both values. Below 10 no rank correlation is given."),
        (9, "9 countries have both values. Below 10 no rank correlation is given."),
    ],
)
def test_too_few_countries_give_a_sentence_and_no_number(n: int, sentence: str) -> None:
    found = relate(TEN[:n], TEN[:n])
    assert found.correlation is None
    assert found.silence == sentence


def test_equal_values_have_no_order() -> None:
    assert relate(TEN, [3.0] * 10).correlation is None
    assert "no order" in relate([3.0] * 10, TEN).silence


def test_sequences_of_different_lengths_are_refused() -> None:
    with pytest.raises(ValueError, match="make no pairs"):
        relate(TEN, TEN[:9])


@LAWS
@given(PAIRS)
def test_it_lies_between_minus_one_and_one_and_inside_its_interval(pairs: list[tuple[int, int]]) -> None:
    found = relate(*split(pairs)).correlation
    if found is None:
        return
    assert -1 <= found.rho <= 1
    assert found.n == len(pairs)
    if found.interval is not None:
        low, high = found.interval
        assert -1 <= low < found.rho < high <= 1


@LAWS
@given(PAIRS)
def test_sides_can_be_swapped_and_a_reversed_side_turns_the_sign(pairs: list[tuple[int, int]]) -> None:
    across, upwards = split(pairs)
    found, swapped = relate(across, upwards).correlation, relate(upwards, across).correlation
    turned = relate(across, [-one for one in upwards]).correlation
    if found is None:
        assert swapped is None
        assert turned is None
        return
    assert swapped is not None
    assert turned is not None
    assert isclose(found.rho, swapped.rho, abs_tol=1e-12)
    assert isclose(found.rho, -turned.rho, abs_tol=1e-12)


@LAWS
@given(PAIRS)
def test_only_the_order_counts(pairs: list[tuple[int, int]]) -> None:
    across, upwards = split(pairs)
    found = relate(across, upwards).correlation
    stretched = relate([one**3 + one for one in across], [2.0 ** (one / 10) for one in upwards]).correlation
    if found is None or stretched is None:
        assert found is stretched
        return
    assert isclose(found.rho, stretched.rho, abs_tol=1e-12)
