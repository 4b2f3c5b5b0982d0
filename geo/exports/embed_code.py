"""The HTML that puts a view into another page, made to be pasted: every text escaped, the frame allowed no more than it needs."""

from html import escape
from urllib.parse import urlencode

from geo.handout import Handout

# What a frame of the atlas needs: its own scripts and address, links that open a window of their own, and downloads.
SANDBOX = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads"
FULL_WIDTH = "100%"
# Streamlit's names of the themes; a frame without one follows the browser.
THEMES = {"light": "light_theme", "dark": "dark_theme"}


def frame_address(page: str, handout: Handout, figure: str = "", theme: str = "") -> str:
    """Return the address of a view as a frame has it; `page` is that of its page. Raises KeyError for a theme that is neither light, dark nor ""."""
    shown = {name: text for name, text in handout.parameters.items() if text}
    asked = {"figure": figure} if figure else {}
    options = {"embed_options": THEMES[theme]} if theme else {}
    return f"{page}?{urlencode(shown | asked | {'embed': 'true'} | options, safe=',/')}"


def write_frame(address: str, title: str, height: int, width: int | None = None) -> str:
    """Return the code of a frame, `height` and `width` in pixels; without a width it is as wide as the column it stands in."""
    attributes = {
        "src": address,
        "title": " ".join(title.split()),
        "width": str(width) if width else FULL_WIDTH,
        "height": str(height),
        "loading": "lazy",
        "referrerpolicy": "strict-origin-when-cross-origin",
        "sandbox": SANDBOX,
        "style": "border: 0; max-width: 100%",
    }
    lines = [f'  {name}="{escape(text, quote=True)}"' for name, text in attributes.items()]
    return "\n".join(("<iframe", *lines, "></iframe>"))
