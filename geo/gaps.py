"""What the annexes hold and what they do not: the status of each indicator in each country, and how many of which."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from geo.findings import NOTHING_LEFT, count_countries, tell_filters
from geo.indicator_view import build_indicator_view, find_indicator, list_indicators
from geo.measure_words import PLURAL
from geo.messages import cached, mark, say, say_count
from geo.places import find_subregion, name_alliances, name_countries, name_places
from geo.selection import Selection, explain_empty, list_members, select_countries
from geo.spelling import list_all, lower_start
from geo.spoken import load_records
from geo.views import SHOWN_STATUSES, CountryValue, Source

ABSENT = "not_in_annexes"
# In the order of how much a cell says: messages, for `say`.
STATUS_NAMES = {
    "ok": mark("Reported"),
    "conflict": mark("Contradicted by the narrative"),
    "doubtful": mark("Doubtful"),
    "unplaced": mark("Printed, not placeable"),
    "not_reported": mark("Not reported"),
    ABSENT: mark("Country not in the annexes"),
}
CSV_COLUMNS = [
    "iso3", "country", "subregion_id", "indicator_id", "indicator", "status", "printed_value", "unit", "year",
    "source_id", "page", "table", "row_label", "column_label", "caveat_ids",
]  # fmt: skip


@dataclass(frozen=True)
class GapCell:
    """One indicator of one country: its status, its value in words, what is printed, where it stands, and the ids of its caveats."""

    iso3: str
    indicator_id: str
    status: str
    text: str
    printed: str
    source: Source | None
    caveats: tuple[str, ...]

    @property
    def cell_id(self) -> str:
        """Country and indicator in one id."""
        return f"{self.iso3}/{self.indicator_id}"

    @property
    def is_reported(self) -> bool:
        """Whether a value stands in the cell, doubtful and contradicted ones included."""
        return self.status in SHOWN_STATUSES


@dataclass(frozen=True)
class Tally:
    """How many cells of a set of countries hold a value: in all, and by indicator; each indicator has one cell a country."""

    name: str
    countries: int
    reported: tuple[int, ...]

    @property
    def cells(self) -> int:
        """All cells of these countries."""
        return self.countries * len(self.reported)


@dataclass(frozen=True)
class GapsView:
    """The cells of the countries inside the filters, countries by name and indicators in display order, and their counts."""

    headline: str
    coverage: str
    indicators: tuple[str, ...]
    countries: tuple[str, ...]
    cells: tuple[GapCell, ...]
    subregions: tuple[Tally, ...]
    groups: tuple[Tally, ...]
    empty: str

    def row(self, iso3: str) -> tuple[GapCell, ...]:
        """Return the cells of a country in the order of the indicators."""
        return tuple(cell for cell in self.cells if cell.iso3 == iso3)

    def column(self, indicator_id: str) -> tuple[GapCell, ...]:
        """Return the cells of an indicator in the order of the countries."""
        return tuple(cell for cell in self.cells if cell.indicator_id == indicator_id)

    def count(self, status: str) -> int:
        """Return how many cells have a status."""
        return sum(cell.status == status for cell in self.cells)


def build_gaps_view(selection: Selection) -> GapsView:
    """Return what is known and not known of the countries that the filters leave; doubtful values are never hidden here."""
    only = replace(selection, members="only", doubtful="show")
    inside = select_countries(only).inside
    countries = tuple(iso3 for iso3 in name_countries() if iso3 in inside)
    cells = tuple(cell for cell in list_cells() if cell.iso3 in inside)
    view = GapsView(
        headline="",
        coverage="",
        indicators=tuple(name_indicators()),
        countries=countries,
        cells=cells,
        subregions=_tally_subregions(cells),
        groups=_tally_groups(cells),
        empty="" if countries else explain_empty(only),
    )
    return replace(view, headline=tell_coverage(view), coverage=_tell_counts(view, only))


@cached
def name_indicators() -> dict[str, str]:
    """Return the names of all indicators by id, in display order."""
    return list_indicators("violence") | list_indicators("prisons")


@cached
def list_cells() -> tuple[GapCell, ...]:
    """Return every cell: 33 countries by name, each with all indicators in display order."""
    columns = {one: {value.iso3: value for value in _whole_region(one)} for one in name_indicators()}
    return tuple(_cell(one, columns[one][iso3]) for iso3 in name_countries() for one in columns)


def find_cell(iso3: str, indicator_id: str) -> GapCell | None:
    """Return one cell, or None where country or indicator are none of the atlas."""
    found = (cell for cell in list_cells() if (cell.iso3, cell.indicator_id) == (iso3, indicator_id))
    return next(found, None)


def tally(name: str, cells: Iterable[GapCell]) -> Tally:
    """Return how many of some countries' cells hold a value, by indicator."""
    kept = tuple(cells)
    reported = tuple(sum(cell.is_reported for cell in kept if cell.indicator_id == one) for one in name_indicators())
    return Tally(name, len({cell.iso3 for cell in kept}), reported)


