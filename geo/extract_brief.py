"""A country's brief as rows: every value that its page shows, each with the document, page and cell it was printed in."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from geo.country_brief import ALLIANCES, BriefLine, CountryBrief, CountryLine
from geo.country_money import Contract, Decision, Programme
from geo.messages import say

BRIEF_COLUMNS = [
    "iso3", "country", "kind", "for_place", "id", "label", "measure", "value", "unit", "date", "printed_value", "status", "rank_first",
    "rank_last", "rank_of", "note", "caveat_ids", "source_id", "page", "table", "row_label", "column_label",
]  # fmt: skip
COUNTRY_COLUMNS = [
    "iso3",
    "country",
    "subregion",
    *(f"{one}_role" for one in ALLIANCES),
    "indicators_reported",
    "committed_eur",
]

Row = dict[str, Any]


def extract_brief(brief: CountryBrief) -> pd.DataFrame:
    """Return one row a value, by kind: indicator, narrative, unplaced cell, membership, decision, contract, programme.

    Amounts committed and contracted are rows of their own (`measure`). What may cover the country is of the kinds "regional_decision",
    "regional_contract" and "regional_programme", names its place in `for_place`, and has no part in the country's money.
    """
    rows = [{"iso3": brief.iso3, "country": brief.name, "for_place": brief.name} | row for row in _list_rows(brief)]
    return pd.DataFrame(rows, columns=BRIEF_COLUMNS)


def extract_region(decisions: tuple[Decision, ...]) -> pd.DataFrame:
    """Return the decisions for a region and their contracts, in the columns of a brief; they have no country."""
    return pd.DataFrame(list(_decisions(decisions, "regional_")), columns=BRIEF_COLUMNS)


def extract_countries(lines: tuple[CountryLine, ...]) -> pd.DataFrame:
    """Return one row a country: its role in each alliance, how many indicators it has, and what was committed to it alone, in EUR."""
    rows = [
        (one.iso3, one.name, one.subregion, *(role or None for role in one.roles), one.reported, one.committed_eur)
        for one in lines
    ]
    return pd.DataFrame(rows, columns=COUNTRY_COLUMNS)


def _list_rows(brief: CountryBrief) -> Iterator[Row]:
    yield from map(_line, brief.lines)
    yield from _texts(brief)
    yield from _decisions(brief.money.decisions, "")
    yield from (_programme(one, "programme") for one in brief.money.programmes)
    for _, decisions in brief.money.regional:
        yield from _decisions(decisions, "regional_")
    yield from (_programme(one, "regional_programme") for one in brief.money.regional_programmes)


def _line(line: BriefLine) -> Row:
    own, source, place = line.own, line.own.source, line.place
    return {
        "kind": "indicator", "id": line.view.indicator_id, "label": line.view.name, "value": own.value, "unit": line.view.unit,
        "date": line.view.year, "printed_value": own.printed or None, "status": own.status, "rank_first": place.first if place else None,
        "rank_last": place.last if place else None, "rank_of": place.of if place else None, "note": line.message or None,
        "caveat_ids": ";".join(own.caveats) or None, "source_id": source.source_id if source else None,
        "page": source.page if source else None, "table": source.table if source else None,
        "row_label": source.row_label if source else None, "column_label": source.column_label if source else None,
    }  # fmt: skip


def _texts(brief: CountryBrief) -> Iterator[Row]:
    """What stands outside the cells: numbers of the text, cells without a column, and memberships."""
    for figure in brief.narrative:
        yield {
            "kind": "narrative", "id": figure.indicator_id, "label": figure.statement, "date": say(figure.year), "printed_value": figure.printed,
            "note": say("Annex: {annex}. {note}", annex=figure.annex, note=figure.note), "source_id": figure.source_id, "page": figure.page,
        }  # fmt: skip
    for cell in brief.unplaced:
        yield {
            "kind": "unplaced_cell", "printed_value": cell.printed, "status": "unplaced", "note": cell.reading,
            "source_id": cell.source_id, "page": cell.page, "table": cell.table,
        }  # fmt: skip
    for one in brief.memberships:
        yield {
            "kind": "membership", "id": one.alliance_id, "label": one.name, "date": one.since or None, "note": one.role,
            "source_id": one.source_id, "page": one.page,
        }  # fmt: skip


def _decisions(decisions: tuple[Decision, ...], prefix: str) -> Iterator[Row]:
    for one in decisions:
        place = {"for_place": one.place} if prefix else {}
        yield _decision(one) | {"kind": f"{prefix}decision"} | place
        yield from (_contract(contract) | {"kind": f"{prefix}contract"} | place for contract in one.contracts)


def _decision(one: Decision) -> Row:
    return {
        "id": one.decision_id, "label": one.title, "measure": "committed", "value": one.committed_eur, "unit": "EUR", "date": str(one.year),
        "printed_value": one.printed, "status": one.status, "note": one.instrument, "caveat_ids": ";".join(one.caveat_ids) or None,
        "source_id": one.source_id, "page": one.page, "table": "Annex H",
    }  # fmt: skip


def _contract(one: Contract) -> Row:
    return {
        "id": one.contract_id, "label": one.title, "measure": "contracted", "value": one.contracted_eur, "unit": "EUR",
        "date": f"{one.start}/{one.end}", "printed_value": one.printed, "status": one.status, "note": f"{one.sector}; {one.partner}",
        "caveat_ids": ";".join(one.caveat_ids) or None, "source_id": one.source_id, "page": one.page, "table": "Annex H",
    }  # fmt: skip


def _programme(one: Programme, kind: str) -> Row:
    return {
        "kind": kind, "for_place": one.place, "id": one.programme_id, "label": one.title, "measure": "budget", "date": one.years,
        "printed_value": one.budget or None, "note": one.note or None, "source_id": one.source_id, "page": one.page,
    }  # fmt: skip
