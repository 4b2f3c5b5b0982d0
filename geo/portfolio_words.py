"""Tells a portfolio in sentences: the finding, what the total is made of, what it leaves out, and why nothing is left."""

from dataclasses import replace

from geo.allocation import NOTHING, RULES
from geo.classify import format_number
from geo.dimensions import COMMITTED, DIMENSIONS, TRANS_REGIONAL
from geo.findings import count, describe_filters, format_eur
from geo.money_lines import CENTS, Line, find_homes, select_lines
from geo.money_query import FIRST_YEAR, MoneyQuery
from geo.places import name_countries
from geo.selection import Selection, explain_empty, select_countries


def name_record(measure: str) -> str:
    """Return what one record of a measure is called."""
    return "decision" if measure == COMMITTED else "contract"


def tell_headline(query: MoneyQuery, lines: tuple[Line, ...]) -> str:
    """Return the finding: the sum, how many records, and for whom most of it is; what is an estimate says so."""
    if not lines:
        return f"No {name_record(query.measure)} is left by these filters"
    records = count(len({line.record_id for line in lines}), name_record(query.measure))
    amount = f"{format_eur(sum(line.cents for line in lines) / CENTS)} {query.measure}"
    is_only = len({line.recipient for line in lines}) == 1
    for_whom = _tell_largest(query, lines)
    if "running" in query.active:
        years = " and ".join(DIMENSIONS["running"].name_value(one) for one in query.active["running"])
        falls = f"{amount}, as the share of {records} that falls in {years} by days"
        return f"{falls}, all of it for {for_whom}" if is_only else f"{falls}, {for_whom}"
    if is_only:
        to = "to" if lines[0].recipient in name_countries() and query.measure == COMMITTED else "for"
        return (
            f"{amount} in {records}, all of it {to} {for_whom}"
            if ", by the rule" in for_whom
            else f"{amount} {to} {for_whom} in {records}"
        )
    return f"{amount} in {records}, {for_whom}"


def _tell_largest(query: MoneyQuery, lines: tuple[Line, ...]) -> str:
    """For whom most of it is, with its share; who shares that place, and what comes by a rule, is said."""
    by_recipient: dict[str, int] = {}
    for line in lines:
        by_recipient[line.recipient] = by_recipient.get(line.recipient, 0) + line.cents
    # Shares of a rule differ by a cent where a sum cannot be divided: as whole euros they are equal.
    most = max(by_recipient.values())
    first = sorted(one for one, cents in by_recipient.items() if cents // CENTS == most // CENTS)
    homes = find_homes(query.measure)
    is_spread = any(line.recipient in first and homes[line.record_id] != line.recipient for line in lines)
    rule = f", by the rule of {RULES[query.filters.spread].name.lower()}" if is_spread else ""
    if len(by_recipient) == 1:
        return f"{_name_recipient(first[0])}{rule}"
    share = f"{format_number(100 * most / sum(by_recipient.values()), 0)} per cent"
    if len(first) > 1:
        return f"{share} of it for each of {len(first)} recipients{rule}"
    return f"{share} of it for {_name_recipient(first[0])}{rule}"


def _name_recipient(recipient: str) -> str:
    """What a recipient is called in a sentence."""
    if recipient == TRANS_REGIONAL:
        return "trans-regional programmes"
    return DIMENSIONS["recipient"].name_value(recipient)


def tell_coverage(query: MoneyQuery, lines: tuple[Line, ...]) -> str:
    """What the total is made of and what it leaves out; nothing where no line is left."""
    if not lines:
        return ""
    sentences = [_tell_records(query, lines), *_tell_filters(query), *_tell_days(query, lines)]
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


def _tell_days(query: MoneyQuery, lines: tuple[Line, ...]) -> list[str]:
    """That a filter by running year takes a part of each contract, which is arithmetic: no payment is printed."""
    if "running" not in query.active:
        return []
    whole = sum({line.record_id: line.whole_cents for line in lines}.values()) / CENTS
    return [
        f"Each contract's amount is divided by its days, which is an assumption; as a whole these contracts come to {format_eur(whole)}"
    ]


def _tell_rule(query: MoneyQuery, lines: tuple[Line, ...]) -> str:
    """How much of the total was spread, beside what the countries have without the rule."""
    homes = find_homes(query.measure)
    countries = [line for line in lines if line.recipient in name_countries()]
    own = sum(line.cents for line in countries if homes[line.record_id] == line.recipient)
    spread = sum(line.cents for line in countries) - own
    parts = [f"{format_eur(spread / CENTS)} of it is spread"] if spread else ["none of it is spread"]
    parts += [f"{format_eur(own / CENTS)} is the countries' own"] if own else []
    return f"Rule: {RULES[query.filters.spread].name.lower()}; {', '.join(parts)}"


def _tell_apart(query: MoneyQuery) -> str:
    lines = _lines_apart(query)
    several = sum(line.cents for line in lines if line.recipient == TRANS_REGIONAL) / CENTS
    regional = sum(line.cents for line in lines) / CENTS - several
    parts = [f"{format_eur(regional)} for regions"] if regional else []
    return " and ".join(parts + ([f"{format_eur(several)} trans-regional"] if several else []))


def list_notes(query: MoneyQuery, definition: str) -> tuple[str, ...]:
    """Return what a reader should know of the measure, the rule, the source and the dimensions."""
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


def explain_nothing(query: MoneyQuery) -> str:
    """Return the sentence that says which filter to loosen when no line is left."""
    noun = name_record(query.measure)
    if query.filters.words:
        return f"No {noun} inside the filters has these words in its title or number. Shorten the search, or loosen a filter."
    if query.selection.filters_countries and not select_countries(query.selection).inside:
        return explain_empty(query.selection)
    if query.filters.spread != NOTHING and select_lines(replace(query, filters=replace(query.filters, spread=NOTHING))):
        rule = RULES[query.filters.spread].name
        return f"Under the rule “{rule}” money for a region goes to its countries, so none is left here. Choose “{RULES[NOTHING].name}” to see it."
    apart = {line.recipient == TRANS_REGIONAL for line in _lines_apart(query)}
    if apart:
        kinds = {True: "trans-regional money", False: "money for regions"}
        left = " and ".join(kinds[one] for one in sorted(apart))
        return f"These filters leave only {left}, which belongs to no single country. Take the country filters off to see it."
    return f"No {noun} meets all of these filters. Take one of them off, or reset them."


def _lines_apart(query: MoneyQuery) -> tuple[Line, ...]:
    """What a filter of countries leaves apart: money for no single country; nothing where there is no such filter."""
    if not query.selection.filters_countries:
        return ()
    everywhere = select_lines(replace(query, selection=Selection(measure=query.measure)))
    return tuple(line for line in everywhere if line.recipient not in name_countries())
