"""The table of the portfolio: the decisions or contracts behind a view, whose amounts add up to its headline."""

from typing import Any

from geo.allocation import NOTHING
from geo.dimensions import COMMITTED, DIMENSIONS, NOT_PRINTED
from geo.extract_money import RecordRow, list_record_rows
from geo.figures.tables import Column, column, name_status, number
from geo.language import tell_language
from geo.messages import mark, say, say_count, say_in
from geo.money_lines import CENTS
from geo.portfolio import Portfolio
from geo.spelling import format_number

# Rows of a page: about a screen and a half of a laptop.
PAGE_SIZE = 25
MEASURE_COLUMNS = {"committed": mark("Committed, EUR"), "contracted": mark("Contracted, EUR")}


def tabulate_records(portfolio: Portfolio, record: str) -> dict[str, Any]:
    """Return the table of a portfolio with one record selected, or none ("").

    Where a view divides amounts, by a rule or by year, what is in the view stands beside the whole.
    """
    rows = list_record_rows(portfolio)
    is_committed = portfolio.query.measure == COMMITTED
    is_divided = divides(portfolio)
    cells = _decision_cells if is_committed else _contract_cells
    before, after = _decision_columns() if is_committed else _contract_columns()
    last = [column("status", say("Status"), "status"), column("source", say("Page"), "page")]
    return {
        "label": say("Decisions of Annex H behind this view")
        if is_committed
        else say("Contracts of Annex H behind this view"),
        "columns": [*before, *_amount_columns(portfolio, is_divided=is_divided), *after, *last],
        "rows": [
            {"id": _row_id(row, portfolio), "cells": cells(row, _amounts(row, portfolio, is_divided=is_divided)), "in": True}
            for row in rows
        ],
        "page_size": PAGE_SIZE,
        "selected": record or None,
        "pick": True,
        "empty": portfolio.empty,
    }  # fmt: skip


def divides(portfolio: Portfolio) -> bool:
    """Whether a row may hold a part of its record only: a share under a rule, or the days in some years."""
    return portfolio.query.filters.spread != NOTHING or "running" in portfolio.query.active


def tell_sum(portfolio: Portfolio) -> str:
    """Return the sum of the table's rows on all of its pages, which is the sum of the view, in words."""
    amount = format_number(portfolio.total_eur, 2 if portfolio.total_cents % CENTS else 0)
    records = len(portfolio.record_ids)
    if portfolio.query.measure == COMMITTED:
        return say_count(
            "Sum of all rows: EUR {amount} committed in {n} decision.",
            "Sum of all rows: EUR {amount} committed in {n} decisions.",
            records,
            amount=amount,
        )
    return say_count(
        "Sum of all rows: EUR {amount} contracted in {n} contract.",
        "Sum of all rows: EUR {amount} contracted in {n} contracts.",
        records,
        amount=amount,
    )


def _row_id(row: RecordRow, portfolio: Portfolio) -> str:
    return str(row.record["decision_id" if portfolio.query.measure == COMMITTED else "contract_id"])


def _decision_columns() -> tuple[list[Column], list[Column]]:
    """The columns of decisions before and after those of the amount."""
    return (
        [column("record", say("Decision"), "reference"), column("title", say("Title as printed"), "title"),
         column("recipient", say_in("recipient", "For")),
         column("year", say("Year"), "number"), column("instrument", say("Instrument"))],
        [column("contracted", say("Contracted, EUR"), "number"), column("ratio", say("Ratio, %"), "number"),
         column("contracts", say("Contracts"), "number")],
    )  # fmt: skip


def _contract_columns() -> tuple[list[Column], list[Column]]:
    """The columns of contracts before and after those of the amount."""
    return (
        [column("record", say("Contract"), "reference"), column("title", say("Title as printed"), "title"),
         column("recipient", say_in("recipient", "For")),
         column("start", say("Start"), "reference"), column("end", say("End"), "reference"), column("sector", say("DAC sector")),
         column("partner", say("Partner"))],
        [column("decision", say("Decision"), "reference")],
    )  # fmt: skip


def _amount_columns(portfolio: Portfolio, *, is_divided: bool) -> list[Column]:
    whole = column("amount", say(MEASURE_COLUMNS[portfolio.query.measure]), "number")
    if not is_divided:
        return [whole]
    return [column("amount", say("In this view, EUR"), "number"), whole | {"id": "whole"}]


def _amounts(row: RecordRow, portfolio: Portfolio, *, is_divided: bool) -> list[Any]:
    amount = number(row.cents / CENTS, 2 if row.cents % CENTS else 0)
    return [amount, number(row.record[f"{portfolio.query.measure}_eur"], 0)] if is_divided else [amount]


def _decision_cells(row: RecordRow, amounts: list[Any]) -> list[Any]:
    record = row.record
    ratio = 100 * record["contracted_eur"] / record["committed_eur"]
    # A sum over no contract is no amount that Annex H prints.
    has_contracts = bool(record["contracts_count"])
    contracted = number(record["contracted_eur"], 0) if has_contracts else {"t": say_in("contracts", "none"), "v": 0.0}
    return [
        record["decision_id"], _title(record), _name(row), {"t": str(record["decision_year"]), "v": int(record["decision_year"])},
        record["instrument_id"], *amounts, contracted, number(ratio, 1), number(record["contracts_count"], 0),
        name_status(record["status"]), _page(record),
    ]  # fmt: skip


def _contract_cells(row: RecordRow, amounts: list[Any]) -> list[Any]:
    record = row.record
    return [
        str(record["contract_id"]), _title(record), _name(row), _date(record["start_date"]), _date(record["end_date"]),
        DIMENSIONS["sector"].name_value(record["dac_sector_id"] or NOT_PRINTED), DIMENSIONS["partner"].name_value(record["partner_category_id"]),
        *amounts, record["decision_id"], name_status(record["status"]), _page(record),
    ]  # fmt: skip


def _date(printed: str | None) -> Any:
    """A date to sort by; one that is not in the text sorts last."""
    return printed or {"t": say("not printed"), "v": None}


def _title(record: dict[str, Any]) -> dict[str, str]:
    return {"t": record["title"], "lang": tell_language(record["title"])}


def _name(row: RecordRow) -> str:
    """Who gets the row's amount; under a rule, of whose money it is a share."""
    name_value = DIMENSIONS["recipient"].name_value
    if row.home == row.recipient:
        return name_value(row.recipient)
    return say("{recipient}, share of {home}", recipient=name_value(row.recipient), home=name_value(row.home))


def _page(record: dict[str, Any]) -> dict[str, Any]:
    return {"t": say("p. {page}", page=record["page"]), "v": int(record["page"])}
