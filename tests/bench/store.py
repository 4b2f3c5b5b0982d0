"""docs/benchmarks.json: what each part measured last, with its date and machine, so that a part can be measured again alone."""

import json
from pathlib import Path
from typing import Any

from tests.bench import machine

FOLDER = Path(__file__).parents[2] / "docs"
FILE = FOLDER / "benchmarks.json"
DIGITS = 4

# A part's name -> {"of": date and machine, "quick": a short trial or not, "data": what was measured}.
Parts = dict[str, dict[str, Any]]


def load(path: Path = FILE) -> Parts:
    """Return every part that was measured so far; none where the file is missing."""
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else {}


def keep(name: str, data: dict[str, Any], *, is_quick: bool, path: Path = FILE) -> Parts:
    """Put a part in place of what it measured before, write the file, and return all parts."""
    parts = load(path) | {name: {"of": machine.describe(), "quick": is_quick, "data": shorten(data)}}
    path.write_text(json.dumps(parts, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return parts


def shorten(value: Any) -> Any:
    """Return the same figures with four significant digits, which is more than any of them deserves."""
    if isinstance(value, float):
        return float(f"{value:.{DIGITS}g}")
    if isinstance(value, dict):
        return {name: shorten(one) for name, one in value.items()}
    return [shorten(one) for one in value] if isinstance(value, list | tuple) else value
