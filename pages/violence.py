"""Violence: homicide and four governance scores on a map, ranked, with the source of each value."""

from pages.kit import downloads, frame, load, notes, show

TOPIC = "violence"

with frame.page("violence") as state:
    view = load.indicator_view(state.selection)
    frame.headline(view.headline, view.coverage)
    frame.stop_if_empty(view.empty)
    show.indicator(view, state, TOPIC, frame.split())
    show.indicator_table(view, state, TOPIC)
    downloads.indicator(view, state.selection)
    notes.reading(view.notes)
