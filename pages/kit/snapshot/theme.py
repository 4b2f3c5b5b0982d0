"""The look of the live atlas for the snapshot: colours and fonts of .streamlit/config.toml, under the names that the figures know."""

import base64
from pathlib import Path

from pages.kit import router
from pages.kit.theme import COLOURS, load_theme, write_face


def write_style() -> str:
    """Return the style sheet of fonts and colours, light and dark; fonts stand in it, since some browsers load none beside a file."""
    theme = load_theme()
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
    return " ".join((f"color-scheme: {scheme};", *(f"{name}: {colours[key]};" for name, key in COLOURS.items())))


def _write_face(face: dict[str, str]) -> str:
    path: Path = router.STATIC_FOLDER.parent / face["url"].removeprefix("app/")
    content = base64.b64encode(path.read_bytes()).decode()
    return write_face(face, f"data:font/woff2;base64,{content}")
