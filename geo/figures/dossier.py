"""What the page of a country draws beside its strips: ways to its neighbours, facts with their source, decisions with contracts."""

from collections.abc import Mapping
from typing import Any

from data import store
from geo.alliances import write_date
from geo.amount_words import count_contracts, format_cents
from geo.citing import cite
from geo.country_brief import CountryBrief, CountryLine
from geo.country_money import Contract, Decision, Programme
from geo.figures.gap_panel import tell_year
from geo.figures.tables import name_status
from geo.findings import EUR_MILLION, format_eur
from geo.messages import mark, say, say_count, say_in
from geo.money_lines import CENTS
from geo.neighbours import DIRECTIONS
from geo.places import Membership, name_alliances
from geo.spelling import format_number, list_all
from geo.spoken import load_records

_WAYS = {"previous": mark("previous by name"), "next": mark("next by name"), **DIRECTIONS}


def draw_neighbours(brief: CountryBrief) -> dict[str, Any]:
    """Return the ways to the countries one step away, by name and on the map."""
    return {
        "label": say("From {country} to the next country", country=brief.name),
        "name": brief.name,
        "ways": [
            {"way": one.way, "id": one.iso3, "name": one.name, "word": say(_WAYS[one.way])} for one in brief.neighbours
        ],
    }


def list_memberships(brief: CountryBrief) -> dict[str, Any]:
    """Return the groups of a country: role, date, and the page that names it."""
    rows = [_fact(one.name, _tell_role(one), source=cite(one.source_id, one.page)) for one in brief.memberships]
    title, empty = say("Groups that the documents name it in"), say("The documents name it in no group.")
    return _facts(title, rows, empty) | {"columns": True}


def _tell_role(one: Membership) -> str:
    """The role in a group; on a list, or in an area, a country is no member."""
    kind = next(row["kind"] for row in store.load_records("alliances") if row["alliance_id"] == one.alliance_id)
    role = say(one.role)
    if kind in ("list", "area"):
        role = say("on the list") if kind == "list" else say("part of it")
    return say("{role} since {date}", role=role, date=write_date(one.since)) if one.since else role


def list_findings(title: str, findings: Mapping[str, str]) -> dict[str, Any]:
    """Return findings by what they are about."""
    return _facts(title, [_fact(label, finding) for label, finding in findings.items()], "")


def list_narrative(brief: CountryBrief) -> dict[str, Any]:
    """Return the numbers in the report's text beside the annex's, both with their page; both stand, none is chosen."""
    rows = [
        _fact(
            one.indicator,
            "\n".join((
                say("Annex: {value}", value=one.annex),
                say("Text: {value} (p. {page}; {year})", value=one.printed, page=one.page, year=_year(one.year)),
            )),
            say("The text: {statement}.", statement=one.statement), cite(one.source_id, one.page), one.note,
        )
        for one in brief.narrative
    ]  # fmt: skip
    return _facts(say("What the report's text prints beside the annex"), rows, "")


def _year(printed: str) -> str:
    return printed if printed.isdigit() else tell_year(printed)


def list_unplaced(brief: CountryBrief) -> dict[str, Any]:
    """Return the printed cells whose column cannot be known, in the order of the row, with their possible readings."""
    rows = [
        _fact(
            say("Cell {number}", number=at),
            "—" if one.printed == "---" else one.printed,
            f"{one.reading[:1].upper()}{one.reading[1:]}.",
            cite(one.source_id, one.page, one.table),
        )
        for at, one in enumerate(brief.unplaced, 1)
    ]
    return _facts(say("Printed cells that cannot be placed"), rows, "") | {"columns": True}


def list_known(brief: CountryBrief) -> dict[str, Any]:
    """Return what is known of a country without any indicator."""
    return _facts(say("What is known"), [_fact(text) for text in brief.known], "")


def list_unknown(brief: CountryBrief) -> dict[str, Any]:
    """Return what is not known of a country without any indicator."""
    return _facts(say("What is not known"), [_fact(text) for text in brief.unknown], "")


def list_programmes(title: str, programmes: tuple[Programme, ...]) -> dict[str, Any]:
    """Return programmes with place, years and budget as printed; their budgets are not those of the decisions and never added to them."""
    rows = [
        _fact(
            one.name,
            one.budget or say("No amount printed"),
            say("For {place}, {years}", place=one.place, years=one.years),
            cite(one.source_id, one.page),
            one.note,
        )
        | {"title": one.title if one.title != one.name else "", "lang": one.language}
        for one in programmes
    ]
    return _facts(title, rows, say("No programme."))


