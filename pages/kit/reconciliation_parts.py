"""The parts of the page that compares published with recomputed figures: two totals, two sets of shares, every gap, the ledger."""

import streamlit as st

from geo import extract, ledger_findings
from geo.figures import gap_strip, ledger_table
from geo.ledger_words import name_verdicts
from geo.messages import say, say_in
from geo.reconciliation import LedgerView
from pages.kit import components, downloads, markdown, show, widgets
from pages.kit.components.sending import once
from pages.kit.urlstate import ViewState

TOPIC = "reconciliation"


def name_orders() -> dict[str, str]:
    """Return what each order of the ledger is called, by its id."""
    return {"gap": say("Largest unexplained gap first"), "page": say("As in the report, by page")}


def findings(view: LedgerView) -> None:
    """Show side by side the two totals and the two sets of shares, each beside what Annex H gives, and what explains them."""
    totals_side, shares_side = st.columns([1, 1.1], gap="large")
    with totals_side:
        _tell(ledger_findings.tell_totals())
        components.gap_strip(once(gap_strip.draw_totals, view.entries), "totals")
    with shares_side:
        _tell(ledger_findings.tell_share_sets())
        components.gap_strip(once(gap_strip.draw_share_sets, view.entries), "share_sets")
    show.plain_table(once(ledger_findings.tabulate_sets), "sets")


def gaps(view: LedgerView) -> None:
    """Show how far every figure is off, by what it is about."""
    st.subheader(say("How far each figure is off"), anchor=False)
    st.caption(say(
        "On each line the middle is what the report prints, and the marks are what Annexes H and I give. All figures, whatever the ledger is "
        "filtered by."
    ))  # fmt: skip
    components.gap_strip(once(gap_strip.draw_gaps, view.entries), "gaps")


def ledger(view: LedgerView, state: ViewState) -> None:
    """Show the ledger, filtered by verdict and ordered as the link says."""
    st.subheader(say("The ledger"), anchor=False)
    names = name_verdicts()
    counts = {verdict: f"{names[verdict]} ({count})" for verdict, count in view.counts}
    widgets.choose("sort", say_in("sorting", "Order"), name_orders(), state.sort, TOPIC, width=320)
    widgets.choose_pills("verdict", say("Verdict"), counts, state.verdict, TOPIC)
    show.plain_table(once(ledger_table.tabulate_reconciliation, view), "reconciliation")


def download(view: LedgerView) -> None:
    """Offer the figures of the table as CSV, with every column of the ledger."""
    downloads.rows(
        lambda: extract.to_csv(ledger_table.extract_ledger(view)), "lac-atlas_published-beside-recomputed.csv"
    )


def _tell(finding: ledger_findings.Finding) -> None:
    st.subheader(finding.title, anchor=False)
    st.markdown("\n".join(f"- {markdown.escape(sentence)}" for sentence in finding.sentences))
