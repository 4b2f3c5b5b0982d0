"""The records that a sum or count of a download is of: where it stands and what is doubtful about it is theirs, not the row's that holds it."""

from dataclasses import dataclass
from typing import Any

from geo.messages import say
from geo.spoken import load_records

Record = dict[str, Any]
Row = dict[str, Any]

_TABLE = "Annex H"
_AMOUNTS = ("amount_eur", "decisions")
_LISTS = {"committed": ("decisions", "decision_id"), "contracted": ("contracts", "contract_id")}


@dataclass(frozen=True)
class Sum:
    """What a value is computed from, in words, and its records: none where nothing was added up, or where it is of no records."""

    words: str
    records: tuple[Record, ...]
    key: str


def find_sum(column: str, row: Row) -> Sum | None:
    """Return the records of Annex H that a value of a row is the sum or the number of; None where it is neither."""
    if row.get("decision_id") and column == "contracted_eur":
        words = say("Sum of the contracts that Annex H lists under the decision")
        return _collect("contracted", {"decision_id": row["decision_id"]}, words)
    if row.get("decision_id") and column == "contracts_count":
        words = say("Number of the contracts that Annex H lists under the decision")
        return _collect("contracted", {"decision_id": row["decision_id"]}, words)
    if column == "committed_eur" and "decision_id" not in row:
        words = say("Sum of the decisions of Annex H for the country alone")
        return _collect("committed", {"iso3": row["iso3"]}, words)
    measure, place_kind, instrument = row.get("measure"), row.get("place_kind"), _find_instrument(column)
    if measure not in _LISTS or not place_kind or not (instrument or column in _AMOUNTS):
        return None
    if instrument:
        words = _tell_instrument(measure, instrument)
        return _collect(measure, _match_place(row) | {"instrument_id": instrument}, words)
    return _collect(measure, _match_place(row), _tell_place(measure, is_number=column == "decisions"))


def _tell_instrument(measure: str, instrument: str) -> str:
    if measure == "committed":
        return say(
            "Sum of the decisions of Annex H for the place from the instrument {instrument}", instrument=instrument
        )
    return say("Sum of the contracts of Annex H for the place from the instrument {instrument}", instrument=instrument)


def _tell_place(measure: str, *, is_number: bool) -> str:
    if measure == "committed":
        if is_number:
            return say("Number of the decisions of Annex H for the place")
        return say("Sum of the decisions of Annex H for the place")
    if is_number:
        return say("Number of the decisions behind the contracts of Annex H for the place")
    return say("Sum of the contracts of Annex H for the place")


def locate_sum(found: Sum) -> Row:
    """Return the place and the doubts of the records of a sum: all their pages and caveats, doubtful where one is; empty for no records."""
    records = found.records
    caveats = dict.fromkeys(one for row in records for one in str(row["caveat_ids"] or "").split(";") if one)
    status = "doubtful" if any(row["status"] != "ok" for row in records) else "ok"
    return {
        "source_id": records[0]["source_id"] if records else None,
        "pages": ";".join(str(page) for page in sorted({int(row["page"]) for row in records})) or None,
        "table": _TABLE if records else None,
        "row_label": ";".join(str(row[found.key]) for row in records) or None,
        "status": status if records else None,
        "caveat_ids": ";".join(caveats) or None,
    }


def _collect(measure: str, wanted: Row, words: str) -> Sum:
    table, key = _LISTS[measure]
    records = (row for row in load_records(table) if all(row[name] == value for name, value in wanted.items()))
    # An amount of zero is no part of a sum.
    counted = tuple(row for row in records if row[f"{measure}_eur"])
    return Sum(words if counted else say("{records}: there are none", records=words), counted, key)


def _match_place(row: Row) -> Row:
    """What the records of a place have in their columns."""
    kind, place = row["place_kind"], row["place_id"]
    if kind == "country":
        return {"iso3": place}
    return {"place_kind": kind, "funding_zone_id": place} if kind == "region" else {"place_kind": kind}


def _find_instrument(column: str) -> str:
    names = {
        f"{row['instrument_id'].lower().replace('-', '_')}_eur": row["instrument_id"]
        for row in load_records("instruments")
    }
    return str(names.get(column, ""))
