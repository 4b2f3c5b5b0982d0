"""What a page offers to be taken away: the rows of each view, and for its first view the further tables and the package."""

from dataclasses import replace
from typing import Any

from geo import extract
from geo.exports.package import to_package
from geo.handout import Handout
from pages.kit import permalinks
from pages.kit.snapshot.folder import Folder

ROWS_FOLDER = "data/views"
PACKAGES_FOLDER = "data/packages"


def add_rows(folder: Folder, handout: Handout, key: str) -> str:
    """Put the rows of a view into the folder and return their path; where other rows have the name, the options of the view stand in it."""
    return _add(folder, handout.stem, extract.to_csv(handout.rows), key.replace("|", "_"))


def add_further(folder: Folder, handout: Handout, name: str) -> list[dict[str, str]]:
    """Put the further tables of a page into the folder and return their titles and paths."""
    return [
        {"title": one.title, "path": _add(folder, f"lac-atlas_{one.name}", extract.to_csv(one.frame), name)}
        for one in handout.further
    ]


def add_package(folder: Folder, handout: Handout, live: str) -> str:
    """Put the package of a view into the folder and return its path; `live` is the address of the live atlas, where it is known."""
    content = to_package(replace(handout, figures=()), live + permalinks.relative(handout))
    # Two pages may show the same rows; each package leads back to its own.
    return folder.add(f"{PACKAGES_FOLDER}/{handout.stem}_{handout.slug}.zip", content)


def lead(entries: list[dict[str, Any]], way: str) -> list[dict[str, Any]]:
    """Return entries with their paths as addresses from a page; `way` leads from it to the top."""
    return [{"title": one["title"], "address": way + one["path"]} for one in entries]


def _add(folder: Folder, stem: str, content: bytes, otherwise: str) -> str:
    path = f"{ROWS_FOLDER}/{stem}.csv"
    return folder.add(
        path if folder.files.get(path, content) == content else f"{ROWS_FOLDER}/{stem}_{otherwise}.csv", content
    )
