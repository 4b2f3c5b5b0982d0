"""What all pages of the snapshot share: style, scripts, files of figures, cards, tables; each named by its content's hash."""

from dataclasses import dataclass
from pathlib import Path

from data.store import BUILT_FOLDER
from geo.map_file import FILE as MAP_FILE
from geo.messages import current
from geo.search_index import FILES as SEARCH_FILES
from pages.kit import router
from pages.kit.snapshot import cards, scripts, theme
from pages.kit.snapshot.folder import Folder

PAGES_FOLDER = "atlas"
TABLES_FOLDER = "data/tables"
_STYLES = Path(__file__).parent / "styles"
_MARKS = ("mark.svg", "wordmark.svg")


@dataclass(frozen=True)
class Assets:
    """Paths below the folder of pages: the style, the scripts that every page has, scripts by kind of figure, and files by name."""

    style: str
    head: str
    runtime: str
    figures: dict[str, str]
    files: dict[str, str]

    def list_scripts(self, kinds: set[str]) -> list[str]:
        """Return the scripts of a page with these kinds of figures, in the order in which they are to run."""
        return [*(self.figures[kind] for kind in scripts.list_kinds({*kinds, "search"})), self.runtime]


def add_assets(folder: Folder) -> Assets:
    """Put everything that pages share into the folder."""
    for name in _MARKS:
        folder.add(f"{PAGES_FOLDER}/assets/{name}", (router.STATIC_FOLDER / name).read_bytes())
    style = theme.write_style() + "".join(path.read_text(encoding="utf-8") for path in sorted(_STYLES.glob("*.css")))
    return Assets(
        style=_add(folder, "atlas.css", style),
        head=_add(folder, "head.js", scripts.write_head()),
        runtime=_add(folder, "atlas.js", scripts.write_runtime()),
        figures={
            kind: _add(folder, f"figure-{kind}.js", scripts.write_figure(kind))
            for kind in sorted(scripts.find_modules())
        },
        files=_add_files(folder),
    )


def add_tables(folder: Folder) -> list[str]:
    """Put every built table into the folder, as it is, with its descriptor and checksums; return the names of the tables."""
    for path in sorted(BUILT_FOLDER.iterdir()):
        if path.is_file():
            folder.add(f"{TABLES_FOLDER}/{path.name}", path.read_bytes())
    return sorted(path.name for path in BUILT_FOLDER.glob("*.csv"))


def _add_files(folder: Folder) -> dict[str, str]:
    """Files that figures and cards ask for when they need them, by the name that they ask for."""
    made = {
        "cards": cards.list_cards(),
        "records": cards.list_records(),
        "panels": cards.list_panels(),
        "lines": cards.list_lines(),
    }
    files = {name: _add(folder, f"{name}.js", scripts.keep(name, content)) for name, content in made.items()}
    for kept in (MAP_FILE, SEARCH_FILES[current()]):
        path = kept.find(router.STATIC_FOLDER)
        text = path.read_text(encoding="utf-8")
        files[path.name] = _add(folder, f"{kept.stem}.js", f"atlas.keep({scripts.to_json(path.name)},{text});\n")
    return files


def _add(folder: Folder, name: str, content: str) -> str:
    return folder.add_hashed(f"{PAGES_FOLDER}/assets/{name}", content).removeprefix(f"{PAGES_FOLDER}/")
