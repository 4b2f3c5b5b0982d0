"""One decision or contract with everything that the documents print of it, and what is next to it.

Amounts are whole euro cents. What a decision commits and what its contracts assign stand side by side and are never added.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from data import store
from geo.dimensions import COMMITTED, CONTRACTED, DIMENSIONS, find_uptake, name_levels
from geo.language import tell_language
from geo.messages import cached, mark, say
from geo.money_lines import CENTS, Line, list_lines, select_lines
from geo.money_query import MoneyQuery
from geo.places import name_countries
from geo.programme import ProgrammeDetail, list_programmes_of
from geo.spoken import load_records

DECISION, CONTRACT = "decision", "contract"
NOWHERE = mark("Belongs to no single country")
# How a caveat introduces the other way to read the page; its translations use the translations of these.
_OTHER_READING = (mark("Other readings:"), mark("Other reading:"), mark("other reading:"))

_LATEST = "9999"

Record = dict[str, Any]


@dataclass(frozen=True)
class Relative:
    """A record next to another: what it is, its title as printed and in which language, its amount in cents, and its status."""

    record_id: str
    kind: str
    title: str
    language: str
    cents: int
    detail: str
    status: str


@dataclass(frozen=True)
class Caveat:
    """What a reader should know about a record; where there is another way to read the page, that reading and whom else it concerns."""

    title: str
    text: str
    other_reading: str
    others: tuple[Relative, ...]


@dataclass(frozen=True)
class RecordCard:
    """A decision or contract. `cents` is its own amount; committed and contracted are its decision's; dates are ISO or empty.

    `contracts` are those of a decision and add up to `contracted_cents`; `siblings` are the other decisions for the same place,
    or the other contracts under the same decision; `decision` is the one that a contract stands under.
    """

    record_id: str
    kind: str
    title: str
    language: str
    printed_reference: str
    printed_amount: str
    cents: int
    committed_cents: int
    contracted_cents: int
    all_contracted_cents: int
    uptake: str
    year: int
    start: str
    end: str
    recipient: str
    place: str
    belongs_nowhere: str
    level: str
    sector: str
    sector_code: str
    instrument: str
    instrument_name: str
    instrument_note: str
    partner: str
    status: str
    caveats: tuple[Caveat, ...]
    source_id: str
    page: int
    line: int
    decision: Relative | None
    contracts: tuple[Relative, ...]
    contract_pages: tuple[int, ...]
    siblings: tuple[Relative, ...]
    programmes: tuple[ProgrammeDetail, ...]

    @property
    def measure(self) -> str:
        """The measure that the record's amount is of."""
        return find_measure_of(self.record_id)

    @property
    def days(self) -> int | None:
        """Days from start to end, both included; None where a date is not printed."""
        if not (self.start and self.end):
            return None
        return (date.fromisoformat(self.end) - date.fromisoformat(self.start)).days + 1


def find_measure_of(record_id: str) -> str:
    """Return the measure that a record's amount is of: a decision commits, a contract contracts. Raises KeyError for neither."""
    if record_id in _rows(CONTRACT):
        return CONTRACTED
    _ = _rows(DECISION)[record_id]
    return COMMITTED


def build_record(record_id: str) -> RecordCard:
    """Return the card of a decision (by reference) or contract (by number). Raises KeyError for an id that Annex H does not have."""
    is_contract = find_measure_of(record_id) == CONTRACTED
    row = _rows(CONTRACT if is_contract else DECISION)[record_id]
    decision = _rows(DECISION)[row["decision_id"]]
    line = _line_of(record_id, row)
    sector = _lookup("dac_sectors", "dac_sector_id", row["dac_sector_id"])
    instrument = _lookup("instruments", "instrument_id", row["instrument_id"])
    contracts = tuple(one for one in _rows(CONTRACT).values() if one["decision_id"] == row["decision_id"])
    return RecordCard(
        record_id=record_id,
        kind=CONTRACT if is_contract else DECISION,
        title=row["title"],
        language=tell_language(row["title"]),
        printed_reference=record_id if is_contract else row["printed_reference"],
        printed_amount=row["contracted_printed" if is_contract else "committed_printed"],
        cents=line.whole_cents,
        committed_cents=_cents(decision["committed_eur"]),
        contracted_cents=_cents(decision["contracted_eur"]),
        all_contracted_cents=sum(one.cents for one in list_lines(CONTRACTED, "none")),
        uptake=find_uptake(decision["committed_eur"], decision["contracted_eur"]),
        year=int(decision["decision_year"]),
        start=row.get("start_date") or "",
        end=row.get("end_date") or "",
        recipient=line.recipient,
        place=DIMENSIONS["recipient"].name_value(line.recipient),
        belongs_nowhere="" if line.recipient in name_countries() else say(NOWHERE),
        level=name_levels()[row["level"]],
        sector=DIMENSIONS["sector"].name_value(line.sector),
        sector_code=str(sector["dac_purpose_code"]) if sector else "",
        instrument=row["instrument_id"],
        instrument_name=instrument["name"],
        instrument_note=instrument["note"] or "",
        partner=_name_partner(row) if is_contract else "",
        status=row["status"],
        caveats=_list_caveats(row, record_id),
        source_id=row["source_id"],
        page=int(row["page"]),
        line=int(row["line"]),
        decision=relate(row["decision_id"]) if is_contract else None,
        contracts=() if is_contract else _relate_all(one["contract_id"] for one in contracts),
        contract_pages=() if is_contract else tuple(sorted({int(one["page"]) for one in contracts})),
        siblings=_siblings(record_id, line, contracts, is_contract=is_contract),
        programmes=list_programmes_of(record_id),
    )


