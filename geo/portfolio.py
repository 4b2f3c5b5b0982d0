"""The portfolio under a query: its lines, their exact sum, the finding, the breadcrumb, and what is left out and why."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from data.store import load_records
from geo.allocation import NOTHING, RULES
from geo.dimensions import COMMITTED, DIMENSIONS, TRANS_REGIONAL
from geo.findings import count, describe_filters, format_eur
from geo.money_lines import CENTS, Line, find_homes, select_lines
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
    name = _name_recipient(largest)
    amount = f"{format_eur(total / CENTS)} {query.measure}"
    if len(by_recipient) == 1:
        to = "to" if largest in name_countries() and query.measure == COMMITTED else "for"
        return f"{amount} {to} {name} in {count(records, name_record(query.measure))}"
    share = f"{100 * by_recipient[largest] / total:.0f} per cent"
    return f"{amount} in {count(records, name_record(query.measure))}, {share} of it for {name}"


def _name_recipient(recipient: str) -> str:
    """What a recipient is called in a sentence."""
    if recipient == TRANS_REGIONAL:
        return "trans-regional programmes"
    return DIMENSIONS["recipient"].name_value(recipient)


def _coverage(query: MoneyQuery, lines: tuple[Line, ...]) -> str:
    """What the total is made of and what it leaves out; nothing where no line is left."""
    if not lines:
        return ""
    sentences = [_tell_records(query, lines), *_tell_filters(query)]
    if query.filters.spread != NOTHING:
        sentences.append(_tell_rule(query, lines))
    apart = _tell_apart(query)
    if apart:
        sentences.append(f"Not in the total, since it belongs to no single country: {apart}")
    return ". ".join(sentences) + "."


def _tell_records(query: MoneyQuery, lines: tuple[Line, ...]) -> str:
    """How many records of what years, and what of it belongs to decisions before the years of the portfolio."""
    years = sorted({line.year for line in lines})
    decisions = count(len({line.decision for line in lines}), "decision")
    records = count(len({line.record_id for line in lines}), name_record(query.measure))
    text = decisions if query.measure == COMMITTED else f"{records} under {decisions}"
    text += f" of {years[0]} to {years[-1]}" if len(years) > 1 else f" of {years[0]}"
    early = sum(line.cents for line in lines if int(line.year) < FIRST_YEAR) / CENTS
    return f"{text}; {format_eur(early)} of it under decisions before {FIRST_YEAR}" if early else text


def _tell_filters(query: MoneyQuery) -> list[str]:
    told = [f"Filter: {describe_filters(query.selection)}"] if query.selection.filters_countries else []
    return [*told, f"Titles with “{query.filters.words}”"] if query.filters.words else told


def _tell_rule(query: MoneyQuery, lines: tuple[Line, ...]) -> str:
    """How much of the total was spread, beside what the countries have without the rule."""
    homes = find_homes(query.measure)
    countries = [line for line in lines if line.recipient in name_countries()]
    own = sum(line.cents for line in countries if homes[line.record_id] == line.recipient)
    spread = sum(line.cents for line in countries) - own
    text = f"Rule: {RULES[query.filters.spread].name.lower()}"
    return f"{text}; {format_eur(spread / CENTS)} of it is spread, {format_eur(own / CENTS)} is the countries' own"


def _tell_apart(query: MoneyQuery) -> str:
    lines = _lines_apart(query)
    several = sum(line.cents for line in lines if line.recipient == TRANS_REGIONAL) / CENTS
    regional = sum(line.cents for line in lines) / CENTS - several
    parts = [f"{format_eur(regional)} for regions"] if regional else []
    return " and ".join(parts + ([f"{format_eur(several)} trans-regional"] if several else []))


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
    if query.filters.spread != NOTHING and select_lines(replace(query, filters=replace(query.filters, spread=NOTHING))):
        rule = RULES[query.filters.spread].name
        return f"Under the rule “{rule}” money for a region goes to its countries, so none is left here. Choose “{RULES[NOTHING].name}” to see it."
    if _lines_apart(query):
        return "These filters leave only money for regions, which belongs to no single country. Take the country filters off to see it."
    return f"No {noun} meets all of these filters. Take one of them off, or reset them."


def _lines_apart(query: MoneyQuery) -> tuple[Line, ...]:
    """What a filter of countries leaves apart: money for no single country; nothing where there is no such filter."""
    if not query.selection.filters_countries:
        return ()
    everywhere = select_lines(replace(query, selection=Selection(measure=query.measure)))
    return tuple(line for line in everywhere if line.recipient not in name_countries())
