"""The card of a decision or contract, what stands out where none is chosen, and the ways that lead to a card."""

from collections.abc import Callable

import streamlit as st

from geo.figures.record import draw_record
from geo.figures.standouts import draw_standouts
from geo.portfolio import Portfolio
from geo.record import is_outside
from pages.kit import components, load, parameters, permalinks, search, session, take_cite
from pages.kit.components.sending import once
from pages.kit.urlstate import ViewState

_CARD, _STANDOUTS = "record", "standouts"
# Where a card stands: beside its figure, on a phone over the page's lower part (layout.css).
CHOSEN = "chosen"


def beside(portfolio: Portfolio, state: ViewState, topic: str) -> None:
    """Show the card of the chosen record, or what stands out where none is chosen."""
    if state.record:
        card(state, topic)
    else:
        standouts(portfolio, topic)


def card(state: ViewState, topic: str) -> None:
    """Show the card of the chosen record."""
    found = load.record(state.record)
    link = permalinks.find_base() + permalinks.link_record(state.record)
    drawn = draw_record(
        found,
        link,
        is_outside=is_outside(state.record, state.query),
        is_alone=state.money.recipient == (found.recipient,),
    )
    with st.container(key=CHOSEN):
        components.record(drawn | {"cite": state.record}, _CARD, _taker(topic), take_cite.opener(_CARD, topic))


def standouts(portfolio: Portfolio, topic: str) -> None:
    """Show what stands out in the view, each line a way to narrow it or to open a record."""
    drawn = once(draw_standouts, load.standouts(portfolio.query), portfolio.query.filters.uptake)
    components.standouts(drawn, _STANDOUTS, session.narrower(_STANDOUTS, topic))


def opener(key: str, topic: str) -> Callable[[], None]:
    """Return the callback of a figure whose records open: here, where the page shows cards of records, else on the page of the money."""

    def open_record() -> None:
        opened = session.picked_in(key, "opened")
        if opened is None or opened not in parameters.known_values("record", topic):
            return
        if "record" in {parameter.name for parameter in parameters.parameters_of(topic)}:
            session.change("record", opened, topic)
        else:
            search.go(search.find_record(opened))

    return open_record


def _taker(topic: str) -> Callable[[], None]:
    def take() -> None:
        picked = session.picked_in(_CARD)
        if picked == "":
            session.change("record", "", topic)
        elif picked:
            session.narrow(picked, topic)

    return take
