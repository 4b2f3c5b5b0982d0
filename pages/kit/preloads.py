"""What a browser should fetch while Streamlit's own page starts: named in the page's head, so that it is there when it is asked for.

Without these lines each is found only when what needs it has come: the scripts of Streamlit's widgets after the first answer over the
WebSocket, those of the figures after them, the shapes of the map after its script. On a line of 40 ms each such step is 40 ms.
"""

from pathlib import Path

import streamlit

from geo.map_file import find_map_file
from geo.messages import cached
from pages.kit import components, router

_SCRIPTS = Path(streamlit.__file__).parent / "static" / "static" / "js"
# Streamlit's parts that stand on nearly every page of the atlas; their files carry a hash.
_PARTS = ("BidiComponent", "Html", "Button", "Selectbox", "Multiselect")
_FONTS = ("public-sans-latin-wght-normal.woff2", "source-serif-4-latin-wght-normal.woff2")
# The figures that a page opens with whatever is chosen on it, by slug, the one that its view is known by first.
_FIGURES = {
    **dict.fromkeys(("overview", "violence", "prisons", "commitments"), ("map", "ranking", "table")),
    "alliances": ("map", "setlist"),
    "compare": ("scatter", "map"),
    "need": ("ranking", "table"),
    "reconciliation": ("gap_strip", "table"),
    "context": ("signed_bars",),
    "gaps": ("matrix", "table"),
    "sources": ("table",),
}
# A frame has the flat map in place of the 3D view, which is no component.
_FRAMED = {slug: kinds[:1] for slug, kinds in _FIGURES.items()} | {"need": ("map",)}


def write_links(path: str, *, is_frame: bool = False, figure: str = "") -> str:
    """Return the lines for the head of the page at a path, in the current language; in a frame, `figure` is what the link asks for."""
    return _write(() if figure and is_frame else list_kinds(find_slug(path), is_frame=is_frame))


def find_slug(path: str) -> str:
    """Return the last part of a path, which names a page; the first page lies at the root."""
    return path.rstrip("/").rpartition("/")[2] or router.PAGES[0].slug


def list_kinds(slug: str, *, is_frame: bool = False) -> tuple[str, ...]:
    """Return the kinds of components that a page opens with; in a frame, where nothing is searched, that of its first figure."""
    return _FRAMED.get(slug, ()) if is_frame else ("search", *_FIGURES.get(slug, ()))


@cached
def _write(kinds: tuple[str, ...]) -> str:
    parts = [f"static/js/{path.name}" for part in _PARTS for path in sorted(_SCRIPTS.glob(f"{part}.*.js"))]
    scripts = [*parts, *(components.find_script(kind) for kind in kinds)]
    modules = [f'<link rel="modulepreload" href="./{one}">' for one in scripts]
    fonts = [
        f'<link rel="preload" as="font" type="font/woff2" href="./app/static/fonts/{one}" crossorigin>'
        for one in _FONTS
    ]
    shapes = (
        f'<link rel="preload" as="fetch" href="./app/static/{find_map_file().name}" crossorigin>'
        if "map" in kinds
        else ""
    )
    return "".join([*modules, *fonts, shapes])
