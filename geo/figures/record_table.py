"""The table of the portfolio: the decisions or contracts behind a view, whose amounts add up to its headline."""

from typing import Any

from geo.classify import format_number
from geo.dimensions import COMMITTED, DIMENSIONS, NOT_PRINTED
from geo.extract_money import RecordRow, list_record_rows
from geo.figures.tables import STATUS_LABELS, Column, column, number
from geo.findings import count
from geo.money_lines import CENTS
from geo.portfolio import Portfolio


def tabulate_records(portfolio: Portfolio, record: str) -> dict[str, Any]:
    """Return the table of a portfolio with one record selected, or none ("")."""
    rows = list_record_rows(portfolio)
    is_committed = portfolio.query.measure == COMMITTED
    return {
        "label": f"{'Decisions' if is_committed else 'Contracts'} of Annex H behind this view",
        "columns": _decision_columns() if is_committed else _contract_columns(),
        "rows": [
            {"id": _row_id(row, portfolio), "cells": _cells(row, is_committed=is_committed), "in": True} for row in rows
        ],
        "selected": record or None,
        "pick": True,
        "empty": portfolio.empty,
    }


def tell_sum(portfolio: Portfolio) -> str:
    """Return the sum of the table, which is the sum of the view, in words."""
    amount = format_number(portfolio.total_eur, 2 if portfolio.total_cents % CENTS else 0)
    return f"Sum of these rows: EUR {amount} {portfolio.query.measure} in {count(len(portfolio.record_ids), portfolio.noun)}."


def _row_id(row: RecordRow, portfolio: Portfolio) -> str:
    return str(row.record[f"{portfolio.noun}_id"])


def _decision_columns() -> list[Column]:
    return [
        column("record", "Decision"), column("title", "Title as printed"), column("recipient", "For"), column("year", "Year", "number"),
        column("instrument", "Instrument"), column("amount", "In this view, EUR", "number"), column("committed", "Committed, EUR", "number"),
        column("contracted", "Contracted, EUR", "number"), column("ratio", "Contracted, %", "number"), column("contracts", "Contracts", "number"),
        column("status", "Status", "status"), column("source", "Page", "source"),
    ]  # fmt: skip


def _contract_columns() -> list[Column]:
    return [
        column("record", "Contract"), column("title", "Title as printed"), column("recipient", "For"), column("start", "Start"), column("end", "End"),
        column("sector", "DAC sector"), column("partner", "Partner"), column("amount", "In this view, EUR", "number"),
        column("contracted", "Contracted, EUR", "number"), column("decision", "Decision"), column("status", "Status", "status"),
        column("source", "Page", "source"),
    ]  # fmt: skip


def _tell_recipient(row: RecordRow) -> str:
    """Who gets the row's amount; under a rule, of whose money it is a share."""
    name_value = DIMENSIONS["recipient"].name_value
    return (
        f"{name_value(row.recipient)}, share of {name_value(row.home)}"
        if row.home != row.recipient
        else name_value(row.recipient)
    )


def _cells(row: RecordRow, *, is_committed: bool) -> list[Any]:
    record = row.record
    recipient = _tell_recipient(row)
    amount = number(row.cents / CENTS, 2 if row.cents % CENTS else 0)
    end = [STATUS_LABELS[record["status"]], f"p. {record['page']}"]
    if is_committed:
        ratio = 100 * record["contracted_eur"] / record["committed_eur"]
        return [
            record["decision_id"], record["title"], recipient, {"t": str(record["decision_year"]), "v": int(record["decision_year"])},
            record["instrument_id"], amount, number(record["committed_eur"], 0), number(record["contracted_eur"], 0), number(ratio, 0),
            number(record["contracts_count"], 0), *end,
        ]  # fmt: skip
    return [
        str(record["contract_id"]), record["title"], recipient, record["start_date"] or "", record["end_date"] or "",
        DIMENSIONS["sector"].name_value(record["dac_sector_id"] or NOT_PRINTED), DIMENSIONS["partner"].name_value(record["partner_category_id"]),
        amount, number(record["contracted_eur"], 0), record["decision_id"], *end,
    ]  # fmt: skip
