"""The tab that cites one number: which value, and its citation as text, BibTeX and RIS, each to copy or as a file."""

from collections.abc import Callable

import streamlit as st

from data.integrity import find_version
from geo.citation import CitedValue, cite_value, tell_statement
from geo.exports import bibliography
from geo.handout import Handout
from geo.messages import mark, say
from pages.kit import components, permalinks, session, take_away, visitor_day
from pages.kit.cite_choice import list_choices, name_chosen
from pages.kit.urlstate import ViewState

TAB = "Cite"
NOTHING = mark("This view shows no number of its own to cite; every other page does.")
_CHOSEN, _WANTED = "cite_value", "atlas_cite"
_LABEL_LENGTH = 110  # characters of a value's statement that fit into the list


def opener(key: str, topic: str) -> Callable[[], None]:
    """Return the callback of a card: it opens the dialog on this tab, with the value chosen that the card is about."""

    def open_tab() -> None:
        if session.picked_in(key, "cited"):
            st.session_state[_WANTED] = name_chosen(session.current(topic), topic)
            take_away.ask(TAB)

    return open_tab


def show(handout: Handout, state: ViewState, topic: str) -> None:
    """Show the values of the view to choose from, and the citation of the chosen one."""
    choices = list_choices(handout, state, topic)
    if not choices:
        st.info(say(NOTHING), icon=":material/info:")
        return
    value = choices[_choose(choices)]
    citation = cite_value(value, find_version(), permalinks.of_value(value), visitor_day.today())
    components.copy({"name": say("As text"), "text": bibliography.to_text(citation), "is_code": False}, "cite_text")
    _show_file("BibTeX", "bib", "application/x-bibtex", bibliography.to_bibtex([citation]), value)
    _show_file(
        say("RIS, for Zotero, EndNote and Mendeley"),
        "ris",
        "application/x-research-info-systems",
        bibliography.to_ris([citation]),
        value,
    )


def _choose(choices: dict[str, CitedValue]) -> str:
    """Let the reader choose a value; one that a card asked for comes first."""
    wanted = st.session_state.pop(_WANTED, "")
    if wanted in choices:
        st.session_state[_CHOSEN] = wanted
    elif st.session_state.get(_CHOSEN) not in choices:
        st.session_state[_CHOSEN] = next(iter(choices))
    labels = {value_id: _label(one) for value_id, one in choices.items()}
    chosen: str = st.selectbox(
        say("Value, and where it is from"), list(choices), format_func=lambda one: labels.get(one, one), key=_CHOSEN
    )
    return chosen


def _show_file(name: str, ending: str, mime: str, text: str, value: CitedValue) -> None:
    """Show a citation in one form, to be copied or kept as a file."""
    components.copy({"name": name, "text": text, "is_code": True}, f"cite_{ending}")
    st.download_button(
        say("Download .{ending}", ending=ending), data=text.encode, file_name=f"{value.key}.{ending}", mime=mime, on_click="ignore",
        icon=":material/download:", type="tertiary", key=f"cite_download_{ending}",
    )  # fmt: skip


def _label(value: CitedValue) -> str:
    statement = tell_statement(value)
    return statement if len(statement) <= _LABEL_LENGTH else f"{statement[:_LABEL_LENGTH]}…"
