"""Sources: the documents, how published totals compare with Annex H, what is doubtful, and every built table."""

from pages.kit import downloads, frame, show

with frame.page("sources", with_filters=False):
    frame.headline(
        "Every number names its document, page and cell; sums are compared in public with what the report printed"
    )
    show.reconciliation()
    show.caveats()
    show.unplaced_values()
    show.groups()
    show.context()
    show.documents()
    downloads.built_tables()
