"""What comes out: equal, within rounding, within the words; and nothing beyond."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.rounding import make_room
from data.seeds import Row

WORDINGS: dict[str, Row] = {
    "plain": {"rule": "nearest", "room_pct": "0"},
    "about": {"rule": "nearest", "room_pct": "10"},
    "almost": {"rule": "below", "room_pct": "5"},
    "at_least": {"rule": "at_least", "room_pct": "0"},
    "more_than": {"rule": "more_than", "room_pct": "0"},
    "less_than": {"rule": "less_than", "room_pct": "0"},
}


def holds(printed: str, wording: str, value: float, precision: float = 0) -> bool:
    return make_room({"figure_id": "one", "published_printed": printed}, WORDINGS[wording]).holds(value, precision)


@pytest.mark.parametrize(
    ("printed", "wording", "inside", "outside"),
    [
        ("83", "plain", (82.5, 83, 83.5), (82.4, 83.6)),
        ("2.35", "plain", (2.345, 2.355), (2.3, 2.36)),
        ("nine", "plain", (8.5, 9.5), (8.4,)),
        ("30", "about", (27, 33), (26.9, 33.1)),
        ("30", "almost", (28.5, 29.9, 30), (28.4, 30.1)),
        ("four", "at_least", (4, 5), (3,)),
        ("majority", "more_than", (50.1,), (50, 49)),
        ("one tenth", "less_than", (9.9, 0), (10, 11)),
    ],
)
def test_words_and_digits_give_this_room_and_no_more(
    printed: str, wording: str, inside: tuple[float, ...], outside: tuple[float, ...]
) -> None:
    assert all(holds(printed, wording, value) for value in inside)
    assert not any(holds(printed, wording, value) for value in outside)


def test_a_number_that_is_itself_rounded_is_known_no_better() -> None:
    assert holds("2.35", "plain", 2.3, precision=0.05)
    assert not holds("2.35", "plain", 2.2, precision=0.05)


@given(st.integers(0, 10_000), st.integers(0, 2))
def test_every_number_that_rounds_to_the_printed_one_comes_out_and_the_next_does_not(
    digits: int, decimals: int
) -> None:
    unit = 10.0**-decimals
    printed = f"{digits * unit:.{decimals}f}"
    assert holds(printed, "plain", digits * unit + 0.49 * unit)
    assert holds(printed, "plain", digits * unit - 0.49 * unit)
    assert not holds(printed, "plain", digits * unit + 0.51 * unit)
    assert not holds(printed, "plain", digits * unit - 0.51 * unit)


def test_a_figure_without_a_number_is_refused() -> None:
    with pytest.raises(ValueError, match='"one" has no number'):
        make_room({"figure_id": "one", "published_printed": ""}, WORDINGS["plain"])
