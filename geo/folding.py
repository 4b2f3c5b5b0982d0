"""Text as a search compares it: accents and case ignored."""

import unicodedata


def fold(text: str) -> str:
    """Return a text in lower case without accents, so that "Región" is found by "region"."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))
