"""The tab that puts a view into another page: which figure, how large, in which theme; the code to copy, and how it looks."""

import streamlit as st

from geo.exports import embed_code
from geo.figure_names import name_figures
from geo.handout import Handout
from geo.messages import mark, say
from pages.kit import components, embed, frame_sizes, headers, permalinks
from pages.kit.urlstate import ViewState

THEMES = {"": mark("As the reader's browser"), "light": mark("Light"), "dark": mark("Dark")}
NOTHING = mark("The filters leave nothing to show, so there is no figure to put into another page. Loosen them first.")
CLOSED = mark(
    "This installation lets no other site show it in a frame yet, so the code works here alone. Whoever runs it names the sites in the "
    "setting ATLAS_FRAME_ANCESTORS."
)
NO_PREVIEW = mark("There is no preview: this installation does not let its own pages show it in a frame.")


def show(handout: Handout, state: ViewState, topic: str) -> None:
    """Show the choices, the code, and on demand the frame itself."""
    names = name_figures(handout.figures)
    if not names:
        st.info(say(NOTHING), icon=":material/info:")
        return
    figure, theme = _choose_figure(handout, names)
    width, height = _choose_size(next(one.kind for one in handout.figures if one.key == figure), figure)
    address = embed_code.frame_address(
        permalinks.find_base() + permalinks.path_of(handout.slug), handout, figure, theme
    )
    code = embed_code.write_frame(address, handout.title, height, width)
    components.copy({"name": say("Code for your page"), "text": code, "is_code": True}, "embed_code")
    if not headers.lets_others_frame():
        st.caption(f":material/lock: {say(CLOSED)}")
    _preview(handout, figure, theme, width, height)


def _choose_figure(handout: Handout, names: dict[str, str]) -> tuple[str, str]:
    """Let the reader choose a figure and a theme; the one that the view is known by comes first."""
    usual = next(iter(embed.first(handout.figures))).key
    ordered = [usual, *(key for key in names if key != usual)]
    if st.session_state.get("embed_figure") not in names:
        st.session_state["embed_figure"] = usual
    figure_side, theme_side = st.columns([1.6, 1])
    figure: str = figure_side.selectbox(
        say("Figure"), ordered, format_func=lambda key: names.get(key, key), key="embed_figure"
    )
    theme: str = theme_side.selectbox(
        say("Theme"), list(THEMES), format_func=lambda key: say(THEMES[key]), key="embed_theme"
    )
    return figure, theme


def _choose_size(kind: str, figure: str) -> tuple[int | None, int]:
    """Let the reader choose a width and a height, which begins with one that shows the whole figure."""
    width_side, height_side = st.columns([1.6, 1])
    name: str = width_side.selectbox(say("Width"), list(frame_sizes.WIDTHS), format_func=say, key="embed_width")
    width = frame_sizes.WIDTHS[name]
    height = height_side.number_input(
        say("Height, pixels"), min_value=frame_sizes.LEAST, max_value=frame_sizes.MOST, step=20,
        value=frame_sizes.find_height(kind, width), key=f"embed_height_{figure}_{width}",
    )  # fmt: skip
    return width, int(height)


def _preview(handout: Handout, figure: str, theme: str, width: int | None, height: int) -> None:
    """Show the frame as another page would; it is a visit of its own, so only who asks for it gets it."""
    if not headers.lets_itself_frame():
        st.caption(say(NO_PREVIEW))
        return
    if st.toggle(say("Preview"), key="embed_preview"):
        address = embed_code.frame_address(
            permalinks.find_path() + permalinks.path_of(handout.slug), handout, figure, theme
        )
        with st.container(border=True):
            st.iframe(
                address, width=width or "stretch", height=height, alt=say("Preview: {finding}", finding=handout.title)
            )
