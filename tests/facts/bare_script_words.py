"""Finds words for people that are written into a component's script without being a message: `python -m tests.facts.bare_script_words [FILES]`."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# What no visitor reads: keys of the keyboard, names of classes, selectors, and words that a search leaves out.
KNOWN = {
    *("Backspace", "End", "Enter", "Escape", "Home", "Tab"),
    *("far hollow", "shape hollow", "step back", "step next", "tick left", "title end"),
    "input, textarea, select, [contenteditable]",
    "a and d da das de del des do dos e el en et for i in l la las le les los n o of on os para por s su the to und y",
}
# A literal's own text, and what stands before it.
Found = tuple[int, str, str]

_TOKEN = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)
    |(?P<text>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')
    |(?P<pattern>(?<=[(,=:\[!&|?{};\n])[ ]*/(?![/*])(?:\[(?:[^\]\\\n]|\\.)*\]|[^/\\\n\[]|\\.)+/[a-z]*)
    |(?P<template>`)""",
    re.VERBOSE | re.DOTALL,
)
_SAID = re.compile(r'\b(?:say|mark|sayCount)\(\s*$|\bsayCount\(\s*"(?:[^"\\]|\\.)*",\s*$')
_SILENT = re.compile(
    r"""(?<!\w)(?:class(?:Name)?|role|d|type|id|style|kind|transform|sign|\w+_id|"(?:data-[\w-]+|text-anchor|aria-(?:live|hidden|sort|controls|describedby|labelledby))")
        (?::|[ ]=)[^,]*$
    |\b(?:closest|contains|createElement|dispatchEvent|Error|Event|CustomEvent|getContext|getExtension|html|import|includes|makeSheet|matches|matchMedia
        |(?:add|remove)EventListener|querySelector(?:All)?|setAttribute|setProperty|split|startsWith|svg|toggle|test|remove|add)\(\s*$""",
    re.VERBOSE,
)
# Where every word is read, be it a single one in small letters.
_SHOWN = re.compile(
    r"(?:\"aria-label\"|\btitle|\bplaceholder|\balt):\s*$|\btextContent = $|\bhtml\(\"\w+\", \{[^{}]*\}, $"
)
_WORDS = re.compile(r"[A-Za-zÀ-ÿ]{2,}[,.;:)”…]* [(“]?[A-Za-zÀ-ÿ]{2,}|^\W*[A-Z][a-z]{2,}\W*$")
_WORD = re.compile(r"[A-Za-zÀ-ÿ]{2,}")


def find_bare_words(script: str) -> Iterator[tuple[int, str]]:
    """Return the line and text of each literal of a script that reads like words for people and is no message."""
    for start, text, before in _list_literals(script, 0):
        if text in KNOWN or _SAID.search(before) or _is_style(text):
            continue
        if _WORD.search(text) if _SHOWN.search(before) else _WORDS.search(text) and not _SILENT.search(before):
            yield script.count("\n", 0, start) + 1, text


def list_files() -> list[Path]:
    """Return the scripts whose words people read."""
    return sorted(path for path in (ROOT / "pages").rglob("*.js") if path.parent.name != "vendor")


def _list_literals(script: str, offset: int) -> Iterator[Found]:
    """Every string and template of a script, those inside the places of templates too."""
    at = 0
    while found := _TOKEN.search(script, at):
        at = found.end()
        before = script[max(0, found.start() - 200) : found.start()]
        if found["text"]:
            yield offset + found.start(), found["text"][1:-1], before
        elif found["template"]:
            at, places = _find_end(script, at)
            edges = [found.end(), *(edge for begin, end in places for edge in (begin - 2, end + 1)), at - 1]
            parts = [script[begin:end] for begin, end in zip(edges[::2], edges[1::2], strict=True)]
            yield offset + found.start(), "§".join(parts), before
            for begin, end in places:
                yield from _list_literals(script[begin:end], offset + begin)


def _find_end(script: str, at: int) -> tuple[int, list[tuple[int, int]]]:
    """Where a template ends that begins at a place, and from where to where its own places go."""
    places: list[tuple[int, int]] = []
    while script[at] != "`":
        if script.startswith("${", at):
            begin, depth, at = at + 2, 1, at + 2
            while depth:
                if script[at] == "`":
                    at = _find_end(script, at + 1)[0]
                    continue
                depth += {"{": 1, "}": -1}.get(script[at], 0)
                at += 1
            places.append((begin, at - 1))
        else:
            at += 2 if script[at] == "\\" else 1
    return at + 1, places


def _is_style(text: str) -> bool:
    return "{" in text and ":" in text and "}" in text and ";" in text


def main() -> None:
    """Print what was found in the files given, or in all."""
    count = 0
    for path in [Path(one).resolve() for one in sys.argv[1:]] or list_files():
        for line, text in find_bare_words(path.read_text(encoding="utf-8")):
            count += 1
            print(f"{path.relative_to(ROOT).as_posix()}:{line}: {text!r}")
    print(f"{count} bare")


if __name__ == "__main__":
    main()
