"""What Annex I says of the programme behind a decision or contract: funders, method, partners, each with its page.

Its budget covers other funders and other years than Annex H, and is never added to amounts of Annex H.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from data import store
from geo.country_money import Programme, list_programmes
from geo.spoken import load_records

# A contract that the note of a programme names: six digits.
_NAMED_CONTRACT = re.compile(r"contract (\d{6})")


@dataclass(frozen=True)
class Funder:
    """A part of a programme's budget: whose, the amount as printed in EUR million, and its page.

    `is_component` marks the share of a wider programme that is for justice and security.
    """

    name: str
    printed: str
    is_component: bool
    page: int


@dataclass(frozen=True)
class ProgrammeDetail:
    """A programme with its budget by funder, method and partners."""

    programme: Programme
    funders: tuple[Funder, ...]
    method: str
    partners: tuple[str, ...]


def list_programmes_of(record_id: str) -> tuple[ProgrammeDetail, ...]:
    """Return the programmes of a decision or contract; none where Annex I describes none, or names no title of its own."""
    ids = _programmes_by_record().get(record_id, ())
    return tuple(_detail(programme) for programme in list_programmes(lambda row: row["programme_id"] in ids))


def _detail(programme: Programme) -> ProgrammeDetail:
    row = next(one for one in load_records("programmes") if one["programme_id"] == programme.programme_id)
    funders = (one for one in load_records("programme_budgets") if one["programme_id"] == programme.programme_id)
    return ProgrammeDetail(
        programme=programme,
        funders=tuple(
            Funder(one["funder"], one["amount_printed"], bool(one["is_component"]), int(one["page"])) for one in funders
        ),
        method=row["method"] or "",
        partners=tuple(filter(None, (row["partners"] or "").split(";"))),
    )


@cache
def _programmes_by_record() -> dict[str, tuple[str, ...]]:
    """Ids of programmes by decision or contract: the decision that carries it, and the contract that its note says has its title."""
    found: dict[str, tuple[str, ...]] = {}
    for row in store.load_records("programmes"):
        for record_id in _records_of(row):
            found[record_id] = (*found.get(record_id, ()), row["programme_id"])
    return found


def _records_of(row: dict[str, Any]) -> list[str]:
    named = _NAMED_CONTRACT.findall(row["note"] or "")
    return [*filter(None, [row["decision_id"]]), *named]
