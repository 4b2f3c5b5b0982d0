"""The browser components: map, ranking, table, country card and bars, from the JavaScript and CSS files beside this one.

Each takes a plain dictionary and reports what was picked: `on_pick` runs when something is clicked or chosen with
Enter, and `st.session_state[key].picked` then holds its id, or "" when the choice was cleared.

Streamlit sends a component's script again with every change of its data. So what it gets here is only a loader; the
script itself has an address with its content's hash (`ASSETS`), which a browser fetches once and keeps.
"""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

FOLDER = Path(__file__).parent
ADDRESS = "figures"

# File name with hash -> script, for the server to answer with.
ASSETS: dict[str, str] = {}

_LOADER = """
const loading = import(new URL("%s", document.baseURI));
export default function (component) {
  let cleanUp;
  loading.then((script) => { cleanUp = script.show(component); }, () => {
    component.parentElement.textContent = "This figure could not be loaded. Reload the page to try again.";
  });
  return () => cleanUp?.();
}
"""

# The style of a component goes into its shadow root once, as a sheet that all its instances share.
_FRAME = """%s
const sheet = new CSSStyleSheet();
sheet.replaceSync(%s);
export function show(component) {
  const root = component.parentElement;
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  return render(component);
}
"""


def _register(name: str, *parts: str) -> ComponentRenderer:
    """The mounting command of the component in NAME.css and NAME.js; `parts` are scripts that NAME.js builds on."""
    scripts = "\n".join((FOLDER / f"{stem}.js").read_text(encoding="utf-8") for stem in (*parts, name))
    css = (FOLDER / f"{name}.css").read_text(encoding="utf-8")
    asset = _FRAME % (scripts.replace("export default function (", "function render("), json.dumps(css))
    file_name = f"{name}-{hashlib.sha256(asset.encode()).hexdigest()[:10]}.js"
    ASSETS[file_name] = asset
    return st.components.v2.component(f"atlas_{name}", js=_LOADER % f"{ADDRESS}/{file_name}", isolate_styles=True)


_MAP = _register("map", "map_zoom", "map_draw", "map_parts", "map_paint")
_RANKING = _register("ranking")
_TABLE = _register("table")
_CARD = _register("card")
_BARS = _register("bars")


# What most rows say is left out on the way to the browser, which puts it back: every rerun sends every row.
_USUAL_AREA = {"status": "ok", "in": True, "member": False, "lines": []}
_USUAL_ROW = {"status": "ok", "in": True, "member": False}


def _slim(row: dict[str, Any], usual: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in usual or value != usual[name]}


def _slim_cell(cell: Any) -> Any:
    """A number whose text is the number itself goes as text alone."""
    is_number = isinstance(cell, dict) and cell["v"] is not None and cell["t"] == f"{cell['v']:g}"
    return cell["t"] if is_number else cell


def country_map(data: dict[str, Any], key: str, on_pick: Callable[[], None]) -> None:
    """Draw the choropleth of the 33 countries with its legend; zoom and focus outlive every change of `data`."""
    areas = {area_id: _slim(area, _USUAL_AREA) for area_id, area in data["areas"].items()}
    _MAP(data=data | {"areas": areas, "usual": _USUAL_AREA}, key=key, on_picked_change=on_pick)


def ranking(data: dict[str, Any], key: str, on_pick: Callable[[], None]) -> None:
    """Draw the countries as bars in order, with reference lines, and those without a value listed below."""
    colours = list(dict.fromkeys((row["light"], row["dark"]) for row in data["rows"]))
    rows = [_slim(row, _USUAL_ROW) | {"colour": colours.index((row["light"], row["dark"]))} for row in data["rows"]]
    for row in rows:
        del row["light"], row["dark"]
    slim = {"rows": rows, "usual": _USUAL_ROW, "colours": [{"light": light, "dark": dark} for light, dark in colours]}
    _RANKING(data=data | slim, key=key, on_picked_change=on_pick)


def table(data: dict[str, Any], key: str, on_pick: Callable[[], None]) -> None:
    """Draw a table that sorts in the browser; scroll and sort order outlive every change of `data`."""
    rows = [_slim(row, _USUAL_ROW) | {"cells": [_slim_cell(cell) for cell in row["cells"]]} for row in data["rows"]]
    _TABLE(data=data | {"rows": rows}, key=key, on_picked_change=on_pick)


def country_card(data: dict[str, Any], key: str, on_pick: Callable[[], None]) -> None:
    """Draw everything known of one country, each number with its source; its close button picks ""."""
    _CARD(data=data, key=key, on_picked_change=on_pick)


def bars(data: dict[str, Any], key: str) -> None:
    """Draw a breakdown as bars of segments with their legend and total."""
    _BARS(data=data, key=key)
