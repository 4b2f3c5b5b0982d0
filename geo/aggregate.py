"""Adds money up by one dimension or by two; every breakdown of the same lines adds up to the same total, to the cent."""

from collections.abc import Iterable

from geo.amount_words import count_records
from geo.dimensions import DIMENSIONS, Dimension, list_dimensions
from geo.money_lines import Line
from geo.views import Bar, Breakdown, Segment

# What the page of the map shows beside it, each split by level, so that money for countries and for regions stays apart.
SHOWN_BESIDE_THE_MAP = ("subregion", "zone", "instrument", "level", "year")


def break_down(lines: tuple[Line, ...], measure: str) -> tuple[Breakdown, ...]:
    """Return the lines' money by sub-region, programming zone, instrument, level and decision year, split by level."""
    return tuple(cross(lines, measure, by, "level") for by in SHOWN_BESIDE_THE_MAP)


def cross(lines: Iterable[Line], measure: str, by: str, split: str = "") -> Breakdown:
    """Return one bar a value of `by`, made of one segment a value of `split`, or of one segment where nothing splits it.

    Raises KeyError for a dimension that the measure does not have.
    """
    dimensions = list_dimensions(measure)
    bars_by, split_by = dimensions[by], dimensions[split] if split else None
    bars = [_bar(bars_by, value, rows, split_by, measure) for value, rows in _group(lines, bars_by).items()]
    if not bars_by.is_ordered:
        bars.sort(key=lambda bar: (-bar.cents, bar.label))
    return Breakdown(bars_by.title, by, tuple(bars), split)


def total_cents(lines: Iterable[Line], dimension: str) -> dict[str, int]:
    """Return the sum in cents of each value of a dimension, in the dimension's own order."""
    return {value: sum(line.cents for line in rows) for value, rows in _group(lines, DIMENSIONS[dimension]).items()}


def _bar(dimension: Dimension, value: str, rows: list[Line], split: Dimension | None, measure: str) -> Bar:
    records = len({line.record_id for line in rows})
    parts = _group(rows, split) if split else {"": rows}
    segments = tuple(
        Segment(split.name_value(part) if split else "", sum(line.cents for line in own), part)
        for part, own in parts.items()
    )
    return Bar(dimension.name_value(value), segments, count_records(records, measure), value)


def _group(lines: Iterable[Line], dimension: Dimension) -> dict[str, list[Line]]:
    """Lines by their value of a dimension, the values in the dimension's own order, those without lines left out."""
    groups: dict[str, list[Line]] = {value: [] for value in dimension.name_values()}
    for line in lines:
        groups[getattr(line, dimension.dimension_id)].append(line)
    return {value: rows for value, rows in groups.items() if rows}
