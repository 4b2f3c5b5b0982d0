"""Handouts of the evidence: published beside recomputed figures, and the documents with what is doubtful in them."""

from geo import filter_words
from geo.figures import gap_strip, ledger_table, source_tables
from geo.handout import Drawn, Handout, Rows
from geo.ledger_findings import tabulate_sets
from geo.ledger_words import name_verdicts
from geo.messages import say
from geo.spoken import load_table
from pages.kit import load, urlstate
from pages.kit.router import PageEntry
from pages.kit.urlstate import ViewState


def tell_evidence() -> str:
    """Return the heading of the page of sources."""
    return say(
        "Every number names its document, page and cell; sums are compared in public with what the report printed"
    )


def reconciliation(state: ViewState, entry: PageEntry) -> Handout:
    """Return the handout of the ledger, with the gaps of all figures."""
    view = load.ledger_view(state.sort, state.verdict)
    figures = (
        Drawn("gap_strip", "totals", gap_strip.draw_totals(view.entries)),
        Drawn("gap_strip", "share_sets", gap_strip.draw_share_sets(view.entries)),
        Drawn("table", "sets", tabulate_sets()),
        Drawn("table", "reconciliation", ledger_table.tabulate_reconciliation(view)),
        Drawn("gap_strip", "gaps", gap_strip.draw_gaps(view.entries)),
    )
    return Handout(
        slug=entry.slug,
        page=entry.title,
        title=view.headline,
        below=view.coverage,
        filters=filter_words.name_all(say("Verdict"), state.verdict, name_verdicts()),
        parameters=urlstate.write(state, entry.topic),
        stem="lac-atlas_published-beside-recomputed",
        figures=figures,
        rows=ledger_table.extract_ledger(view),
        notes=view.notes,
    )


def sources(state: ViewState, entry: PageEntry) -> Handout:
    """Return the handout of the documents: what they are, what is doubtful in them, and the groups that they name."""
    return Handout(
        slug=entry.slug,
        page=entry.title,
        title=tell_evidence(),
        below="",
        filters=(),
        parameters=urlstate.write(state, entry.topic),
        stem="lac-atlas_sources",
        figures=tuple(Drawn("table", key, make()) for key, make in source_tables.TABLES.items()),
        rows=load_table("sources"),
        notes=(),
        further=tuple(Rows(name.replace("_", "-"), say(title), load_table(name)) for name, title in source_tables.BUILT.items()),
    )  # fmt: skip
