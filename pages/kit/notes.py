"""Notes under a figure: unit, year, source, coverage, and what may not be concluded."""

from collections.abc import Iterable

import streamlit as st


def reading(notes: Iterable[str]) -> None:
    """Show the notes of a view as a list."""
    st.subheader("Reading this", anchor=False)
    st.markdown("\n".join(f"- {_escape(note)}" for note in notes))


def _escape(text: str) -> str:
    """Markdown reads some characters of the documents as marks; a reader should see them."""
    for character in "\\*_[]$#~<>|":
        text = text.replace(character, f"\\{character}")
    return text
