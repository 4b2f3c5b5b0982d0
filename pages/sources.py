"""Sources: the documents, how published totals compare with Annex H, what is doubtful, and every built table."""

from pages.kit import downloads, frame, show
from pages.kit.handouts import published

with frame.page("sources", with_filters=False):
    frame.headline(published.tell_evidence())
    show.reconciliation()
    show.caveats()
    show.unplaced_values()
    show.groups()
    show.context()
    show.documents()
    downloads.built_tables()
    downloads.code()
