"""The tab for the analyst: the package that proves each number, the rows in every form, and the code that loads them again."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import streamlit as st

from geo import extract
from geo.exports.forms import FORMS, Form
from geo.exports.geometry import has_countries
from geo.exports.loading import Snippet, list_snippets
from geo.handout import Handout
from geo.messages import carry, say, say_count
from pages.kit import markdown, permalinks, worker
from pages.kit.urlstate import ViewState


def show(handout: Handout, _state: ViewState, _topic: str) -> None:
    """Offer the rows of a handout as files; each is made when it is asked for, and holds the view that the dialog was opened on."""
    permalink = permalinks.absolute(handout)
    _tell(handout)
    package = FORMS["package"]
    with st.container(border=True, key="take_package"):
        _offer(package, handout, permalink, is_first=True)
    with st.container(gap="xsmall", key="take_forms"):
        for form in FORMS.values():
            if form is not package and (not form.has_geometry or has_countries(handout)):
                _offer(form, handout, permalink)
    _offer_further(handout)
    with st.expander(say("Code that loads it again"), icon=":material/code:"):
        show_code(list_snippets(f"{handout.stem}.csv", handout.rows))
    st.caption(say("The permalink, which every file but the CSV holds"))
    st.code(permalink, language=None, wrap_lines=True)


def show_code(snippets: tuple[Snippet, ...]) -> None:
    """Show code for several programs, each to be copied."""
    for snippet, tab in zip(snippets, st.tabs([one.name for one in snippets]), strict=True):
        tab.code(snippet.code, language=None if snippet.language == "text" else snippet.language, wrap_lines=True)


def _tell(handout: Handout) -> None:
    st.markdown(f"**{markdown.escape(handout.title)}**")
    names = "; ".join(handout.filters)
    filters = say("Filters: {filters}.", filters=names) if names else say("No filter.")
    rows = say_count("{n} row.", "{n} rows.", len(handout.rows))
    st.caption(markdown.escape(f"{rows} {filters}"))


def _offer(form: Form, handout: Handout, permalink: str, *, is_first: bool = False) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key=f"take_row_{form.name}"):
        st.download_button(
            say(form.name), data=_maker(form, handout, permalink), file_name=f"{handout.stem}{form.ending}", mime=form.media_type,
            on_click="ignore", icon=":material/download:", type="primary" if is_first else "secondary", width=150, key=f"take_{form.name}",
        )  # fmt: skip
        st.caption(say(form.purpose), width="stretch")


def _maker(form: Form, handout: Handout, permalink: str) -> Callable[[], bytes]:
    """What makes the file on the click; in the worker where that is long, and here should the worker not answer."""
    rows_only = replace(handout, figures=())

    def make() -> bytes:
        if form.is_heavy:
            try:
                return worker.run(form.make, rows_only, permalink)
            except worker.WorkerError:
                pass
        return form.make(rows_only, permalink)

    return carry(make)


def _offer_further(handout: Handout) -> None:
    """The other tables of the page; the package and the workbook hold them too."""
    if not handout.further:
        return
    st.caption(say("More tables of this page, as CSV; Excel and the package hold them too"))
    with st.container(horizontal=True, key="take_further"):
        for one in handout.further:
            st.download_button(
                markdown.escape(one.title), data=partial(extract.to_csv, one.frame), file_name=f"lac-atlas_{one.name}.csv",
                mime="text/csv", on_click="ignore", icon=":material/download:", key=f"take_further_{one.name}",
            )  # fmt: skip
