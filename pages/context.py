"""Beside the portfolio: other donors, the programmes of Annex I and of later documents, and a timeline; never in the totals."""

from pages.kit import context_parts as parts
from pages.kit import frame, notes
from pages.kit.handouts import context

with frame.page("context", with_filters=False) as state:
    parts.headline(state)
    parts.donors(state)
    parts.later_programmes()
    parts.annex_programmes()
    parts.timeline(state)
    notes.reading(context.list_notes())
