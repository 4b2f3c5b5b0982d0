"""The folder of the snapshot while it is made: every file once, its size held below a limit, its checksums written beside it."""

import hashlib
import shutil
from pathlib import Path, PurePosixPath

from data.errors import AtlasError

MOST_BYTES = 15_000_000
SUMS = "SHA256SUMS"
# A file that every snapshot lists among its checksums and nothing else does: other folders have checksums too.
MARK = "atlas/about.html"


class TooLargeError(AtlasError):
    """The snapshot would not fit where it is meant to."""


class NoSnapshotError(AtlasError):
    """The target holds something that is no snapshot, which must not be lost."""


class Folder:
    """Files by their path, kept in memory until all of them are made."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self._names: dict[str, str] = {}  # a stick knows no capitals

    def add(self, path: str, content: bytes | str) -> str:
        """Keep a file and return its path. Raises ValueError when another content has the same path, or one that differs only in case."""
        raw = content.encode() if isinstance(content, str) else content
        known = self._names.setdefault(path.lower(), path)
        if known != path or self.files.get(path, raw) != raw:
            raise ValueError(f"{path}: two files of the snapshot would have this name")
        self.files[path] = raw
        return path

    def add_hashed(self, path: str, content: bytes | str) -> str:
        """Keep a file under a name with its content's hash, so that a browser may keep it for good; return its path."""
        raw = content.encode() if isinstance(content, str) else content
        plain = PurePosixPath(path)
        return self.add(f"{plain.parent}/{plain.stem}-{hashlib.sha256(raw).hexdigest()[:10]}{plain.suffix}", raw)

    @property
    def size(self) -> int:
        """The bytes of all files together."""
        return sum(map(len, self.files.values()))

    def write(self, target: Path) -> None:
        """Write all files in place of an earlier snapshot. Raises TooLargeError or NoSnapshotError, and then leaves the target as it is."""
        files = dict(sorted(self.files.items()))
        files[SUMS] = "".join(f"{hashlib.sha256(raw).hexdigest()}  {path}\n" for path, raw in files.items()).encode()
        if self.size > MOST_BYTES:
            raise TooLargeError(
                f"The snapshot has {self.size:,} bytes, expected at most {MOST_BYTES:,}. Leave out some views in plan.py."
            )
        if target.exists() and not _is_ours(target):
            raise NoSnapshotError(
                f"{target}: is something else, expected an earlier snapshot, an empty folder or none."
            )
        shutil.rmtree(target, ignore_errors=True)
        for path, raw in files.items():
            place = target / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(raw)


def _is_ours(target: Path) -> bool:
    """Whether a path that exists is an empty folder or an earlier snapshot."""
    if not target.is_dir() or not any(target.iterdir()):
        return target.is_dir()
    sums = target / SUMS
    lines = sums.read_text(encoding="utf-8", errors="replace").splitlines() if sums.is_file() else []
    return any(line.split("  ", 1)[1:] == [MARK] for line in lines)
