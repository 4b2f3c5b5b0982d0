"""A view in a frame of another page (`?embed=true`): its finding, one figure or several, where they are from, and the way to the atlas.

Streamlit leaves its own header out of a frame; filters, cards and downloads stay on the page that the frame leads to. `figure` says
which figures to show, by their keys; without it the frame shows the view's first. The theme is Streamlit's (`embed_options`).
"""

from time import perf_counter

import streamlit as st

from geo.exports.slides.sources import tell_source
from geo.figure_names import name_figures
from geo.handout import Drawn, Handout
from geo.messages import mark, say
from pages.kit import drawn, handouts, log, markdown, parameters, permalinks, router, session, urlstate

OPEN = mark("Open in the LAC Citizen Security Atlas")
NO_VIEW = mark("This page has no view that fits into a frame.")
FAILED = mark("This view could not be drawn. The atlas itself may still show it.")
# What a frame does not begin with: a way round, or a card that stands beside something.
_BESIDE = frozenset({"facts", "neighbours", "card", "record", "relief_key"})


def show(slug: str) -> None:
    """Show the view of a page as a frame has it; a failure is logged and told without a traceback."""
    start, outcome = perf_counter(), "ok"
    topic = router.find_entry(slug).topic
    try:
        state = session.open_view(topic)
        if handouts.has(slug):
            _show_view(handouts.make(slug, state), topic)
        else:
            st.header(markdown.escape(router.find_entry(slug).title), anchor=False)
            st.info(say(NO_VIEW), icon=":material/info:")
            _lead(permalinks.find_base() + permalinks.link_page(slug), "")
        session.show_what_was_missed()
    except Exception:
        outcome = "failed"
        log.failure(slug)
        st.error(say(FAILED))
        _lead(permalinks.find_base() + permalinks.link_page(slug), "")
    finally:
        log.page_view(slug, perf_counter() - start, len(session.problems()), outcome)


def choose(figures: tuple[Drawn, ...], wanted: str) -> tuple[tuple[Drawn, ...], tuple[str, ...]]:
    """Return the figures of a view that a link asks for by key, and a sentence for each key that the view does not have."""
    known = {one.key: one for one in figures}
    asked = tuple(dict.fromkeys(filter(None, wanted.split(","))))
    found = tuple(known[one] for one in asked if one in known) or first(figures)
    shown = ", ".join(name_figures(found).values())
    return found, tuple(_tell_missing(one, shown) for one in asked if one not in known)


def _tell_missing(asked: str, shown: str) -> str:
    key = urlstate.shorten(asked)
    if not shown:
        return say('The link asks for the figure "{key}", which this view does not have. Showing: none.', key=key)
    return say(
        'The link asks for the figure "{key}", which this view does not have. Showing: {figures}.',
        key=key,
        figures=shown,
    )


def first(figures: tuple[Drawn, ...]) -> tuple[Drawn, ...]:
    """Return the figure that a view is known by, none where the filters leave nothing."""
    return tuple(one for one in figures if one.kind not in _BESIDE)[:1] or figures[:1]


def _show_view(handout: Handout, topic: str) -> None:
    figures, problems = choose(handout.figures, st.query_params.get(parameters.FIGURE, ""))
    st.header(markdown.escape(handout.title), anchor=False)
    if handout.below:
        st.caption(markdown.escape(handout.below))
    for sentence in (*session.problems(), *problems):
        st.caption(f":material/link_off: {markdown.escape(sentence)}")
    if not figures:
        st.info(
            say("The filters leave nothing to show. Open the atlas to loosen them."), icon=":material/filter_alt_off:"
        )
    for one in figures:
        drawn.show(one, topic)
    _lead(permalinks.absolute(handout), tell_source([handout]))


def _lead(address: str, source: str) -> None:
    """Say where the view is from, and lead to it in a window of its own."""
    way = f"[{say(OPEN)}]({address})" if address else say(OPEN)
    st.caption(" · ".join(filter(None, (markdown.escape(source), way))))
