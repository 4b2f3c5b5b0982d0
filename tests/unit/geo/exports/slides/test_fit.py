"""Texts in boxes: nothing is lost, lines are as wide as the box at most, and names of points do not cover each other."""

from hypothesis import given
from hypothesis import strategies as st

from geo.exports.slides import fit
from geo.exports.slides.clean import clean
from geo.exports.slides.content import Point
from geo.exports.slides.look import Box
from geo.exports.slides.numbers import make_ends, share_axis, write_axis, write_number
from geo.exports.slides.places import Plane, place_names

TEXTS = st.text(st.characters(min_codepoint=32, max_codepoint=0x24F), max_size=200)


@given(TEXTS, st.floats(8, 40), st.floats(1, 12))
def test_wrapping_loses_no_letter_and_no_line_is_too_wide(text: str, points: float, width: float) -> None:
    lines = fit.wrap(text, points, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(fit.measure(line, points) <= width for line in lines if len(line) > 1)


def test_a_text_takes_the_largest_size_that_fits() -> None:
    assert fit.fit("Short", 10, 1, (28.0, 20.0)).points == 28
    long = fit.fit("many words " * 60, 10, 1, (28.0, 20.0))
    assert long.points == 20
    assert long.height > 1, "it grows beyond its box rather than being cut"


@given(st.lists(st.floats(-1e6, 1e6, allow_nan=False).map(lambda one: round(one, 4)), min_size=1, max_size=8))
def test_ends_of_an_axis_hold_every_value(values: list[float]) -> None:
    low, high = make_ends([0.0, *values])
    assert low <= min(values) + 1e-9 * abs(low)
    assert high >= max(values) - 1e-9 * abs(high)
    assert low < high


def test_an_axis_has_the_decimals_that_its_steps_need() -> None:
    assert write_axis("#,##0.0,,", (0, 50_000_000)) == "#,##0,,"
    assert write_axis("#,##0.00", (-0.8, 1.6)) == "#,##0.0"
    assert share_axis(0, 100) == 20
    assert write_number(1234567.89, "#,##0.0,,") == "1.2"
    assert write_number(-0.5, "#,##0.00") == "−0.50"


def test_names_never_meet_and_a_quiet_one_is_not_written() -> None:
    plane = Plane((0, 10), (0, 10), (False, False), Box(1, 1, 10, 5))
    crowd = [Point(f"A long name {at}", 5, 5) for at in range(8)]
    sides = place_names([*crowd, Point("Quiet", 1, 1, is_quiet=True)], plane, 11)
    assert 0 < len(sides) < len(crowd)
    assert len(set(sides.values())) == len(sides), "four sides of one place take four names"


def test_characters_without_a_place_in_a_file_are_left_out() -> None:
    assert clean("a\x00b\x1b\ud800\uffff\r\nc\té") == "ab\nc\té"
