"""The filter bar: the same filters on every page, each widget showing the state and changing it."""

from collections.abc import Mapping

import streamlit as st

from geo.country_card import list_places
from geo.places import name_alliances, name_places
from pages.kit import session, urlstate
from pages.kit.urlstate import ViewState

MATCH_LABELS = {"any": "in any of them", "all": "in all of them", "none": "in none of them"}
MEMBER_LABELS = {"only": "Only members", "highlight": "Highlight members"}
MEASURE_LABELS = {"committed": "Amounts committed", "contracted": "Amounts contracted"}


def bar(state: ViewState, topic: str) -> None:
    """Draw the filters of a page; what the visitor changes is in the state of the next run."""
    selection = state.selection
    with st.container(horizontal=True, vertical_alignment="bottom", key="filters"):
        if topic == "money":
            _choose("measure", "Measure", MEASURE_LABELS, selection.measure, topic)
        else:
            _choose("indicator", "Indicator", urlstate.known_indicators(topic), selection.indicator, topic)
        _choose_many("subregion", "Sub-region", name_places("subregions"), selection.subregions, topic, "Whole region")
        _choose_many("alliance", "Membership", name_alliances(), selection.alliances, topic, "Any country")
        if selection.alliances:
            _choose("match", "Countries that are", MATCH_LABELS, selection.match, topic)
            _choose("members", "Show", MEMBER_LABELS, selection.members, topic)
        _choose_place(state, topic)
        if topic != "money":
            _choose_doubtful(selection.doubtful, topic)
        if selection.subregions or selection.alliances or selection.doubtful == "hide":
            st.button("Reset filters", key="reset", on_click=session.reset_filters, args=(topic,), type="tertiary")


def _choose(name: str, label: str, options: Mapping[str, str], value: str, topic: str) -> None:
    key = f"filter_{name}"
    st.session_state[key] = value
    st.selectbox(
        label,
        list(options),
        format_func=options.get,
        key=key,
        on_change=_take,
        args=(name, key, topic),
        width=_WIDTHS[name],
    )


def _choose_many(  # noqa: PLR0913, PLR0917 - one argument a part of the widget
    name: str, label: str, options: Mapping[str, str], values: tuple[str, ...], topic: str, placeholder: str
) -> None:
    key = f"filter_{name}"
    st.session_state[key] = list(values)
    st.multiselect(
        label, list(options), format_func=options.get, key=key, placeholder=placeholder, on_change=_take, args=(name, key, topic),
        width=_WIDTHS[name],
    )  # fmt: skip


def _choose_place(state: ViewState, topic: str) -> None:
    places = list_places()
    st.session_state["filter_place"] = state.place or None
    st.selectbox(
        "Country", list(places), index=None, format_func=places.get, key="filter_place", placeholder="Find a country",
        on_change=_take, args=("place", "filter_place", topic), width=_WIDTHS["place"],
    )  # fmt: skip


def _choose_doubtful(value: str, topic: str) -> None:
    st.session_state["filter_doubtful"] = value == "hide"
    st.toggle("Hide doubtful values", key="filter_doubtful", on_change=_take_doubtful, args=(topic,))


def _take(name: str, key: str, topic: str) -> None:
    value = st.session_state[key]
    session.change(name, tuple(value) if isinstance(value, list) else value or "", topic)


def _take_doubtful(topic: str) -> None:
    session.change("doubtful", "hide" if st.session_state["filter_doubtful"] else "show", topic)


# Widths in pixels: one row on a laptop, two filters side by side on a phone.
_WIDTHS = {
    "indicator": 250,
    "measure": 200,
    "subregion": 171,
    "alliance": 171,
    "match": 171,
    "members": 171,
    "place": 171,
}
