"""The filter bar: the same filters on every page, each widget showing the state and changing it."""

from collections.abc import Mapping

import streamlit as st

from geo.country_card import list_places
from geo.measures import name_measures
from geo.money_query import MoneyFilters
from geo.places import name_alliances, name_places
from geo.selection import Selection
from pages.kit import money_filters, parameters, search, session, widgets
from pages.kit.urlstate import ViewState

MATCH_LABELS = {"any": "in any of them", "all": "in all of them", "none": "in none of them"}
MEMBER_LABELS = {"only": "Only members", "highlight": "Highlight members"}
SCALE_LABELS = {"linear": "Linear", "log": "Log"}
DOUBT_STATES = ("hide", "show")
MEASURE_LABELS = {"committed": "Amounts committed", "contracted": "Amounts contracted"}


def bar(state: ViewState, topic: str) -> None:
    """Draw the filters of a page; what the visitor changes is in the state of the next run."""
    selection = state.selection
    names = {parameter.name for parameter in parameters.parameters_of(topic)}
    with st.container(horizontal=True, vertical_alignment="bottom", key="filters"):
        search.box(is_wide="subregion" not in names)
        _choose_subject(state, topic, names)
        if "subregion" in names:
            _choose_countries(selection, topic, names)
        widgets.choose_or_none(
            "place", "Country", list_places(), state.place, topic, placeholder="Find a country", width=_WIDTHS["place"]
        )
        if "doubtful" in names and "early" not in names:
            widgets.switch("doubtful", "Hide doubtful values", DOUBT_STATES, selection.doubtful, topic)
        if "early" in names:
            money_filters.choose(state, topic)
        if "subregion" in names and (_is_filtered(selection) or ("early" in names and state.money != MoneyFilters())):
            st.button("Reset filters", key="reset", on_click=session.reset_filters, args=(topic,), type="tertiary")


def _is_filtered(selection: Selection) -> bool:
    return bool(selection.subregions) or selection.asks_membership or selection.doubtful == "hide"


def _choose_subject(state: ViewState, topic: str, names: set[str]) -> None:
    """What the page is about: an indicator, a measure of money, or two measures against each other."""
    if "measure" in names:
        _choose("measure", "Measure", MEASURE_LABELS, state.selection.measure, topic)
    if "indicator" in names:
        _choose("indicator", "Indicator", parameters.known_indicators(topic), state.selection.indicator, topic)
    if "x" in names:
        _choose("x", "Across", name_measures(), state.x, topic)
        _choose("y", "Upwards", name_measures(), state.y, topic)
        _choose("scale", "Scale", SCALE_LABELS, state.scale, topic)


def _choose_countries(selection: Selection, topic: str, names: set[str]) -> None:
    """Which countries: by sub-region and by membership; the finer conditions once a group is named."""
    _choose_many("subregion", "Sub-region", name_places("subregions"), selection.subregions, topic, "Whole region")
    _choose_many("alliance", "Membership", name_alliances(), selection.alliances, topic, "Any country")
    if selection.alliances:
        _choose("match", "Countries that are", MATCH_LABELS, selection.match, topic)
    if selection.asks_membership:
        _choose_many("without", "And not in", name_alliances(), selection.without, topic, "Nothing left out")
        if "members" in names:
            _choose("members", "Show", MEMBER_LABELS, selection.members, topic)


def _choose(name: str, label: str, options: Mapping[str, str], value: str, topic: str) -> None:
    widgets.choose(name, label, options, value, topic, width=_WIDTHS[name])


def _choose_many(  # noqa: PLR0913, PLR0917 - one argument a part of the widget
    name: str, label: str, options: Mapping[str, str], values: tuple[str, ...], topic: str, placeholder: str
) -> None:
    widgets.choose_many(name, label, options, values, topic, placeholder=placeholder, width=_WIDTHS[name])


# Widths in pixels: one row on a laptop, two filters side by side on a phone.
_WIDTHS = {
    "indicator": 250,
    "measure": 200,
    "x": 171,
    "y": 171,
    "scale": 115,
    "without": 171,
    "subregion": 171,
    "alliance": 171,
    "match": 171,
    "members": 171,
    "place": 171,
}
