"""Text that a spreadsheet would run is made harmless, and nothing else is touched."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.exports.safe import MARK, make_frame_safe, make_safe, runs
from geo.extract import to_csv


@pytest.mark.parametrize("text", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "-x", "-1;SUM(1)"])
def test_a_formula_gets_a_mark(text: str) -> None:
    assert runs(text)
    assert make_safe(text) == MARK + text


@pytest.mark.parametrize(
    "text", ["---", "-", "-1,38", "-0.4", "+3", "-343.55", "1=1", "Seguridad", "", "12 %", "-5%", "-1;-0.5;0;0.5"]
)
def test_a_number_and_a_dash_are_left_as_printed(text: str) -> None:
    assert make_safe(text) == text


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_no_number_is_changed(number: float) -> None:
    assert make_safe(number) == number
    assert not runs(repr(number))


@given(st.text(max_size=20))
def test_what_leaves_never_runs(text: str) -> None:
    safe = make_safe(text)
    assert not runs(safe)
    assert safe.replace(MARK, "") == text.replace(MARK, "")


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ('1;=HYPERLINK("x")', '1;\'=HYPERLINK("x")'),
        ("a; =1;b", "a;' =1;b"),
        ('a;"=1"', 'a;\'"=1"'),
        ("=1;@SUM(1)", "'=1;'@SUM(1)"),
        ("a;-1;---;b", "a;-1;---;b"),
    ],
)
def test_a_formula_behind_a_semicolon_gets_a_mark_of_its_own(text: str, safe: str) -> None:
    assert make_safe(text) == safe


def test_a_file_holds_the_marks_and_the_numbers() -> None:
    frame = pd.DataFrame({"title": ["=1+1", None], "value": [-1.5, None], "is_component": [False, None]})
    assert to_csv(frame).decode() == "title,value,is_component\n'=1+1,-1.5,false\n,,\n"
    assert make_frame_safe(frame)["value"].tolist()[0] == -1.5
    assert frame["title"][0] == "=1+1", "the view itself is not changed"
