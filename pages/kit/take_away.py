"""What leaves the app: one quiet button beside a page's finding, and the dialog that it opens, a tab for each way to take a view away.

A normal run of a page draws the button alone. The handout is made, and a tab's module loaded, when the dialog is open and shows that tab.
"""

from importlib import import_module

import streamlit as st

from geo.messages import mark, say
from pages.kit import handouts, router, tongue
from pages.kit.urlstate import ViewState

# The tabs in their order by what they are called in English, and the module of each; it holds `show(handout, state, topic)`.
TABS = {
    mark("Data"): "take_data",
    mark("Picture"): "take_picture",
    mark("Slides"): "take_slides",
    mark("Cite"): "take_cite",
    mark("Embed"): "take_embed",
    mark("Story"): "take_story",
}
_ASKED = "atlas_take_away"
LABEL = mark("Take it away")


def ask(tab: str = "Data") -> None:
    """Open the dialog in the run that follows, on this tab; for callbacks."""
    st.session_state[_ASKED] = tab


def offer(slug: str, state: ViewState) -> None:
    """Draw the button of a page that has a view, and the dialog once it was asked for."""
    if not handouts.has(slug):
        return
    st.button(
        say(LABEL), key="take_away", icon=":material/ios_share:", on_click=ask, type="tertiary",
        help=say("Data, pictures, slides, a citation or a link of exactly this view"),
    )  # fmt: skip
    tab = st.session_state.pop(_ASKED, "")
    if tab:
        # Its title is known only now: it is in the visitor's language.
        st.dialog(say(LABEL), width="large", icon=":material/ios_share:")(_show)(slug, state, tab)


def _show(slug: str, state: ViewState, first: str) -> None:
    """Show the tabs; what a tab offers is made only while it is the open one. Runs again alone, while the dialog is open."""
    tongue.take_up()
    handout, topic = handouts.make(slug, state), router.find_entry(slug).topic
    tabs = st.tabs(
        [say(name) for name in TABS],
        default=say(first) if first in TABS else None,
        key="take_away_tabs",
        on_change="rerun",
    )
    for module, tab in zip(TABS.values(), tabs, strict=True):
        if tab.open:
            with tab:
                import_module(f"pages.kit.{module}").show(handout, state, topic)
