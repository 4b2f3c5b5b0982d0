"""Handouts of the pages that set countries side by side: alliances, two measures, and what is not known."""

from geo import alliances as alliance_answers
from geo import compare_extract, extract, filter_words, overlap
from geo.figures import alliances as alliance_figures
from geo.figures import gap_matrix, gap_notes, gap_panel, groups, scatter, side_by_side, tables, two_measures
from geo.figures.spread import draw_spread
from geo.gaps import extract_gaps
from geo.handout import Drawn, Handout, Rows
from geo.measures import name_measures
from geo.messages import say, say_in
from geo.pairs import CompareView
from geo.places import name_alliances, name_countries
from geo.spread import extract_spread
from pages.kit import load, urlstate
from pages.kit.handouts import cards
from pages.kit.router import PageEntry
from pages.kit.urlstate import ViewState


def alliances(state: ViewState, entry: PageEntry) -> Handout:
    """Return the handout of the alliances: the memberships as rows, and an indicator for members and others beside them."""
    selection = state.selection
    found, spread = load.alliance_sets(selection), load.spread(selection)
    indicator = Rows(
        "members-and-others", say("{indicator}, members and others", indicator=spread.view.name), extract_spread(spread)
    )
    return Handout(
        slug=entry.slug,
        page=entry.title,
        title=overlap.tell_overlap(found, selection),
        below=overlap.tell_base(),
        filters=(
            *filter_words.describe_countries(selection),
            *filter_words.name_all(say("Groups in the chart"), state.groups, name_alliances()),
        ),
        parameters=urlstate.write(state, entry.topic),
        stem=extract.name_file("memberships", selection).removesuffix(".csv"),
        figures=_draw_alliances(state, entry.topic),
        rows=alliance_answers.extract_memberships(alliance_answers.build_rows(selection)),
        notes=(spread.finding, *spread.notes),
        further=(indicator,),
    )


def compare(state: ViewState, entry: PageEntry) -> Handout:
    """Return the handout of two measures against each other, with the pinned countries beside them."""
    view = load.compare_view(state.selection, state.x, state.y)
    subject = f"compare_{view.across.measure_id}_{view.upwards.measure_id}"
    rows = compare_extract.extract_pinned(load.pinned(state.pins, state.selection.doubtful))
    return Handout(
        slug=entry.slug,
        page=entry.title,
        title=view.headline,
        below=view.coverage,
        filters=(
            *filter_words.name_all(say_in("axis", "Across"), (state.x,), name_measures()),
            *filter_words.name_all(say_in("axis", "Upwards"), (state.y,), name_measures()),
            *filter_words.describe_countries(state.selection),
            *filter_words.name_all(say_in("countries", "Pinned"), state.pins, name_countries()),
        ),
        parameters=urlstate.write(state, entry.topic),
        stem=extract.name_file(subject, state.selection).removesuffix(".csv"),
        figures=(*(() if view.empty else _draw_pairs(view, state, entry.topic)), *_draw_pins(state)),
        rows=compare_extract.extract_pairs(view),
        notes=(*((view.warning,) if view.warning else ()), *view.notes),
        further=(Rows("pinned", say("Pinned countries"), rows),) if state.pins else (),
        tells_filters=state.selection.filters_countries,
    )


def gaps(state: ViewState, entry: PageEntry) -> Handout:
    """Return the handout of what is not known: every cell of the annexes with its status."""
    view = load.gaps_view(state.selection)
    panel = gap_panel.draw_panel(state.place, state.cell)
    figures = (
        Drawn("matrix", "matrix", gap_matrix.draw_matrix(view, state.place, state.cell)),
        *((Drawn("card", "panel", panel),) if panel else ()),
        Drawn("matrix", "subregions", gap_matrix.tally_subregions(view)),
        Drawn("matrix", "groups", gap_matrix.tally_groups(view)),
        Drawn("table", "caveats", gap_notes.tabulate_caveats(view)),
    )
    return Handout(
        slug=entry.slug,
        page=entry.title,
        title=view.headline,
        below=view.coverage,
        filters=filter_words.describe_places(state.selection),
        parameters=urlstate.write(state, entry.topic),
        stem=extract.name_file("what-is-not-known", state.selection).removesuffix(".csv"),
        figures=() if view.empty else figures,
        rows=extract_gaps(view),
        notes=(gap_notes.tell_definitions(),),
        tells_filters=state.selection.filters_countries,
    )


def _draw_alliances(state: ViewState, topic: str) -> tuple[Drawn, ...]:
    selection = state.selection
    found = load.alliance_sets(selection)
    chosen = load.overlap(overlap.choose_groups(state.groups, selection), selection)
    rows = alliance_answers.build_rows(selection)
    profiles = alliance_answers.build_profiles()
    spread = load.spread(selection)
    return (
        Drawn("map", "map", groups.draw_set_map(found, selection, state.place)),
        Drawn("setlist", "sets", groups.list_sets(found, selection, state.place)),
        *cards.place(state, topic),
        Drawn("upset", "upset", groups.draw_overlap(chosen, selection)),
        Drawn("matrix", "matrix", alliance_figures.draw_matrix(rows, state.place)),
        Drawn("distribution", "distribution", draw_spread(spread, state.place)),
        Drawn("table", "table", tables.tabulate_indicator(spread.view, state.place)),
        *(Drawn("profile", f"profile_{one.alliance_id}", alliance_figures.draw_profile(one, state.place)) for one in profiles),
        Drawn("table", "other_groups", alliance_figures.tabulate_groups(alliance_answers.list_other_groups())),
    )  # fmt: skip


def _draw_pairs(view: CompareView, state: ViewState, topic: str) -> tuple[Drawn, ...]:
    classes = (Drawn("relation", "classes", two_measures.list_classes(view, state.place)),) if view.plotted else ()
    return (
        Drawn("scatter", "scatter", scatter.draw_scatter(view, state.scale, state.place, state.pins)),
        Drawn("map", "map", two_measures.draw_map(view, state.place)),
        *cards.place(state, topic),
        Drawn("relation", "relation", scatter.draw_relation(view, state.place)),
        *classes,
        Drawn("table", "table", two_measures.tabulate_pairs(view, state.place)),
    )


def _draw_pins(state: ViewState) -> tuple[Drawn, ...]:
    if not state.pins:
        return ()
    rows = load.pinned(state.pins, state.selection.doubtful)
    return (Drawn("side_by_side", "side_by_side", side_by_side.draw_pinned(rows, state.pins, state.place)),)
