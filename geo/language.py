"""Which language a printed title is in, so that it can be read aloud in it."""

import re

# Words that only one of the two languages has, and that no title of any length does without.
_SPANISH = frozenset(
    (
        "apoyo",
        "con",
        "de",
        "del",
        "drogas",
        "el",
        "en",
        "fase",
        "las",
        "los",
        "para",
        "programa",
        "proyecto",
        "por",
        "y",
    )
)
_ENGLISH = frozenset(
    (
        "against",
        "an",
        "and",
        "by",
        "for",
        "from",
        "in",
        "of",
        "on",
        "programme",
        "security",
        "support",
        "the",
        "to",
        "with",
    )
)


def tell_language(title: str) -> str:
    """Return "es" or "en" where the words of a title are of one language only, or an empty string where they are not."""
    words = set(re.findall(r"[^\W\d_]+", title.lower()))
    spanish, english = len(words & _SPANISH), len(words & _ENGLISH)
    if spanish and not english:
        return "es"
    if english and not spanish:
        return "en"
    return ""
