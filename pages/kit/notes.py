"""Notes under a figure: unit, year, source, coverage, and what may not be concluded."""

from collections.abc import Iterable

import streamlit as st

from geo.messages import say
from pages.kit import markdown


def reading(notes: Iterable[str]) -> None:
    """Show the notes of a view as a list."""
    st.subheader(say("Reading this"), anchor=False)
    st.markdown("\n".join(f"- {markdown.escape(note)}" for note in notes))
