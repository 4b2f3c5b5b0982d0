"""The style of the page around the figures: written into the page that everything is drawn in, so that no run has to send it.

It stands in the body, after what Streamlit writes into the head, and so has the last word where both say the same of an element.
"""

from pathlib import Path

_FOLDER = Path(__file__).parent
# How the parts of a page lie on the screen, what is made legible in them, and how they lie on paper; in a frame of another page, how much
# room its figures have.
_PAGE, _FRAME = ("layout.css", "legible.css", "print.css"), ("legible.css", "framed.css")
_PAGE_STYLE, _FRAME_STYLE = (
    f"<style>{''.join((_FOLDER / name).read_text(encoding='utf-8') for name in names)}</style>"
    for names in (_PAGE, _FRAME)
)


def write(*, is_frame: bool) -> str:
    """Return the style as HTML, for the page itself or for a view in a frame of another page."""
    return _FRAME_STYLE if is_frame else _PAGE_STYLE
