"""Percentiles, slopes and quarters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bench.numbers import growth, median, percentile, share, slope

FIGURES = st.lists(st.floats(0, 1e6), min_size=1, max_size=30)


def test_a_percentile_lies_between_its_neighbours_in_proportion() -> None:
    assert percentile([30, 10, 20], 50) == 20
    assert percentile([0, 10], 95) == 9.5
    assert percentile([7], 95) == 7


@given(FIGURES)
def test_percentiles_rise_and_stay_within_what_was_measured(figures: list[float]) -> None:
    assert (
        min(figures) == percentile(figures, 0) <= median(figures) <= percentile(figures, 95) <= percentile(figures, 100)
    )
    assert percentile(figures, 100) == max(figures)


def test_nothing_measured_has_no_percentile() -> None:
    with pytest.raises(ValueError, match="nothing was measured"):
        percentile([], 50)


def test_the_slope_is_the_growth_of_each_more() -> None:
    assert slope([(10, 25.0), (100, 70.0), (300, 170.0)]) == pytest.approx(0.5)
    with pytest.raises(ValueError, match="no slope"):
        slope([(10, 1.0), (10, 3.0)])


def test_growth_compares_the_last_quarter_with_the_first() -> None:
    assert growth([100, 100, 130, 90, 100, 100, 110, 110]) == pytest.approx(1.1)
    assert growth([5, 1, 1, 5]) == 1
    with pytest.raises(ValueError, match="no quarters"):
        growth([1, 2, 3])


def test_a_share_of_nothing_is_no_number() -> None:
    assert share(1, 4) == 0.25
    with pytest.raises(ValueError, match="nothing to compare"):
        share(1, 0)
