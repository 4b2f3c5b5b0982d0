"""The four browser components: map, ranking, table and country card, each from JavaScript and CSS files beside this one.

Each takes a plain dictionary and reports what was picked: `on_pick` runs when something is clicked or chosen with
Enter, and `st.session_state[key].picked` then holds its id, or "" when the choice was cleared.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

FOLDER = Path(__file__).parent


def _register(name: str, *parts: str) -> ComponentRenderer:
    """The mounting command of the component in NAME.css and NAME.js; `parts` are scripts that NAME.js builds on.

    A component is one script to Streamlit, so the parts are put before it.
    """
    scripts = (f"{stem}.js" for stem in (*parts, name))
    js = "\n".join((FOLDER / script).read_text(encoding="utf-8") for script in scripts)
    css = (FOLDER / f"{name}.css").read_text(encoding="utf-8")
    return st.components.v2.component(f"atlas_{name}", css=css, js=js, isolate_styles=True)


_MAP = _register("map", "map_zoom", "map_draw", "map_parts", "map_paint")
_RANKING = _register("ranking")
_TABLE = _register("table")
_CARD = _register("card")
_BARS = _register("bars")


def country_map(data: dict[str, Any], key: str, on_pick: Callable[[], None]) -> None:
    """Draw the choropleth of the 33 countries with its legend; zoom and focus outlive every change of `data`."""
    _MAP(data=data, key=key, on_picked_change=on_pick)


def ranking(data: dict[str, Any], key: str, on_pick: Callable[[], None]) -> None:
    """Draw the countries as bars in order, with reference lines, and those without a value listed below."""
    _RANKING(data=data, key=key, on_picked_change=on_pick)


def table(data: dict[str, Any], key: str, on_pick: Callable[[], None]) -> None:
    """Draw a table that sorts in the browser; scroll and sort order outlive every change of `data`."""
    _TABLE(data=data, key=key, on_picked_change=on_pick)


def country_card(data: dict[str, Any], key: str, on_pick: Callable[[], None]) -> None:
    """Draw everything known of one country, each number with its source; its close button picks ""."""
    _CARD(data=data, key=key, on_picked_change=on_pick)


def bars(data: dict[str, Any], key: str) -> None:
    """Draw a breakdown as bars of segments with their legend and total."""
    _BARS(data=data, key=key)
