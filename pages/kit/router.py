"""The pages of the atlas: one entry a page, in the order of the navigation."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import quote

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from geo.messages import current, mark, say
from pages.kit import tongue

PAGES_FOLDER = Path(__file__).parent.parent
STATIC_FOLDER = PAGES_FOLDER.parent / "static"


@dataclass(frozen=True)
class PageEntry:
    """A page: its slug (file under pages/ and path in the URL), title, section of the navigation, and topic (its URL parameters).

    Title and section are written in English; a visitor reads what `title` and `section_title` return.
    """

    slug: str
    english: str
    section: str = ""
    topic: str = ""

    @property
    def title(self) -> str:
        """What the page is called."""
        return say(self.english)

    @property
    def section_title(self) -> str:
        """What its section of the navigation is called; empty for none."""
        return say(self.section)


PAGES: tuple[PageEntry, ...] = (
    PageEntry("overview", mark("Overview")),
    PageEntry("violence", mark("Violence"), topic="violence"),
    PageEntry("prisons", mark("Prisons and justice"), topic="prisons"),
    PageEntry("stories", mark("Stories"), topic="stories"),
    PageEntry("commitments", mark("EU commitments"), mark("EU money"), topic="commitments"),
    PageEntry("money", mark("Follow the money"), mark("EU money"), topic="money"),
    PageEntry("need", mark("Money beside need"), mark("EU money"), topic="need"),
    PageEntry("reconciliation", mark("Does it add up?"), mark("EU money"), topic="reconciliation"),
    PageEntry("context", mark("Beside the portfolio"), mark("EU money"), topic="context"),
    PageEntry("country", mark("Countries"), mark("Places"), topic="country"),
    PageEntry("alliances", mark("Alliances"), mark("Places"), topic="alliances"),
    PageEntry("compare", mark("Compare"), mark("Places"), topic="compare"),
    PageEntry("gaps", mark("What is not known"), mark("Evidence"), topic="gaps"),
    PageEntry("sources", mark("Sources"), mark("Evidence"), topic="sources"),
    PageEntry("check", mark("Check it yourself"), mark("Evidence"), topic="check"),
    PageEntry("access", mark("Accessibility"), mark("Evidence"), topic="access"),
)


_PAGES = "atlas_pages"


def list_pages() -> dict[str, StreamlitPage]:
    """Return the navigable pages by slug, made once a session and language: each looks for its file, and there are many in a run."""
    held: dict[str, dict[str, StreamlitPage]] = st.session_state.setdefault(_PAGES, {})
    if current() not in held:
        held[current()] = make_pages()
    return held[current()]


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
    tongue.take_up()
    pages = list_pages()
    # A section opens as a menu; pages without one stand before them.
    sections = {
        entry.section_title: [pages[one.slug] for one in PAGES if one.section == entry.section] for entry in PAGES
    }
    chosen = st.navigation(sections, position="hidden" if st.context.is_embedded else "top")
    slug = chosen.url_path or PAGES[0].slug
    st.set_page_config(page_title=_title_window(slug), page_icon=_inline("mark.svg"), layout="wide")
    if st.context.is_embedded:
        show_in_frame(slug)
        return
    st.logo(_inline("wordmark.svg"), size="large")
    chosen.run()


def _title_window(slug: str) -> str:
    """What a browser calls a page: its own name first, as tabs and histories show little more."""
    return f"{find_entry(slug).title} · {say('LAC Citizen Security Atlas')}"


# What may stand in a data address as it is.
_PLAIN = " /:;=,.-()+*!'"


@cache
def _inline(file_name: str) -> str:
    """Return a picture of the static folder as a data address, which Streamlit would otherwise make of the file in every run."""
    drawn = (STATIC_FOLDER / file_name).read_text(encoding="utf-8")
    # As text it is shorter on the wire than as base64, which cannot be compressed.
    return f"data:image/svg+xml,{quote(' '.join(drawn.split()), safe=_PLAIN)}"
