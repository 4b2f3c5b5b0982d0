"""Widgets that show one parameter of the URL and change it; each in one form, on every page.

In the first run of a session a widget takes its value as a default. A browser whose server died sends what the visitor changed since
then with its first request to the next server: a value set over it would be lost, and no callback tells of it. So the widget's answer is
compared with what it was given, and the page runs once more with what was missed.
"""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from pages.kit import session, urlstate


def choose(name: str, label: str, options: Mapping[str, str], value: str, topic: str, **look: Any) -> None:
    """Show a list of which one option is chosen."""
    ids = list(options)
    seeded = _seed(name, value, index=ids.index(value))
    answer = st.selectbox(label, ids, format_func=options.get, **_wire(name, topic), **look, **seeded)
    session.catch_up(name, value, answer, topic)


def choose_or_none(name: str, label: str, options: Mapping[str, str], value: str, topic: str, **look: Any) -> None:
    """Show a list of which one option is chosen, or none ("")."""
    ids = list(options)
    seeded = {"index": None} | _seed(name, value or None, index=ids.index(value) if value else None)
    answer = st.selectbox(label, ids, format_func=options.get, **_wire(name, topic), **look, **seeded)
    session.catch_up(name, value, answer or "", topic)


def choose_many(
    name: str, label: str, options: Mapping[str, str], values: tuple[str, ...], topic: str, **look: Any
) -> None:
    """Show a list of which any number of options is chosen."""
    seeded = _seed(name, list(values), default=list(values))
    answer = st.multiselect(label, list(options), format_func=options.get, **_wire(name, topic), **look, **seeded)
    session.catch_up(name, values, tuple(answer), topic)


def choose_pills(
    name: str, label: str, options: Mapping[str, str], values: tuple[str, ...], topic: str, **look: Any
) -> None:
    """Show buttons of which any number is on."""
    seeded = _seed(name, list(values), default=list(values))
    wired = _wire(name, topic) | look
    answer = st.pills(label, list(options), format_func=options.get, selection_mode="multi", **wired, **seeded)
    session.catch_up(name, values, tuple(answer), topic)


def choose_button(name: str, label: str, options: Mapping[str, str], value: str, topic: str, **look: Any) -> None:
    """Show a row of buttons of which one is always on."""
    seeded = _seed(name, value, default=value)
    wired = _wire(name, topic) | {"on_change": _take_one} | look
    answer = st.segmented_control(label, list(options), format_func=options.get, required=True, **wired, **seeded)
    session.catch_up(name, value, answer or value, topic)


def switch(name: str, label: str, states: tuple[str, str], value: str, topic: str, **look: Any) -> None:
    """Show a switch between two values, the first of which is "on"."""
    on, off = states
    seeded = _seed(name, value == on, value=value == on)
    wired = {"key": _key(name), "on_change": _take_switch, "args": (name, states, topic)}
    answer = st.toggle(label, **wired, **look, **seeded)
    session.catch_up(name, value, on if answer else off, topic)


def type_words(name: str, label: str, value: str, topic: str, **look: Any) -> None:
    """Show a field for words."""
    seeded = _seed(name, value, value=value)
    answer = st.text_input(label, key=_key(name), on_change=_take_words, args=(name, topic), **look, **seeded)
    session.catch_up(name, value, urlstate.clean_words(answer or ""), topic)


def read(name: str) -> str | tuple[str, ...]:
    """Return what the widget of a parameter says now; for callbacks."""
    value = st.session_state[_key(name)]
    return tuple(value) if isinstance(value, list) else value or ""


def _key(name: str) -> str:
    return f"filter_{name}"


def _seed(name: str, given: Any, /, **default: Any) -> dict[str, Any]:
    """Give a widget its value; in the first run of a session, return it as what the widget is called with."""
    if session.is_first_run():
        return default
    st.session_state[_key(name)] = given
    return {}


def _wire(name: str, topic: str) -> dict[str, Any]:
    on_change: Callable[..., None] = _take
    return {"key": _key(name), "on_change": on_change, "args": (name, topic)}


def _take(name: str, topic: str) -> None:
    session.change(name, read(name), topic)


def _take_one(name: str, topic: str) -> None:
    chosen = read(name)
    if chosen:
        session.change(name, chosen, topic)


def _take_switch(name: str, states: tuple[str, str], topic: str) -> None:
    session.change(name, states[0] if st.session_state[_key(name)] else states[1], topic)


def _take_words(name: str, topic: str) -> None:
    session.change(name, urlstate.clean_words(st.session_state[_key(name)]), topic)
