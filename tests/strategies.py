"""Hypothesis strategies: every selection and every state of a page that a visitor can reach.

To make a strategy takes far longer than to draw from it: each is kept.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from hypothesis import settings
from hypothesis import strategies as st

from geo.allocation import RULES
from geo.dimensions import DIMENSIONS
from geo.money_query import EARLY_MODES, FILTERED_DIMENSIONS, MoneyFilters, MoneyQuery
from geo.places import name_alliances, name_places
from geo.selection import DOUBTFUL_MODES, MATCHES, MEASURES, MEMBER_MODES, Selection
from pages.kit.parameters import Parameter, known_indicators, parameters_of
from pages.kit.router import PAGES
from pages.kit.urlstate import ViewState, clean_words

# A view takes far longer than a set of countries. What else holds for every law is in conftest.py.
LAWS = settings(max_examples=100)
VIEW_LAWS = settings(max_examples=50)

# Pages that show the map of an indicator or of money, with its ranking, table and notes.
MAP_PAGES = tuple(entry.slug for entry in PAGES if entry.topic in ("", "violence", "prisons", "commitments"))
TOPICS = tuple(dict.fromkeys(entry.topic for entry in PAGES))
ALLIANCES = tuple(name_alliances())
SUBREGIONS = tuple(name_places("subregions"))
INDICATORS = tuple(known_indicators(""))


def subsets(ids: Iterable[str], *, least: int = 0, most: int = 4) -> st.SearchStrategy[tuple[str, ...]]:
    """Return ids in any order, none twice."""
    return st.lists(st.sampled_from(list(ids)), unique=True, min_size=least, max_size=most).map(tuple)


@cache
def selections(*, least_alliances: int = 0) -> st.SearchStrategy[Selection]:
    """Return any selection: indicators, sub-regions, groups, and every mode."""
    return st.builds(
        Selection,
        indicator=st.sampled_from(INDICATORS),
        subregions=subsets(SUBREGIONS),
        alliances=subsets(ALLIANCES, least=least_alliances),
        match=st.sampled_from(MATCHES),
        without=subsets(ALLIANCES, most=2),
        members=st.sampled_from(MEMBER_MODES),
        doubtful=st.sampled_from(DOUBTFUL_MODES),
        measure=st.sampled_from(MEASURES),
    )


# Words that stand in some titles, with accents and case as a visitor may type them, and one that stands in none.
WORDS = ("", "", "Seguridad", "justicia", "POLICIA", "CICIG", "support program", "FED/2008", "no such words")


@cache
def money_filters() -> st.SearchStrategy[MoneyFilters]:
    """Return any filters of money: values of every dimension, early decisions in or out, every rule, and words."""
    values = {one: few(DIMENSIONS[one].name_values()) for one in FILTERED_DIMENSIONS}
    modes = {
        "early": st.sampled_from(EARLY_MODES),
        "spread": st.sampled_from(list(RULES)),
        "words": st.sampled_from(WORDS),
    }
    return st.builds(MoneyFilters, **values, **modes)


def few(ids: Iterable[str]) -> st.SearchStrategy[tuple[str, ...]]:
    """Return no id more often than some: eleven filters at once would leave nothing of most views."""
    return st.one_of(st.just(()), st.just(()), st.just(()), subsets(ids))


def money_queries() -> st.SearchStrategy[MoneyQuery]:
    """Return any question about money: a selection of countries and measure, and filters of money."""
    return st.builds(MoneyQuery, selections(), money_filters())


@st.composite
def states(draw: st.DrawFn) -> tuple[str, ViewState]:
    """Return a topic and a state that a page of this topic can write into its URL: any value of each of its parameters."""
    topic = draw(st.sampled_from(TOPICS))
    return topic, draw(states_of(topic))


@cache
@st.composite
def states_of(draw: st.DrawFn, topic: str) -> ViewState:
    """Return any state of a page of this topic."""
    state = ViewState()
    for parameter in parameters_of(topic):
        state = state.with_value(parameter.name, draw(_values(parameter, topic)), topic)
    return state


@cache
@st.composite
def views_of(draw: st.DrawFn, topic: str) -> ViewState:
    """Return a state of a page of this topic whose filters leave something more often than not."""
    state = draw(states_of(topic))
    selection = draw(few_filters())
    kept = replace(selection, indicator=state.selection.indicator, measure=state.selection.measure)
    return replace(state, selection=kept, money=draw(money_filters()))


@cache
def few_filters() -> st.SearchStrategy[Selection]:
    """Return a selection with no filter more often than with some."""
    return st.builds(
        Selection,
        subregions=few(SUBREGIONS),
        alliances=few(ALLIANCES),
        match=st.sampled_from(MATCHES),
        members=st.sampled_from(MEMBER_MODES),
        doubtful=st.sampled_from(DOUBTFUL_MODES),
    )


@cache
def _values(parameter: Parameter, topic: str) -> st.SearchStrategy[str | tuple[str, ...]]:
    """The values that a page can give to one of its parameters."""
    if parameter.is_text:
        return st.text(max_size=80).map(clean_words)
    known = sorted(parameter.known(topic))
    return subsets(known) if parameter.many else st.sampled_from([*([""] if parameter.is_optional else []), *known])
