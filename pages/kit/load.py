"""Views by selection, computed once and shared by every visitor; nothing changes them."""

import streamlit as st

from geo.compare_view import build_compare_view
from geo.country_brief import CountryBrief, CountryLine, build_brief, list_countries
from geo.country_card import CountryCard, build_card
from geo.gaps import GapsView, build_gaps_view
from geo.indicator_view import build_indicator_view
from geo.money_view import build_money_view
from geo.need import build_need_view
from geo.need_view import NeedView
from geo.overlap import Overlap, build_alliance_sets, build_overlap
from geo.pairs import CompareView
from geo.pinned import PinnedRow, compare_pinned
from geo.selection import Selection
from geo.spread import Spread, build_spread
from geo.views import IndicatorView, MoneyView

KEPT = 512


@st.cache_resource(max_entries=KEPT, show_spinner=False)
def indicator_view(selection: Selection) -> IndicatorView:
    """Return the view of the selected indicator."""
    return build_indicator_view(selection)


@st.cache_resource(max_entries=KEPT, show_spinner=False)
def money_view(selection: Selection) -> MoneyView:
    """Return the view of EU money in the selected measure."""
    return build_money_view(selection)


@st.cache_resource(max_entries=KEPT, show_spinner=False)
def need_view(selection: Selection) -> NeedView:
    """Return an indicator and EU money side by side."""
    return build_need_view(selection)


@st.cache_resource(max_entries=KEPT, show_spinner=False)
def card(place: str) -> CountryCard:
    """Return the card of a country or region."""
    return build_card(place)


@st.cache_resource(max_entries=KEPT, show_spinner=False)
def alliance_sets(selection: Selection) -> Overlap:
    """Return the disjoint sets of the alliances."""
    return build_alliance_sets(selection)


@st.cache_resource(max_entries=KEPT, show_spinner=False)
def overlap(groups: tuple[str, ...], selection: Selection) -> Overlap:
    """Return the disjoint sets of some groups."""
    return build_overlap(groups, selection)


@st.cache_resource(max_entries=KEPT, show_spinner=False)
def spread(selection: Selection) -> Spread:
    """Return the selected indicator for members and for the others."""
    return build_spread(selection)


@st.cache_resource(max_entries=KEPT, show_spinner=False)
def brief(iso3: str) -> CountryBrief:
    """Return the brief of a country."""
    return build_brief(iso3)


@st.cache_resource(max_entries=1, show_spinner=False)
def country_lines() -> tuple[CountryLine, ...]:
    """Return what the documents hold of each of the 33 countries, in a line each."""
    return list_countries()


@st.cache_resource(max_entries=KEPT, show_spinner=False)
def compare_view(selection: Selection, across: str, upwards: str) -> CompareView:
    """Return the view of two measures against each other."""
    return build_compare_view(selection, across, upwards)


@st.cache_resource(max_entries=KEPT, show_spinner=False)
def pinned(pins: tuple[str, ...], doubtful: str) -> tuple[PinnedRow, ...]:
    """Return every measure of the pinned countries."""
    return compare_pinned(pins, doubtful)


@st.cache_resource(max_entries=KEPT, show_spinner=False)
def gaps_view(selection: Selection) -> GapsView:
    """Return which cells of the annexes are known and which are not."""
    return build_gaps_view(selection)
