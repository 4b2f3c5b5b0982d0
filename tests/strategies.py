"""Hypothesis strategies: every selection and every state of a page that a visitor can reach."""

from collections.abc import Iterable

from hypothesis import settings
from hypothesis import strategies as st

from geo.country_card import list_places
from geo.places import name_alliances, name_places
from geo.selection import DOUBTFUL_MODES, MATCHES, MEASURES, MEMBER_MODES, Selection
from pages.kit.router import PAGES
from pages.kit.urlstate import ViewState, known_indicators

# A view takes far longer than a set of countries. What else holds for every law is in conftest.py.
LAWS = settings(max_examples=100)
VIEW_LAWS = settings(max_examples=50)

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
        members=st.sampled_from(MEMBER_MODES),
        doubtful=st.sampled_from(DOUBTFUL_MODES),
        measure=st.sampled_from(MEASURES),
    )


@st.composite
def states(draw: st.DrawFn) -> tuple[str, ViewState]:
    """Return a topic and a state that a page of this topic can write into its URL: an indicator or a measure, not both."""
    topic = draw(st.sampled_from(TOPICS))
    is_money = topic == "money"
    selection = Selection(
        subregions=draw(subsets(SUBREGIONS)),
        alliances=draw(subsets(ALLIANCES)),
        match=draw(st.sampled_from(MATCHES)),
        members=draw(st.sampled_from(MEMBER_MODES)),
        doubtful=draw(st.sampled_from(DOUBTFUL_MODES)),
        measure=draw(st.sampled_from(MEASURES)) if is_money else Selection().measure,
    )
    indicator = draw(st.sampled_from(list(known_indicators(topic))))
    place = draw(st.sampled_from(["", *list_places()]))
    return topic, ViewState(selection, place, () if is_money else ((topic, indicator),))
