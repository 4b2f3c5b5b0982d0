"""The navigation of the snapshot: the pages of the atlas in their sections, each indicator and each story on its own."""

from dataclasses import dataclass

from geo.messages import say
from pages.kit import router
from pages.kit.snapshot import links
from pages.kit.snapshot.plan import TOPICS, list_topic

ABOUT = "about.html"


@dataclass(frozen=True)
class Entry:
    """A page in a menu."""

    title: str
    address: str
    is_here: bool = False


@dataclass(frozen=True)
class Section:
    """A menu; with a single page it is a link."""

    title: str
    pages: tuple[Entry, ...]

    @property
    def is_here(self) -> bool:
        """Whether the page that is open stands in it."""
        return any(page.is_here for page in self.pages)


def list_sections(here: str, folder: str, stories: dict[str, str]) -> tuple[Section, ...]:
    """Return the menus as the page `here` (its file) shows them; `stories` are titles by file, `folder` leads to the folder of pages."""
    files: dict[str, dict[str, str]] = {}  # by the English name of the section
    for entry in router.PAGES:
        if entry.slug == "stories":
            continue
        section = entry.section or entry.english
        names = {one: f"{one}.html" for one in list_topic(entry.slug)} if entry.slug in TOPICS else {}
        titled = {list_topic(entry.slug)[one]: file for one, file in names.items()} or {
            entry.title: links.name_page(entry.slug)
        }
        files.setdefault(section, {}).update(titled)
    # The checks need a server, and the statement on accessibility is of the live atlas; the page about the snapshot says what it has.
    for slug in ("check", "access"):
        files["Evidence"].pop(router.find_entry(slug).title)
    files["Evidence"][say("What this snapshot is")] = ABOUT
    if stories:
        files["Stories"] = {title: file for file, title in stories.items()}
    return tuple(_section(say(section), pages, here, folder) for section, pages in files.items())


def _section(title: str, pages: dict[str, str], here: str, folder: str) -> Section:
    entries = (Entry(name, lead(file, folder), _is_here(file, here)) for name, file in pages.items())
    return Section(title, tuple(entries))


def list_siblings(slug: str, name: str) -> tuple[Entry, ...]:
    """Return the pages of the same topic as the page `name`; a page of no topic has none."""
    return (
        tuple(Entry(title, f"{one}.html", one == name) for one, title in list_topic(slug).items())
        if slug in TOPICS
        else ()
    )


def lead(file: str, folder: str) -> str:
    """Return the way to a file of the folder of pages, or to the first page, which lies above it."""
    return file.removeprefix("../") if folder and file.startswith("../") else folder + file


def _is_here(file: str, here: str) -> bool:
    return file == here or (file == links.name_page("country") and here.startswith("country-"))


def list_page_files() -> dict[str, str]:
    """Return the file of every page that the search box finds, by slug."""
    return {entry.slug: links.name_page(entry.slug) for entry in router.PAGES}
