"""Text that Streamlit reads as Markdown, made to show as it is."""

# Signs that mean something inside a line; texts are never put at the start of one, where more would.
_MARKS = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]#|~<>$:&."})


def escape(text: str) -> str:
    """Return text in which no character is a mark: what a link or a document holds is shown, never followed or drawn."""
    return text.translate(_MARKS)
