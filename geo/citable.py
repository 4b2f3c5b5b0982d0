"""Every value of the built tables that can be cited, by id: indicators, decisions, contracts, published figures, and what stands beside them.

An id is a path: "indicator/homicide_rate/HND", "decision/DCI-ALA/2010/022-399", "published/section4_total", "donor/Spain/2011".
"""

from collections.abc import Callable, Iterator
from typing import Any

from geo import citable_context
from geo.citation import CitedValue, tell_printed_million
from geo.dimensions import COMMITTED, CONTRACTED
from geo.indicator_view import AGGREGATES
from geo.ledger_words import BOUNDS, is_bound, name_verdicts
from geo.messages import cached, mark, say
from geo.places import name_countries
from geo.plain_number import write_number
from geo.record import tell_span
from geo.spoken import load_records

NOT_REPORTED = mark("not reported")
_TABLE = "Annex H"
_IN_PLACE_OF_A_VALUE = {"not_reported": NOT_REPORTED, "unplaced": mark("printed, but not placeable")}
_PUBLISHED_UNITS = {"eur_m": mark("EUR million"), "pct": mark("per cent"), "count": ""}

Record = dict[str, Any]


def find_value(value_id: str) -> CitedValue:
    """Return a value by its id. Raises KeyError for an id that no built table has."""
    return _all_values()[value_id]


def has_value(value_id: str) -> bool:
    """Return whether a built table has a value of this id."""
    return value_id in _all_values()


def list_values(*beginnings: str) -> tuple[CitedValue, ...]:
    """Return the values whose ids begin with one of these, in the order of the tables; all values for ""."""
    return tuple(one for value_id, one in _all_values().items() if value_id.startswith(beginnings))


@cached
def _all_values() -> dict[str, CitedValue]:
    makers: tuple[Callable[[], Iterator[CitedValue]], ...] = (
        _indicators, _unplaced, _decisions, _contracts, _published, *citable_context.MAKERS,
    )  # fmt: skip
    return {one.value_id: one for make in makers for one in make()}


def _indicators() -> Iterator[CitedValue]:
    indicators = {row["indicator_id"]: row for row in load_records("indicators")}
    names = name_countries() | {code: say(label) for code, (label, _) in AGGREGATES.items()}
    return (
        _indicator(row, indicators[row["indicator_id"]], names[row["iso3"]]) for row in load_records("indicator_values")
    )


def _indicator(row: Record, indicator: Record, place: str) -> CitedValue:
    is_told = row["value"] is not None and row["status"] not in _IN_PLACE_OF_A_VALUE
    shown = {"place": row["iso3"]} if row["iso3"] in name_countries() else {}
    return CitedValue(
        value_id=f"indicator/{row['indicator_id']}/{row['iso3']}",
        subject=f"{indicator['name']}, {place}",
        value=write_number(row["value"]) if is_told else say(_IN_PLACE_OF_A_VALUE.get(row["status"], NOT_REPORTED)),
        unit=indicator["unit"] if is_told else "",
        year=row["year"],
        slug=indicator["topic"],
        parameters={"indicator": row["indicator_id"], **shown},
        row=row["row_label"],
        column=row["column_label"],
        **_source(row),
    )


def _unplaced() -> Iterator[CitedValue]:
    """Cells that the document prints in a row of a country, but in no column that can be known."""
    for row in load_records("unplaced_values"):
        yield CitedValue(
            value_id=f"unplaced/{row['iso3']}/{row['order']}",
            subject=say(
                "Cell {number} of the row of {country}", number=row["order"], country=name_countries()[row["iso3"]]
            ),
            value=say(NOT_REPORTED) if row["printed_value"] == "---" else row["printed_value"],
            slug="country",
            parameters={"place": row["iso3"]},
            note=say("Possible reading: {reading}", reading=row["note"]),
            row=row["row_label"],
            **_source(row),
        )


def _decisions() -> Iterator[CitedValue]:
    for row in load_records("decisions"):
        yield CitedValue(
            value_id=f"decision/{row['decision_id']}",
            subject=say("Committed by decision {decision}, “{title}”", decision=row["decision_id"], title=row["title"]),
            value=say("EUR {amount}", amount=write_number(row["committed_eur"])),
            year=say("decision of {year}", year=row["decision_year"]),
            slug="money",
            parameters={"measure": COMMITTED, "record": row["decision_id"]},
            row=row["printed_reference"],
            **(
                _source(row, "committed_printed")
                | {"table": _TABLE, "printed": tell_printed_million(row["committed_printed"])}
            ),
        )


def _contracts() -> Iterator[CitedValue]:
    for row in load_records("contracts"):
        yield CitedValue(
            value_id=f"contract/{row['contract_id']}",
            subject=say(
                "Contracted by contract {contract}, “{title}”", contract=row["contract_id"], title=row["title"]
            ),
            value=say("EUR {amount}", amount=write_number(row["contracted_eur"])),
            year=tell_span(row["start_date"], row["end_date"]),
            slug="money",
            parameters={"measure": CONTRACTED, "record": row["contract_id"]},
            note=say("Under decision {decision}", decision=row["decision_id"]),
            row=row["contract_id"],
            **(_source(row, "contracted_printed") | {"table": _TABLE}),
        )


def _published() -> Iterator[CitedValue]:
    for row in load_records("published_figures"):
        number = write_number(row["published"])
        yield CitedValue(
            value_id=f"published/{row['figure_id']}",
            subject=row["statement"],
            value=say(BOUNDS[row["wording_id"]], value=number) if is_bound(row) else number,
            unit=say(_PUBLISHED_UNITS[row["unit"]]),
            slug="reconciliation",
            note=say(
                "Beside the rows of Annexes H and I, by the atlas: {verdict}", verdict=name_verdicts()[row["verdict"]]
            ),
            **_source(row, "published_printed"),
        )


def _source(row: Record, printed: str = "printed_value") -> dict[str, Any]:
    """Where a row stands in its document, how it is printed there, and what is doubtful: fields of a cited value."""
    return {
        "source_id": row["source_id"],
        "pages": (int(row["page"]),),
        "table": row.get("table") or "",
        "printed": row.get(printed) or "",
        "status": row.get("status") or "ok",
        "caveat_ids": tuple(filter(None, (row.get("caveat_ids") or "").split(";"))),
    }
