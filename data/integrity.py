"""Are the built files those that the build wrote? Checked at every start: a damaged file stops the server, it never shows a wrong number.

`data/built/SHA256SUMS` has a line a file, as `sha256sum` writes and checks it; datapackage.json names the version of the atlas.
"""

import hashlib
import json
import tomllib
from functools import cache
from pathlib import Path

from data.errors import AtlasError

SUMS = "SHA256SUMS"
MEND = "Run `make data`, or take the file from the repository again."
_PROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"


class DamagedFileError(AtlasError):
    """A built file is missing, changed, or of another version."""


@cache
def find_version() -> str:
    """Return the version of the atlas, as pyproject.toml has it."""
    return str(tomllib.loads(_PROJECT.read_text(encoding="utf-8"))["project"]["version"])


@cache
def find_release_day() -> str:
    """Return the day of this version of the atlas, "2026-11-22", as pyproject.toml has it: no file that leaves the atlas asks the clock."""
    return str(tomllib.loads(_PROJECT.read_text(encoding="utf-8"))["tool"]["atlas"]["released"])


def write_sums(folder: Path) -> None:
    """Write the checksum of every file of a folder into its SHA256SUMS."""
    files = sorted(path for path in folder.iterdir() if path.is_file() and path.name != SUMS)
    lines = [f"{hash_file(path)}  {path.name}\n" for path in files]
    (folder / SUMS).write_text("".join(lines), encoding="utf-8", newline="")


def check_built(folder: Path) -> int:
    """Return how many files were checked. Raises DamagedFileError that names the first wrong one, its found and its expected checksum."""
    expected = _read_sums(folder)
    for name, wanted in expected.items():
        path = folder / name
        if not path.is_file():
            raise DamagedFileError(f"{folder.name}/{name}: missing, expected a file with SHA-256 {wanted}. {MEND}")
        found = hash_file(path)
        if found != wanted:
            raise DamagedFileError(f"{folder.name}/{name}: found SHA-256 {found}, expected {wanted}. {MEND}")
    _check_version(folder)
    return len(expected)


def hash_file(path: Path) -> str:
    """Return the SHA-256 of a file in hex digits."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _read_sums(folder: Path) -> dict[str, str]:
    try:
        lines = (folder / SUMS).read_text(encoding="ascii").splitlines()
        sums = {name: wanted for wanted, name in (line.split("  ") for line in lines)}
    except (OSError, ValueError) as error:
        raise DamagedFileError(f"{folder.name}/{SUMS}: cannot be read ({error}). {MEND}") from error
    if "datapackage.json" not in sums:
        raise DamagedFileError(
            f"{folder.name}/{SUMS}: found {len(sums)} files, expected datapackage.json among them. {MEND}"
        )
    return sums


def _check_version(folder: Path) -> None:
    found = json.loads((folder / "datapackage.json").read_text(encoding="utf-8")).get("version", "none")
    if found != find_version():
        raise DamagedFileError(
            f"{folder.name}/datapackage.json: found tables of version {found}, expected {find_version()}. {MEND}"
        )
