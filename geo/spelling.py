"""How a language writes numbers, dates, lists and pairs; from CLDR, by way of Babel."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Literal
from unicodedata import combining, normalize

from babel import Locale
from babel.dates import format_date as _format_date
from babel.dates import format_skeleton
from babel.lists import format_list

from geo.messages import ENGLISH, cached, cached_up_to, current, say

# English is written as in Europe and the Caribbean: "3 May 2012", no comma before the last "and".
_LOCALES = {ENGLISH: "en_GB"}

# Thousands as Spanish sets them apart everywhere: a point means decimals from Mexico to Panama, so a space; and none in four digits.
_SPANISH_GROUP = "\N{NO-BREAK SPACE}"
_FOUR_DIGITS = re.compile(r"(?<![\d,])(\d),(\d{3})(?![\d,])")

# The word that "&" stands for in names.
AND = {ENGLISH: "and", "es": "y", "pt": "e", "fr": "et"}
# The State has a capital letter everywhere: "l'État de droit".
_ALWAYS_CAPITAL = {"es": "Estado ", "pt": "Estado ", "fr": "État "}
_SOUNDS_LIKE_Y = re.compile(r"h?[ií](?![aeou])", re.IGNORECASE)
_SOUNDS_LIKE_O = re.compile(r"h?[oó]|8|11(?!\d)", re.IGNORECASE)


@cache
def find_locale(language: str) -> Locale:
    """Return what CLDR knows of a language of the atlas."""
    return Locale.parse(_LOCALES.get(language, language))


@cached
def _marks() -> dict[int, str]:
    symbols = find_locale(current()).number_symbols["latn"]
    # The atlas's fonts have no narrow space, which CLDR puts between the thousands of French.
    group = str(symbols["group"]).replace("\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}")
    if current() == "es":
        group = _SPANISH_GROUP
    return str.maketrans({",": group, ".": str(symbols["decimal"])})


def format_number(value: float, decimals: int) -> str:
    """Return a number for reading: thousands and decimals marked as the language does, a real minus sign, fixed decimals."""
    text = f"{value:,.{decimals}f}"
    if text.startswith("-") and not text.strip("-0.,"):
        text = text[1:]
    return format_decimals(text.replace("-", "\N{MINUS SIGN}"))


def format_decimals(text: str) -> str:
    """Return a number that is written the English way ("1,234.5") as the language writes it."""
    if current() == ENGLISH:
        return text
    if current() == "es":
        text = _FOUR_DIGITS.sub(r"\1\2", text)
    return text.translate(_marks())


def find_decimal_mark() -> str:
    """Return what stands between whole numbers and decimals."""
    return _marks()[ord(".")]


def read_number(text: str) -> float:
    """Return the number that a text says as the language writes it. Raises ValueError for a text that is none."""
    return float(_make_plain(text))


@cached_up_to(4096)
def count_form(number: str) -> int:
    """Return 1 for a number, as the language writes it, that goes with a singular, else 2: "1,9 million", but "1,9 millones"."""
    return 1 if find_locale(current()).plural_form(abs(Decimal(_make_plain(number)))) == "one" else 2


def _make_plain(text: str) -> str:
    plain = text.replace(_marks()[ord(",")], "").replace(find_decimal_mark(), ".")
    return plain.replace("\N{MINUS SIGN}", "-")


def format_day(day: date) -> str:
    """Return a day in words: "3 May 2012", "3 de mayo de 2012"."""
    return _format_date(day, "long", find_locale(current()))


def format_month(day: date) -> str:
    """Return a month in words: "May 2012", "mayo de 2012"."""
    return format_skeleton("yMMMM", day, locale=find_locale(current()))


def name_value(name: str, value: str) -> str:
    """Return what is said of something after its name: "Colombia: 30.8"."""
    return say("{name}: {value}", name=name, value=value)


def join_clauses(clauses: Iterable[str]) -> str:
    """Return clauses as one text, a semicolon between each two: "A; B; C"."""
    text = ""
    for clause in clauses:
        text = say("{one}; {other}", one=text, other=clause) if text else clause
    return text


def list_all(parts: Iterable[str]) -> str:
    """Return parts as a list that means all of them: "A, B and C"."""
    return _list(list(parts), "standard")


def list_any(parts: Iterable[str]) -> str:
    """Return parts as a list that means any of them: "A, B or C"."""
    return _list(list(parts), "or")


def _list(parts: list[str], style: Literal["standard", "or"]) -> str:
    text = format_list(parts, style, find_locale(current()))
    if current() != "es" or len(parts) < 2:
        return text
    # Spanish says "e" before an i and "u" before an o, which CLDR's patterns do not know.
    last = parts[-1]
    if style == "standard" and _SOUNDS_LIKE_Y.match(last):
        return f"{text.removesuffix(f' y {last}')} e {last}"
    if style == "or" and _SOUNDS_LIKE_O.match(last):
        return f"{text.removesuffix(f' o {last}')} u {last}"
    return text


def lower_start(text: str) -> str:
    """Return a name as it stands inside a sentence: with a small letter, unless it begins with an acronym or the State."""
    if text[1:2].isupper() or text.startswith(_ALWAYS_CAPITAL.get(current(), "\0")):
        return text
    return text[:1].lower() + text[1:]


def collate(text: str) -> str:
    """Return what a text is sorted by: accents and capitals make no difference."""
    bare = (one for one in normalize("NFD", text) if not combining(one))
    return "".join(bare).casefold()
