"""Compare: two measures against each other, and pinned countries side by side."""

from pages.kit import compare_parts, frame, load, notes

with frame.page("compare") as state:
    view = load.compare_view(state.selection, state.x, state.y)
    frame.headline(view.headline, view.coverage)
    compare_parts.ready_views(view, state)
    compare_parts.relation(view, state)
    compare_parts.pinned(state)
    notes.reading(view.notes)
