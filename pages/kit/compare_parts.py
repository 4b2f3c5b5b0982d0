"""The parts of the comparison: ready views, the plot with its coefficient, the map of two measures, and the pinned countries."""

from collections.abc import Callable

import streamlit as st

from geo.figures import scatter, side_by_side, two_measures
from geo.messages import mark, say
from geo.pairs import CompareView
from geo.pinned import MOST_PINS
from geo.places import name_countries
from pages.kit import components, downloads, frame, load, session, show, tongue, widgets
from pages.kit.components.sending import once
from pages.kit.urlstate import ViewState

TOPIC = "compare"
# Need on the left, money on the right; each is one press away, and a link like any other view.
READY_VIEWS = {
    ("homicide_rate", "committed"): mark("Homicides, money committed"),
    ("homicide_rate", "contracted"): mark("Homicides, money contracted"),
    ("prison_occupancy_pct", "committed"): mark("Prison occupancy, money committed"),
    ("prison_occupancy_pct", "contracted"): mark("Prison occupancy, money contracted"),
}


def ready_views(view: CompareView, state: ViewState) -> None:
    """Offer need beside money, and say what it does not show while it is shown."""
    with st.container(horizontal=True, vertical_alignment="center", key="ready_views"):
        st.markdown(f"**{say('Need beside money')}**", width="content")
        for measures, label in READY_VIEWS.items():
            is_shown = measures == (state.x, state.y)
            st.button(
                say(label), key="ready_" + "_".join(measures), icon=":material/check:" if is_shown else None,
                on_click=_show_measures, args=measures,
            )  # fmt: skip
    if view.warning:
        st.info(view.warning, icon=":material/info:")


def _show_measures(across: str, upwards: str) -> None:
    session.change_all({"x": across, "y": upwards}, TOPIC)


def relation(view: CompareView, state: ViewState) -> None:
    """Show the plot with the card of the chosen place and the coefficient, the map of the two measures, and their table."""
    if view.empty:
        st.info(view.empty, icon=":material/filter_alt_off:")
        return
    plot_place, card_place, relation_place = frame.split()
    with plot_place:
        data = once(scatter.draw_scatter, view, state.scale, state.place, state.pins)
        components.scatter(data, "scatter", session.picker("scatter", TOPIC), _pinner("scatter", "pinned"))
    with card_place:
        _pin_button(state)
        show.card(state, TOPIC)
    with relation_place:
        components.relation(
            once(scatter.draw_relation, view, state.place), "relation", session.picker("relation", TOPIC)
        )
    with plot_place:
        st.subheader(say("The same two measures on the map"), anchor=False)
        components.country_map(once(two_measures.draw_map, view, state.place), "map", session.picker("map", TOPIC))
    if view.plotted:
        # A card fills its side of the page: the lists then stand on the other.
        with plot_place if state.place else relation_place:
            data = once(two_measures.list_classes, view, state.place)
            components.relation(data, "classes", session.picker("classes", TOPIC))
    components.table(once(two_measures.tabulate_pairs, view, state.place), "table", session.picker("table", TOPIC))
    downloads.pairs(view, state.selection)


def pinned(state: ViewState) -> None:
    """Show the pinned countries side by side, and the way to pin one."""
    st.subheader(say("Side by side"), anchor=False)
    widgets.choose_many(
        "pins", say("Pinned countries"), name_countries(), state.pins, TOPIC, max_selections=MOST_PINS,
        placeholder=say("Pin up to {most} countries", most=MOST_PINS),
    )  # fmt: skip
    if not state.pins:
        st.caption(say(
            "No country is pinned. Choose some here, or choose one in the plot and pin it: filters do not touch pins."
        ))  # fmt: skip
        return
    rows = load.pinned(state.pins, state.selection.doubtful)
    components.side_by_side(once(side_by_side.draw_pinned, rows, state.pins, state.place), "side_by_side",
        session.picker("side_by_side", TOPIC), _pinner("side_by_side", "unpinned"),
    )  # fmt: skip
    downloads.pinned(rows, state.pins)


def _pin_button(state: ViewState) -> None:
    """Pin or unpin the chosen country; a seventh is refused in words."""
    if state.place not in name_countries():
        return
    name = name_countries()[state.place]
    if state.place in state.pins:
        label = say("Unpin {country}", country=name)
        st.button(label, key="pin", on_click=_turn_pin, args=(state.place,), icon=":material/keep_off:")
        return
    is_full = len(state.pins) >= MOST_PINS
    label = say("Pin {country}", country=name)
    st.button(label, key="pin", on_click=_turn_pin, args=(state.place,), icon=":material/keep:", disabled=is_full)
    if is_full:
        st.caption(say(
            "{most} countries are pinned, as many as can stand side by side. Unpin one to pin {country}.",
            most=MOST_PINS, country=name,
        ))  # fmt: skip


def _pinner(key: str, trigger: str) -> Callable[[], None]:
    """Return the callback of a figure that pins or unpins what was chosen in it."""

    def turn() -> None:
        iso3 = session.picked_in(key, trigger)
        if iso3 in name_countries():
            _turn_pin(str(iso3))

    return turn


def _turn_pin(iso3: str) -> None:
    pins = session.current(TOPIC).pins
    if iso3 in pins:
        session.change("pins", tuple(one for one in pins if one != iso3), TOPIC)
    elif len(pins) < MOST_PINS:
        session.change("pins", (*pins, iso3), TOPIC)
    else:
        # This runs before the page, which chooses the language.
        tongue.take_up()
        refusal = say(
            "{most} countries are pinned, as many as can stand side by side. Unpin one first.", most=MOST_PINS
        )
        st.toast(refusal, icon=":material/keep_off:")
