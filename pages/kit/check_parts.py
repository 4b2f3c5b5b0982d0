"""The parts of the page "Check it yourself": the button, the report as table and text, and what each check does."""

from threading import Lock
from time import perf_counter

import streamlit as st

from geo.figures import check_table
from geo.messages import current, say
from geo.self_check import Report, run_checks, tell_finding, to_text
from pages.kit import frame, markdown, notes, show

_REPORT = "atlas_check"
_ONE_AT_A_TIME = Lock()
# The last report in each language, and when it was begun, in seconds of a clock that nobody can set.
_LAST: dict[str, tuple[float, Report]] = {}


def headline() -> None:
    """Say what can be done here."""
    frame.headline(
        say("Every number can be checked again, here and now"),
        say(
            "Four checks on this server's own files and sums, made when you ask for them. They ask no other host and take a few seconds."
        ),
    )


def checks() -> None:
    """Show the button, and below it the report of the visitor's last check."""
    if st.button(say("Run the checks"), type="primary", icon=":material/fact_check:", key="run_checks"):
        with st.spinner(say("Checking files, tables, sums and the ledger")):
            st.session_state[_REPORT] = _run()
    report: Report | None = st.session_state.get(_REPORT)
    if report is None:
        return
    tell = st.success if report.passed else st.error
    tell(markdown.escape(tell_finding(report)), icon=":material/verified:" if report.passed else ":material/report:")
    show.plain_table(check_table.tabulate_checks(report), "checks")
    st.subheader(say("As text, to copy"), anchor=False)
    st.code(to_text(report), language=None, wrap_lines=True)


def explanation() -> None:
    """Say what each check does, and how to do the same without the atlas."""
    notes.reading(
        (
            say(
                "Files: each built file has the checksum that the build wrote; the same as running sha256sum -c SHA256SUMS in data/built."
            ),
            say(
                "Tables: each has the columns of its schema, no key twice, no empty cell where a value is required, as many rows as its seeds, "
                "and the size and checksum that its descriptor, datapackage.json, has."
            ),
            say(
                "Sums: the lines that the pages add up give, to the cent, the amount of each decision and contract, and the same total by each "
                "dimension; also when money for regions is spread by a rule. What a decision says of its contracts is what they add up to."
            ),
            say(
                "Ledger: each published figure is computed again from the typed seeds, on every base, and compared cell by cell with the ledger "
                "that the page shows, verdict included."
            ),
            say("In the repository, python -m geo.self_check prints the same report."),
            say(
                "That the seeds are what the documents print is another question: make audit answers it beside the documents."
            ),
        )
    )


def _run() -> Report:
    """Run the checks; who waited while another visitor's began takes that report, so that many clicks cost no more than one."""
    asked = perf_counter()
    with _ONE_AT_A_TIME:
        if current() not in _LAST or _LAST[current()][0] < asked:
            began = perf_counter()
            _LAST[current()] = began, run_checks()
        return _LAST[current()][1]