@cached
def relate(record_id: str) -> Relative:
    """Return a record as it stands in the card of another. Raises KeyError for an id that Annex H does not have."""
    is_contract = find_measure_of(record_id) == CONTRACTED
    row = _rows(CONTRACT if is_contract else DECISION)[record_id]
    return Relative(
        record_id=record_id,
        kind=CONTRACT if is_contract else DECISION,
        title=row["title"],
        language=tell_language(row["title"]),
        cents=_cents(row["contracted_eur" if is_contract else "committed_eur"]),
        detail=tell_span(row["start_date"], row["end_date"]) if is_contract else str(row["decision_year"]),
        status=row["status"],
    )


def is_outside(record_id: str, query: MoneyQuery) -> bool:
    """Whether the filters of a query leave a record out, read in the record's own measure."""
    own = replace(query, selection=replace(query.selection, measure=find_measure_of(record_id)))
    return record_id not in {line.record_id for line in select_lines(own)}


def _list_caveats(row: Record, record_id: str) -> tuple[Caveat, ...]:
    rows = {one["caveat_id"]: one for one in load_records("caveats")}
    return tuple(_caveat(rows[one], record_id) for one in _caveat_ids(row))


def _caveat(row: Record, record_id: str) -> Caveat:
    """A caveat with the other reading parted from the rest; one without another reading says nothing of other records."""
    # A text that was not translated yet introduces it in English.
    signs = [sign for one in _OTHER_READING for sign in (say(one), one)]
    sign = next((one for one in signs if one in row["text"]), None)
    if not sign:
        return Caveat(row["title"], row["text"], "", ())
    text, _, other = (part.strip() for part in row["text"].partition(sign))
    concerned = [
        one for kind in (DECISION, CONTRACT) for one, own in _rows(kind).items() if row["caveat_id"] in _caveat_ids(own)
    ]
    others = _relate_all(one for one in concerned if one != record_id)
    told = text.rstrip(" ;.\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}")
    return Caveat(row["title"], f"{told}.", other[:1].upper() + other[1:], others)


def _caveat_ids(row: Record) -> list[str]:
    return [one for one in (row["caveat_ids"] or "").split(";") if one]


def _siblings(record_id: str, line: Line, contracts: Iterable[Record], *, is_contract: bool) -> tuple[Relative, ...]:
    """The other contracts of the decision, or the other decisions for the same place."""
    if is_contract:
        ids = [str(one["contract_id"]) for one in contracts]
    else:
        ids = [one.record_id for one in list_lines(COMMITTED, "none") if one.recipient == line.recipient]
    return _relate_all(one for one in ids if one != record_id)


def _relate_all(record_ids: Iterable[str]) -> tuple[Relative, ...]:
    """Decisions by year and contracts by start, those without a printed start last."""
    return tuple(relate(one) for one in sorted(map(str, record_ids), key=_find_order))


def _find_order(record_id: str) -> tuple[bool, str, str, str]:
    if find_measure_of(record_id) == COMMITTED:
        return False, str(_rows(DECISION)[record_id]["decision_year"]), "", record_id
    row = _rows(CONTRACT)[record_id]
    start, end = row["start_date"] or "", row["end_date"] or ""
    # With a start and no printed end it comes after all that end; without a start the end says little, and none comes first.
    return not start, start, end or (_LATEST if start else ""), record_id


def tell_span(start: str | None, end: str | None) -> str:
    """Return the dates of a contract as the text has them: "2010-01-01 to 2012-06-30", "start not in the text to 2012-06-30"."""
    if start and end:
        return say("{start} to {end}", start=start, end=end)
    if start:
        return say("{start} to end not in the text", start=start)
    return say("start not in the text to {end}", end=end) if end else say("dates not in the text")


def _name_partner(row: Record) -> str:
    return DIMENSIONS["partner"].name_value(row["partner_category_id"]) if row["partner_category_id"] else ""


def _lookup(table: str, key: str, value: str | None) -> Record:
    return next((row for row in load_records(table) if row[key] == value), {})


def _line_of(record_id: str, row: Record) -> Line:
    measure = CONTRACTED if "contract_id" in row else COMMITTED
    return next(line for line in list_lines(measure, "none") if line.record_id == record_id)


def _cents(amount_eur: float) -> int:
    return round(amount_eur * CENTS)


@cache
def _rows(kind: str) -> dict[str, Record]:
    return {str(row[f"{kind}_id"]): row for row in store.load_records(f"{kind}s")}
