"""The tab for a slide or a page: a figure of the view as a picture, looked at before it is taken."""

import streamlit as st

from geo.exports.pictures import asked, naming
from geo.exports.pictures.asked import FORMATS, Picture
from geo.handout import Drawn, Handout
from pages.kit import markdown, permalinks, worker
from pages.kit.urlstate import ViewState

PURPOSES = {
    "png": "for a slide: 3200 pixels wide",
    "svg": "to edit: text stays text",
    "pdf": "to print: a page of A4",
}
MEDIA_TYPES = {"png": "image/png", "svg": "image/svg+xml", "pdf": "application/pdf"}
KEPT = 32  # previews


def show(handout: Handout, _state: ViewState, _topic: str) -> None:
    """Offer each figure of a handout that can be drawn, with a preview; a file is made when it is asked for."""
    figures = naming.list_drawable(handout)
    if not figures:
        st.info(
            "This view has no figure that can be drawn as a picture. Its rows are under Data.",
            icon=":material/image_not_supported:",
        )
        return
    drawn = _choose(handout, figures)
    picture = naming.make_picture(handout, drawn, permalinks.absolute(handout))
    buttons = st.container(horizontal=True, vertical_alignment="center", gap="medium", key="take_pictures")
    try:
        preview = _preview(handout.slug, tuple(sorted(handout.parameters.items())), drawn.key, picture.link, picture)
    except worker.WorkerError as refused:
        st.info(str(refused), icon=":material/hourglass_empty:")
        return
    st.image(preview, width="stretch", alt=f"Preview: {markdown.escape(picture.title)}")
    with buttons:
        for file_format in FORMATS:
            _offer(handout, drawn, picture, file_format)


def _choose(handout: Handout, figures: tuple[Drawn, ...]) -> Drawn:
    names = {one.key: naming.name_figure(handout, one) for one in figures}
    if len(figures) == 1:
        return figures[0]
    key = st.selectbox("Figure", list(names), format_func=names.__getitem__, key=f"take_figure_{handout.slug}")
    return next(one for one in figures if one.key == key)


@st.cache_data(max_entries=KEPT, show_spinner="Drawing the picture…")
def _preview(slug: str, parameters: tuple[tuple[str, str], ...], key: str, link: str, _picture: Picture) -> bytes:  # fmt: skip
    """A smaller picture; the same figure of the same view, found under the same address, is drawn once."""
    return worker.run(asked.draw, _picture, "preview")


def _offer(handout: Handout, drawn: Drawn, picture: Picture, file_format: str) -> None:
    st.download_button(
        file_format.upper(), data=lambda: worker.run(asked.draw, picture, file_format), file_name=naming.name_file(handout, drawn, file_format),
        mime=MEDIA_TYPES[file_format], on_click="ignore", icon=":material/download:", type="primary" if file_format == "png" else "secondary",
        help=PURPOSES[file_format], key=f"take_{file_format}",
    )  # fmt: skip