def draw_decisions(title: str, decisions: tuple[Decision, ...], note: str = "") -> dict[str, Any]:
    """Return decisions with both of their amounts side by side, and their contracts below."""
    return {"title": title, "note": note, "decisions": [_decision(one) for one in decisions]}


def tabulate_countries(lines: tuple[CountryLine, ...], country: str) -> dict[str, Any]:
    """Return the table of the 33 countries to choose from."""
    alliances = [name_alliances()[one] for one in ("idb_alliance", "eu_lac_alliance")]
    columns = [("country", say("Country"), "text"), ("subregion", say("Sub-region"), "text"), ("idb", alliances[0], "text"),
               ("eu_lac", alliances[1], "text"), ("reported", say("Indicators reported, of 12"), "number"),
               ("committed", say("EU, committed to it alone, EUR million"), "number")]  # fmt: skip
    return {
        "label": say("The 33 countries; choose one to open its page"),
        "columns": [
            {"id": key, "label": label, "kind": kind, "align": "right" if kind == "number" else "left"}
            for key, label, kind in columns
        ],
        "rows": [
            {
                "id": one.iso3,
                "cells": [
                    one.name,
                    one.subregion,
                    *(say(role) or "–" for role in one.roles),
                    _count(one.reported),
                    _committed(one.committed_eur),
                ],
                "in": True,
            }
            for one in lines
        ],
        "selected": country or None,
        "pick": True,
        "empty": "",
    }


def _count(reported: int) -> dict[str, Any]:
    return {"t": str(reported) if reported else say_in("indicators", "none"), "v": reported}


def _committed(amount: float) -> dict[str, Any]:
    return {"t": format_number(amount / EUR_MILLION, 1) if amount else say("no decision"), "v": amount / EUR_MILLION}


def _decision(one: Decision) -> dict[str, Any]:
    return {
        "id": one.decision_id,
        "title": one.title,
        "lang": one.language,
        "meta": f"{one.year} · {one.decision_id} · {one.instrument}",
        "committed": format_eur(one.committed_eur),
        "contracted": _tell_contracted(one),
        "summary": _summarise(one),
        "source": say("Annex H, p. {page}", page=one.page),
        "sign": _sign(one.status),
        "caveats": _caveats(one.caveat_ids),
        "contracts": [_contract(contract) for contract in one.contracts],
    }


def _tell_contracted(one: Decision) -> str:
    if not one.contracts:
        return say("no contract listed")
    amount = format_eur(one.contracted_eur)
    return say_count("{amount} in {n} contract", "{amount} in {n} contracts", len(one.contracts), amount=amount)


def _summarise(one: Decision) -> str:
    """What opening a decision shows."""
    parts = [count_contracts(len(one.contracts))] if one.contracts else []
    if one.caveat_ids:
        parts.append(say_count("{n} note", "{n} notes", len(one.caveat_ids)))
    return list_all(parts)


def _contract(one: Contract) -> dict[str, Any]:
    return {
        "id": one.contract_id,
        "title": one.title,
        "lang": one.language,
        "dates": f"{one.start or say('start not in the text')} – {one.end or say('end not in the text')}",
        "amount": format_cents(round(CENTS * one.contracted_eur)),
        "sector": one.sector,
        "partner": one.partner,
        "source": say("p. {page}", page=one.page),
        "sign": _sign(one.status),
        "caveats": _caveats(one.caveat_ids),
    }


def _fact(label: str, value: str = "", detail: str = "", source: str = "", more: str = "") -> dict[str, Any]:
    return {"label": label, "value": value, "detail": detail, "source": source, "more": more, "title": "", "lang": ""}


def _facts(title: str, rows: list[dict[str, Any]], empty: str) -> dict[str, Any]:
    return {"title": title, "rows": rows, "empty": empty}


def _sign(status: str) -> str:
    return "" if status == "ok" else name_status(status)


def _caveats(ids: tuple[str, ...]) -> list[str]:
    rows = {row["caveat_id"]: row for row in load_records("caveats")}
    return [f"{rows[one]['title']}. {rows[one]['text']}" for one in ids]
