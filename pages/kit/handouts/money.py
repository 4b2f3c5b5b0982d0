"""Handouts of the pages of EU money: on the map, followed by any two dimensions under the chosen chart, and beside need."""

from geo import extract, extract_money, filter_words, need_extract
from geo.figures import bars, choropleth, dates, flow, money_bars, need_sheet, ranking, record_table, treemap, years
from geo.figures.standouts import draw_standouts
from geo.handout import Drawn, Handout
from geo.money_charts import CHARTS
from geo.need_view import NeedView
from geo.portfolio import Portfolio
from geo.views import MoneyView
from pages.kit import load, urlstate
from pages.kit.handouts import cards
from pages.kit.router import PageEntry
from pages.kit.urlstate import ViewState


def commitments(state: ViewState, entry: PageEntry) -> Handout:
    """Return the handout of the map of money: map with regions, rankings, breakdowns, records."""
    view, portfolio = load.money_view(state.query), load.portfolio(state.query)
    figures = () if view.empty else (*_draw_map(view, state, entry.topic), _draw_records(portfolio, state))
    return _hand_out(state, entry, portfolio, (view.headline, view.coverage, view.notes), figures)


def follow(state: ViewState, entry: PageEntry) -> Handout:
    """Return the handout of the page that follows the money: the chosen chart, what stands out or the chosen record, records."""
    portfolio = load.portfolio(state.query)
    said = (portfolio.headline, portfolio.coverage, portfolio.notes)
    if portfolio.empty:
        return _hand_out(state, entry, portfolio, said, ())
    figures = (*draw_chart(portfolio, state), *_draw_beside(portfolio, state), _draw_records(portfolio, state))
    return _hand_out(state, entry, portfolio, said, figures)


def need(state: ViewState, entry: PageEntry) -> Handout:
    """Return the handout of money beside need. The scene leaves as two flat maps: what a browser without WebGL shows."""
    view = load.need_view(state.selection)
    subject = f"need_{view.need.indicator_id}_{view.money.measure}"
    measure, countries = filter_words.describe_measure, filter_words.describe_countries
    return Handout(
        slug=entry.slug,
        page=entry.title,
        title=view.headline,
        below=view.coverage,
        filters=(*measure(state.selection), *countries(state.selection)),
        parameters=urlstate.write(state, entry.topic),
        stem=extract.name_file(subject, state.selection).removesuffix(".csv"),
        figures=() if view.empty else _draw_need(view, state, entry.topic),
        rows=need_extract.extract_need(view),
        notes=view.notes,
        tells_filters=state.selection.filters_countries,
    )


def draw_chart(portfolio: Portfolio, state: ViewState) -> tuple[Drawn, ...]:
    """Return the chosen chart; nothing where it cannot show the measure."""
    if portfolio.query.measure not in CHARTS[state.chart].measures:
        return ()
    if state.chart == "bars":
        choice = money_bars.choose(portfolio.query.measure, state.by, state.split)
        return (Drawn("bars", "chart_bars", money_bars.draw_bars(portfolio, choice.by, choice.split, state.bars)),)
    if state.chart == "treemap":
        return (Drawn("treemap", "chart_treemap", treemap.draw_treemap(portfolio, state.record)),)
    if state.chart == "flow":
        end, _ = flow.choose_end(portfolio.query.measure, state.flow)
        return (Drawn("flow", "chart_flow", flow.draw_flow(portfolio, end)),)
    if state.chart == "years":
        return (Drawn("years", "chart_years", years.draw_years(portfolio)),)
    by = state.by if state.by in dates.GROUPINGS else dates.GROUPINGS[0]
    return (Drawn("dates", "chart_dates", dates.draw_dates(portfolio, by, state.record)),)


def _draw_map(view: MoneyView, state: ViewState, topic: str) -> tuple[Drawn, ...]:
    drawn = [
        (f"bars_{one.dimension}", bars.draw_breakdown(one, view.measure_name, state.query)) for one in view.breakdowns
    ]
    return (
        Drawn("map", "map", choropleth.draw_money(view, state.place)),
        *cards.place(state, topic),
        Drawn("ranking", "regions", ranking.rank_regions(view, state.place)),
        Drawn("ranking", "ranking", ranking.rank_money(view, state.place)),
        *(Drawn("bars", key, data) for key, data in drawn),
    )  # fmt: skip


def _draw_beside(portfolio: Portfolio, state: ViewState) -> tuple[Drawn, ...]:
    if state.record:
        return cards.record(state)
    drawn = draw_standouts(load.standouts(portfolio.query), portfolio.query.filters.uptake)
    return (Drawn("standouts", "standouts", drawn),)


def _draw_records(portfolio: Portfolio, state: ViewState) -> Drawn:
    return Drawn("table", "table", record_table.tabulate_records(portfolio, state.record))


def _draw_need(view: NeedView, state: ViewState, topic: str) -> tuple[Drawn, ...]:
    return (
        Drawn("map", "map", choropleth.draw_money(view.money, state.place)),
        Drawn("map", "map_need", choropleth.draw_indicator(view.need, state.place)),
        Drawn("relief_key", "relief_key", need_sheet.draw_legend(view, with_arcs=state.arcs == "show")),
        *cards.place(state, topic),
        Drawn("ranking", "ranking", need_sheet.rank_need(view, state.place)),
        Drawn("table", "table", need_sheet.tabulate_need(view, state.place)),
    )


def _hand_out(
    state: ViewState,
    entry: PageEntry,
    portfolio: Portfolio,
    said: tuple[str, str, tuple[str, ...]],
    figures: tuple[Drawn, ...],
) -> Handout:
    title, below, notes = said
    return Handout(
        slug=entry.slug,
        page=entry.title,
        title=title,
        below=below,
        filters=filter_words.describe_money(portfolio.query),
        parameters=urlstate.write(state, entry.topic),
        stem=extract_money.name_file(f"eu-{portfolio.noun}s", portfolio.query).removesuffix(".csv"),
        figures=figures,
        rows=extract_money.extract_records(portfolio),
        notes=notes,
        tells_filters=state.selection.filters_countries,
    )
