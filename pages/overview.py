"""Overview: the three findings of the current filter, and any indicator on the map."""

from pages.kit import downloads, frame, load, notes, show

TOPIC = ""

with frame.page("overview") as state:
    frame.masthead()
    show.findings(state)
    view = load.indicator_view(state.selection)
    frame.headline(view.headline, view.coverage)
    frame.stop_if_empty(view.empty)
    show.indicator(view, state, TOPIC, frame.split())
    show.indicator_table(view, state, TOPIC)
    downloads.indicator(view, state.selection)
    notes.reading(view.notes)
