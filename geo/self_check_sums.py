"""Do the lines that the pages add up give the amounts that the tables on the disk hold? By record, by dimension, with and without a rule.

Amounts are compared in whole euro cents, so that nothing hides in a rounding.
"""

from collections import defaultdict
from decimal import Decimal
from pathlib import Path

from geo.dimensions import COMMITTED, CONTRACTED, Dimension, list_dimensions
from geo.messages import say, say_count
from geo.money_lines import CENTS, Line, list_lines
from geo.money_query import SPREADS
from geo.self_check_tables import Row, read_rows
from geo.spelling import format_number, lower_start

# Measure -> the table, its key and its amount.
_AMOUNTS = {
    COMMITTED: ("decisions", "decision_id", "committed_eur"),
    CONTRACTED: ("contracts", "contract_id", "contracted_eur"),
}


def check_sums(built: Path) -> tuple[int, list[str]]:
    """Return how many sums were compared and which differ. Raises OSError, ValueError or KeyError for tables that cannot be read."""
    checked, problems = _check_decisions(built)
    for measure in _AMOUNTS:
        expected = _read_amounts(built, measure)
        for rule in SPREADS:
            lines = list_lines(measure, rule)
            where = say("{measure}, rule {rule}", measure=measure, rule=rule)
            for count, found in (
                _check_records(lines, expected, where),
                _check_dimensions(lines, expected, where, measure),
            ):
                checked += count
                problems += found
    return checked, problems


def _read_amounts(built: Path, measure: str) -> dict[str, int]:
    table, key, column = _AMOUNTS[measure]
    return {row[key]: _to_cents(row, column) for row in read_rows(built / f"{table}.csv")}


def _check_records(lines: tuple[Line, ...], expected: dict[str, int], where: str) -> tuple[int, list[str]]:
    """The lines of each record against its amount in the table."""
    found: defaultdict[str, int] = defaultdict(int)
    for line in lines:
        found[line.record_id] += line.cents
    records = sorted(found.keys() | expected.keys())
    wrong = [one for one in records if found.get(one) != expected.get(one)]
    return len(records), [
        say(
            "{where}, {record}: the lines give {found}, the table has {expected}",
            where=where,
            record=one,
            found=_tell(found.get(one)),
            expected=_tell(expected.get(one)),
        )
        for one in wrong
    ]


def _check_dimensions(
    lines: tuple[Line, ...], expected: dict[str, int], where: str, measure: str
) -> tuple[int, list[str]]:
    """The parts of each dimension against the whole table."""
    whole = sum(expected.values())
    dimensions = list_dimensions(measure).values()
    parts = [(one.name, _add_known_values(lines, one)) for one in dimensions]
    return len(parts), [
        say(
            "{where}, by {dimension}: the parts give {found}, the table has {expected}",
            where=where, dimension=lower_start(name), found=_tell(part), expected=_tell(whole),
        )
        for name, part in parts
        if part != whole
    ]  # fmt: skip


def _add_known_values(lines: tuple[Line, ...], dimension: Dimension) -> int:
    known = dimension.name_values()
    return sum(line.cents for line in lines if getattr(line, dimension.dimension_id) in known)


def _check_decisions(built: Path) -> tuple[int, list[str]]:
    """What each decision says of its contracts, their number and their sum, against the contracts."""
    amounts: defaultdict[str, list[int]] = defaultdict(list)
    for row in read_rows(built / "contracts.csv"):
        amounts[row["decision_id"]].append(_to_cents(row, "contracted_eur"))
    decisions = read_rows(built / "decisions.csv")
    problems = [
        say("contracts of an unknown decision {decision}", decision=one)
        for one in sorted(amounts.keys() - {row["decision_id"] for row in decisions})
    ]
    for row in decisions:
        own, stated = amounts[row["decision_id"]], _to_cents(row, "contracted_eur")
        if (sum(own), len(own)) != (stated, int(row["contracts_count"])):
            problems.append(
                say_count(
                    "decision {decision}: {n} contract of {found}, the table has {count} of {expected}",
                    "decision {decision}: {n} contracts of {found}, the table has {count} of {expected}",
                    len(own), decision=row["decision_id"], found=_tell(sum(own)), count=row["contracts_count"],
                    expected=_tell(stated),
                )
            )  # fmt: skip
    return len(decisions), problems


def _to_cents(row: Row, column: str) -> int:
    return int((Decimal(row[column]) * CENTS).to_integral_value())


def _tell(cents: int | None) -> str:
    return say("nothing") if cents is None else say("EUR {amount}", amount=format_number(cents / CENTS, 2))
