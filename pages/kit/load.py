"""Views by selection, computed once and shared by every visitor; nothing changes them.

Python's own cache: what asks for a view is frozen and hashes itself, where Streamlit's would write it out and hash that, for 1 ms a view.
"""

from dataclasses import replace

from geo.allocation import NOTHING
from geo.compare_view import build_compare_view
from geo.country_brief import CountryBrief, CountryLine, build_brief, list_countries
from geo.country_card import CountryCard, build_card
from geo.gap_statements import Doubt, Statements, list_doubts, list_statements
from geo.gaps import GapsView, build_gaps_view
from geo.indicator_view import build_indicator_view
from geo.messages import cached_up_to
from geo.money_query import MoneyQuery
from geo.money_view import build_money_view
from geo.need import build_need_view
from geo.need_view import NeedView
from geo.overlap import Overlap, build_alliance_sets, build_overlap
from geo.pairs import CompareView
from geo.pinned import PinnedRow, compare_pinned
from geo.portfolio import Portfolio, build_portfolio
from geo.reconciliation import LedgerView, build_ledger_view
from geo.record import RecordCard, build_record
from geo.selection import Selection
from geo.spread import Spread, build_spread
from geo.standouts import Standouts, find_standouts
from geo.views import IndicatorView, MoneyView

KEPT = 128  # views of each kind, in each language


@cached_up_to(KEPT)
def indicator_view(selection: Selection) -> IndicatorView:
    """Return the view of the selected indicator."""
    return build_indicator_view(selection)


def findings_of_topics(selection: Selection) -> dict[str, str]:
    """Return the finding of each topic under the country filters, by the page that shows it."""
    return {
        "violence": indicator_view(replace(selection, indicator="homicide_rate")).headline,
        "prisons": indicator_view(replace(selection, indicator="prison_occupancy_pct")).headline,
        "commitments": money_view(MoneyQuery(selection)).headline,
    }


@cached_up_to(KEPT)
def money_view(query: MoneyQuery) -> MoneyView:
    """Return the view of EU money on the map."""
    return build_money_view(query.selection, query.filters)


@cached_up_to(KEPT)
def portfolio(query: MoneyQuery) -> Portfolio:
    """Return the decisions or contracts under a query, and their sum."""
    return build_portfolio(query)


@cached_up_to(KEPT)
def standouts(query: MoneyQuery) -> Standouts:
    """Return what stands out in the portfolio under a query."""
    return find_standouts(portfolio(query))


@cached_up_to(KEPT)
def record(record_id: str) -> RecordCard:
    """Return the card of a decision or contract."""
    return build_record(record_id)


@cached_up_to(KEPT)
def card(place: str, spread: str = NOTHING) -> CountryCard:
    """Return the card of a country or region, under a rule of allocation or under none."""
    return build_card(place, spread)


@cached_up_to(KEPT)
def need_view(selection: Selection) -> NeedView:
    """Return an indicator and EU money side by side."""
    return build_need_view(selection)


@cached_up_to(KEPT)
def alliance_sets(selection: Selection) -> Overlap:
    """Return the disjoint sets of the alliances."""
    return build_alliance_sets(selection)


@cached_up_to(KEPT)
def overlap(groups: tuple[str, ...], selection: Selection) -> Overlap:
    """Return the disjoint sets of some groups."""
    return build_overlap(groups, selection)


@cached_up_to(KEPT)
def spread(selection: Selection) -> Spread:
    """Return the selected indicator for members and for the others."""
    return build_spread(selection)


@cached_up_to(KEPT)
def brief(iso3: str) -> CountryBrief:
    """Return the brief of a country."""
    return build_brief(iso3)


@cached_up_to(1)
def country_lines() -> tuple[CountryLine, ...]:
    """Return what the documents hold of each of the 33 countries, in a line each."""
    return list_countries()


@cached_up_to(KEPT)
def compare_view(selection: Selection, across: str, upwards: str) -> CompareView:
    """Return the view of two measures against each other."""
    return build_compare_view(selection, across, upwards)


@cached_up_to(KEPT)
def pinned(pins: tuple[str, ...], doubtful: str) -> tuple[PinnedRow, ...]:
    """Return every measure of the pinned countries."""
    return compare_pinned(pins, doubtful)


@cached_up_to(KEPT)
def gaps_view(selection: Selection) -> GapsView:
    """Return which cells of the annexes are known and which are not."""
    return build_gaps_view(selection)


@cached_up_to(1)
def statements() -> tuple[Statements, ...]:
    """Return what the data cannot tell, over the whole region."""
    return list_statements()


@cached_up_to(1)
def doubts() -> tuple[Doubt, ...]:
    """Return the rankings that hold doubtful values."""
    return list_doubts()


@cached_up_to(KEPT)
def ledger_view(sort: str, verdicts: tuple[str, ...]) -> LedgerView:
    """Return the published figures beside the recomputed ones."""
    return build_ledger_view(sort, verdicts)
