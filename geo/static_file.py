"""Files that browsers fetch once and keep: named by their content's hash, one of a kind in the static folder."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.integrity import DamagedFileError

STATIC_FOLDER = Path(__file__).resolve().parent.parent / "static"


@dataclass(frozen=True)
class StaticFile:
    """A kind of file, STEM-<first ten hex digits of its SHA-256>.json, and the command that makes it."""

    stem: str
    made_by: str

    def find(self, folder: Path) -> Path:
        """Return the file of this kind in a folder. Raises FileNotFoundError when there is none or more than one."""
        pattern = f"{self.stem}-*.json"
        found = sorted(folder.glob(pattern))
        if len(found) != 1:
            names = [path.name for path in found]
            raise FileNotFoundError(f"{folder.name}/{pattern}: found {names}, expected one file. Run {self.made_by}.")
        return found[0]

    def check(self, folder: Path) -> Path:
        """Return the file of this kind. Raises DamagedFileError when its content is not the one that its name tells, or there is none."""
        try:
            path = self.find(folder)
        except FileNotFoundError as error:
            raise DamagedFileError(str(error)) from error
        expected = self.name(path.read_bytes())
        if path.name != expected:
            raise DamagedFileError(
                f"{folder.name}/{path.name}: its content would be named {expected}. Run {self.made_by}, or take the file from the repository again."
            )
        return path

    def name(self, content: bytes) -> str:
        """Return the file name that belongs to the content."""
        return f"{self.stem}-{hashlib.sha256(content).hexdigest()[:10]}.json"

    def write(self, content: bytes, folder: Path) -> Path:
        """Write the file, remove older ones of its kind, and return where it is."""
        folder.mkdir(parents=True, exist_ok=True)
        for older in folder.glob(f"{self.stem}-*.json"):
            older.unlink()
        path = folder / self.name(content)
        path.write_bytes(content)
        return path


def to_compact_json(value: Any) -> bytes:
    """Return JSON without spaces, the same bytes for the same value."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
