"""What a user asks of EU money: the country filters, the dimensions' values, years before 2007, a rule of allocation, words."""

from dataclasses import dataclass, field, fields
from functools import cached_property

from geo.allocation import NOTHING, RULES
from geo.dimensions import DIMENSIONS
from geo.selection import Selection

EARLY_MODES = ("include", "leave_out")
SPREADS = tuple(RULES)
# The portfolio is that of 2007-2013; Annex H lists some decisions of the years before.
FIRST_YEAR = 2007


@dataclass(frozen=True)
class MoneyFilters:
    """Filters that only money has. A field named as a dimension holds the values to keep; empty means all of them."""

    zone: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    level: tuple[str, ...] = ()
    instrument: tuple[str, ...] = ()
    year: tuple[str, ...] = ()
    uptake: tuple[str, ...] = ()
    decision: tuple[str, ...] = ()
    sector: tuple[str, ...] = ()
    partner: tuple[str, ...] = ()
    start: tuple[str, ...] = ()
    running: tuple[str, ...] = ()
    early: str = "include"
    spread: str = NOTHING
    words: str = ""


# Dimensions that have a filter of their own here; the sub-region is a filter of every page and belongs to the selection.
FILTERED_DIMENSIONS = tuple(one.name for one in fields(MoneyFilters) if one.name in DIMENSIONS)


@dataclass(frozen=True)
class MoneyQuery:
    """The selection of countries and measure, and the filters of money."""

    selection: Selection = field(default_factory=Selection)
    filters: MoneyFilters = field(default_factory=MoneyFilters)

    @property
    def measure(self) -> str:
        """The measure: committed or contracted, never both."""
        return self.selection.measure

    @cached_property
    def active(self) -> dict[str, tuple[str, ...]]:
        """Values to keep by dimension, for dimensions that the measure has and that are filtered."""
        return {one: values for one, values in self.chosen.items() if self.measure in DIMENSIONS[one].measures}

    @cached_property
    def chosen(self) -> dict[str, tuple[str, ...]]:
        """Values to keep by dimension, those too that the measure does not have."""
        values = {one: tuple(getattr(self.filters, one)) for one in FILTERED_DIMENSIONS}
        return {one: kept for one, kept in values.items() if kept}
