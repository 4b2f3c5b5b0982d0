"""Texts as a file can hold them: without the characters that XML has no place for."""

import re

# Control characters but tab and line feed, lone halves of a pair, and two marks that are no characters.
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def clean(text: object) -> str:
    """Return a text without characters that no slide can show."""
    return _UNFIT.sub("", str(text).replace("\r\n", "\n").replace("\r", "\n"))
