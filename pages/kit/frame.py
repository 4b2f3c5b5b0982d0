"""The frame of every page: state, filters, headline, what a link got wrong, and calm words when something fails."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from html import escape
from time import perf_counter

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from geo.boundaries import BOUNDARIES_DISCLAIMER, BOUNDARIES_SOURCE
from geo.messages import mark, say
from pages.kit import filters, log, markdown, router, search, session, take_away, tongue, tongue_switch, urlstate
from pages.kit.urlstate import ViewState

STATEMENT = "access"
NAME = mark("Citizen security in Latin America and the Caribbean")
ABOUT = mark(
    "Violence, prisons, justice and EU money on one map of 33 states; every number names the page and cell it was printed in."
)
# The page of this run and its state: the headline stands deep in some pages, and what it offers is of the whole view.
_VIEW: ContextVar[tuple[str, ViewState] | None] = ContextVar("view", default=None)


class EmptyViewError(Exception):
    """Ends a page whose filters leave nothing; its frame is still drawn to the end."""


@contextmanager
def page(slug: str, *, with_filters: bool = True) -> Iterator[ViewState]:
    """Open a page: yield its state; after it, the line on boundaries. A failure is logged and told without a traceback."""
    tongue.take_up()  # done already, unless the page is run without the app around it
    entry = router.find_entry(slug)
    search.follow(slug)
    start, outcome = perf_counter(), "ok"
    try:
        state = session.open_view(entry.topic)
        _head(slug, state)
        if with_filters:
            filters.bar(state, slug)
        else:
            search.box(is_wide=True)
        if session.problems():
            st.warning("  \n".join(map(markdown.escape, session.problems())), icon=":material/link_off:")
        _VIEW.set((slug, state))
        with suppress(EmptyViewError):
            yield state
        session.show_what_was_missed()
    except Exception:
        outcome = "failed"
        log.failure(slug)
        st.error(
            say("This view could not be drawn. The filters above still work; resetting them shows the whole region.")
        )
    finally:
        log.page_view(slug, perf_counter() - start, len(session.problems()), outcome)
    _foot(slug)


def _head(slug: str, state: ViewState) -> None:
    """Show the languages, and name the page in its first heading, which is not seen: the navigation shows it.

    The first page has a masthead instead.
    """
    entry = router.find_entry(slug)
    name = f"<h1>{escape(entry.title)}</h1>" if entry != router.PAGES[0] else ""
    links = tongue_switch.list_links(urlstate.write(state, entry.topic))
    with st.container(key="top"):
        st.html(name + tongue_switch.write(links))


def _foot(slug: str) -> None:
    """Show what stands below every page: the line on boundaries, and the way to the statement on accessibility."""
    st.caption(f"{say(BOUNDARIES_SOURCE)} {say(BOUNDARIES_DISCLAIMER)}")
    if slug != STATEMENT:
        st.page_link(
            router.list_pages()[STATEMENT], label=say("Accessibility of the atlas"), icon=":material/accessibility_new:"
        )


def masthead() -> None:
    """Show the name of the atlas and what it is."""
    st.title(say(NAME), anchor=False)
    st.markdown(say(ABOUT))


def headline(title: str, below: str = "") -> None:
    """Show a finding as the page's heading, the line that qualifies it, and beside them the way to take the view away."""
    with st.container(horizontal=True, vertical_alignment="top", key="headline"):
        with st.container():
            st.header(markdown.escape(title), anchor=False)
            if below:
                st.caption(markdown.escape(below))
        view = _VIEW.get()
        if view:
            take_away.offer(*view)


def split() -> tuple[DeltaGenerator, DeltaGenerator, DeltaGenerator]:
    """Return three places: a wide one, and beside it two, one below the other."""
    wide, narrow = st.columns([1.9, 1], gap="large")
    return wide, narrow.container(), narrow


def stop_if_empty(explanation: str) -> None:
    """End the page with the sentence that says which filter to loosen, if there is one."""
    if explanation:
        st.info(markdown.escape(explanation), icon=":material/filter_alt_off:")
        raise EmptyViewError(explanation)
