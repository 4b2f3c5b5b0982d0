"""Printed text to numbers: each column has its marks, and a wrong mark is an error and never another number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.numbers import NOT_REPORTED_MARKS, NUMBER_WORDS, NumberFormat, parse_number

POINT = NumberFormat(decimal_marks=".")
COMMA = NumberFormat(decimal_marks=",")
BOTH = NumberFormat(decimal_marks=".,")
COMPANIES = NumberFormat(decimal_marks="", thousand_mark=".")
AMOUNT = NumberFormat(decimal_marks="", thousand_mark=",")
MILLION = NumberFormat(decimal_marks=".", thousand_mark=",")
FORMATS = (POINT, COMMA, BOTH, COMPANIES, AMOUNT, MILLION)


@pytest.mark.parametrize(
    ("printed", "number_format", "value"),
    [
        ("764,16", COMMA, 764.16),
        ("24.1", POINT, 24.1),
        ("6,9", BOTH, 6.9),
        ("23.1", BOTH, 23.1),
        ("1.200", COMPANIES, 1200),
        ("1589", COMPANIES, 1589),
        ("32,500,000", AMOUNT, 32_500_000),
        ("1,302.74", MILLION, 1302.74),
        ("-0,51", COMMA, -0.51),
        ("0,0", COMMA, 0),
        (" 7 ", BOTH, 7),
        ("seven", POINT, 7),
    ],
)
def test_a_number_is_read_with_the_marks_of_its_column(printed: str, number_format: NumberFormat, value: float) -> None:
    assert parse_number(printed, number_format) == value


@pytest.mark.parametrize("printed", sorted(NOT_REPORTED_MARKS))
@pytest.mark.parametrize("number_format", FORMATS)
def test_not_reported_is_none_and_never_zero(printed: str, number_format: NumberFormat) -> None:
    value = parse_number(printed, number_format)
    assert value is None
    assert value != 0


@pytest.mark.parametrize(
    ("printed", "number_format"),
    [
        ("764.16", COMMA),
        ("764,16", POINT),
        ("1,2,3", COMMA),
        ("1.20", COMPANIES),
        ("1.2000", COMPANIES),
        ("32,500,00", AMOUNT),
        ("1234,567", AMOUNT),
        ("1,", COMMA),
        (",5", COMMA),
        ("--5", POINT),
        ("- 5", POINT),
        ("12 %", POINT),
        ("n.d.", POINT),
        ("nan", POINT),
        ("1e5", POINT),
        ("eleventy", POINT),
    ],
)
def test_anything_else_is_refused_and_the_message_names_the_marks(printed: str, number_format: NumberFormat) -> None:
    with pytest.raises(ValueError, match="is not a number") as error:
        parse_number(printed, number_format)
    assert f'"{printed}"' in str(error.value)
    assert number_format.describe() in str(error.value)


@given(st.integers(-(10**12), 10**12))
def test_whole_numbers_survive_with_and_without_thousand_marks(number: int) -> None:
    assert parse_number(f"{number:,}", AMOUNT) == number
    assert parse_number(f"{number:,}".replace(",", "."), COMPANIES) == number
    assert parse_number(str(number), COMMA) == number


@given(st.decimals(-10_000, 10_000, places=2), st.sampled_from([(".", POINT), (",", COMMA), (".", BOTH), (",", BOTH)]))
def test_decimals_survive_whichever_mark_the_column_uses(number: object, marked: tuple[str, NumberFormat]) -> None:
    mark, number_format = marked
    value = parse_number(str(number).replace(".", mark), number_format)
    assert value == float(str(number))


@given(st.text(max_size=12), st.sampled_from(FORMATS))
def test_a_text_is_a_finite_number_or_none_or_refused(text: str, number_format: NumberFormat) -> None:
    try:
        value = parse_number(text, number_format)
    except ValueError:
        return
    if value is None:
        assert text.strip() in NOT_REPORTED_MARKS
    else:
        assert text.strip() in NUMBER_WORDS or abs(value) < float("inf")
        assert text.strip() not in NOT_REPORTED_MARKS
