"""The filter bar: the same filters on every page, each widget showing the state and changing it."""

from collections.abc import Mapping

import streamlit as st

from geo.country_card import list_places
from geo.measures import name_measures
from geo.messages import mark, say, say_in
from geo.places import name_alliances, name_places
from geo.selection import Selection
from pages.kit import components, money_filters, parameters, router, search, session, widgets
from pages.kit.urlstate import ViewState

MATCH_LABELS = {"any": mark("in any of them"), "all": mark("in all of them"), "none": mark("in none of them")}
MEMBER_LABELS = {"only": mark("Only members"), "highlight": mark("Highlight members")}
SCALE_LABELS = {"linear": mark("Linear"), "log": mark("Log")}
DOUBT_STATES = ("hide", "show")
DOUBTFUL, RESET = mark("Hide doubtful values"), mark("Reset filters")


def bar(state: ViewState, slug: str) -> None:
    """Draw the filters of a page; what the visitor changes is in the state of the next run."""
    topic, selection = router.find_entry(slug).topic, state.selection
    names = {parameter.name for parameter in parameters.parameters_of(topic)}
    with st.container(horizontal=True, vertical_alignment="bottom", key="filters"):
        search.box(is_wide="subregion" not in names, slug=slug)
        if "subregion" not in names:
            _choose_place(state, topic)
            return
        # On a phone, where it would stand above every map, the row is a sheet that a button opens (layout.css).
        components.sheet(_name_sheet(count(state, names)), "sheet_bar")
        with st.container(horizontal=True, vertical_alignment="bottom", key="sheet"):
            _choose_subject(state, topic, names)
            _choose_countries(selection, topic, names)
            _choose_place(state, topic)
            if "doubtful" in names and "early" not in names:
                widgets.switch("doubtful", say(DOUBTFUL), DOUBT_STATES, selection.doubtful, topic)
            if "early" in names:
                money_filters.choose(state, topic)
            if count(state, names):
                st.button(say(RESET), key="reset", on_click=session.reset_filters, args=(topic,), type="tertiary")


def _name_sheet(number: int) -> str:
    return say("Filters ({number})", number=number) if number else say("Filters")


def count(state: ViewState, names: set[str]) -> int:
    """Return how many filters are in force, as a reset would take them off."""
    selection = state.selection
    of_countries = bool(selection.subregions) + selection.asks_membership + (selection.doubtful == "hide")
    return of_countries + (money_filters.count(state.money) if "early" in names else 0)


def _choose_place(state: ViewState, topic: str) -> None:
    places, invitation = list_places(), say("Find a country")
    widgets.choose_or_none(
        "place", say("Country"), places, state.place, topic, placeholder=invitation, width=WIDTHS["place"]
    )


def _choose_subject(state: ViewState, topic: str, names: set[str]) -> None:
    """What the page is about: an indicator, a measure of money, or two measures against each other."""
    if "measure" in names:
        _choose("measure", say("Measure"), parameters.name_amounts(), state.selection.measure, topic)
    if "indicator" in names:
        _choose("indicator", say("Indicator"), parameters.known_indicators(topic), state.selection.indicator, topic)
    if "x" in names:
        _choose("x", say_in("axis", "Across"), name_measures(), state.x, topic)
        _choose("y", say_in("axis", "Upwards"), name_measures(), state.y, topic)
        _choose("scale", say("Scale"), _say_all(SCALE_LABELS), state.scale, topic)


def _choose_countries(selection: Selection, topic: str, names: set[str]) -> None:
    """Which countries: by sub-region and by membership; the finer conditions once a group is named."""
    _choose_many(
        "subregion", say("Sub-region"), name_places("subregions"), selection.subregions, topic, say("Whole region")
    )
    _choose_many("alliance", say("Membership"), name_alliances(), selection.alliances, topic, say("Any country"))
    if selection.alliances:
        _choose("match", say("Countries that are"), _say_all(MATCH_LABELS), selection.match, topic)
    if selection.asks_membership:
        _choose_many("without", say("And not in"), name_alliances(), selection.without, topic, say("Nothing left out"))
        if "members" in names:
            _choose("members", say("Show"), _say_all(MEMBER_LABELS), selection.members, topic)


def _say_all(labels: Mapping[str, str]) -> dict[str, str]:
    return {one: say(label) for one, label in labels.items()}


def _choose(name: str, label: str, options: Mapping[str, str], value: str, topic: str) -> None:
    widgets.choose(name, label, options, value, topic, width=WIDTHS[name])


def _choose_many(  # noqa: PLR0913, PLR0917 - one argument a part of the widget
    name: str, label: str, options: Mapping[str, str], values: tuple[str, ...], topic: str, placeholder: str
) -> None:
    widgets.choose_many(name, label, options, values, topic, placeholder=placeholder, width=WIDTHS[name])


# Widths in pixels: one row on a laptop, two filters side by side on a phone.
WIDTHS = {
    "indicator": 250,
    "measure": 230,
    "x": 200,
    "y": 200,
    "scale": 115,
    "without": 171,
    "subregion": 171,
    "alliance": 171,
    "match": 171,
    "members": 171,
    "place": 171,
    "q": money_filters.WIDTH,
}
