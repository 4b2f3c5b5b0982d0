"""The pages of the atlas: one entry a page, in the order of the navigation."""

import base64
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

PAGES_FOLDER = Path(__file__).parent.parent
STATIC_FOLDER = PAGES_FOLDER.parent / "static"
# How a page looks on paper.
PRINT_STYLE = f"<style>{(Path(__file__).parent / 'print.css').read_text(encoding='utf-8')}</style>"


@dataclass(frozen=True)
class PageEntry:
    """A page: its slug (file under pages/ and path in the URL), title, section of the navigation, and topic (its URL parameters)."""

    slug: str
    title: str
    section: str = ""
    topic: str = ""


PAGES: tuple[PageEntry, ...] = (
    PageEntry("overview", "Overview"),
    PageEntry("violence", "Violence", topic="violence"),
    PageEntry("prisons", "Prisons and justice", topic="prisons"),
    PageEntry("stories", "Stories", topic="stories"),
    PageEntry("commitments", "EU commitments", "EU money", topic="commitments"),
    PageEntry("money", "Follow the money", "EU money", topic="money"),
    PageEntry("need", "Money beside need", "EU money", topic="need"),
    PageEntry("reconciliation", "Does it add up?", "EU money", topic="reconciliation"),
    PageEntry("context", "Beside the portfolio", "EU money", topic="context"),
    PageEntry("country", "Countries", "Places", topic="country"),
    PageEntry("alliances", "Alliances", "Places", topic="alliances"),
    PageEntry("compare", "Compare", "Places", topic="compare"),
    PageEntry("gaps", "What is not known", "Evidence", topic="gaps"),
    PageEntry("sources", "Sources", "Evidence", topic="sources"),
    PageEntry("check", "Check it yourself", "Evidence", topic="check"),
)


_PAGES = "atlas_pages"


def list_pages() -> dict[str, StreamlitPage]:
    """Return the navigable pages by slug, made once a session: each looks for its file, and there are many in a run."""
    if _PAGES not in st.session_state:
        st.session_state[_PAGES] = make_pages()
    pages: dict[str, StreamlitPage] = st.session_state[_PAGES]
    return pages


def make_pages() -> dict[str, StreamlitPage]:
    """Return new navigable pages by slug; the first is the default and served at the root."""
    return {
        entry.slug: st.Page(
            PAGES_FOLDER / f"{entry.slug}.py", title=entry.title, url_path=entry.slug, default=index == 0
        )
        for index, entry in enumerate(PAGES)
    }


def find_entry(slug: str) -> PageEntry:
    """Return the entry of a page. Raises StopIteration for an unknown slug."""
    return next(entry for entry in PAGES if entry.slug == slug)


def run(show_in_frame: Callable[[str], None]) -> None:
    """Show the navigation and run the page that the URL names; in a frame of another page, only its view."""
    st.set_page_config(page_title="LAC Citizen Security Atlas", page_icon=_inline("mark.svg"), layout="wide")
    pages = list_pages()
    # A section opens as a menu; pages without one stand before them.
    sections = {entry.section: [pages[one.slug] for one in PAGES if one.section == entry.section] for entry in PAGES}
    if st.context.is_embedded:
        chosen = st.navigation(sections, position="hidden")
        show_in_frame(chosen.url_path or PAGES[0].slug)
        return
    st.logo(_inline("wordmark.svg"), size="large")
    st.html(PRINT_STYLE)
    st.navigation(sections, position="top").run()


@cache
def _inline(file_name: str) -> str:
    """Return a picture of the static folder as a data address, which Streamlit would otherwise make of the file in every run."""
    drawn = (STATIC_FOLDER / file_name).read_bytes()
    return f"data:image/svg+xml;base64,{base64.b64encode(drawn).decode()}"
