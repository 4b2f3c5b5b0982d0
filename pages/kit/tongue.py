"""Which language a visitor reads: the one that the link names, else the one of their browser."""

import streamlit as st

from geo import messages
from geo.messages import ENGLISH, LANGUAGES
from pages.kit.parameters import LANGUAGE as PARAMETER

# Characters of an Accept-Language that are read: a browser's has some 60, and anyone can send more to every page.
_READ = 400
_CHOSEN = "atlas_language"


def choose(asked: str | None, accepted: str | None) -> str:
    """Return the language of a link (`lang`) if the atlas has it, else the first of a browser's Accept-Language, else English."""
    if asked in LANGUAGES:
        return asked
    return next((one for one in _rank((accepted or "").lower()) if one in LANGUAGES), ENGLISH)


def take_up() -> None:
    """Speak the visitor's language: first thing in every run, and in a part of a page that runs alone."""
    asked = st.query_params.get(PARAMETER)
    if asked not in LANGUAGES:
        asked = st.session_state.get(_CHOSEN)
    language = choose(asked, st.context.headers.get("Accept-Language"))
    st.session_state[_CHOSEN] = language
    messages.speak(language)


def _rank(accepted: str) -> list[str]:
    """The languages of an Accept-Language header, the most wanted first."""
    wanted = []
    for index, part in enumerate(accepted[:_READ].split(",")):
        tag, _, said = (one.strip() for one in part.partition(";"))
        try:
            weight = float(said.removeprefix("q=") or 1)
        except ValueError:
            continue
        if 0 < weight <= 1:
            wanted.append((-weight, index, tag))
    # "es-MX" is Spanish, and before the "en" after it.
    return [one for _, _, tag in sorted(wanted) for one in (tag, tag.split("-")[0])]
