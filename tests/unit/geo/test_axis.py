"""Axes: round ticks, every value between the ends, no logarithm of what has none."""

from hypothesis import given
from hypothesis import strategies as st

from geo.figures.axis import MOST_LOG_TICKS, ZERO_BAND, make_axis
from tests.strategies import LAWS

VALUES = st.lists(st.floats(-1000, 100_000, allow_nan=False).map(lambda one: round(one, 2)), min_size=1, max_size=33)


def test_a_linear_axis_of_rates_starts_at_zero_and_has_round_ticks() -> None:
    axis = make_axis([3.7, 45.1, 91.6], "linear")
    assert (axis.kind, axis.low, axis.high) == ("linear", 0, 100)
    assert [tick.text for tick in axis.ticks] == ["0", "20", "40", "60", "80", "100"]


def test_scores_keep_a_real_minus_sign_and_stay_linear() -> None:
    axis = make_axis([-1.62, 0.0, 1.37], "log")
    assert axis.kind == "linear"
    assert [tick.text for tick in axis.ticks][:2] == ["\N{MINUS SIGN}2.0", "\N{MINUS SIGN}1.5"]


def test_a_logarithmic_axis_has_steps_of_one_two_and_five() -> None:
    axis = make_axis([3.7, 91.6], "log")
    assert (axis.kind, axis.has_zero_band) == ("log", False)
    assert [tick.text for tick in axis.ticks] == ["2", "5", "10", "20", "50", "100"]
    assert axis.share(2) == 0
    assert axis.share(100) == 1


def test_zero_money_stands_in_a_band_of_its_own() -> None:
    axis = make_axis([0.0, 3.3, 114.6], "log")
    assert axis.kind == "log_zero"
    assert (axis.ticks[0].text, axis.ticks[0].at) == ("0", ZERO_BAND / 2)
    assert axis.share(axis.low) == ZERO_BAND
    assert axis.share(0) < axis.share(3.3) < axis.share(114.6)


def test_what_has_no_room_stands_at_the_end_and_is_known_to_be_beyond() -> None:
    axis = make_axis([73.0, 395.0], "linear")
    assert axis.share(1589) == 1
    assert axis.is_beyond(1589)
    assert not axis.is_beyond(395)


def test_no_values_make_an_axis_without_numbers() -> None:
    assert make_axis([], "log").ticks == ()


@LAWS
@given(VALUES, st.sampled_from(["linear", "log"]))
def test_every_value_has_its_place_in_the_order_of_values(values: list[float], scale: str) -> None:
    axis = make_axis(values, scale)
    shares = [axis.share(value) for value in sorted(values)]
    assert shares == sorted(shares)
    assert all(0 <= share <= 1 for share in shares)
    assert not any(axis.is_beyond(value) for value in values)
    assert (axis.kind == "linear") == (scale == "linear" or min(values) < 0 or max(values) <= 0)


@LAWS
@given(VALUES, st.sampled_from(["linear", "log"]))
def test_ticks_stand_in_order_and_are_told_apart(values: list[float], scale: str) -> None:
    ticks = make_axis(values, scale).ticks
    places = [tick.at for tick in ticks]
    assert places == sorted(set(places))
    assert len({tick.text for tick in ticks}) == len(ticks)
    assert 2 <= len(ticks) <= max(MOST_LOG_TICKS, 9) + 1
