"""The parts of the page on gaps: the matrix and its panel, counts, what cannot be stated, and rankings without doubtful values."""

import streamlit as st

from geo import extract
from geo.country_card import list_places
from geo.figures import gap_matrix, gap_notes, gap_panel
from geo.gap_statements import Doubt
from geo.gaps import GapsView, extract_gaps
from geo.messages import mark, say, say_count
from geo.spelling import list_all, lower_start
from pages.kit import components, downloads, load, markdown, parameters, search, session, show
from pages.kit.components.sending import once
from pages.kit.search import Target
from pages.kit.urlstate import ViewState

TOPIC = "gaps"
HINT = mark(
    "Choose a cell to see where it stands in the report, what is printed there, and what a reader should know about it. "
    "Choose a country's name for all of its cells."
)


def matrix(view: GapsView, state: ViewState) -> None:
    """Show which indicator is reported for which country, with the panel of the chosen cell beside it."""
    matrix_side, panel_side = st.columns([2.9, 1], gap="medium")
    with matrix_side:
        components.matrix(once(gap_matrix.draw_matrix, view, state.place, state.cell), "matrix", _take_cell)
    with panel_side:
        panel = gap_panel.draw_panel(state.place, state.cell)
        if panel:
            components.country_card(panel, "panel", _close)
        else:
            with st.container(border=True, key="panel_hint"):
                st.caption(say(HINT))


def counts(view: GapsView) -> None:
    """Show how many countries of each sub-region and of each group report each indicator."""
    st.subheader(say("By sub-region and by group"), anchor=False)
    components.matrix(once(gap_matrix.tally_subregions, view), "subregions", lambda: None)
    components.matrix(once(gap_matrix.tally_groups, view), "groups", lambda: None)


def statements() -> None:
    """Show which statements the data do not carry, computed over the whole region."""
    st.subheader(say("What these data cannot tell"), anchor=False)
    st.caption(say("Of the whole region, whatever the filters."))
    parts = load.statements()
    for column, part in zip(st.columns(len(parts), gap="large"), parts, strict=True):
        with column:
            st.markdown(f"**{markdown.escape(part.title)}**")
            st.markdown("\n".join(f"- {markdown.escape(sentence)}" for sentence in part.sentences))


def definitions(view: GapsView) -> None:
    """Show what differs from country to country."""
    st.subheader(say("Before comparing countries"), anchor=False)
    st.caption(markdown.escape(gap_notes.tell_definitions()))
    show.plain_table(once(gap_notes.tabulate_caveats, view), "caveats")


def doubts() -> None:
    """Show how many doubtful values each ranking would leave out, each with the way to the ranking without them."""
    st.subheader(say("Rankings without doubtful values"), anchor=False)
    st.caption(say("The switch “Hide doubtful values” on the maps does the same; other filters stay as they are."))
    with st.container(gap=None, key="doubts"):
        for doubt in load.doubts():
            _offer_ranking(doubt)


def download(view: GapsView, state: ViewState) -> None:
    """Offer the cells of the matrix as CSV."""
    downloads.rows(lambda: extract.to_csv(extract_gaps(view)), extract.name_file("what-is-not-known", state.selection))


def _offer_ranking(doubt: Doubt) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"doubt_{doubt.indicator_id}"):
        st.markdown(markdown.escape(_tell_doubt(doubt)), width="content")
        st.button(
            _name_ranking(doubt),
            key=f"rank_{doubt.indicator_id}",
            on_click=search.go,
            args=(_ranking_without(doubt),),
            type="tertiary",
            icon=":material/arrow_forward:",
        )


def _tell_doubt(doubt: Doubt) -> str:
    return say_count(
        "{indicator}: {n} of {values} values is doubtful ({countries}).",
        "{indicator}: {n} of {values} values are doubtful ({countries}).",
        len(doubt.countries), indicator=doubt.name, values=doubt.values, countries=list_all(doubt.countries),
    )  # fmt: skip


def _name_ranking(doubt: Doubt) -> str:
    number, name = len(doubt.countries), lower_start(doubt.name)
    return say_count("Rank {indicator} without it", "Rank {indicator} without them", number, indicator=name)


def _ranking_without(doubt: Doubt) -> Target:
    return Target(doubt.topic, {"indicator": doubt.indicator_id, "doubtful": "hide"})


def _take_cell() -> None:
    picked = session.picked_in("matrix")
    if picked is None:
        return
    place, _, cell = picked.partition("/")
    if not place or place in list_places():
        known = cell if cell in parameters.known_indicators("") else ""
        session.change_all({"place": place, "cell": known}, TOPIC)


def _close() -> None:
    session.change_all({"place": "", "cell": ""}, TOPIC)
