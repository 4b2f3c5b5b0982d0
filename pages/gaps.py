"""What is not known: which cells are reported, doubtful, contradicted or missing, and what cannot be told from them."""

from pages.kit import frame, load
from pages.kit import gaps_parts as parts

with frame.page("gaps") as state:
    view = load.gaps_view(state.selection)
    frame.headline(view.headline, view.coverage)
    frame.stop_if_empty(view.empty)
    parts.matrix(view, state)
    parts.download(view, state)
    parts.statements()
    parts.counts(view)
    parts.doubts()
    parts.definitions(view)
