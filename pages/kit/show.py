"""Figures on the screen: each puts a view into its place and makes what is picked the chosen place."""

from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from geo.allocation import NOTHING
from geo.country_card import CountryCard
from geo.figures import bars, choropleth, ranking, sheet, source_tables, tables
from geo.figures import record_table as record_table_figure
from geo.figures.groups import draw_set_map
from geo.messages import say
from geo.overlap import Overlap
from geo.places import name_countries
from geo.portfolio import Portfolio
from geo.views import IndicatorView, MoneyView
from pages.kit import components, load, markdown, parameters, record_parts, router, session, take_cite, urlstate
from pages.kit.components import Drawing
from pages.kit.components.sending import Figure, once
from pages.kit.urlstate import ViewState

# Where the map, the card of the chosen place, and the rankings stand.
Places = tuple[DeltaGenerator, DeltaGenerator, DeltaGenerator]


def indicator(view: IndicatorView, state: ViewState, topic: str, places: Places) -> None:
    """Show an indicator as map, card and ranking."""
    rankings = {"ranking": once(ranking.rank_indicator, view, state.place)}
    _show(draw_indicator(view, state), rankings, state, topic, places)


def draw_indicator(view: IndicatorView, state: ViewState) -> Figure:
    """Return the map of an indicator."""
    return once(choropleth.draw_indicator, view, state.place)


def draw_money(view: MoneyView, state: ViewState) -> Figure:
    """Return the map of EU money."""
    return once(choropleth.draw_money, view, state.place)


def draw_sets(found: Overlap, state: ViewState) -> Figure:
    """Return the map of the alliances' sets."""
    return once(draw_set_map, found, state.selection, state.place)


def money(view: MoneyView, state: ViewState, topic: str, places: Places) -> None:
    """Show EU money as map with marks for regions, card, the panel of regional money, and the ranking of single countries."""
    regions, single = once(ranking.rank_regions, view, state.place), once(ranking.rank_money, view, state.place)
    rankings = {"regions": regions, "ranking": single}
    _show(draw_money(view, state), rankings, state, topic, places)


def _show(drawn_map: Figure, rankings: dict[str, Figure], state: ViewState, topic: str, places: Places) -> None:
    map_place, card_place, ranking_place = places
    with map_place:
        components.country_map(drawn_map, "map", session.picker("map", topic))
    with card_place:
        card(state, topic)
    with ranking_place:
        for key, drawn in rankings.items():
            components.ranking(drawn, key, session.picker(key, topic))


def card(state: ViewState, topic: str) -> None:
    """Show the card of the chosen record where the page has such, else that of the chosen place, if there is one."""
    if state.record and "record" in {parameter.name for parameter in parameters.parameters_of(topic)}:
        record_parts.card(state, topic)
    elif state.place:
        with st.container(key=record_parts.CHOSEN):
            _lead_on(state, topic)


def _lead_on(state: ViewState, topic: str) -> None:
    """Show the card of the chosen place, above it the ways to its page and to its money."""
    if state.place in name_countries():
        link = urlstate.write(state, "country")
        page = router.list_pages()["country"]
        st.page_link(page, label=say("Open the country's page"), icon=":material/arrow_forward:", query_params=link)
    # A rule that no control of this page shows must not be at work in its card.
    spread = state.money.spread if topic == "commitments" else NOTHING
    drawn = load.card(state.place, spread)
    if drawn.money or drawn.under_rule:
        link = urlstate.write(urlstate.follow_place(state, spread), "money")
        page = router.list_pages()["money"]
        st.page_link(page, label=say("Follow this money"), icon=":material/account_tree:", query_params=link)
    pick, open_record = session.picker("card", topic), record_parts.opener("card", topic)
    drawn, cite = once(_draw_card, drawn, state.place), take_cite.opener("card", topic)
    components.country_card(drawn, "card", pick, open_record, cite)


def _draw_card(drawn: CountryCard, place: str) -> dict[str, Any]:
    """The card, with the way to cite its place."""
    return sheet.draw_card(drawn) | {"cite": place}


def indicator_table(view: IndicatorView, state: ViewState, topic: str) -> None:
    """Show the rows of an indicator with their source cells."""
    components.table(once(tables.tabulate_indicator, view, state.place), "table", session.picker("table", topic))


def record_table(portfolio: Portfolio, state: ViewState, topic: str) -> None:
    """Show the decisions or contracts behind a view, and their sum; a click opens the record's card."""
    drawn = once(record_table_figure.tabulate_records, portfolio, state.record)
    components.table(drawn, "table", session.picker("table", topic, "record"))
    st.caption(record_table_figure.tell_sum(portfolio))


def breakdowns(view: MoneyView, state: ViewState, topic: str) -> None:
    """Show money by each dimension, side by side where there is room; every breakdown adds up to the same total, every mark filters."""
    first, second = view.breakdowns[:3], view.breakdowns[3:]
    for group in (first, second):
        for column, one in zip(st.columns(len(group), gap="large"), group, strict=True):
            key = f"bars_{one.dimension}"
            with column:
                drawn = once(bars.draw_breakdown, one, view.measure_name, state.query)
                components.bars(drawn, key, session.narrower(key, topic))


def plain_table(data: Drawing, key: str) -> None:
    """Show a table in which nothing is picked."""
    components.table(data, key, lambda: None)


def findings(state: ViewState) -> None:
    """Show the finding of each topic for the current filters, with the way to its page."""
    told = load.findings_of_topics(state.selection)
    with st.container(key="findings"):
        columns = st.columns(len(told), gap="medium")
    for column, (slug, finding) in zip(columns, told.items(), strict=True):
        with column, st.container(border=True, height="stretch"):
            st.caption(router.find_entry(slug).title)
            st.markdown(f"**{markdown.escape(finding)}**")
            st.page_link(router.list_pages()[slug], label=say("Open the map"), icon=":material/arrow_forward:")


def reconciliation() -> None:
    """Lead to the page that compares what the report printed with what Annex H adds up to."""
    st.subheader(say("Does it add up?"), anchor=False)
    st.markdown(say(
        "Every total, share and count that the report prints about the portfolio, beside the same figure from Annex H, has a page of its own."
    ))  # fmt: skip
    st.page_link(
        router.list_pages()["reconciliation"], label=say("Published beside recomputed"), icon=":material/arrow_forward:"
    )


def caveats() -> None:
    """Show every caveat, once."""
    st.subheader(say("What is doubtful, and why"), anchor=False)
    _source_table("caveats")


def unplaced_values() -> None:
    """Show printed cells whose column cannot be known."""
    st.subheader(say("Printed, but not placeable"), anchor=False)
    _source_table("unplaced")


def groups() -> None:
    """Show the groups that the documents name, and their members."""
    st.subheader(say("Alliances and other groups"), anchor=False)
    _source_table("groups")
    _source_table("memberships")


def context() -> None:
    """Show the way to what stands beside the 2007-2013 portfolio and is never mixed into its totals."""
    st.subheader(say("Beside the portfolio"), anchor=False)
    st.markdown(say(
        "What donors disbursed to the region, the programmes of Annex I and of later documents, and a timeline of security cooperation "
        "have a page of their own, with their sources."
    ))  # fmt: skip
    st.page_link(router.list_pages()["context"], label=say("Open the page"), icon=":material/arrow_forward:")


def documents() -> None:
    """Show the documents that every number comes from."""
    st.subheader(say("Documents"), anchor=False)
    _source_table("documents")


def _source_table(key: str) -> None:
    plain_table(source_tables.TABLES[key](), key)
