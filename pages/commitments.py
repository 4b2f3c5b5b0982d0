"""EU commitments: money for countries on the map, money for regions beside it, and breakdowns that add up."""

from pages.kit import downloads, frame, load, money_filters, money_parts, notes, show

TOPIC = "commitments"

with frame.page("commitments") as state:
    view = load.money_view(state.query)
    portfolio = load.portfolio(state.query)
    frame.headline(view.headline, view.coverage)
    money_parts.breadcrumb(portfolio, TOPIC)
    money_filters.choose_rule(state, TOPIC)
    frame.stop_if_empty(view.empty)
    show.money(view, state, TOPIC, frame.split())
    money_parts.follow(state)
    show.breakdowns(view, state, TOPIC)
    show.record_table(portfolio, state, TOPIC)
    downloads.records(portfolio)
    notes.reading(view.notes)
