"""Hypothesis strategies: every selection and every state of a page that a visitor can reach."""

from collections.abc import Iterable

from hypothesis import settings
from hypothesis import strategies as st

from geo.places import name_alliances, name_places
from geo.selection import DOUBTFUL_MODES, MATCHES, MEASURES, MEMBER_MODES, Selection
from pages.kit.router import PAGES
from pages.kit.urlstate import ViewState, known_indicators, parameters_of

# A view takes far longer than a set of countries. What else holds for every law is in conftest.py.
LAWS = settings(max_examples=100)
VIEW_LAWS = settings(max_examples=50)

# Pages that show the map of an indicator or of money, with its ranking, table and notes.
MAP_PAGES = tuple(entry.slug for entry in PAGES if entry.topic in ("", "violence", "prisons", "money"))
TOPICS = tuple(dict.fromkeys(entry.topic for entry in PAGES))
ALLIANCES = tuple(name_alliances())
SUBREGIONS = tuple(name_places("subregions"))
INDICATORS = tuple(known_indicators(""))


def subsets(ids: Iterable[str], *, least: int = 0, most: int = 4) -> st.SearchStrategy[tuple[str, ...]]:
    """Return ids in any order, none twice."""
    return st.lists(st.sampled_from(list(ids)), unique=True, min_size=least, max_size=most).map(tuple)


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


@st.composite
def states(draw: st.DrawFn) -> tuple[str, ViewState]:
    """Return a topic and a state that a page of this topic can write into its URL: any value of each of its parameters."""
    topic = draw(st.sampled_from(TOPICS))
    state = ViewState()
    for parameter in parameters_of(topic):
        known = list(parameter.known(topic))
        value = (
            draw(subsets(known)) if parameter.many else draw(st.sampled_from([*may_be_empty(parameter.name), *known]))
        )
        state = state.with_value(parameter.name, value, topic)
    return topic, state


def may_be_empty(name: str) -> list[str]:
    """Return the empty value of parameters that may be left open."""
    return [""] if name in ("place", "cell", "event") else []
