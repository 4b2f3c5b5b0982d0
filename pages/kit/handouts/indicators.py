"""Handouts of the pages that show one indicator: map, ranking, table; of the overview also its findings."""

from dataclasses import replace
from typing import Any

from geo import extract, filter_words
from geo.figures import choropleth, dossier, ranking, tables
from geo.handout import Drawn, Handout
from geo.messages import say
from geo.views import IndicatorView
from pages.kit import load, router, urlstate
from pages.kit.handouts import cards
from pages.kit.router import PageEntry
from pages.kit.urlstate import ViewState


def indicator(state: ViewState, entry: PageEntry) -> Handout:
    """Return the handout of an indicator."""
    view = load.indicator_view(state.selection)
    return Handout(
        slug=entry.slug,
        page=entry.title,
        title=view.headline,
        below=view.coverage,
        filters=filter_words.describe_countries(state.selection),
        parameters=urlstate.write(state, entry.topic),
        stem=extract.name_file(view.indicator_id, state.selection).removesuffix(".csv"),
        figures=() if view.empty else _draw(view, state, entry.topic),
        rows=extract.extract_indicator(view),
        notes=view.notes,
        tells_filters=state.selection.filters_countries,
    )


def overview(state: ViewState, entry: PageEntry) -> Handout:
    """Return the handout of the overview: the finding of each topic, then the map of its indicator."""
    made = indicator(state, entry)
    return replace(made, figures=(Drawn("facts", "findings", _draw_findings(state)), *made.figures))


def _draw(view: IndicatorView, state: ViewState, topic: str) -> tuple[Drawn, ...]:
    return (
        Drawn("map", "map", choropleth.draw_indicator(view, state.place)),
        *cards.place(state, topic),
        Drawn("ranking", "ranking", ranking.rank_indicator(view, state.place)),
        Drawn("table", "table", tables.tabulate_indicator(view, state.place)),
    )


def _draw_findings(state: ViewState) -> dict[str, Any]:
    told = {
        router.find_entry(slug).title: finding for slug, finding in load.findings_of_topics(state.selection).items()
    }
    return dossier.list_findings(say("What the filters leave, by topic"), told)
