"""The filters that only money has: words in titles, years before 2007, the rule of allocation, and a choice for every dimension."""

from dataclasses import fields

import streamlit as st

from geo.allocation import EQUAL_SHARES, RULES
from geo.dimensions import DIMENSIONS
from geo.messages import say, say_in
from geo.money_query import EARLY_MODES, FILTERED_DIMENSIONS, FIRST_YEAR, MoneyFilters
from pages.kit import widgets
from pages.kit.urlstate import ViewState

# Chosen in marks and by links; a list of 41 references would help nobody.
_NOT_LISTED = ("decision",)
# The map has the rule of allocation beside it, where its effect is seen.
_TOPIC_OF_THE_MAP = "commitments"
WIDTH = 171  # pixels, of the words


def choose(state: ViewState, topic: str) -> None:
    """Draw the filters of money; a dimension that the measure does not have is shown, and says why it cannot be used."""
    widgets.type_words(
        "q", say("Search in titles"), state.money.words, topic, placeholder=say("Words or number"), width=WIDTH
    )
    more = st.popover(name_more(state.money), icon=":material/tune:", key="more_filters", on_change="rerun")
    # Ten lists of options are a quarter of the page's work: they are made while they are open.
    if not more.open:
        return
    with more:
        widgets.switch(
            "early", say("With decisions before {year}", year=FIRST_YEAR), EARLY_MODES, state.money.early, topic,
            help=say("Annex H lists four such decisions. The totals that the report prints are of 2007 to 2013."),
        )  # fmt: skip
        if topic != _TOPIC_OF_THE_MAP:
            text = RULES[EQUAL_SHARES].text
            widgets.choose("spread", say("Money for regions"), _name_rules(), state.money.spread, topic, help=text)
        for dimension_id in FILTERED_DIMENSIONS:
            if dimension_id not in _NOT_LISTED:
                _choose_values(dimension_id, state, topic)


def name_more(money: MoneyFilters) -> str:
    """Return what the button is called that opens the rarer filters."""
    filtered = sum(bool(getattr(money, one)) for one in FILTERED_DIMENSIONS)
    return say("More filters ({number})", number=filtered) if filtered else say("More filters")


def count(money: MoneyFilters) -> int:
    """Return how many filters of money are in force."""
    return sum(getattr(money, one.name) != getattr(MoneyFilters(), one.name) for one in fields(money))


def choose_rule(state: ViewState, topic: str) -> None:
    """Draw the choice of a rule of allocation where its effect is seen: above the map, with what the rule does."""
    with st.container(horizontal=True, vertical_alignment="center", key="rule"):
        widgets.choose_button(
            "spread", say("Money for regions"), _name_rules(), state.money.spread, topic, label_visibility="collapsed", width="content"
        )  # fmt: skip
        st.caption(f"{RULES[state.money.spread].text}.")


def _name_rules() -> dict[str, str]:
    return {rule_id: rule.name for rule_id, rule in RULES.items()}


def _choose_values(dimension_id: str, state: ViewState, topic: str) -> None:
    dimension = DIMENSIONS[dimension_id]
    is_had = state.selection.measure in dimension.measures
    values = getattr(state.money, dimension_id)
    placeholder = say_in("values of a filter", "All") if is_had else say("Not for this measure")
    widgets.choose_many(
        dimension_id,
        dimension.name,
        dimension.name_values(),
        values,
        topic,
        placeholder=placeholder,
        disabled=not is_had,
    )
    if not is_had:
        st.caption(dimension.why_not)
