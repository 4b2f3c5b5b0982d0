"""Finds words for people that are written into the code without being a message: `python -m tests.facts.bare_words [FILES]`."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Words that no visitor reads: exact strings by file, one a line, with a tab between.
KNOWN = Path(__file__).with_name("bare_words.txt")
# What only makes files for the repository, or speaks to who runs it.
TOOLS = ("*_build.py", "static_file.py", "log.py", "worker_process.py", "headers.py", "internals.py")
_SPOKEN = {"say", "say_in", "say_count", "mark"}
_SILENT = {
    "compile",
    "sub",
    "match",
    "fullmatch",
    "search",
    "findall",
    "split",
    "getLogger",
    "ParamSpec",
    "TypeVar",
    "ContextVar",
    "getattr",
    "strftime",
    "startswith",
}
_SILENT_NAMES = {
    "key",
    "icon",
    "mime",
    "type",
    "width",
    "kind",
    "style",
    "class_",
    "made_by",
    "sep",
    "encoding",
    "dtype",
    "suffix",
    "prefix",
}
_TAG = re.compile(r"<[^>]*>|\{[^}]*\}|:material/\w+:|&\w+;|%[a-z]")
# JavaScript in Python: its words are looked for by bare_script_words.
_SCRIPT = re.compile(r"=>|^(?:export default )?function \w*")
_WORDS = re.compile(
    r"[A-Za-zÀ-ÿ]{2,}[,.;:)”]* [(“]?[A-Za-zÀ-ÿ]{2,}|^\W*[A-Z][a-z]{2,}\W*$|^\W*[a-z]{2,} $|^ [a-z]{2,}\W*$"
)


def find_bare_words(path: Path) -> Iterator[tuple[int, str]]:
    """Return the line and text of each string of a file that reads like words for people and is no message."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in _walk(tree):
        text = _text_of(node)
        if _WORDS.search(_TAG.sub("§", text)) and not _is_code(text):
            yield node.lineno, text


def _is_code(text: str) -> bool:
    return text.lstrip().startswith(("<style", "/*", "--", "#{}{")) or bool(_SCRIPT.search(text))


def list_files() -> list[Path]:
    """Return the files whose words people read."""
    found = sorted([*(ROOT / "geo").rglob("*.py"), *(ROOT / "pages").rglob("*.py")])
    return [path for path in found if not any(path.match(tool) for tool in TOOLS)]


def list_known() -> set[tuple[str, str]]:
    """Return what is known to be no message, by file."""
    lines = KNOWN.read_text(encoding="utf-8").splitlines() if KNOWN.exists() else []
    return {(path, text.replace("\\n", "\n")) for path, _, text in (line.partition("\t") for line in lines)}


def _walk(node: ast.AST) -> Iterator[ast.Constant | ast.JoinedStr]:
    """Every string below a node, but for those that are said, raised, or documentation."""
    if isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str)):
        yield node
        return
    if isinstance(node, ast.Raise | ast.Assert):
        return
    for name, value in ast.iter_fields(node):
        for child in value if isinstance(value, list) else [value]:
            if not isinstance(child, ast.AST) or _is_silent(node, name, child):
                continue
            yield from _walk(child)


def _is_silent(node: ast.AST, name: str, child: ast.AST) -> bool:
    if isinstance(node, ast.Call) and name in ("args", "keywords") and _name_of(node.func) in _SILENT:
        return True
    if isinstance(node, ast.Call) and name == "args" and _name_of(node.func) in _SPOKEN:
        return isinstance(child, ast.Constant)
    if isinstance(child, ast.keyword) and child.arg in _SILENT_NAMES:
        return True
    is_documentation = isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)
    return (
        is_documentation
        or (isinstance(node, ast.Subscript) and name == "slice")
        or name in ("annotation", "returns", "ops")
    )


def _name_of(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _text_of(node: ast.Constant | ast.JoinedStr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)


def main() -> None:
    """Print what was found in the files given, or in all."""
    known, count = list_known(), 0
    for path in [Path(one).resolve() for one in sys.argv[1:]] or list_files():
        place = path.relative_to(ROOT).as_posix()
        for line, text in find_bare_words(path):
            if (place, text) not in known:
                count += 1
                print(f"{place}:{line}: {text!r}")
    print(f"{count} bare")


if __name__ == "__main__":
    main()