def tell_coverage(view: GapsView) -> str:
    """Return the finding: how many countries the annexes cover, and what the fewest of them report."""
    if view.empty:
        return say(NOTHING_LEFT)
    covered = {cell.iso3 for cell in view.cells if cell.status != ABSENT}
    values = {"covered": len(covered), "countries": count_countries(len(view.countries))}
    if not covered:
        return say("The annexes cover {covered} of {countries}", **values)
    counts = tally("", view.cells).reported
    fewest = min(counts)
    if fewest == max(counts):
        return say(
            "The annexes cover {covered} of {countries}, and all {indicators} indicators are reported by {number} of them",
            indicators=len(counts), number=fewest, **values,
        )  # fmt: skip
    rarest = [one for one, count in zip(view.indicators, counts, strict=True) if count == fewest]
    return _tell_rarest(rarest, fewest, say("The annexes cover {covered} of {countries}", **values))


def _tell_rarest(rarest: list[str], number: int, coverage: str) -> str:
    values = {"coverage": coverage, "indicators": list_all(_lower(one) for one in rarest), "number": number}
    if len(rarest) > 1 or rarest[0] in PLURAL:
        if number:
            return say("{coverage}; {indicators} are reported by {number}", **values)
        return say("{coverage}; {indicators} are reported by none", **values)
    if number:
        return say("{coverage}; {indicators} is reported by {number}", **values)
    return say("{coverage}; {indicators} is reported by none", **values)


def extract_gaps(view: GapsView) -> pd.DataFrame:
    """Return one row a cell of the matrix, countries by name and indicators in display order."""
    return pd.DataFrame([_extract_cell(cell) for cell in view.cells], columns=CSV_COLUMNS)


def _whole_region(indicator_id: str) -> tuple[CountryValue, ...]:
    return build_indicator_view(Selection(indicator=indicator_id)).values


def _cell(indicator_id: str, value: CountryValue) -> GapCell:
    status = value.status if value.source else ABSENT
    return GapCell(value.iso3, indicator_id, status, value.text, value.printed, value.source, value.caveats)


def _tally_subregions(cells: tuple[GapCell, ...]) -> tuple[Tally, ...]:
    names = name_places("subregions")
    found = [tally(names[one], (cell for cell in cells if find_subregion(cell.iso3) == one)) for one in names]
    return tuple(one for one in found if one.countries)


def _tally_groups(cells: tuple[GapCell, ...]) -> tuple[Tally, ...]:
    """Groups overlap: their counts may not be added."""
    names = name_alliances()
    found = [tally(names[one], (cell for cell in cells if cell.iso3 in list_members(one))) for one in names]
    return tuple(one for one in found if one.countries)


def _tell_counts(view: GapsView, selection: Selection) -> str:
    if view.empty:
        return ""
    reported = sum(cell.is_reported for cell in view.cells)
    doubtful, contradicted = view.count("doubtful"), view.count("conflict")
    text = say_count(
        "{n} of {cells} cells hold a value; {doubtful} of these are doubtful and {contradicted} contradicted.",
        "{n} of {cells} cells hold a value; {doubtful} of these are doubtful and {contradicted} contradicted.",
        reported, cells=len(view.cells), doubtful=doubtful, contradicted=contradicted,
    )  # fmt: skip
    return " ".join(filter(None, [text, tell_filters(selection)]))


def _extract_cell(cell: GapCell) -> dict[str, Any]:
    indicator, source = find_indicator(cell.indicator_id), cell.source
    return {
        "iso3": cell.iso3,
        "country": name_countries()[cell.iso3],
        "subregion_id": find_subregion(cell.iso3),
        "indicator_id": cell.indicator_id,
        "indicator": indicator["name"],
        "status": cell.status,
        "printed_value": cell.printed or None,
        "unit": indicator["unit"],
        "year": indicator["reference_year"],
        "source_id": source.source_id if source else None,
        "page": source.page if source else None,
        "table": source.table if source else None,
        "row_label": source.row_label if source else None,
        "column_label": source.column_label if source else None,
        "caveat_ids": ";".join(cell.caveats) or None,
    }


@cached
def short_indicators() -> dict[str, str]:
    """Return the short names of all indicators by id."""
    short = {row["indicator_id"]: row["short_name"] for row in load_records("indicators")}
    return {one: short[one] for one in name_indicators()}


def _lower(indicator_id: str) -> str:
    return lower_start(name_indicators()[indicator_id])
