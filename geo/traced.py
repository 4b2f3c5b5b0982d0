"""Any measure of any country with the place that it is printed in: what tables and downloads are made of."""

from dataclasses import dataclass, replace

from data.store import load_records
from geo.findings import EUR_MILLION
from geo.indicator_view import build_indicator_view
from geo.money_view import amount_of, build_money_view
from geo.places import find_subregion
from geo.rank import Rank
from geo.selection import MEASURES, Selection
from geo.spelling import format_number
from geo.views import CountryValue, PlaceAmount, Source

MONEY_TABLE = "Annex H"
HIDDEN = "hidden"
# What an amount of a country is the sum of, and the column that names each.
_RECORDS = {"committed": ("decisions", "decision_id"), "contracted": ("contracts", "contract_id")}


@dataclass(frozen=True)
class TracedValue:
    """A country's value of a measure (money in EUR million), its rank among all countries, and where it is printed.

    `value` is None where there is none to show; `status` is then one of not_reported, unplaced and hidden (doubtful, and hidden
    by the filter). `pages` are those of every cell behind the value: one for an indicator, one a decision or contract for money.
    """

    iso3: str
    name: str
    subregion_id: str
    value: float | None
    text: str
    printed: str
    status: str
    caveats: tuple[str, ...]
    rank: Rank | None
    is_inside: bool
    is_member: bool
    source_id: str
    pages: tuple[int, ...]
    table: str
    row_label: str
    column_label: str

    @property
    def is_doubtful(self) -> bool:
        """Whether a value is shown that is hardly right."""
        return self.value is not None and self.status == "doubtful"


def trace_measure(measure_id: str, selection: Selection) -> tuple[TracedValue, ...]:
    """Return every country's value of a measure with its provenance, 33 of them by name. Raises KeyError for an unknown id."""
    if measure_id in MEASURES:
        countries = build_money_view(replace(selection, measure=measure_id)).countries
        return tuple(_trace_money(place, measure_id) for place in countries)
    values = build_indicator_view(replace(selection, indicator=measure_id)).values
    return tuple(_trace_cell(value) for value in values)


def _trace_cell(value: CountryValue) -> TracedValue:
    source = value.source or Source("", 0, "", "", "")
    is_hidden = value.status == "doubtful" and not value.is_shown
    return TracedValue(
        iso3=value.iso3,
        name=value.name,
        subregion_id=value.subregion_id,
        value=value.value if value.is_shown else None,
        text=value.text if value.is_shown else "",
        printed=value.printed,
        status=HIDDEN if is_hidden else value.status,
        caveats=value.caveats,
        rank=value.rank,
        is_inside=value.is_inside,
        is_member=value.is_member,
        source_id=source.source_id,
        pages=(source.page,) if value.source else (),
        table=source.table,
        row_label=source.row_label,
        column_label=source.column_label,
    )


def _trace_money(place: PlaceAmount, measure_id: str) -> TracedValue:
    amount = amount_of(place, measure_id)
    table, key = _RECORDS[measure_id]
    records = [row for row in load_records(table) if row["iso3"] == place.place_id and row[f"{measure_id}_eur"]]
    caveats = [one for row in records for one in (row["caveat_ids"] or "").split(";")]
    return TracedValue(
        iso3=place.place_id,
        name=place.name,
        subregion_id=find_subregion(place.place_id),
        value=amount / EUR_MILLION,
        text=format_number(amount / EUR_MILLION, 1),
        printed="",
        status="ok",
        caveats=tuple(dict.fromkeys(filter(None, caveats))),
        rank=place.rank,
        is_inside=place.is_inside,
        is_member=place.is_member,
        source_id=records[0]["source_id"] if records else "",
        pages=tuple(sorted({int(row["page"]) for row in records})),
        table=MONEY_TABLE if records else "",
        row_label=";".join(row[key] for row in records),
        column_label=measure_id if records else "",
    )
