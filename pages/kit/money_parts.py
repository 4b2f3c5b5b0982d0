"""The parts of the page that follows the money: breadcrumb, and the chart with the card beside it."""

import streamlit as st

from geo.messages import say
from geo.portfolio import Portfolio
from pages.kit import markdown, money_chart, record_parts, router, session, urlstate
from pages.kit.urlstate import ViewState


def breadcrumb(portfolio: Portfolio, topic: str) -> None:
    """Show each value that is filtered by, as a button that takes it off; an empty place where nothing is filtered.

    The place is always there: were what stands below it to move up or down in the page, its charts would be made anew and lose the focus.
    """
    with st.container(horizontal=True, key="breadcrumb"):
        for crumb in portfolio.crumbs:
            st.button(
                markdown.escape(crumb.text), key=f"crumb_{crumb.dimension}_{crumb.value_id}", icon=":material/close:", help=crumb.why_not or None,
                on_click=session.drop, args=(crumb.dimension, crumb.value_id, topic), type="tertiary" if crumb.why_not else "secondary",
            )  # fmt: skip


def chart_and_card(portfolio: Portfolio, state: ViewState, topic: str) -> None:
    """Show the chosen chart, and beside it the card of the chosen record or what stands out."""
    chart_side, card_side = st.columns([1.9, 1], gap="large")
    with chart_side:
        money_chart.chart(portfolio, state, topic)
    with card_side:
        record_parts.beside(portfolio, state, topic)


def follow(state: ViewState) -> None:
    """Show the way to the same money on the page that follows it, filters and all."""
    page = router.list_pages()["money"]
    st.page_link(
        page,
        label=say("Follow this money, down to the contract"),
        icon=":material/account_tree:",
        query_params=urlstate.write(state, "money"),
    )
