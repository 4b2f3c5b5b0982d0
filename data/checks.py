"""Checks across seed files: references, and what must agree between two tables."""

from collections.abc import Callable, Iterator
from datetime import date, datetime

from data.errors import SeedError, SeedErrors, suggest
from data.numbers import NumberFormat, parse_number
from data.readings import check_readings
from data.schema import SEED_TABLES
from data.seeds import LINE, Row, Seeds

AGGREGATES = ("LAC", "OECD", "WLD")
AMOUNT_EUR = NumberFormat(decimal_marks="", thousand_mark=",")
AMOUNT_MILLION = NumberFormat(decimal_marks=".", thousand_mark=",")
PRINTED_DATE = "%d/%m/%Y"

_LEVEL_OF_PLACE = {"country": "B", "region": "R", "trans_regional": "T"}


def check_seeds(seeds: Seeds) -> None:
    """Raise SeedErrors with every contradiction between seed files; return nothing when they agree."""
    errors = [error for check in _CHECKS for error in check(seeds)]
    if errors:
        raise SeedErrors(errors)


def number_format(indicator: Row) -> NumberFormat:
    """Return the marks of an indicator's printed column."""
    return NumberFormat(indicator["decimal_marks"], indicator["thousand_mark"])


def parse_date(printed: str) -> date:
    """Return the date of a printed day/month/year. Raises ValueError for anything else."""
    return datetime.strptime(printed, PRINTED_DATE).date()


def _error(table: str, row: Row, column: str, problem: str) -> SeedError:
    return SeedError(f"seeds/{table}.csv", int(row[LINE]), column, problem)


def _check_references(seeds: Seeds) -> Iterator[SeedError]:
    for table in SEED_TABLES.values():
        for column, target in table.references:
            target_table, target_column = target.split(".")
            known = {row[target_column] for row in seeds[target_table]}
            if table.aggregates_allowed and column == "iso3":
                known |= set(AGGREGATES)
            for row in seeds[table.name]:
                for value in filter(None, row[column].split(";")):
                    if value not in known:
                        problem = f'"{value}" is not in {target_table}.csv.{suggest(value, known)}'
                        yield _error(table.name, row, column, problem)


def _check_pages(seeds: Seeds) -> Iterator[SeedError]:
    lines = {(row["source_id"], row["page"]): (int(row["first_line"]), int(row["last_line"])) for row in seeds["pages"]}
    for table in SEED_TABLES.values():
        if not {"source_id", "page", "line"} <= set(table.columns):
            continue
        for row in seeds[table.name]:
            page = lines.get((row["source_id"], row["page"]))
            if page is None:
                yield _error(table.name, row, "page", f"page {row['page']} of {row['source_id']} is not in pages.csv")
            elif row["line"] and not page[0] <= int(row["line"]) <= page[1]:
                problem = f"line {row['line']} is not on page {row['page']}, which has lines {page[0]} to {page[1]}"
                yield _error(table.name, row, "line", problem)


def _check_indicator_values(seeds: Seeds) -> Iterator[SeedError]:
    indicators = {row["indicator_id"]: row for row in seeds["indicators"]}
    with_values = {row["indicator_id"] for row in seeds["indicator_values"]}
    for indicator_id, indicator in indicators.items():
        if indicator_id not in with_values:
            problem = f'"{indicator_id}" has no row in indicator_values.csv. Add its printed cells.'
            yield _error("indicators", indicator, "indicator_id", problem)
    for row in seeds["indicator_values"]:
        if row["indicator_id"] not in indicators:
            continue
        yield from _check_value(row, number_format(indicators[row["indicator_id"]]))


def _check_value(row: Row, marks: NumberFormat) -> Iterator[SeedError]:
    table, printed, status = "indicator_values", row["printed_value"], row["status"]
    try:
        value = parse_number(printed, marks)
    except ValueError as error:
        yield _error(table, row, "printed_value", str(error))
        return
    if (value is None) != (status in ("not_reported", "unplaced")):
        yield _error(table, row, "status", f'"{status}" does not fit the printed value "{printed}"')
    if status in ("doubtful", "unplaced", "conflict") and not row["caveat_ids"]:
        yield _error(table, row, "caveat_ids", f'a value that is "{status}" needs a caveat that says why')
    if printed and not row["line"]:
        yield _error(table, row, "line", "a printed value needs the line on which it stands")


def _check_amounts(seeds: Seeds) -> Iterator[SeedError]:
    columns: tuple[tuple[str, str, NumberFormat], ...] = (
        ("decisions", "committed_printed", AMOUNT_MILLION),
        ("contracts", "contracted_printed", AMOUNT_EUR),
        ("programme_budgets", "amount_printed", AMOUNT_MILLION),
        ("donors", "printed_value", AMOUNT_MILLION),
    )
    for table, column, marks in columns:
        for row in seeds[table]:
            try:
                parse_number(row[column], marks)
            except ValueError as error:
                yield _error(table, row, column, str(error))


def _check_contract_dates(seeds: Seeds) -> Iterator[SeedError]:
    for row in seeds["contracts"]:
        parsed: dict[str, date] = {}
        for column in ("start_printed", "end_printed"):
            try:
                if row[column]:
                    parsed[column] = parse_date(row[column])
            except ValueError:
                problem = f'"{row[column]}" is not a date, expected day/month/year'
                yield _error("contracts", row, column, problem)
        if len(parsed) == 2 and parsed["start_printed"] > parsed["end_printed"]:
            yield _error("contracts", row, "end_printed", f"ends before it starts ({row['start_printed']})")


def _check_levels(seeds: Seeds) -> Iterator[SeedError]:
    zones = {row["zone"]: row for row in seeds["zones"]}
    decisions = {row["decision_id"]: row for row in seeds["decisions"]}
    for table in ("decisions", "contracts"):
        for row in seeds[table]:
            decision = row if table == "decisions" else decisions.get(row["decision_id"])
            zone = zones.get(decision["zone"]) if decision else None
            if zone is None or row["caveat_ids"]:
                continue
            expected = _LEVEL_OF_PLACE[zone["place_kind"]]
            if row["level"] != expected:
                problem = (
                    f'"{row["level"]}" contradicts the zone "{zone["zone"]}", expected {expected}; or name the caveat'
                )
                yield _error(table, row, "level", problem)


def _check_zones(seeds: Seeds) -> Iterator[SeedError]:
    for row in seeds["zones"]:
        if bool(row["iso3"]) != (row["place_kind"] == "country"):
            yield _error("zones", row, "iso3", "a country, and only a country, has an ISO3 code")
    known = {row["funding_zone_id"] for row in seeds["funding_zones"]} | {""}
    for row in seeds["zones"]:
        if row["funding_zone_id"] not in known:
            problem = f'"{row["funding_zone_id"]}" is not in funding_zones.csv.{suggest(row["funding_zone_id"], known)}'
            yield _error("zones", row, "funding_zone_id", problem)


_CHECKS: tuple[Callable[[Seeds], Iterator[SeedError]], ...] = (
    _check_references,
    _check_pages,
    _check_indicator_values,
    _check_amounts,
    _check_contract_dates,
    _check_levels,
    _check_zones,
    check_readings,
)
