"""The parts of money beside need: the 3D view, or flat maps where a browser draws none, its legend, ranking and table."""

from typing import Any

import streamlit as st

from geo.country_card import list_places
from geo.figures import choropleth, need_deck, need_sheet
from geo.messages import mark, say
from geo.need_view import NeedView
from pages.kit import components, frame, session, show, widgets
from pages.kit.components.sending import once
from pages.kit.parameters import ARC_MODES
from pages.kit.urlstate import ViewState

TOPIC = "need"
HEIGHTS = {"wide": 580, "narrow": 460}  # pixels
# What a browser answered, and how often its camera was set back: of this visit only, and no part of a link.
_SCREEN, _RESETS = "need_screen", "need_resets"
FLAT = mark(
    "This browser draws nothing in three dimensions (WebGL is missing or switched off). The same money and the same indicator "
    "stand on two flat maps instead; ranking and table are as they were."
)
STEERING = mark(
    "Drag to move, drag with Ctrl or the right button to turn and tilt, double-click to come closer (with Shift: to go back). By touch: two "
    "fingers. By keyboard: arrows move, with Shift they turn, plus and minus zoom. A click chooses a country; the ranking does the same."
)


def relief(view: NeedView, state: ViewState) -> None:
    """Show the 3D view with its legend, beside it the card of the chosen place and the ranking."""
    map_place, card_place, ranking_place = frame.split()
    with map_place:
        known: str = st.session_state.get(_SCREEN, "")
        room, _, theme = known.partition(" ")
        if room == "flat":
            _flat_maps(view, state)
        elif room:
            _scene(view, state, room, theme)
        components.screen(known, "screen", _take_screen)
    with card_place:
        show.card(state, TOPIC)
    with ranking_place:
        components.ranking(once(need_sheet.rank_need, view, state.place), "ranking", session.picker("ranking", TOPIC))


def _take_screen() -> None:
    component: Any = st.session_state.get("screen")
    answer = read_answer(str(getattr(component, "answered", None) or ""))
    if answer:
        st.session_state[_SCREEN] = answer


def read_answer(answer: str) -> str:
    """Return what a browser answered, like "wide dark", or "" for anything that is no answer."""
    room, _, theme = answer.partition(" ")
    return answer if room in (*HEIGHTS, "flat") and theme in ("light", "dark") else ""


def _scene(view: NeedView, state: ViewState, room: str, theme: str) -> None:
    """Show the scene; its key stays the same under every filter, so the camera stays where the visitor took it."""
    with_arcs = state.arcs == "show"
    with st.container(horizontal=True, vertical_alignment="center", key="scene_ways"):
        widgets.switch("arcs", say("Arcs from Brussels"), ARC_MODES, state.arcs, TOPIC)
        st.button(say("Reset view"), key="reset_view", icon=":material/replay:", type="tertiary", on_click=_reset_view)
    key = f"scene_{st.session_state.get(_RESETS, 0)}"
    scene = need_deck.draw_deck(
        view,
        state.place,
        with_arcs=with_arcs,
        theme_type=theme,
        is_narrow=room == "narrow",
    )
    with st.container(border=True, key="scene_frame"):
        st.pydeck_chart(
            scene,
            key=key,
            height=HEIGHTS[room],
            on_select=lambda: _pick(key),
            selection_mode="single-object",
            alt=view.summary,
        )
    st.caption(say(STEERING))
    components.relief_key(once(need_sheet.draw_legend, view, with_arcs=with_arcs), "relief_key")


def _reset_view() -> None:
    st.session_state[_RESETS] = st.session_state.get(_RESETS, 0) + 1


def _pick(key: str) -> None:
    """Choose the place of the block, ring or arc that was clicked; a second click lets it go."""
    objects: dict[str, list[dict[str, Any]]] = st.session_state[key].selection.objects
    picked = next((rows[0].get("id") for rows in objects.values() if rows), None)
    if picked in list_places():
        session.change("place", "" if picked == session.current(TOPIC).place else str(picked), TOPIC)


def _flat_maps(view: NeedView, state: ViewState) -> None:
    st.info(say(FLAT), icon=":material/map:")
    st.subheader(say("{measure}, by country", measure=view.money.measure_name), anchor=False)
    components.country_map(once(choropleth.draw_money, view.money, state.place), "map", session.picker("map", TOPIC))
    st.subheader(view.need.name, anchor=False)
    drawn = once(choropleth.draw_indicator, view.need, state.place)
    components.country_map(drawn, "map_need", session.picker("map_need", TOPIC))


def table(view: NeedView, state: ViewState) -> None:
    """Show everything that the scene holds as rows."""
    components.table(once(need_sheet.tabulate_need, view, state.place), "table", session.picker("table", TOPIC))
