"""How languages write numbers, dates and lists."""

from datetime import date

import pytest

from geo.messages import speaking
from geo.spelling import (
    collate,
    count_form,
    format_day,
    format_decimals,
    format_month,
    format_number,
    join_clauses,
    list_all,
    list_any,
    lower_start,
    name_value,
    read_number,
)


@pytest.mark.parametrize(
    ("language", "written"),
    [("en", "−1,234.5"), ("es", "−1234,5"), ("pt", "−1.234,5"), ("fr", "−1\N{NO-BREAK SPACE}234,5")],
)
def test_numbers(language: str, written: str) -> None:
    with speaking(language):
        assert format_number(-1234.5, 1) == written
        assert format_decimals("−1,234.5") == written
        assert "−" not in format_number(-0.01, 1), "a rounded nothing has no sign"
        assert "\N{NARROW NO-BREAK SPACE}" not in format_number(1e9, 0), "the fonts do not have it"


def test_spanish_sets_thousands_apart_with_a_space_from_five_digits_on() -> None:
    with speaking("es"):
        assert [format_number(one, 0) for one in (1589, 9999.6, 1234567)] == [
            "1589",
            "10\N{NO-BREAK SPACE}000",
            "1\N{NO-BREAK SPACE}234\N{NO-BREAK SPACE}567",
        ]
        assert read_number(format_number(12345.5, 1)) == 12345.5


@pytest.mark.parametrize(
    ("language", "ones"),
    [("en", ()), ("es", ("1,0",)), ("pt", ("0,9", "1,0", "1,9")), ("fr", ("0,9", "1,0", "1,9"))],
)
def test_decimal_amounts_have_the_form_of_their_language(language: str, ones: tuple[str, ...]) -> None:
    with speaking(language):
        written = [format_number(one, 1) for one in (0.9, 1, 1.9, 1.96, -2.4, 12345.6)]
        assert tuple(one for one in written if count_form(one) == 1) == ones


def test_signs_between_words_are_those_of_the_language() -> None:
    assert name_value("A", "1") == "A: 1"
    assert join_clauses(["A", "B", "C"]) == "A; B; C"
    assert not join_clauses([])
    with speaking("fr"):
        assert name_value("A", "1") == "A\N{NO-BREAK SPACE}: 1"
        assert join_clauses(["A", "B", "C"]) == "A\N{NO-BREAK SPACE}; B\N{NO-BREAK SPACE}; C"


@pytest.mark.parametrize(
    ("language", "name", "inside"),
    [("en", "ISO 3166-1", "ISO 3166-1"), ("en", "Homicide rate", "homicide rate"), ("es", "Estado de derecho", "Estado de derecho"),
     ("fr", "État de droit", "État de droit"), ("fr", "Taux", "taux")],
)  # fmt: skip
def test_names_begin_small_inside_a_sentence(language: str, name: str, inside: str) -> None:
    with speaking(language):
        assert lower_start(name) == inside


@pytest.mark.parametrize(
    ("language", "day", "month"),
    [
        ("en", "3 May 2012", "May 2012"),
        ("es", "3 de mayo de 2012", "mayo de 2012"),
        ("pt", "3 de maio de 2012", "maio de 2012"),
        ("fr", "3 mai 2012", "mai 2012"),
    ],
)
def test_dates(language: str, day: str, month: str) -> None:
    with speaking(language):
        assert format_day(date(2012, 5, 3)) == day
        assert format_month(date(2012, 5, 3)) == month


def test_lists() -> None:
    assert list_all(["A", "B", "C"]) == "A, B and C"
    assert list_any(["A", "B"]) == "A or B"
    with speaking("fr"):
        assert list_all(["A", "B", "C"]) == "A, B et C"


@pytest.mark.parametrize(
    ("parts", "both", "either"),
    [
        (("Francia", "Italia"), "Francia e Italia", "Francia o Italia"),
        (("Guatemala", "Honduras"), "Guatemala y Honduras", "Guatemala u Honduras"),
        (("Perú", "Haití"), "Perú y Haití", "Perú o Haití"),
        (("agua", "hielo"), "agua y hielo", "agua o hielo"),
        (("Chile",), "Chile", "Chile"),
        (("Justicia y Interior",), "Justicia y Interior", "Justicia y Interior"),
        (("Bolivia", "Isla y Mar"), "Bolivia e Isla y Mar", "Bolivia o Isla y Mar"),
        (("7", "8"), "7 y 8", "7 u 8"),
    ],
)
def test_spanish_lists_sound_right(parts: tuple[str, ...], both: str, either: str) -> None:
    with speaking("es"):
        assert list_all(parts) == both
        assert list_any(parts) == either
    assert " e " not in list_all(parts)


def test_names_sort_without_accents() -> None:
    assert sorted(["Zoé", "Équateur", "Fidji"], key=collate) == ["Équateur", "Fidji", "Zoé"]
