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

from geo.messages import ENGLISH, LANGUAGES, current, mark, say
from pages.kit.components.sending import Figure, send
from pages.kit.components.slim import Data
from pages.kit.components.words import write_words

Drawing = Data | Figure

FOLDER = Path(__file__).parent
ADDRESS = "figures"

# File name with hash and language -> script, for the server to answer with.
ASSETS: dict[str, str] = {}
# Those of them that are components, by name.
KINDS: set[str] = set()

# What stands in place of a script that did not come.
_LOST = mark("This figure could not be loaded. Reload the page to try again.")
# It goes with every change of a figure's data, so it is short: language and words are in the page already (spoken_page.py).
_LOADER = """const { atlasLang = "%s", atlasLost } = document.documentElement.dataset;
const loading = import(new URL(`%s.${atlasLang}.js`, document.baseURI));
export default (component) => {
  let cleanUp, isOver;
  loading.then((script) => isOver || (cleanUp = script.show(component)), () => (component.parentElement.textContent = atlasLost));
  return () => ((isOver = true), cleanUp?.());
};"""

# The style of a component goes into its shadow root once, as a sheet that all its instances share.
_FRAME = """%s
const sheet = new CSSStyleSheet();
sheet.replaceSync(%s);
export function show(component) {
  const root = component.parentElement;
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  const { data } = component;
  const read = { ...component, data: data instanceof Uint8Array ? JSON.parse(new TextDecoder().decode(data)) : data };
  if (component.isSketch) return render(read); // a picture before the page (sketch.js): nobody is told, and nothing draws it anew
  shown.set(root, read);
  document.dispatchEvent(new CustomEvent("atlas-shown", { detail: { kind: "%s", root } }));
  const cleanUp = render(read);
  return () => {
    cleanUp?.();
    if (!root.isConnected) shown.delete(root);
  };
}

// What a script of the page draws ahead of the run that brings it (ahead.js).
document.addEventListener("atlas-figure", ({ detail }) => {
  if (detail.kind !== "%s") return;
  for (const [root, component] of shown) if (root.isConnected) render({ ...component, data: detail.data });
});

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
    asset = _FRAME % (scripts.replace("export default function (", "function render("), json.dumps(css), name, name)
    spoken = {language: write_words(asset, language) + asset for language in LANGUAGES}
    stem = f"{name}-{hashlib.sha256(''.join(spoken.values()).encode()).hexdigest()[:10]}"
    for language, script in spoken.items():
        ASSETS[f"{stem}.{language}.js"] = script
    KINDS.add(name)
    mount = st.components.v2.component(
        f"atlas_{name}", js=_LOADER % (ENGLISH, f"{ADDRESS}/{stem}"), isolate_styles=True
    )

    def show(*, data: Drawing, **more: Any) -> Any:
        return mount(data=send(name, data), **more)

    return show


def keep(name: str) -> None:
    """Keep the script in NAME.js, which is no component but starts with the page, under such an address in each language."""
    script = (FOLDER / f"{name}.js").read_text(encoding="utf-8")
    stem = f"{name}-{hashlib.sha256(script.encode()).hexdigest()[:10]}"
    for language in LANGUAGES:
        ASSETS[f"{stem}.{language}.js"] = write_words(script, language) + script


def tell_lost() -> str:
    """Return what stands in place of a figure whose script did not come, in the current language."""
    return say(_LOST)


def find_script(name: str) -> str:
    """Return the address of a component's script in the current language, for one that draws others. Raises StopIteration for an unknown one."""
    ending = f".{current()}.js"
    return f"{ADDRESS}/{next(one for one in ASSETS if one.rsplit('-', 1)[0] == name and one.endswith(ending))}"
