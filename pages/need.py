"""Money beside need: countries raised by EU money and coloured by an indicator, arcs from Brussels, and the same in a table."""

from pages.kit import downloads, frame, load, notes
from pages.kit import need_parts as parts

with frame.page("need") as state:
    view = load.need_view(state.selection)
    frame.headline(view.headline, view.coverage)
    frame.stop_if_empty(view.empty)
    parts.relief(view, state)
    parts.table(view, state)
    downloads.need(view, state.selection)
    notes.reading(view.notes)
