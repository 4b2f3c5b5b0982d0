"""The parts of the page that follows the money: breadcrumb, choice of chart, chart, and the card beside it."""

import streamlit as st

from geo.portfolio import Portfolio
from pages.kit import router, session, urlstate
from pages.kit.urlstate import ViewState


def breadcrumb(portfolio: Portfolio, topic: str) -> None:
    """Show each value that is filtered by, as a button that takes it off; nothing where nothing is filtered."""
    if not portfolio.crumbs:
        return
    with st.container(horizontal=True, key="breadcrumb"):
        for crumb in portfolio.crumbs:
            st.button(
                crumb.text, key=f"crumb_{crumb.dimension}_{crumb.value_id}", icon=":material/close:", help=crumb.why_not or None,
                on_click=session.drop, args=(crumb.dimension, crumb.value_id, topic), type="tertiary" if crumb.why_not else "secondary",
            )  # fmt: skip


def chart_and_card(portfolio: Portfolio, state: ViewState, topic: str) -> None:
    """Show the chosen chart, and beside it the card of the chosen record or what stands out."""


def follow(state: ViewState) -> None:
    """Show the way to the same money on the page that follows it, filters and all."""
    page = router.make_pages()["money"]
    st.page_link(
        page,
        label="Follow this money, down to the contract",
        icon=":material/account_tree:",
        query_params=urlstate.write(state, "follow"),
    )
