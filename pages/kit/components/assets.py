"""The scripts of the browser components: each put together from its JavaScript and CSS files, under an address with its content's hash.

Streamlit sends a component's script again with every change of its data. So what it gets here is only a loader; the
script itself has an address (`ASSETS`), which a browser fetches once and keeps.
"""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

from pages.kit.components.sending import Data, Figure, send

Drawing = Data | Figure

FOLDER = Path(__file__).parent
ADDRESS = "figures"

# File name with hash -> script, for the server to answer with.
ASSETS: dict[str, str] = {}

_LOADER = """const loading = import(new URL("%s", document.baseURI));
export default (component) => {
  let cleanUp;
  loading.then((script) => { cleanUp = script.show(component); },
    () => { component.parentElement.textContent = "This figure could not be loaded. Reload the page to try again."; });
  return () => cleanUp?.();
};"""

# The style of a component goes into its shadow root once, as a sheet that all its instances share.
_FRAME = """%s
const sheet = new CSSStyleSheet();
sheet.replaceSync(%s);
export function show(component) {
  const root = component.parentElement;
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  const { data } = component;
  shown.set(root, { ...component, data: data instanceof Uint8Array ? JSON.parse(new TextDecoder().decode(data)) : data });
  return render(shown.get(root));
}

// For paper all is drawn anew, in light colours and with every row, and afterwards as it was.
const shown = new Map();
for (const moment of ["beforeprint", "afterprint"]) addEventListener(moment, () => {
  for (const [root, component] of shown) root.isConnected ? render(component) : shown.delete(root);
});
"""


def register(name: str, *parts: str) -> Callable[..., Any]:
    """The mounting command of the component in NAME.css and NAME.js; `parts` are scripts that NAME.js builds on, after base.js.

    A part may have a style of its own, which NAME.css comes after; print.css is the last of every component's.
    """
    scripts = "\n".join((FOLDER / f"{stem}.js").read_text(encoding="utf-8") for stem in ("base", *parts, name))
    styles = [FOLDER / f"{stem}.css" for stem in (*parts, name, "print")]
    css = "\n".join(style.read_text(encoding="utf-8") for style in styles if style.exists() or style.stem == name)
    asset = _FRAME % (scripts.replace("export default function (", "function render("), json.dumps(css))
    file_name = f"{name}-{hashlib.sha256(asset.encode()).hexdigest()[:10]}.js"
    ASSETS[file_name] = asset
    mount = st.components.v2.component(f"atlas_{name}", js=_LOADER % f"{ADDRESS}/{file_name}", isolate_styles=True)

    def show(*, data: Drawing, **more: Any) -> Any:
        return mount(data=send(name, data), **more)

    return show


def find_script(name: str) -> str:
    """Return the address of a component's script, for one that draws others. Raises StopIteration for an unknown component."""
    return f"{ADDRESS}/{next(asset for asset in ASSETS if asset.rsplit('-', 1)[0] == name)}"
