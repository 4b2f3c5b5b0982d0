"""The parts of the page on alliances: each puts an answer into its place; a set that is picked becomes the filter of all pages."""

from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from geo import extract, overlap
from geo.alliances import build_profiles, build_rows, extract_memberships, list_other_groups
from geo.figures import alliances, groups
from geo.figures.spread import draw_spread
from geo.findings import describe_filters
from geo.messages import carry, mark, say, say_count
from geo.places import name_alliances, name_countries
from geo.selection import Selection, explain_empty
from geo.spread import extract_spread
from pages.kit import components, frame, load, markdown, session, show, widgets
from pages.kit.components.sending import once
from pages.kit.urlstate import ViewState

TOPIC = "alliances"
CONDITION = mark("This set is the filter of every page until you change it in the bar above.")


def headline(state: ViewState) -> None:
    """Say how the alliances overlap, and what the filters ask for."""
    found = load.alliance_sets(state.selection)
    frame.headline(
        overlap.tell_overlap(found, state.selection),
        overlap.tell_base(),
    )


def sets(state: ViewState) -> None:
    """Show the alliances' sets as a map and as lists, with the card of the chosen place."""
    found = load.alliance_sets(state.selection)
    map_place, list_place, card_place = frame.split()
    with map_place:
        components.country_map(show.draw_sets(found, state), "map", session.picker("map", TOPIC))
    # The lists stand above the card, so that what was clicked stays where it is.
    with list_place:
        components.set_list(once(groups.list_sets, found, state.selection, state.place), "sets", _picker("sets"))
    with card_place:
        show.card(state, TOPIC)


def condition(state: ViewState) -> None:
    """Show the condition on groups in words, and the countries that meet it."""
    sentence, names = tell_condition(state.selection)
    if not sentence:
        return
    with st.container(border=True, key="condition"):
        st.markdown(f"**{markdown.escape(sentence)}** {markdown.escape(names)}")
        st.caption(say(CONDITION))


def tell_condition(selection: Selection) -> tuple[str, str]:
    """Return the condition on groups in words, and the countries that meet it; nothing where there is none."""
    if not selection.asks_membership:
        return "", ""
    meeting = overlap.meet_condition(selection)
    names = ", ".join(name_countries()[iso3] for iso3 in meeting) or explain_empty(selection)
    sentence = say_count(
        "{n} country: {condition}.",
        "{n} countries: {condition}.",
        len(meeting),
        condition=describe_filters(replace(selection, members="only")),
    )
    return sentence, names


def overlap_chart(state: ViewState) -> None:
    """Show how many groups overlap, and which groups are in the chart."""
    st.subheader(say("Which groups share which countries"), anchor=False)
    chosen = overlap.choose_groups(state.groups, state.selection)
    found = load.overlap(chosen, state.selection)
    widgets.choose_many(
        "groups", say("Groups in the chart"), name_alliances(), chosen, TOPIC, placeholder=say("The usual groups")
    )
    components.upset(once(groups.draw_overlap, found, state.selection), "upset", _picker("upset"))


def members_and_others(state: ViewState) -> None:
    """Show the chosen indicator for the members and for the others, with medians, what they may not be taken for, and the values as a table."""
    spread = load.spread(state.selection)
    st.subheader(say("Members beside the others"), anchor=False)
    st.markdown(f"**{markdown.escape(spread.finding)}**")
    components.distribution(
        once(draw_spread, spread, state.place), "distribution", session.picker("distribution", TOPIC)
    )
    st.markdown("\n".join(f"- {markdown.escape(note)}" for note in spread.notes))
    show.indicator_table(spread.view, state, TOPIC)
    _download("distribution", lambda: extract_spread(spread), f"members-and-others_{spread.view.indicator_id}", state)


def matrix(state: ViewState) -> None:
    """Show who is in what: countries by groups."""
    rows = build_rows(state.selection)
    st.subheader(say("Who is in what"), anchor=False)
    components.matrix(once(alliances.draw_matrix, rows, state.place), "matrix", session.picker("matrix", TOPIC))
    _download("matrix", lambda: extract_memberships(rows), "memberships", state)


def profiles(state: ViewState) -> None:
    """Show what the documents print of each alliance, side by side where there is room."""
    st.subheader(say("What the documents print of the alliances"), anchor=False)
    found = build_profiles()
    places: list[DeltaGenerator] = st.columns(len(found), gap="large")
    for place, one in zip(places, found, strict=True):
        key = f"profile_{one.alliance_id}"
        with place:
            components.profile(once(alliances.draw_profile, one, state.place), key, session.picker(key, TOPIC))


def other_groups() -> None:
    """Show the other groups with their counts; of some the documents name no member."""
    st.subheader(say("The other groups"), anchor=False)
    show.plain_table(alliances.tabulate_groups(list_other_groups()), "other_groups")


def _download(name: str, make: Callable[[], pd.DataFrame], subject: str, state: ViewState) -> None:
    st.download_button(
        say("Download these rows (CSV)"), data=carry(lambda: extract.to_csv(make())), file_name=extract.name_file(subject, state.selection),
        mime="text/csv", on_click="ignore", icon=":material/download:", key=f"download_{name}",
    )  # fmt: skip


def _picker(key: str) -> Callable[[], None]:
    """Return the callback of a figure of sets: a set becomes the filter, a country the chosen place."""
    pick_place = session.picker(key, TOPIC)

    def pick() -> None:
        found = overlap.read_set(session.picked_in(key) or "")
        if found is None:
            pick_place()
        else:
            inside, outside = found
            session.change_all({"alliance": inside, "match": "all" if inside else "any", "without": outside}, TOPIC)

    return pick
