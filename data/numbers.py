"""Printed text to numbers: the only code that turns what a document prints into a value."""

import re
from dataclasses import dataclass

_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
NUMBER_WORDS = {word: float(number) for number, word in enumerate(_WORDS)} | {"twenty": 20.0, "one hundred": 100.0}
# Parts of a whole that running text spells out, in per cent.
SHARE_WORDS = {"one tenth": 10.0, "majority": 50.0}
NOT_REPORTED_MARKS = frozenset({"", "---"})


@dataclass(frozen=True)
class NumberFormat:
    """The marks that one printed column uses; a mark may be several characters, each of them allowed."""

    decimal_marks: str = "."
    thousand_mark: str = ""

    def describe(self) -> str:
        """Return the format in words, for error messages."""
        decimal = " or ".join(f'"{mark}"' for mark in self.decimal_marks) or "none"
        thousand = f'"{self.thousand_mark}"' if self.thousand_mark else "none"
        return f"a number (decimal mark: {decimal}, thousand mark: {thousand})"


def parse_number(printed: str, number_format: NumberFormat) -> float | None:
    """Return the value of a printed number, or None where the cell says "not reported".

    Small numbers and shares that running text spells out ("seven per cent", "one tenth") are read too; shares in per cent. Raises ValueError for
    text that is not a number in this format: a second decimal mark,
    a thousand group that has not three digits, a mark that the column does not use.
    """
    text = printed.strip()
    if text in NOT_REPORTED_MARKS:
        return None
    words = NUMBER_WORDS | SHARE_WORDS
    if text.lower() in words:
        return words[text.lower()]
    if not _pattern(number_format).fullmatch(text):
        raise ValueError(f'"{printed}" is not {number_format.describe()}')
    if number_format.thousand_mark:
        text = text.replace(number_format.thousand_mark, "")
    for mark in number_format.decimal_marks:
        text = text.replace(mark, ".")
    return float(text)


def _pattern(number_format: NumberFormat) -> re.Pattern[str]:
    whole = r"\d+"
    if number_format.thousand_mark:
        whole = rf"\d{{1,3}}(?:{re.escape(number_format.thousand_mark)}\d{{3}})+|\d+"
    fraction = ""
    if number_format.decimal_marks:
        fraction = rf"(?:[{re.escape(number_format.decimal_marks)}]\d+)?"
    return re.compile(rf"-?(?:{whole}){fraction}")
