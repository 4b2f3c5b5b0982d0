"""The portfolio under a query: its lines, their exact sum, the finding, the breadcrumb, and what is left out and why."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from data.store import load_records
from geo.allocation import NOTHING, RULES
from geo.dimensions import COMMITTED, DIMENSIONS
from geo.findings import count, describe_filters, format_eur
from geo.money_lines import CENTS, Line, select_lines
from geo.money_query import FIRST_YEAR, MoneyQuery
from geo.places import name_countries
from geo.selection import Selection, explain_empty, select_countries


@dataclass(frozen=True)
class Crumb:
    """A value that is filtered by: its dimension, its name, and whether the measure has the dimension at all."""

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
        """What a record of this measure is: decision or contract."""
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


def name_record(measure: str) -> str:
    """Return what one record of a measure is called."""
    return "decision" if measure == COMMITTED else "contract"


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
        headline=_headline(query, lines),
        coverage=_coverage(query, lines),
        crumbs=list_crumbs(query),
        notes=_notes(query, measure["definition"]),
        empty="" if lines else _explain_empty(query),
    )


def list_crumbs(query: MoneyQuery) -> tuple[Crumb, ...]:
    """Return a crumb for each value that is filtered by, in the order of the dimensions."""
    return tuple(
        Crumb(
            one,
            value,
            f"{DIMENSIONS[one].name}: {DIMENSIONS[one].name_value(value)}",
            "" if one in query.active else DIMENSIONS[one].why_not,
        )
        for one, values in query.chosen.items()
        for value in values
    )


def _headline(query: MoneyQuery, lines: tuple[Line, ...]) -> str:
    if not lines:
        return f"No {name_record(query.measure)} is left by these filters"
    total = sum(line.cents for line in lines)
    records = len({line.record_id for line in lines})
    by_recipient: dict[str, int] = {}
    for line in lines:
        by_recipient[line.recipient] = by_recipient.get(line.recipient, 0) + line.cents
    largest = max(by_recipient, key=lambda one: (by_recipient[one], one))
    name = DIMENSIONS["recipient"].name_value(largest)
    amount = f"{format_eur(total / CENTS)} {query.measure}"
    if len(by_recipient) == 1:
        to = "for" if largest not in name_countries() or query.measure != COMMITTED else "to"
        return f"{amount} {to} {name} in {count(records, name_record(query.measure))}"
    share = f"{100 * by_recipient[largest] / total:.0f} per cent"
    return f"{amount} in {count(records, name_record(query.measure))}, {share} of it for {name}"


def _coverage(query: MoneyQuery, lines: tuple[Line, ...]) -> str:
    parts = []
    if lines:
        years = [line.year for line in lines]
        parts.append(
            f"Decisions of {min(years)} to {max(years)}" if min(years) != max(years) else f"Decisions of {years[0]}"
        )
    early = {line.record_id: line for line in lines if int(line.year) < FIRST_YEAR}
    if early:
        amount = sum(line.cents for line in lines if line.record_id in early) / CENTS
        parts.append(f"{format_eur(amount)} of it under decisions before {FIRST_YEAR}")
    if query.selection.filters_countries:
        parts.append(f"filter: {describe_filters(query.selection)}")
        apart = sum(line.cents for line in _lines_apart(query)) / CENTS
        if apart:
            parts.append(
                f"{format_eur(apart)} for regions and several regions belongs to no single country and is not in it"
            )
    if query.filters.words:
        parts.append(f"titles with the words “{query.filters.words}”")
    if query.filters.spread != NOTHING:
        parts.append(f"rule: {RULES[query.filters.spread].name.lower()}")
    return ("; ".join(parts) + ".") if parts else ""


def _notes(query: MoneyQuery, definition: str) -> tuple[str, ...]:
    notes = [
        f"{definition}.",
        f"{RULES[query.filters.spread].text}.",
        "Source: 2013 assessment commissioned by the European Commission, Annex H, pages 154 to 173; every row names its page.",
        "Amounts committed and amounts contracted are never added: a contract is part of what its decision commits.",
    ]
    if query.measure != COMMITTED:
        notes.append(
            "Annex H prints no payments. By running year, a contract's amount is divided evenly over its days, which is an assumption; "
            "contracts without both dates stand apart."
        )
        notes.append(
            "A contract's level is its own: one regional contract (288331) stands under a trans-regional decision."
        )
    else:
        notes.append("The sector of a decision is the one printed in its own line; its contracts may have others.")
    return tuple(notes)


def _explain_empty(query: MoneyQuery) -> str:
    noun = name_record(query.measure)
    if query.filters.words:
        return f"No {noun} inside the filters has these words in its title or number. Shorten the search, or loosen a filter."
    if query.selection.filters_countries and not select_countries(query.selection).inside:
        return explain_empty(query.selection)
    if _lines_apart(query):
        return "These filters leave only money for regions, which belongs to no single country. Take the country filters off to see it."
    return f"No {noun} meets all of these filters. Take one of them off, or reset them."


def _lines_apart(query: MoneyQuery) -> tuple[Line, ...]:
    """What a filter of countries leaves apart: money for no single country; nothing where there is no such filter."""
    if not query.selection.filters_countries:
        return ()
    everywhere = select_lines(replace(query, selection=Selection(measure=query.measure)))
    return tuple(line for line in everywhere if line.recipient not in name_countries())
