"""The portfolio under a query: its lines, their exact sum, the breadcrumb, and what is said of it."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from geo.allocation import NOTHING, RULES
from geo.dimensions import DIMENSIONS
from geo.messages import say
from geo.money_lines import CENTS, Line, select_lines
from geo.money_query import FIRST_YEAR, MoneyQuery
from geo.portfolio_words import explain_nothing, list_notes, name_record, tell_coverage, tell_headline
from geo.spelling import lower_start
from geo.spoken import load_records

# More values of one dimension than this share one crumb: a set of thirty decisions would fill the screen.
MOST_CRUMBS = 4


@dataclass(frozen=True)
class Crumb:
    """A value that is filtered by, or all values of its dimension (""): its name, and why the measure has no such dimension, if so."""

    dimension: str
    value_id: str
    text: str
    why_not: str = ""


@dataclass(frozen=True)
class Portfolio:
    """Decisions (committed) or contracts (contracted) under a query; amounts in cents, so that every sum is exact."""

    query: MoneyQuery
    measure_name: str
    lines: tuple[Line, ...]
    headline: str
    coverage: str
    crumbs: tuple[Crumb, ...]
    notes: tuple[str, ...]
    empty: str

    @property
    def noun(self) -> str:
        """What a record of this measure is, as tables and files name it: decision or contract."""
        return name_record(self.query.measure)

    @cached_property
    def total_cents(self) -> int:
        """The sum of the lines in cents."""
        return sum(line.cents for line in self.lines)

    @property
    def total_eur(self) -> float:
        """The sum of the lines in EUR."""
        return self.total_cents / CENTS

    @cached_property
    def record_ids(self) -> tuple[str, ...]:
        """The decisions or contracts behind the lines, each once."""
        return tuple(dict.fromkeys(line.record_id for line in self.lines))


def find_measure(measure_id: str) -> dict[str, Any]:
    """Return a measure's row as a dict. Raises KeyError for an unknown id."""
    return {row["measure_id"]: row for row in load_records("measures")}[measure_id]


def build_portfolio(query: MoneyQuery) -> Portfolio:
    """Return the portfolio under a query. Raises KeyError for an unknown measure or rule."""
    lines = select_lines(query)
    measure = find_measure(query.measure)
    return Portfolio(
        query=query,
        measure_name=measure["name"],
        lines=lines,
        headline=tell_headline(query, lines),
        coverage=tell_coverage(query, lines),
        crumbs=list_crumbs(query),
        notes=list_notes(query, measure["definition"]),
        empty="" if lines else explain_nothing(query),
    )


def list_crumbs(query: MoneyQuery) -> tuple[Crumb, ...]:
    """Return a crumb for each value that is filtered by: sub-regions, then dimensions in their order, then what else money has."""
    chosen = {"subregion": query.selection.subregions} | query.chosen
    crumbs = [crumb for one, values in chosen.items() for crumb in _list_crumbs_of(one, values, query)]
    filters = query.filters
    if filters.early == "leave_out":
        crumbs.append(Crumb("early", "leave_out", say("Decisions since {year}", year=FIRST_YEAR)))
    if filters.spread != NOTHING:
        rule = lower_start(RULES[filters.spread].name)
        crumbs.append(Crumb("spread", filters.spread, say("Money for regions: {rule}", rule=rule)))
    if filters.words:
        crumbs.append(Crumb("q", filters.words, say("Titles with “{words}”", words=filters.words)))
    return tuple(crumbs)


def _list_crumbs_of(dimension_id: str, values: tuple[str, ...], query: MoneyQuery) -> list[Crumb]:
    """A crumb for each value; for many of one dimension a single one, which takes them all off."""
    if len(values) <= MOST_CRUMBS:
        return [_crumb(dimension_id, value, query) for value in values]
    dimension = DIMENSIONS[dimension_id]
    why_not = "" if query.measure in dimension.measures else dimension.why_not
    text = say("{dimension}: {n} chosen", dimension=dimension.name, n=len(values))
    return [Crumb(dimension_id, "", text, why_not)]


def _crumb(dimension_id: str, value: str, query: MoneyQuery) -> Crumb:
    dimension = DIMENSIONS[dimension_id]
    is_had = query.measure in dimension.measures
    text = say("{name}: {value}", name=dimension.name, value=dimension.name_value(value))
    return Crumb(dimension_id, value, text, "" if is_had else dimension.why_not)
