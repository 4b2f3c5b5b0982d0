"""The parts of the page on what stands beside the portfolio: each shows one answer with its source and its own download."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from geo import context_extract, extract
from geo.donors import list_donor_years
from geo.events import list_events, name_events, name_themes
from geo.figures import donors as donor_figures
from geo.figures import programmes as programme_figures
from geo.figures import timeline as timeline_figures
from geo.messages import carry, say
from geo.programmes import list_annex_programmes, list_later_programmes
from pages.kit import components, frame, markdown, session, show, widgets
from pages.kit.components.sending import once
from pages.kit.handouts.context import APART, WHY_APART, tell_headline
from pages.kit.urlstate import ViewState

TOPIC = "context"


def headline(state: ViewState) -> None:
    """Say where the EU institutions stood among donors and what the later programme is given, as facts side by side."""
    frame.headline(tell_headline(state.donor_year))
    st.markdown(f"**{say(APART)}** {say(WHY_APART)}")


def donors(state: ViewState) -> None:
    """Show the donors of a year, the printed totals apart from them, and every amount as a table."""
    st.subheader(say("Who else gave: donors to the region"), anchor=False)
    _choose_year(state.donor_year)
    single, totals = st.columns([1.35, 1], gap="large")
    with single:
        components.signed_bars(once(donor_figures.draw_donors, state.donor_year), "donors")
    with totals:
        components.signed_bars(once(donor_figures.draw_totals), "donor_totals")
        show.plain_table(donor_figures.tabulate_totals(), "donor_checks")
        st.caption(markdown.escape(donor_figures.tell_totals()))
    with st.expander(say("Every donor in every year, as a table")):
        show.plain_table(donor_figures.tabulate_donors(), "donor_table")
    st.markdown("\n".join(f"- {markdown.escape(note)}" for note in donor_figures.list_notes()))
    _download("donors", "donors", context_extract.extract_donors)


def later_programmes() -> None:
    """Show the programmes of documents after the portfolio as cards."""
    found = list_later_programmes()
    st.subheader(say("Programmes after the portfolio"), anchor=False)
    st.markdown(f"**{markdown.escape(programme_figures.tell_later(found))}**")
    components.programme_cards(once(programme_figures.draw_cards, found), "later_programmes")
    _download("later", "later-programmes", lambda: context_extract.extract_programmes(found))


def annex_programmes() -> None:
    """Show the programmes of the annex by years, with their budgets by funder."""
    found = list_annex_programmes()
    st.subheader(say("Programmes that Annex I describes"), anchor=False)
    st.markdown(f"**{markdown.escape(programme_figures.tell_programmes(found))}**")
    components.programmes(once(programme_figures.draw_programmes, found), "annex_programmes")
    st.caption(markdown.escape(programme_figures.tell_split(found)))
    _download("programmes", "annex-i-programmes", lambda: context_extract.extract_programmes(found))


def timeline(state: ViewState) -> None:
    """Show the events of the chosen themes, with the chosen one opened."""
    st.subheader(say("Security cooperation, as the documents date it"), anchor=False)
    st.markdown(f"**{markdown.escape(timeline_figures.tell_events(state.themes))}**")
    widgets.choose_pills(
        "themes", say("Show only"), name_themes(), state.themes, TOPIC, on_change=_take_themes, args=()
    )
    components.timeline(once(timeline_figures.draw_timeline, state.themes, state.event), "timeline", _take_event)
    subject = "_".join(("events", *state.themes))
    _download("events", subject, lambda: context_extract.extract_events(list_events(state.themes)))


def _choose_year(year: str) -> None:
    years = {one: one for one in list_donor_years()}
    widgets.choose_button("donor_year", say("Year of disbursement"), years, year, TOPIC)


def _take_themes() -> None:
    themes = tuple(widgets.read("themes"))
    chosen = session.current(TOPIC).event
    is_shown = chosen in {one.event_id for one in list_events(themes)}
    session.change_all({"themes": themes, "event": chosen if is_shown else ""}, TOPIC)


def _take_event() -> None:
    picked = session.picked_in("timeline")
    if picked is not None and (picked == "" or picked in name_events()):
        session.change("event", picked, TOPIC)


def _download(name: str, subject: str, make: Callable[[], pd.DataFrame]) -> None:
    st.download_button(
        say("Download these rows (CSV)"), data=carry(lambda: extract.to_csv(make())), file_name=f"lac-atlas_{subject}.csv", mime="text/csv",
        on_click="ignore", icon=":material/download:", key=f"download_{name}",
    )  # fmt: skip
