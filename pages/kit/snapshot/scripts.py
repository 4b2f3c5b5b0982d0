"""Scripts that a page opened from a folder may load: figures and files of the atlas as classic scripts, since modules and fetch are closed there."""

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from geo.messages import current
from pages.kit import components
from pages.kit.components.words import write_words

BASE = Path(components.__file__).with_name("base.js")  # what scripts of the atlas say their messages with
RUNTIME_FOLDER = Path(__file__).parent / "runtime"
# The scripts of every page, in the order in which they build on each other: before the figures, and after them.
_HEAD = ("theme", "registry")
_RUNTIME = ("way", "figures", "lines", "side", "page", "story", "start")
_EXPORT = "export function show("


def to_json(data: Any) -> str:
    """Return data as compact JSON, the same text for the same data; numbers that JSON does not have raise ValueError."""
    return json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def to_inline_json(data: Any) -> str:
    """Return JSON that may stand inside a page: no text in it can end the element or open another."""
    return to_json(data).replace("<", "\\u003c")


def keep(name: str, content: Any) -> str:
    """Return the script that hands over the content of a file by its name."""
    return f"atlas.keep({json.dumps(name)},{to_json(content)});\n"


def write_figure(kind: str) -> str:
    """Return the script of a kind of figure, as the screen has it. Raises KeyError for a kind that is no component."""
    module = find_modules()[kind]
    if module.count("export ") != 1 or _EXPORT not in module:
        raise ValueError(f"{kind}: expected one export, the function show")
    return f"((fetch) => {{\n{module.replace(_EXPORT, 'function show(')}\natlas.kinds[{json.dumps(kind)}] = show;\n}})(atlas.fetch);\n"


def find_modules() -> dict[str, str]:
    """Return the script of every component in the current language by its kind."""
    ending = re.compile(rf"-[0-9a-f]{{10}}\.{current()}\.js$")
    scripts = {ending.sub("", name): script for name, script in components.ASSETS.items() if ending.search(name)}
    return {kind: script for kind, script in scripts.items() if kind in components.KINDS}


def write_head() -> str:
    """Return what stands before everything that is drawn: light or dark, and the place where figures and files hand themselves over."""
    return _join(_HEAD)


def write_runtime() -> str:
    """Return what turns the static pages into the atlas, as one script, in the current language."""
    script = _join(_RUNTIME)
    return f"(() => {{\n{write_words(script, current())}{BASE.read_text(encoding='utf-8')}{script}}})();\n"


def _join(names: Iterable[str]) -> str:
    parts = [(RUNTIME_FOLDER / f"{name}.js").read_text(encoding="utf-8") for name in names]
    return f"(() => {{\n{''.join(parts)}}})();\n"


def list_kinds(kinds: Iterable[str]) -> list[str]:
    """Return each kind once, in a fixed order, without those that the atlas has no component of."""
    return sorted(set(kinds) & set(find_modules()))
