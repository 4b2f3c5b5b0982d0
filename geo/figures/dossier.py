"""What the page of a country draws beside its strips: ways to its neighbours, facts with their source, decisions with contracts."""

from collections.abc import Mapping
from typing import Any

from data.store import load_records
from geo.citing import cite
from geo.classify import format_number
from geo.country_brief import CountryBrief, CountryLine
from geo.country_money import Contract, Decision, Programme
from geo.figures.tables import STATUS_LABELS
from geo.findings import EUR_MILLION, format_eur
from geo.neighbours import DIRECTIONS
from geo.places import Membership, name_alliances

_WAYS = {"previous": "previous by name", "next": "next by name", **DIRECTIONS}


def draw_neighbours(brief: CountryBrief) -> dict[str, Any]:
    """Return the ways to the countries one step away, by name and on the map."""
    return {
        "label": f"From {brief.name} to the next country",
        "name": brief.name,
        "ways": [
            {"way": one.way, "id": one.iso3, "name": one.name, "word": _WAYS[one.way]} for one in brief.neighbours
        ],
    }


def list_memberships(brief: CountryBrief) -> dict[str, Any]:
    """Return the groups of a country: role, date, and the page that names it."""
    rows = [_fact(one.name, _tell_role(one), source=cite(one.source_id, one.page)) for one in brief.memberships]
    return _facts("Groups that the documents name it in", rows, "The documents name it in no group.") | {
        "columns": True
    }


def _tell_role(one: Membership) -> str:
    """The role in a group; on a list, or in an area, a country is no member."""
    kind = next(row["kind"] for row in load_records("alliances") if row["alliance_id"] == one.alliance_id)
    role = {"list": "on the list", "area": "part of it"}.get(kind, one.role)
    return f"{role} since {one.since}" if one.since else role


def list_findings(title: str, findings: Mapping[str, str]) -> dict[str, Any]:
    """Return findings by what they are about."""
    return _facts(title, [_fact(label, finding) for label, finding in findings.items()], "")


def list_narrative(brief: CountryBrief) -> dict[str, Any]:
    """Return the numbers in the report's text beside the annex's, both with their page; both stand, none is chosen."""
    rows = [
        _fact(
            one.indicator, f"Annex: {one.annex}\nText: {one.printed} (p. {one.page}; {_year(one.year)})", f"The text: {one.statement}.",
            cite(one.source_id, one.page), one.note,
        )
        for one in brief.narrative
    ]  # fmt: skip
    return _facts("What the report's text prints beside the annex", rows, "")


def _year(printed: str) -> str:
    return f"year {printed}" if printed == "not stated" else printed


def list_unplaced(brief: CountryBrief) -> dict[str, Any]:
    """Return the printed cells whose column cannot be known, in the order of the row, with their possible readings."""
    rows = [
        _fact(
            f"Cell {at}",
            "—" if one.printed == "---" else one.printed,
            f"{one.reading[:1].upper()}{one.reading[1:]}.",
            cite(one.source_id, one.page, one.table),
        )
        for at, one in enumerate(brief.unplaced, 1)
    ]
    return _facts("Printed cells that cannot be placed", rows, "") | {"columns": True}


def list_known(brief: CountryBrief) -> dict[str, Any]:
    """Return what is known of a country without any indicator."""
    return _facts("What is known", [_fact(text) for text in brief.known], "")


def list_unknown(brief: CountryBrief) -> dict[str, Any]:
    """Return what is not known of a country without any indicator."""
    return _facts("What is not known", [_fact(text) for text in brief.unknown], "")


def list_programmes(title: str, programmes: tuple[Programme, ...]) -> dict[str, Any]:
    """Return programmes with place, years and budget as printed; their budgets are not those of the decisions and never added to them."""
    rows = [
        _fact(
            one.name,
            one.budget or "No amount printed",
            f"For {one.place}, {one.years}",
            cite(one.source_id, one.page),
            one.note,
        )
        | {"title": one.title if one.title != one.name else "", "lang": one.language}
        for one in programmes
    ]
    return _facts(title, rows, "No programme.")


def draw_decisions(title: str, decisions: tuple[Decision, ...], note: str = "") -> dict[str, Any]:
    """Return decisions with both of their amounts side by side, and their contracts below."""
    return {"title": title, "note": note, "decisions": [_decision(one) for one in decisions]}


def tabulate_countries(lines: tuple[CountryLine, ...], country: str) -> dict[str, Any]:
    """Return the table of the 33 countries to choose from."""
    alliances = [name_alliances()[one] for one in ("idb_alliance", "eu_lac_alliance")]
    columns = [("country", "Country", "text"), ("subregion", "Sub-region", "text"), ("idb", alliances[0], "text"),
               ("eu_lac", alliances[1], "text"), ("reported", "Indicators reported, of 12", "number"),
               ("committed", "EU, committed to it alone, EUR million", "number")]  # fmt: skip
    return {
        "label": "The 33 countries; choose one to open its page",
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
                    *(role or "–" for role in one.roles),
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
    return {"t": str(reported) if reported else "none", "v": reported}


def _committed(amount: float) -> dict[str, Any]:
    return {"t": format_number(amount / EUR_MILLION, 1) if amount else "no decision", "v": amount / EUR_MILLION}


def _decision(one: Decision) -> dict[str, Any]:
    contracts = (
        f"{len(one.contracts)} contract{'' if len(one.contracts) == 1 else 's'}"
        if one.contracts
        else "no contract listed"
    )
    return {
        "id": one.decision_id,
        "title": one.title,
        "lang": one.language,
        "meta": f"{one.year} · {one.decision_id} · {one.instrument}",
        "committed": format_eur(one.committed_eur),
        "contracted": f"{format_eur(one.contracted_eur)} in {contracts}" if one.contracts else contracts,
        "summary": _summarise(one),
        "source": f"Annex H, p. {one.page}",
        "sign": _sign(one.status),
        "caveats": _caveats(one.caveat_ids),
        "contracts": [_contract(contract) for contract in one.contracts],
    }


def _summarise(one: Decision) -> str:
    """What opening a decision shows."""
    parts = [(len(one.contracts), "contract"), (len(one.caveat_ids), "note")]
    return " and ".join(f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in parts if count)


def _contract(one: Contract) -> dict[str, Any]:
    return {
        "id": one.contract_id,
        "title": one.title,
        "lang": one.language,
        "dates": f"{one.start or 'start not in the text'} – {one.end or 'end not in the text'}",
        "amount": f"EUR {one.printed}",
        "sector": one.sector,
        "partner": one.partner,
        "source": f"p. {one.page}",
        "sign": _sign(one.status),
        "caveats": _caveats(one.caveat_ids),
    }


def _fact(label: str, value: str = "", detail: str = "", source: str = "", more: str = "") -> dict[str, Any]:
    return {"label": label, "value": value, "detail": detail, "source": source, "more": more, "title": "", "lang": ""}


def _facts(title: str, rows: list[dict[str, Any]], empty: str) -> dict[str, Any]:
    return {"title": title, "rows": rows, "empty": empty}


def _sign(status: str) -> str:
    return "" if status == "ok" else STATUS_LABELS[status]


def _caveats(ids: tuple[str, ...]) -> list[str]:
    rows = {row["caveat_id"]: row for row in load_records("caveats")}
    return [f"{rows[one]['title']}. {rows[one]['text']}" for one in ids]
