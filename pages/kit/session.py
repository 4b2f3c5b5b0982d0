"""The state of the running view: taken from the URL, changed by widgets and figures, written back to the URL."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from geo.money_query import MoneyFilters
from geo.selection import Selection
from pages.kit import parameters, urlstate
from pages.kit.urlstate import ViewState

_STATE, _ADDRESSES, _PROBLEMS = "atlas_state", "atlas_addresses", "atlas_problems"
_FIRST, _MISSED = "atlas_first_run", "atlas_missed"
# Addresses that are remembered: as many as a hand can be ahead of a slow line.
_MOST_ADDRESSES = 16
# The URL parameters that the browser shows or will show.
Address = dict[str, str]


def open_view(topic: str) -> ViewState:
    """Return the state of this run. A link wins over it, and so do Back and Forward.

    A page reached by the navigation comes without parameters, or with nothing but a language, and keeps the state of the last page. What is
    sent before the browser has what the atlas wrote last comes with an earlier address, which is no link: two quick choices, or a choice
    and a button.
    """
    query = st.query_params.to_dict()
    state: ViewState | None = st.session_state.get(_STATE)
    st.session_state[_FIRST] = state is None
    is_navigation = not query.keys() - {parameters.LANGUAGE}
    addresses = _list_addresses_from(query)
    is_behind = len(addresses) > 1
    is_new = is_navigation or query not in addresses or (is_behind and _goes_through_history())
    found: tuple[str, ...] = ()
    if state is None or (is_new and not is_navigation):
        state, found = urlstate.read(query, topic, state)
    elif is_navigation:
        found = urlstate.check_language(query)
    st.session_state[_STATE], st.session_state[_PROBLEMS] = state, found
    _write(state, topic, (query,) if is_new else addresses, is_behind)
    return state.for_topic(topic)


def problems() -> tuple[str, ...]:
    """Return a sentence for each part of the link that did not exist."""
    found: tuple[str, ...] = st.session_state.get(_PROBLEMS, ())
    return found


def current(topic: str) -> ViewState:
    """Return the state that a callback changes; a session that moved to another server has only the URL to take it from."""
    if _STATE not in st.session_state:
        query = st.query_params.to_dict()
        st.session_state[_STATE], _ = urlstate.read(query, topic)
        st.session_state[_ADDRESSES] = (query,)
    state: ViewState = st.session_state[_STATE]
    return state


def change(name: str, value: str | tuple[str, ...], topic: str) -> None:
    """Change one parameter; for callbacks, which run before the page."""
    state = current(topic).with_value(name, value, topic)
    if name == "place" and topic == "commitments":
        # Beside the map there is one card, of a place or of a record: what was chosen last.
        state = state.with_value("record", "", topic)
    st.session_state[_STATE] = state


def change_all(values: Mapping[str, str | tuple[str, ...]], topic: str) -> None:
    """Change several parameters at once; for callbacks."""
    for name, value in values.items():
        change(name, value, topic)


def is_first_run() -> bool:
    """Return whether this is the first run of a session, which may be one that another server held before."""
    return bool(st.session_state.get(_FIRST))


def catch_up(name: str, given: str | tuple[str, ...], answer: str | tuple[str, ...], topic: str) -> None:
    """Take over what a widget says in the first run of a session, where it differs from what it was given."""
    if is_first_run() and answer != given:
        change(name, answer, topic)
        st.session_state[_MISSED] = True


def show_what_was_missed() -> None:
    """Run the page again when a widget knew more than the URL, so that everything shows it."""
    if st.session_state.pop(_MISSED, False):
        st.rerun()


def reset_filters(topic: str) -> None:
    """Take every filter back to its default; what is measured, the chosen place and the pins stay."""
    state = current(topic)
    st.session_state[_STATE] = replace(
        state, selection=Selection(measure=state.selection.measure), money=MoneyFilters()
    )


def picked_in(key: str, trigger: str = "picked") -> str | None:
    """Return what a figure reports in a callback: a text, or None when it reports nothing.

    Anyone can send anything over the WebSocket, so what is no text is nothing too.
    """
    picked = getattr(st.session_state.get(key), trigger, None)
    return picked if isinstance(picked, str) else None


def picker(key: str, topic: str, name: str = "place") -> Callable[[], None]:
    """Return the callback of a figure: what is picked in it becomes the chosen place, or the value of another parameter."""

    def pick() -> None:
        picked = picked_in(key)
        if picked is not None and (picked == "" or picked in parameters.known_values(name, topic)):
            change(name, picked, topic)

    return pick


def narrow(picked: str, topic: str) -> None:
    """Filter by what a mark stands for: "dimension=id", several joined by ";"; the same again takes the filter off. For callbacks.

    Several values of one dimension are joined by ",". What names no dimension or value of the atlas is left alone; "record=id" opens a
    card.
    """
    pairs = [
        (name, tuple(dict.fromkeys(ids.split(","))))
        for name, _, ids in (pair.partition("=") for pair in picked.split(";"))
    ]
    known = [
        (name, ids)
        for name, ids in pairs
        if name in parameters.NARROWED and parameters.known_values(name, topic).issuperset(ids)
    ]
    state = current(topic)
    is_on = all(state.value_of(name) in (ids, ids[0]) for name, ids in known)
    for name, ids in known:
        value: str | tuple[str, ...] = ("" if is_on else ids[0]) if name == "record" else () if is_on else ids
        change(name, value, topic)


def narrower(key: str, topic: str) -> Callable[[], None]:
    """Return the callback of a chart: what is picked in it becomes a filter."""

    def pick() -> None:
        narrow(picked_in(key) or "", topic)

    return pick


def drop(name: str, value: str, topic: str) -> None:
    """Take one value out of a filter or, without one (""), all of them; a filter of one value goes back to its default. For callbacks."""
    held = current(topic).value_of(name)
    is_whole = isinstance(held, str) or not value
    left = ViewState().value_of(name) if is_whole else tuple(one for one in held if one != value)
    change(name, left, topic)


def _list_addresses_from(query: Address) -> tuple[Address, ...]:
    """What the atlas wrote since the browser had this address, which is the first; all that is remembered where it is none of them."""
    addresses: tuple[Address, ...] = st.session_state.get(_ADDRESSES, ())
    return addresses[addresses.index(query) :] if query in addresses else addresses


def _goes_through_history() -> bool:
    """Whether the visitor went Back or Forward; Streamlit tells it of a run, but not in its public words."""
    context = get_script_run_ctx()
    return context is not None and context.is_history_navigation


def _write(state: ViewState, topic: str, addresses: tuple[Address, ...], is_behind: bool) -> None:
    """Write the state into the URL; in a frame of another page, what the frame was asked for stays in it."""
    held, url = st.query_params.to_dict(), urlstate.write(state, topic)
    kept = parameters.FRAME_PARAMETERS if st.context.is_embedded else parameters.STREAMLIT_PARAMETERS
    url |= {name: value for name, value in held.items() if name in kept}
    # Remembered before it is sent: a newer request may end this run between the two.
    written = () if url == addresses[-1] else (url,)
    st.session_state[_ADDRESSES] = (*addresses, *written)[-_MOST_ADDRESSES:]
    if held != url:
        st.query_params.from_dict(url)
    elif is_behind:
        # What is still on its way would have the last word. Letter by letter as it is: another order were a new entry of the history.
        st.query_params.from_dict(held)
