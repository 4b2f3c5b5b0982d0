"""What stands beside the portfolio as rows: donors, programmes with their budgets, events, each with document and page."""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from geo.donors import DonorAmount, list_aggregates, list_donor_years, list_donors
from geo.events import Event
from geo.programmes import BudgetShare, DescribedProgramme

DONOR_COLUMNS = ["donor", "is_aggregate", "year", "usd_million", "printed_value", "rank", "rank_of", "source_id", "page", "table"]  # fmt: skip
PROGRAMME_COLUMNS = [
    "programme_id", "name", "title", "scope", "place", "start", "end", "decision_id", "budget_printed", "funder", "funder_kind",
    "amount_eur", "amount_printed", "is_component", "method", "partners", "note", "source_id", "page",
]  # fmt: skip
EVENT_COLUMNS = ["event_id", "date", "precision", "theme_id", "title", "description", "source_id", "page", "line"]
DONOR_TABLE = "Figure 5.2"

Row = dict[str, Any]


def extract_donors() -> pd.DataFrame:
    """Return every donor and printed total of every year, the largest donor first, totals last; they may not be added."""
    rows = [
        _donor(one, len(list_donors(year)))
        for year in list_donor_years()
        for one in (*list_donors(year), *list_aggregates(year))
    ]
    return pd.DataFrame(rows, columns=DONOR_COLUMNS)


def extract_programmes(programmes: Iterable[DescribedProgramme]) -> pd.DataFrame:
    """Return one row for each printed part of each programme's budget, and one for a programme without any amount."""
    rows = [_programme(one) | share for one in programmes for share in ([*map(_share, one.shares)] or [{}])]
    return pd.DataFrame(rows, columns=PROGRAMME_COLUMNS)


def extract_events(events: Iterable[Event]) -> pd.DataFrame:
    """Return the events, dates as precise as the documents have them."""
    return pd.DataFrame([{name: getattr(one, name) for name in EVENT_COLUMNS} for one in events], columns=EVENT_COLUMNS)


def _donor(one: DonorAmount, donors: int) -> Row:
    return {
        "donor": one.donor, "is_aggregate": one.is_aggregate, "year": one.year, "usd_million": one.value, "printed_value": one.printed,
        "rank": one.rank, "rank_of": donors if one.rank else None, "source_id": one.source_id, "page": one.page, "table": DONOR_TABLE,
    }  # fmt: skip


def _programme(one: DescribedProgramme) -> Row:
    return {
        "programme_id": one.programme_id, "name": one.name, "title": one.title, "scope": one.scope, "place": one.place,
        "start": one.start or None, "end": one.end or None, "decision_id": one.decision_id or None, "budget_printed": one.budget or None,
        "method": one.method or None, "partners": ";".join(one.partners) or None, "note": one.note or None,
        "source_id": one.source_id, "page": one.page,
    }  # fmt: skip


def _share(one: BudgetShare) -> Row:
    return {
        "funder": one.funder,
        "funder_kind": one.kind,
        "amount_eur": one.amount_eur,
        "amount_printed": one.printed,
        "is_component": one.is_component,
    }
