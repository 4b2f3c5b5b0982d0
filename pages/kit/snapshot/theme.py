"""The look of the live atlas for the snapshot: colours and fonts of .streamlit/config.toml, under the names that the figures know."""

import base64
import tomllib
from pathlib import Path
from typing import Any

from pages.kit import router

_CONFIG = router.PAGES_FOLDER.parent / ".streamlit" / "config.toml"
_COLOURS = {
    "--st-primary-color": "primaryColor",
    "--st-background-color": "backgroundColor",
    "--st-secondary-background-color": "secondaryBackgroundColor",
    "--st-text-color": "textColor",
    "--st-border-color": "borderColor",
    "--st-link-color": "linkColor",
}


def write_style() -> str:
    """Return the style sheet of fonts and colours, light and dark; fonts stand in it, since some browsers load none beside a file."""
    theme: dict[str, Any] = tomllib.loads(_CONFIG.read_text(encoding="utf-8"))["theme"]
    fonts = f"--st-font: {theme['font']}; --st-heading-font: {theme['headingFont']}; --st-base-radius: {theme['baseRadius']};"
    light, dark = (_write_colours(theme[one], one) for one in ("light", "dark"))
    return "\n".join(
        (
            *map(_write_face, theme["fontFaces"]),
            f":root {{ {fonts} {light} }}",
            f"@media (prefers-color-scheme: dark) {{ :root:not([data-theme]) {{ {dark} }} }}",
            f':root[data-theme="dark"] {{ {dark} }}',
            f"@media print {{ :root, :root[data-theme] {{ {light} }} }}",
            "",
        )
    )


def _write_colours(colours: dict[str, str], scheme: str) -> str:
    return " ".join((f"color-scheme: {scheme};", *(f"{name}: {colours[key]};" for name, key in _COLOURS.items())))


def _write_face(face: dict[str, str]) -> str:
    path: Path = router.STATIC_FOLDER.parent / face["url"].removeprefix("app/")
    content = base64.b64encode(path.read_bytes()).decode()
    return (
        f'@font-face {{ font-family: "{face["family"]}"; font-weight: {face["weight"]}; font-display: swap; '
        f'src: url("data:font/woff2;base64,{content}") format("woff2"); unicode-range: {face["unicodeRange"]}; }}'
    )
