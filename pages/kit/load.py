"""Views by selection, computed once and shared by every visitor; nothing changes them."""

import streamlit as st

from geo.country_card import CountryCard, build_card
from geo.indicator_view import build_indicator_view
from geo.money_view import build_money_view
from geo.selection import Selection
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
def card(place: str) -> CountryCard:
    """Return the card of a country or region."""
    return build_card(place)
