"""The messages of component scripts in each language, put before them."""

import json

from geo.messages import ENGLISH, find_catalogue
from geo.script_messages import list_counted, list_messages


def write_words(script: str, language: str) -> str:
    """Return the line that gives a script its words in a language: by their English text; counted ones as a list of forms."""
    if language == ENGLISH:
        return 'const LANGUAGE = "en", WORDS = {};\n'
    catalogue = find_catalogue(language)
    words: dict[str, str | list[str]] = {text: catalogue.gettext(text) for text in list_messages(script)}
    words |= {one: [catalogue.ngettext(one, many, number) for number in (1, 2)] for one, many in list_counted(script)}
    return f"const LANGUAGE = {json.dumps(language)}, WORDS = {json.dumps(words, ensure_ascii=False)};\n"
