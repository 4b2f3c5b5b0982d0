"""The lines of the portfolio: each decision or contract, divided where a rule says so, with its value of every dimension.

Amounts are whole euro cents, so that every sum is exact. Lines of one record add up to the amount that Annex H prints.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from data.store import load_records
from geo.allocation import NOTHING, list_zone_countries, split_cents
from geo.dimensions import COMMITTED, NOT_PRINTED, TRANS_REGIONAL, find_recipient_subregion, find_uptake
from geo.folding import fold
from geo.money_query import FIRST_YEAR, MoneyQuery
from geo.selection import select_countries

CENTS = 100
Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Line:
    """A decision, a contract, or a share of one: its amount in cents, the whole amount, and its value of every dimension."""

    record_id: str
    title: str
    words: str
    cents: int
    whole_cents: int
    decision: str
    year: str
    zone: str
    recipient: str
    subregion: str
    level: str
    instrument: str
    uptake: str
    sector: str
    partner: str = NOT_PRINTED
    start: str = NOT_PRINTED
    running: str = NOT_PRINTED


def select_lines(query: MoneyQuery) -> tuple[Line, ...]:
    """Return the lines that a query leaves. A country filter keeps what belongs to its countries, so no unspread regional money."""
    lines: Iterable[Line] = list_lines(query.measure, query.filters.spread)
    if query.selection.filters_countries:
        inside = select_countries(query.selection).inside
        lines = [line for line in lines if line.recipient in inside]
    for dimension, values in query.active.items():
        kept = frozenset(values)
        lines = [line for line in lines if getattr(line, dimension) in kept]
    if query.filters.early == "leave_out":
        lines = [line for line in lines if int(line.year) >= FIRST_YEAR]
    for word in fold(query.filters.words).split():
        lines = [line for line in lines if word in line.words]
    return tuple(lines)


@cache
def list_lines(measure: str, spread: str) -> tuple[Line, ...]:
    """Return every line of a measure under a rule of allocation, in the order of Annex H's references. Raises KeyError for an unknown rule."""
    decisions = {row["decision_id"]: row for row in load_records("decisions")}
    if measure == COMMITTED:
        whole = [_decision_line(row) for row in decisions.values()]
    else:
        whole = [
            part
            for row in load_records("contracts")
            for part in _by_days(row, _line(row, decisions[row["decision_id"]]))
        ]
    return tuple(whole) if spread == NOTHING else tuple(share for line in whole for share in _equal_shares(line))


@cache
def find_homes(measure: str) -> dict[str, str]:
    """Return the recipient of each record as Annex H has it, before any rule: a line with another recipient is a share."""
    return {line.record_id: line.recipient for line in list_lines(measure, NOTHING)}


def sum_eur(lines: Iterable[Line]) -> float:
    """Return the sum of some lines in EUR."""
    return sum(line.cents for line in lines) / CENTS


def _decision_line(row: Record) -> Line:
    return _line(row, row)


def _line(row: Record, decision: Record) -> Line:
    """The line of a decision (row and decision are the same) or of a contract inside a decision."""
    is_contract = "contract_id" in row
    record_id = str(row["contract_id"] if is_contract else row["decision_id"])
    cents = round((row["contracted_eur"] if is_contract else row["committed_eur"]) * CENTS)
    recipient = str(row["iso3"] or row["funding_zone_id"] or TRANS_REGIONAL)
    return Line(
        record_id=record_id,
        title=row["title"],
        words=fold(f"{row['title']} {record_id} {decision['decision_id']} {decision['title'] if is_contract else ''}"),
        cents=cents,
        whole_cents=cents,
        decision=decision["decision_id"],
        year=str(decision["decision_year"]),
        zone=row["funding_zone_id"] or TRANS_REGIONAL,
        recipient=recipient,
        subregion=find_recipient_subregion(recipient),
        level=row["level"],
        instrument=row["instrument_id"],
        uptake=find_uptake(decision["committed_eur"], decision["contracted_eur"]),
        sector=row["dac_sector_id"] or NOT_PRINTED,
        partner=(row["partner_category_id"] if is_contract else None) or NOT_PRINTED,
        start=row["start_date"][:4] if is_contract and row["start_date"] else NOT_PRINTED,
    )


def _by_days(row: Record, line: Line) -> Iterator[Line]:
    """A contract's amount divided by its days in each year; whole where a date is not printed."""
    if not (row["start_date"] and row["end_date"]):
        yield line
        return
    start, end = date.fromisoformat(row["start_date"]), date.fromisoformat(row["end_date"])
    years = range(start.year, end.year + 1)
    days = tuple((min(end, date(year, 12, 31)) - max(start, date(year, 1, 1))).days + 1 for year in years)
    for year, cents in zip(years, split_cents(line.cents, days), strict=True):
        yield replace(line, cents=cents, running=str(year))


def _equal_shares(line: Line) -> Iterator[Line]:
    """A region's line divided over the countries of its zone; any other line as it is."""
    countries = list_zone_countries(line.zone) if line.recipient == line.zone else ()
    if not countries:
        yield line
        return
    for iso3, cents in zip(countries, split_cents(line.cents, (1,) * len(countries)), strict=True):
        yield replace(line, cents=cents, recipient=iso3, subregion=find_recipient_subregion(iso3))
