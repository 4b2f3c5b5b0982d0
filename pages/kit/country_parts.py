"""The parts of a country's page: each shows itself for the kind of place that it is for, and nothing for the others."""

import streamlit as st

from geo import country_money, extract, extract_brief
from geo.country_brief import CountryBrief
from geo.figures import bars, dossier, strips
from geo.messages import say
from geo.places import name_countries
from geo.selection import Selection
from pages.kit import components, downloads, frame, load, markdown, notes, record_parts, session, take_brief
from pages.kit.components.sending import once
from pages.kit.handouts import country as handed
from pages.kit.urlstate import ViewState

TOPIC = "country"


def choice(state: ViewState) -> None:
    """Invite to choose a country from the list of all, where none is chosen."""
    if state.place:
        return
    frame.headline(handed.tell_choice(), say(handed.CHOOSE))
    components.table(
        once(dossier.tabulate_countries, load.country_lines(), ""), "table", session.picker("table", TOPIC)
    )


def region(state: ViewState) -> None:
    """Show the money of a region, where the chosen place is one: it has no indicators."""
    if not state.place or state.place in name_countries():
        return
    decisions = country_money.list_region_decisions(state.place)
    frame.headline(*handed.tell_region(state.place))
    components.ledger(
        once(dossier.draw_decisions, say(handed.DECISIONS), decisions),
        "ledger",
        record_parts.opener("ledger", TOPIC),
    )
    downloads.rows(
        lambda: extract.to_csv(extract_brief.extract_region(decisions)), extract.name_file(state.place, Selection())
    )


def brief(state: ViewState) -> None:
    """Show the brief of a country, where the chosen place is one."""
    if state.place not in name_countries():
        return
    found = load.brief(state.place)
    components.neighbours(once(dossier.draw_neighbours, found), "neighbours", session.picker("neighbours", TOPIC))
    _head(found)
    _indicators(found)
    _texts(found)
    _money(found)
    _regional(found)
    downloads.rows(
        lambda: extract.to_csv(extract_brief.extract_brief(found)), extract.name_file(found.iso3, Selection())
    )
    notes.reading(handed.list_notes())


def _head(found: CountryBrief) -> None:
    """Name, finding, and the groups that the country is in."""
    frame.headline(found.name, f"{found.subregion}. {found.coverage}.")
    st.markdown(f"**{markdown.escape(found.finding)}**")
    take_brief.offer(found)
    components.facts(once(dossier.list_memberships, found), "memberships")
    if found.known:
        known, unknown = st.columns(2, gap="large")
        with known:
            components.facts(once(dossier.list_known, found), "known")
        with unknown:
            components.facts(once(dossier.list_unknown, found), "unknown")


def _indicators(found: CountryBrief) -> None:
    """The strips; a country without any indicator has none, and its head says so."""
    if not found.known:
        st.subheader(say("Among all countries"), anchor=False)
        components.strips(once(strips.draw_strips, found), "strips", session.picker("strips", TOPIC))


def _texts(found: CountryBrief) -> None:
    """What the documents print outside the cells."""
    if found.narrative and not found.known:
        components.facts(once(dossier.list_narrative, found), "narrative")
    if found.unplaced:
        components.facts(once(dossier.list_unplaced, found), "unplaced")


def _money(found: CountryBrief) -> None:
    """EU money of the country alone: each measure in bars of its own, then decisions with their contracts."""
    money = found.money
    st.subheader(say("EU money for this country alone"), anchor=False)
    if not money.decisions:
        st.markdown(say("Annex H lists no decision for {country} alone.", country=markdown.escape(found.name)))
        return
    places = st.columns(3, gap="large")
    for place, (breakdown, measure) in zip(places, handed.list_breakdowns(found), strict=False):
        with place:
            components.bars(once(bars.draw_breakdown, breakdown, measure), f"bars_{breakdown.dimension}")
    components.ledger(
        once(dossier.draw_decisions, say(handed.DECISIONS), money.decisions),
        "ledger",
        record_parts.opener("ledger", TOPIC),
    )
    if money.programmes:
        components.facts(dossier.list_programmes(say(handed.IN_THE_ANNEX), money.programmes), "programmes")


def _regional(found: CountryBrief) -> None:
    """What may cover the country without being its own."""
    st.subheader(say("Regional programmes that may cover it"), anchor=False)
    st.markdown(markdown.escape(found.money.not_attributed))
    for index, (title, decisions) in enumerate(found.money.regional):
        key = f"ledger_{index}"
        components.ledger(once(dossier.draw_decisions, title, decisions), key, record_parts.opener(key, TOPIC))
    components.facts(
        once(dossier.list_programmes, say(handed.NAMING_IT), found.money.regional_programmes), "regional_programmes"
    )
