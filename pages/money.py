"""Follow the money: EU commitments by any two dimensions, from the total to the contract, every step in the URL."""

from pages.kit import downloads, frame, load, money_parts, notes, show

TOPIC = "money"

with frame.page("money") as state:
    portfolio = load.portfolio(state.query)
    frame.headline(portfolio.headline, portfolio.coverage)
    money_parts.breadcrumb(portfolio, TOPIC)
    frame.stop_if_empty(portfolio.empty)
    money_parts.chart_and_card(portfolio, state, TOPIC)
    show.record_table(portfolio, state, TOPIC)
    downloads.records(portfolio)
    notes.reading(portfolio.notes)
