"""The tab for a slide or a page: a figure of the view as a picture, looked at before it is taken."""

from typing import Any

import streamlit as st

from geo.exports.pictures import asked, naming
from geo.exports.pictures.asked import FORMATS, Picture
from geo.handout import Drawn, Handout
from geo.messages import carry, mark, say
from pages.kit import markdown, permalinks, worker
from pages.kit.urlstate import ViewState

PURPOSES = {
    "png": mark("for a slide: 3200 pixels wide"),
    "svg": mark("to edit: text stays text"),
    "pdf": mark("to print: a page of A4"),
}
MEDIA_TYPES = {"png": "image/png", "svg": "image/svg+xml", "pdf": "application/pdf"}
KEPT = 32  # previews


def show(handout: Handout, _state: ViewState, _topic: str) -> None:
    """Offer each figure of a handout that can be drawn, with a preview; a file is made when it is asked for."""
    figures = naming.list_drawable(handout)
    if not figures:
        st.info(
            say("This view has no figure that can be drawn as a picture. Its rows are under Data."),
            icon=":material/image_not_supported:",
        )
        return
    drawn = _choose(handout, figures)
    picture = naming.make_picture(handout, drawn, permalinks.absolute(handout))
    buttons = st.container(horizontal=True, vertical_alignment="center", gap="medium", key="take_pictures")
    view = (handout.slug, *sorted(handout.parameters.items()))
    try:
        with st.spinner(say("Drawing the picture…")):
            preview = _preview(view, drawn.key, picture.link, picture)
    except worker.WorkerError as refused:
        st.info(str(refused), icon=":material/hourglass_empty:")
        return
    st.image(preview, width="stretch", alt=say("Preview: {finding}", finding=markdown.escape(picture.title)))
    with buttons:
        for file_format in FORMATS:
            _offer(handout, drawn, picture, file_format)


def _choose(handout: Handout, figures: tuple[Drawn, ...]) -> Drawn:
    names = {one.key: naming.name_figure(handout, one) for one in figures}
    if len(figures) == 1:
        return figures[0]
    key = st.selectbox(say("Figure"), list(names), format_func=names.__getitem__, key=f"take_figure_{handout.slug}")
    return next(one for one in figures if one.key == key)


@st.cache_data(max_entries=KEPT, show_spinner=False)
def _preview(view: tuple[Any, ...], key: str, link: str, _picture: Picture) -> bytes:
    """A smaller picture; the same figure of the same view, which has its language, is drawn once for each address that it is found under."""
    return worker.run(asked.draw, _picture, "preview")


def _offer(handout: Handout, drawn: Drawn, picture: Picture, file_format: str) -> None:
    st.download_button(
        file_format.upper(), data=carry(lambda: worker.run(asked.draw, picture, file_format)),
        file_name=naming.name_file(handout, drawn, file_format), mime=MEDIA_TYPES[file_format], on_click="ignore",
        icon=":material/download:", type="primary" if file_format == "png" else "secondary",
        help=say(PURPOSES[file_format]), key=f"take_{file_format}",
    )  # fmt: skip
