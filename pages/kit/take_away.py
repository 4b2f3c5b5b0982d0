"""What leaves the app: one quiet button beside a page's finding, and the dialog that it opens, a tab for each way to take a view away.

A normal run of a page draws the button alone. The handout is made, and a tab's module loaded, when the dialog is open and shows that tab.
"""

from importlib import import_module

import streamlit as st

from pages.kit import handouts, router
from pages.kit.urlstate import ViewState

# The tabs in their order, and the module of each; it holds `show(handout, state, topic)`.
TABS = {
    "Data": "take_data",
    "Picture": "take_picture",
    "Slides": "take_slides",
    "Cite": "take_cite",
    "Embed": "take_embed",
    "Story": "take_story",
}
# On a phone the icon stands alone, so that the finding keeps its width; the words stay for those who have a page read to them.
_STYLE = """<style>
@media (max-width: 640px) {
  .st-key-headline { flex-wrap: nowrap; gap: 0.25rem }
  .st-key-take_away button { padding: 0.5rem; min-width: 2.5rem }
  .st-key-take_away button p { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
}
</style>"""
_ASKED = "atlas_take_away"


def ask(tab: str = "Data") -> None:
    """Open the dialog in the run that follows, on this tab; for callbacks."""
    st.session_state[_ASKED] = tab


def offer(slug: str, state: ViewState) -> None:
    """Draw the button of a page that has a view, and the dialog once it was asked for."""
    if not handouts.has(slug):
        return
    st.button(
        "Take it away", key="take_away", icon=":material/ios_share:", on_click=ask, type="tertiary",
        help="Data, pictures, slides, a citation or a link of exactly this view",
    )  # fmt: skip
    st.html(_STYLE)
    tab = st.session_state.pop(_ASKED, "")
    if tab:
        _show(slug, state, tab)


@st.dialog("Take it away", width="large", icon=":material/ios_share:")
def _show(slug: str, state: ViewState, first: str) -> None:
    """Show the tabs; what a tab offers is made only while it is the open one."""
    handout, topic = handouts.make(slug, state), router.find_entry(slug).topic
    default = first if first in TABS else None
    for name, tab in zip(
        TABS, st.tabs(list(TABS), default=default, key="take_away_tabs", on_change="rerun"), strict=True
    ):
        if tab.open:
            with tab:
                import_module(f"pages.kit.{TABS[name]}").show(handout, state, topic)
