"""The parts of the page "Accessibility": the statement, in the visitor's language."""

from collections.abc import Iterable

import streamlit as st

from geo.messages import say
from geo.spelling import format_day
from pages.kit import access_statement as statement
from pages.kit import frame, markdown


def headline() -> None:
    """Say how far the atlas conforms."""
    frame.headline(say("Made for everyone's hands and eyes, with known gaps"), say(statement.STANDARD))


def show_statement() -> None:
    """Show the statement, its date, and where to tell of a barrier."""
    for title, texts in ((say("What is met"), statement.MET), (say("How it is tested"), statement.TESTED)):
        st.subheader(title, anchor=False)
        _list(markdown.escape(say(text)) for text in texts)
    st.subheader(say("What is not met"), anchor=False)
    _list(map(_tell_gap, statement.GAPS))
    st.subheader(say("Tell of a barrier"), anchor=False)
    st.markdown(markdown.escape(say(statement.REPORT)))
    st.caption(say("Written on {date}, from the tests named above.", date=format_day(statement.WRITTEN)))


def _tell_gap(gap: statement.Gap) -> str:
    """A gap with its criterion and the reports to Streamlit, each a link with words of its own."""
    criterion = say("WCAG {criterion}", criterion=gap.criterion)
    reports = [
        f"[{say('Streamlit issue {number}', number=one)}]({statement.ISSUES_ADDRESS}{one})" for one in gap.upstream
    ]
    return " · ".join([f"{markdown.escape(say(gap.text))} {markdown.escape(criterion)}", *reports])


def _list(lines: Iterable[str]) -> None:
    st.markdown("\n".join(f"- {line}" for line in lines))
