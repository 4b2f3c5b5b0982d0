"""From the conditions of a published figure to the link that shows the rows which it counts on the page of EU money."""

from typing import Any
from urllib.parse import urlencode

from data.conditions import parse_conditions, select_rows
from data.store import load_records
from geo.messages import current

Parameters = dict[str, str]

PAGE = "money"
_VERSION = "1"
_FIRST_YEAR = ("decision_year", ">=", "2007")
# Conditions of one value or several ("a|b") that are a parameter of that page; every other one is told by the decisions it leaves.
_PARAMETERS = {
    "funding_zone_id": "zone",
    "iso3": "recipient",
    "level": "level",
    "instrument_id": "instrument",
    "decision_year": "year",
    "partner_category_id": "partner",
    "decision_id": "decision",
}


def find_parameters(conditions: str, base: str) -> Parameters | None:
    """Return the parameters that select the same rows, or None where decisions and filters cannot tell them apart.

    `base` is "committed" or "contracted"; the decisions before 2007 are always said to be in or out. Programmes ("programmes") are
    no rows of that page.
    """
    if base == "programmes":
        return None
    return _by_filters(conditions, base) or _by_decisions(conditions, base)


def make_link(conditions: str, base: str) -> str:
    """Return the address of the rows, relative to any page; empty where no link can show exactly them."""
    parameters = find_parameters(conditions, base)
    if not parameters:
        return ""
    version = {"v": parameters["v"], "lang": current()}
    return f"{PAGE}?{urlencode(version | parameters, safe=',/')}"


def list_rows(conditions: str, base: str) -> list[dict[str, Any]]:
    """Return the decisions, the contracts with the year of their decision, or the programmes, that meet the conditions."""
    if base == "programmes":
        return select_rows(load_records("programmes"), conditions)
    decisions = load_records("decisions")
    if base == "committed":
        return select_rows(decisions, conditions)
    years = {row["decision_id"]: row["decision_year"] for row in decisions}
    dated = [row | {"decision_year": years[row["decision_id"]]} for row in load_records("contracts")]
    return select_rows(dated, conditions)


def _by_filters(conditions: str, base: str) -> Parameters | None:
    alternatives = parse_conditions(conditions)
    filters = [one for one in alternatives[0] if one != _FIRST_YEAR]
    names = [_PARAMETERS.get(column) for column, sign, _ in filters if sign == "="]
    if len(alternatives) > 1 or None in names or len(set(names)) < len(filters):
        return None
    early = "leave_out" if _FIRST_YEAR in alternatives[0] else "include"
    return _start(base, early) | {_PARAMETERS[column]: _join(value.split("|")) for column, _, value in filters}


def _by_decisions(conditions: str, base: str) -> Parameters | None:
    """Name the decisions, if the rows are all that these decisions have."""
    rows = list_rows(conditions, base)
    ids = sorted({row["decision_id"] for row in rows})
    every = list_rows(f"decision_id={'|'.join(ids)}", base)
    return _start(base, "include") | {"decision": _join(ids)} if ids and len(every) == len(rows) else None


def _start(base: str, early: str) -> Parameters:
    return {"v": _VERSION, "measure": base, "early": early}


def _join(values: list[str]) -> str:
    return ",".join(values)
