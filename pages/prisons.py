"""Prisons and justice: occupancy first, then prisoners, police, guards, prosecutors and judges, each with its source."""

from pages.kit import downloads, frame, load, notes, show

TOPIC = "prisons"

with frame.page("prisons") as state:
    view = load.indicator_view(state.selection)
    frame.headline(view.headline, view.coverage)
    frame.stop_if_empty(view.empty)
    show.indicator(view, state, TOPIC, frame.split())
    show.indicator_table(view, state, TOPIC)
    downloads.indicator(view, state.selection)
    notes.reading(view.notes)
