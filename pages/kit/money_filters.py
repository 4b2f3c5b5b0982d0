"""The filters that only money has: words in titles, years before 2007, the rule of allocation, and a choice for every dimension."""

import streamlit as st

from geo.allocation import NOTHING, RULES
from geo.dimensions import DIMENSIONS
from geo.money_query import FILTERED_DIMENSIONS, FIRST_YEAR
from pages.kit import session, urlstate
from pages.kit.urlstate import ViewState

# Chosen in marks and by links; a list of 41 references would help nobody.
_NOT_LISTED = ("decision",)
# The map has the rule of allocation beside it, where its effect is seen.
_TOPIC_OF_THE_MAP = "money"


def choose(state: ViewState, topic: str) -> None:
    """Draw the filters of money; a dimension that the measure does not have is shown, and says why it cannot be used."""
    _search(state, topic)
    filtered = sum(bool(getattr(state.money, one)) for one in FILTERED_DIMENSIONS)
    with st.popover(f"More filters ({filtered})" if filtered else "More filters", icon=":material/tune:"):
        _choose_early(state, topic)
        if topic != _TOPIC_OF_THE_MAP:
            _choose_rule(state, topic)
        for dimension_id in FILTERED_DIMENSIONS:
            if dimension_id not in _NOT_LISTED:
                _choose_values(dimension_id, state, topic)


def _search(state: ViewState, topic: str) -> None:
    st.session_state["filter_q"] = state.money.words
    st.text_input(
        "Search in titles",
        key="filter_q",
        placeholder="Words or number",
        on_change=_take_words,
        args=(topic,),
        width=171,
    )


def _take_words(topic: str) -> None:
    session.change("q", urlstate.clean_words(st.session_state["filter_q"]), topic)


def _choose_early(state: ViewState, topic: str) -> None:
    st.session_state["filter_early"] = state.money.early == "include"
    st.toggle(
        f"With decisions before {FIRST_YEAR}", key="filter_early", on_change=_take_early, args=(topic,),
        help="Annex H lists four such decisions. The totals that the report prints are of 2007 to 2013.",
    )  # fmt: skip


def _take_early(topic: str) -> None:
    session.change("early", "include" if st.session_state["filter_early"] else "leave_out", topic)


def _choose_rule(state: ViewState, topic: str) -> None:
    st.session_state["filter_spread"] = state.money.spread
    st.selectbox(
        "Money for regions", list(RULES), format_func=lambda one: RULES[one].name, key="filter_spread", on_change=_take,
        args=("spread", topic), help=RULES["equal_shares"].text,
    )  # fmt: skip


def choose_rule(state: ViewState, topic: str) -> None:
    """Draw the choice of a rule of allocation where its effect is seen: above the map, with what the rule does."""
    st.session_state["filter_spread"] = state.money.spread
    with st.container(horizontal=True, vertical_alignment="center", key="rule"):
        st.segmented_control(
            "Money for regions", list(RULES), format_func=lambda one: RULES[one].name, key="filter_spread", on_change=_take_rule,
            args=(topic,), label_visibility="collapsed", width="content",
        )  # fmt: skip
        st.caption(f"{RULES[state.money.spread].text}.")


def _take_rule(topic: str) -> None:
    # A click on the rule that is on lets go of it, and nothing is spread.
    session.change("spread", st.session_state["filter_spread"] or NOTHING, topic)


def _choose_values(dimension_id: str, state: ViewState, topic: str) -> None:
    dimension = DIMENSIONS[dimension_id]
    is_had = state.selection.measure in dimension.measures
    key = f"filter_{dimension_id}"
    st.session_state[key] = list(getattr(state.money, dimension_id))
    st.multiselect(
        dimension.name, list(dimension.name_values()), format_func=dimension.name_value, key=key, on_change=_take,
        args=(dimension_id, topic), placeholder="All" if is_had else "Not for this measure", disabled=not is_had,
        help=None if is_had else dimension.why_not,
    )  # fmt: skip
    if not is_had:
        st.caption(dimension.why_not)


def _take(name: str, topic: str) -> None:
    value = st.session_state[f"filter_{name}"]
    session.change(name, tuple(value) if isinstance(value, list) else value, topic)
