"""The chart of the page that follows the money: which one, its controls, and what is picked in it."""

import streamlit as st

from geo.dimensions import COMMITTED, CONTRACTED, DIMENSIONS
from geo.figures import dates, flow, money_bars, treemap, years
from geo.messages import mark, say, say_in
from geo.money_charts import ARRANGEMENTS, CHARTS, FLOW_ENDS, NO_SPLIT
from geo.portfolio import Portfolio
from pages.kit import components, session, widgets
from pages.kit.components.sending import once
from pages.kit.urlstate import ViewState

_ICONS = {
    "bars": ":material/bar_chart:",
    "treemap": ":material/grid_view:",
    "flow": ":material/account_tree:",
    "years": ":material/show_chart:",
    "dates": ":material/view_timeline:",
}
_ARRANGEMENT_NAMES = {"stacked": mark("Stacked"), "grouped": mark("Side by side")}
# A dimension that only one measure has, in a list of all.
_ONLY = {COMMITTED: mark("{dimension} (only committed)"), CONTRACTED: mark("{dimension} (only contracted)")}


def chart(portfolio: Portfolio, state: ViewState, topic: str) -> None:
    """Show the choice of charts and the chosen one; where the measure cannot be shown in it, why, and the way to the other measure."""
    _choose("chart", say("Chart"), tuple(CHARTS), state.chart, topic)
    chosen = CHARTS[state.chart]
    if portfolio.query.measure not in chosen.measures:
        st.info(chosen.why_not, icon=":material/info:")
        label = say("Show amounts contracted")
        st.button(label, key="other_measure", on_click=session.change, args=("measure", CONTRACTED, topic))
        return
    _SHOWN[state.chart](portfolio, state, topic)


def _show_bars(portfolio: Portfolio, state: ViewState, topic: str) -> None:
    measure = portfolio.query.measure
    choice = money_bars.choose(measure, state.by, state.split)
    with st.container(horizontal=True, vertical_alignment="top", key="chart_controls"):
        _select("by", say_in("chart", "By"), tuple(DIMENSIONS), choice.by, topic, measure)
        splits = (NO_SPLIT, *(one for one in DIMENSIONS if one != choice.by))
        _select("split", say("Split by"), splits, choice.split or NO_SPLIT, topic, measure)
        if choice.split:
            _choose("bars", say("Arrangement"), ARRANGEMENTS, state.bars, topic)
    _explain(*choice.reasons)
    drawn = once(money_bars.draw_bars, portfolio, choice.by, choice.split, state.bars)
    components.bars(drawn, "chart_bars", session.narrower("chart_bars", topic))


def _show_treemap(portfolio: Portfolio, state: ViewState, topic: str) -> None:
    drawn = once(treemap.draw_treemap, portfolio, state.record)
    components.treemap(drawn, "chart_treemap", session.narrower("chart_treemap", topic))


def _show_flow(portfolio: Portfolio, state: ViewState, topic: str) -> None:
    end, reason = flow.choose_end(portfolio.query.measure, state.flow)
    with st.container(key="chart_controls"):
        _choose("flow", say("From instrument and zone to"), FLOW_ENDS, state.flow, topic)
    _explain(reason)
    components.flow(once(flow.draw_flow, portfolio, end), "chart_flow", session.narrower("chart_flow", topic))


def _show_years(portfolio: Portfolio, state: ViewState, topic: str) -> None:
    components.years(once(years.draw_years, portfolio), "chart_years", session.narrower("chart_years", topic))


def _show_dates(portfolio: Portfolio, state: ViewState, topic: str) -> None:
    by = state.by if state.by in dates.GROUPINGS else dates.GROUPINGS[0]
    with st.container(key="chart_controls"):
        _choose("by", say("In groups by"), dates.GROUPINGS, by, topic)
    drawn = once(dates.draw_dates, portfolio, by, state.record)
    components.dates(drawn, "chart_dates", session.narrower("chart_dates", topic))


_SHOWN = {"bars": _show_bars, "treemap": _show_treemap, "flow": _show_flow, "years": _show_years, "dates": _show_dates}


def _explain(*reasons: str) -> None:
    """Say why something that was asked for is not shown; nothing where there is no reason."""
    for reason in filter(None, reasons):
        st.info(reason, icon=":material/info:")


def _choose(name: str, label: str, options: tuple[str, ...], value: str, topic: str) -> None:
    """A row of buttons for one of a few options."""
    names = {option: _name(option) for option in options}
    visibility = "collapsed" if name == "chart" else "visible"
    widgets.choose_button(name, label, names, value, topic, wrap=True, label_visibility=visibility)


def _name(option: str) -> str:
    if option in CHARTS:
        return f"{_ICONS[option]} {CHARTS[option].name}"
    return say(_ARRANGEMENT_NAMES[option]) if option in ARRANGEMENTS else DIMENSIONS[option].name


def _select(name: str, label: str, options: tuple[str, ...], value: str, topic: str, measure: str) -> None:  # noqa: PLR0913, PLR0917
    """A list of dimensions; those that the measure does not have stand in it, and choosing one tells why."""
    names = {option: _name_dimension(option, measure) for option in options}
    widgets.choose(name, label, names, value, topic, width=220)


def _name_dimension(option: str, measure: str) -> str:
    if option == NO_SPLIT:
        return say_in("split by", "Nothing")
    dimension = DIMENSIONS[option]
    if measure in dimension.measures:
        return dimension.name
    return say(_ONLY[dimension.measures[0]], dimension=dimension.name)
