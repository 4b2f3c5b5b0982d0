"""Does it add up?: what the report prints about the portfolio beside what Annex H gives, with a verdict on each figure."""

from pages.kit import frame, load, notes
from pages.kit import reconciliation_parts as parts

with frame.page("reconciliation", with_filters=False) as state:
    view = load.ledger_view(state.sort, state.verdict)
    frame.headline(view.headline, view.coverage)
    parts.findings(view)
    parts.ledger(view, state)
    parts.download(view)
    parts.gaps(view)
    notes.reading(view.notes)
