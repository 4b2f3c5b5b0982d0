"""Rows of the portfolio with their provenance: the table of a view and its download hold the same rows, which add up to its headline.

A row is a decision or contract; under a rule of allocation, the share of it that a country gets.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

import pandas as pd

from data.store import load_records
from geo import extract
from geo.allocation import NOTHING, RULES
from geo.dimensions import COMMITTED, DIMENSIONS
from geo.folding import fold
from geo.messages import say
from geo.money_lines import CENTS, find_homes
from geo.money_query import MoneyQuery
from geo.portfolio import Portfolio

SHARED_COLUMNS = ("zone", "place_kind", "iso3", "funding_zone_id", "instrument_id", "level", "dac_sector_id")
PROVENANCE = ("status", "caveat_ids", "source_id", "page", "table")
# The rule of allocation by id and in words: what is a share must say so in the file too.
RULE = ("amount_is", "rule", "rule_text")
COLUMNS = {
    "committed": (
        "decision_id", "title", "decision_year", *SHARED_COLUMNS, "committed_printed", "committed_eur", "contracts_count",
        "contracted_eur", "recipient", "amount_eur", *RULE, *PROVENANCE,
    ),
    "contracted": (
        "contract_id", "decision_id", "title", "start_date", "end_date", *SHARED_COLUMNS[1:], "partner_category_id",
        "contracted_printed", "contracted_eur", "recipient", "amount_eur", *RULE, *PROVENANCE,
    ),
}  # fmt: skip


@dataclass(frozen=True)
class RecordRow:
    """A row of the table: the record as built, who gets it, the cents of it that are in the view, and whose they are without a rule."""

    record: dict[str, Any]
    recipient: str
    cents: int
    home: str


def list_record_rows(portfolio: Portfolio) -> list[RecordRow]:
    """Return the rows behind a view, the largest amount first; their cents add up to the view's total."""
    cents: dict[tuple[str, str], int] = {}
    for line in portfolio.lines:
        key = (line.record_id, line.recipient)
        cents[key] = cents.get(key, 0) + line.cents
    records = _records(portfolio.query.measure)
    homes = find_homes(portfolio.query.measure)
    rows = [RecordRow(records[one], recipient, amount, homes[one]) for (one, recipient), amount in cents.items()]
    id_column = f"{portfolio.noun}_id"
    return sorted(rows, key=lambda row: (-row.cents, row.record[id_column], row.recipient))


def extract_records(portfolio: Portfolio) -> pd.DataFrame:
    """Return the rows behind a view as a frame; `amount_eur` is what is in the view and adds up to its headline, in EUR."""
    return pd.DataFrame(list_extract_rows(portfolio), columns=list(COLUMNS[portfolio.query.measure]))


def list_extract_rows(portfolio: Portfolio) -> list[dict[str, Any]]:
    """Return the rows of `extract_records` as dicts."""
    names = DIMENSIONS["recipient"].name_values()
    rule = RULES[portfolio.query.filters.spread]
    shared = {"table": "Annex H", "rule": rule.rule_id, "rule_text": rule.text}
    return [
        {
            **row.record,
            **shared,
            "recipient": names[row.recipient],
            "amount_eur": row.cents / CENTS,
            "amount_is": _tell_amount(row, portfolio),
        }
        for row in list_record_rows(portfolio)
    ]


def _tell_amount(row: RecordRow, portfolio: Portfolio) -> str:
    """What the amount of a row is of the record's: all of it, a share by the rule, or the days in the years filtered by."""
    parts = [say("share by the rule")] if row.home != row.recipient else []
    parts += [say("share by days in the years filtered by")] if "running" in portfolio.query.active else []
    return ", ".join(parts) or say("whole amount")


def name_file(subject: str, query: MoneyQuery) -> str:
    """Return a file name that says what the file is: subject, the filters of every page, then those of money."""
    filters = query.filters
    parts = [extract.name_file(subject, query.selection).removesuffix(".csv")]
    parts += [f"{one}-{'-'.join(values)}" for one, values in query.active.items()]
    parts += ["since-2007"] if filters.early == "leave_out" else []
    parts += [filters.spread.replace("_", "-")] if filters.spread != NOTHING else []
    parts += [f"words-{fold(filters.words)}"] if filters.words else []
    return re.sub(r"[^A-Za-z0-9_-]+", "-", "_".join(parts))[:150] + ".csv"


@cache
def _records(measure: str) -> dict[str, dict[str, Any]]:
    name = "decision" if measure == COMMITTED else "contract"
    return {row[f"{name}_id"]: row for row in load_records(f"{name}s")}
