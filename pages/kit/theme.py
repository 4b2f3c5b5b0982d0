"""The look that .streamlit/config.toml sets, for what is drawn without Streamlit: the sketch of the first map, and the snapshot."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_CONFIG = Path(__file__).parents[2] / ".streamlit" / "config.toml"
# Colours of the theme by the names under which Streamlit gives them to components.
COLOURS = {
    "--st-primary-color": "primaryColor",
    "--st-background-color": "backgroundColor",
    "--st-secondary-background-color": "secondaryBackgroundColor",
    "--st-text-color": "textColor",
    "--st-border-color": "borderColor",
    "--st-link-color": "linkColor",
}


@cache
def load_theme() -> dict[str, Any]:
    """Return the section of the theme, with its sections of light and dark. Streamlit itself changes its copy of it as it runs."""
    theme: dict[str, Any] = tomllib.loads(_CONFIG.read_text(encoding="utf-8"))["theme"]
    return theme


def write_face(face: dict[str, str], source: str) -> str:
    """Return the rule of a font face, whose file is at the address `source`."""
    return (
        f'@font-face {{ font-family: "{face["family"]}"; font-weight: {face["weight"]}; font-display: swap; '
        f'src: url("{source}") format("woff2"); unicode-range: {face["unicodeRange"]}; }}'
    )
