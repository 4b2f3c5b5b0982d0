"""Tells a portfolio in sentences: the finding, what the total is made of, what it leaves out, and why nothing is left."""

from dataclasses import dataclass, replace

from geo.allocation import NOTHING, RULES
from geo.amount_words import count_contracts, count_decisions, count_records
from geo.dimensions import COMMITTED, DIMENSIONS, TRANS_REGIONAL
from geo.findings import describe_filters, format_eur
from geo.messages import mark, say
from geo.money_lines import CENTS, Line, find_homes, select_lines
from geo.money_query import FIRST_YEAR, MoneyQuery
from geo.money_words import tell_nothing_left
from geo.places import name_countries
from geo.selection import Selection, explain_empty, select_countries
from geo.spelling import format_number, join_clauses, list_all, lower_start


def name_record(measure: str) -> str:
    """Return what one record of a measure is called in tables and file names."""
    return "decision" if measure == COMMITTED else "contract"


def tell_headline(query: MoneyQuery, lines: tuple[Line, ...]) -> str:
    """Return the finding: the sum, how many records, and for whom most of it is; what is an estimate says so."""
    if not lines:
        return tell_nothing_left(query.measure)
    largest = _find_largest(query, lines)
    if largest.is_all and not largest.rule and "running" not in query.active:
        return _tell_all(query, lines)
    rule = say("by the rule of {rule}", rule=largest.rule) if largest.rule else ""
    return ", ".join(filter(None, (_tell_amount(query, lines), _tell_largest(query, largest), rule)))


@dataclass(frozen=True)
class _Largest:
    """The recipients with the most of an amount, which share it if they are several, in cents; all of it, by a rule, or neither."""

    recipients: tuple[str, ...]
    cents: int
    total: int
    is_all: bool
    rule: str


def _tell_all(query: MoneyQuery, lines: tuple[Line, ...]) -> str:
    """The finding where all of it is for one recipient."""
    told = {**_tell_sum(query, lines), "recipient": _name_recipient(lines[0].recipient)}
    if query.measure != COMMITTED:
        return say("{amount} contracted for {recipient} in {records}", **told)
    if lines[0].recipient in name_countries():
        return say("{amount} committed to {recipient} in {records}", **told)
    return say("{amount} committed for {recipient} in {records}", **told)


def _tell_amount(query: MoneyQuery, lines: tuple[Line, ...]) -> str:
    told = _tell_sum(query, lines)
    if "running" in query.active:
        years = list_all(DIMENSIONS["running"].name_value(one) for one in query.active["running"])
        return say("{amount} contracted, as the share of {records} that falls in {years} by days", **told, years=years)
    if query.measure == COMMITTED:
        return say("{amount} committed in {records}", **told)
    return say("{amount} contracted in {records}", **told)


def _tell_sum(query: MoneyQuery, lines: tuple[Line, ...]) -> dict[str, str]:
    """The amount, and how many decisions or contracts it is of."""
    return {
        "amount": format_eur(sum(line.cents for line in lines) / CENTS),
        "records": count_records(len({line.record_id for line in lines}), query.measure),
    }


def _tell_largest(query: MoneyQuery, largest: _Largest) -> str:
    """For whom most of it is: a clause that stands by itself, after a comma."""
    first = largest.recipients[0]
    if largest.is_all:
        name = _name_recipient(first)
        if query.measure == COMMITTED and first in name_countries():
            return say("all of it to {recipient}", recipient=name)
        return say("all of it for {recipient}", recipient=name)
    share = format_number(100 * largest.cents / largest.total, 0)
    if len(largest.recipients) > 1:
        return say("{share} per cent of it for each of {n} recipients", share=share, n=len(largest.recipients))
    return say("{share} per cent of it for {recipient}", share=share, recipient=_name_recipient(first))


def _find_largest(query: MoneyQuery, lines: tuple[Line, ...]) -> _Largest:
    """For whom most of it is; who shares that place, and what comes by a rule, is said."""
    by_recipient: dict[str, int] = {}
    for line in lines:
        by_recipient[line.recipient] = by_recipient.get(line.recipient, 0) + line.cents
    # Shares of a rule differ by a cent where a sum cannot be divided: as whole euros they are equal.
    most = max(by_recipient.values())
    first = sorted(one for one, cents in by_recipient.items() if cents // CENTS == most // CENTS)
    homes = find_homes(query.measure)
    is_spread = any(line.recipient in first and homes[line.record_id] != line.recipient for line in lines)
    rule = lower_start(RULES[query.filters.spread].name) if is_spread else ""
    return _Largest(tuple(first), most, sum(by_recipient.values()), len(by_recipient) == 1, rule)


def _name_recipient(recipient: str) -> str:
    """What a recipient is called in a sentence."""
    if recipient == TRANS_REGIONAL:
        return say("trans-regional programmes")
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
        sentences.append(say("Not in the total, since it belongs to no single country: {amounts}", amounts=apart))
    return ". ".join(sentences) + "."


def _tell_records(query: MoneyQuery, lines: tuple[Line, ...]) -> str:
    """How many records of what years, and what of it belongs to decisions before the years of the portfolio."""
    years = sorted({line.year for line in lines})
    decisions = count_decisions(len({line.decision for line in lines}))
    told = {"decisions": decisions, "first": years[0], "last": years[-1]}
    if query.measure == COMMITTED:
        text = (
            say("{decisions} of {first} to {last}", **told) if len(years) > 1 else say("{decisions} of {first}", **told)
        )
    else:
        told["contracts"] = count_contracts(len({line.record_id for line in lines}))
        text = (
            say("{contracts} under {decisions} of {first} to {last}", **told)
            if len(years) > 1
            else say("{contracts} under {decisions} of {first}", **told)
        )
    early = sum(line.cents for line in lines if int(line.year) < FIRST_YEAR) / CENTS
    if not early:
        return text
    told_early = say("{amount} of it under decisions before {year}", amount=format_eur(early), year=FIRST_YEAR)
    return join_clauses((text, told_early))


def _tell_filters(query: MoneyQuery) -> list[str]:
    told = []
    if query.selection.filters_countries:
        told.append(say("Filter: {filters}", filters=describe_filters(query.selection)))
    if query.filters.words:
        told.append(say("Titles with “{words}”", words=query.filters.words))
    return told


def _tell_days(query: MoneyQuery, lines: tuple[Line, ...]) -> list[str]:
    """That a filter by running year takes a part of each contract, which is arithmetic: no payment is printed."""
    if "running" not in query.active:
        return []
    whole = sum({line.record_id: line.whole_cents for line in lines}.values()) / CENTS
    return [
        say(
            "Each contract's amount is divided by its days, which is an assumption; as a whole these contracts come to {amount}",
            amount=format_eur(whole),
        )
    ]


def _tell_rule(query: MoneyQuery, lines: tuple[Line, ...]) -> str:
    """How much of the total was spread, beside what the countries have without the rule."""
    homes = find_homes(query.measure)
    countries = [line for line in lines if line.recipient in name_countries()]
    own = sum(line.cents for line in countries if homes[line.record_id] == line.recipient)
    spread = sum(line.cents for line in countries) - own
    parts = [
        say("{amount} of it is spread", amount=format_eur(spread / CENTS)) if spread else say("none of it is spread")
    ]
    parts += [say("{amount} is the countries' own", amount=format_eur(own / CENTS))] if own else []
    return say("Rule: {rule}; {parts}", rule=lower_start(RULES[query.filters.spread].name), parts=", ".join(parts))


def _tell_apart(query: MoneyQuery) -> str:
    lines = _lines_apart(query)
    several = sum(line.cents for line in lines if line.recipient == TRANS_REGIONAL) / CENTS
    regional = sum(line.cents for line in lines) / CENTS - several
    parts = [say("{amount} for regions", amount=format_eur(regional))] if regional else []
    parts += [say("{amount} trans-regional", amount=format_eur(several))] if several else []
    return list_all(parts)


def list_notes(query: MoneyQuery, definition: str) -> tuple[str, ...]:
    """Return what a reader should know of the measure, the rule, the source and the dimensions."""
    notes = [
        f"{definition}.",
        f"{RULES[query.filters.spread].text}.",
        say(
            "Source: 2013 assessment commissioned by the European Commission, Annex H, pages 154 to 173; every row names its page."
        ),
        say(
            "Amounts committed and amounts contracted are never added: a contract is part of what its decision commits."
        ),
    ]
    if query.measure != COMMITTED:
        notes.append(
            say(
                "Annex H prints no payments. By running year, a contract's amount is divided evenly over its days, which is an assumption; "
                "contracts without both dates stand apart."
            )
        )
        notes.append(
            say("A contract's level is its own: one regional contract (288331) stands under a trans-regional decision.")
        )
    else:
        notes.append(say("The sector of a decision is the one printed in its own line; its contracts may have others."))
    return tuple(notes)


def explain_nothing(query: MoneyQuery) -> str:
    """Return the sentence that says which filter to loosen when no line is left."""
    is_committed = query.measure == COMMITTED
    if query.filters.words:
        return say(_NO_WORDS_OF_DECISIONS if is_committed else _NO_WORDS_OF_CONTRACTS)
    if query.selection.filters_countries and not select_countries(query.selection).inside:
        return explain_empty(query.selection)
    if query.filters.spread != NOTHING and select_lines(replace(query, filters=replace(query.filters, spread=NOTHING))):
        return say(
            "Under the rule “{rule}” money for a region goes to its countries, so none is left here. Choose “{other}” to see it.",
            rule=RULES[query.filters.spread].name, other=RULES[NOTHING].name,
        )  # fmt: skip
    apart = frozenset(line.recipient == TRANS_REGIONAL for line in _lines_apart(query))
    if apart:
        return say(_LEFT_APART[apart])
    return say(_NONE_OF_DECISIONS if is_committed else _NONE_OF_CONTRACTS)


_NO_WORDS_OF_DECISIONS = mark(
    "No decision inside the filters has these words in its title or number. Shorten the search, or loosen a filter."
)
_NO_WORDS_OF_CONTRACTS = mark(
    "No contract inside the filters has these words in its title or number. Shorten the search, or loosen a filter."
)
_NONE_OF_DECISIONS = mark("No decision meets all of these filters. Take one of them off, or reset them.")
_NONE_OF_CONTRACTS = mark("No contract meets all of these filters. Take one of them off, or reset them.")
# By whether what a filter of countries leaves apart is trans-regional: some of it, all of it, none of it.
_LEFT_APART = {
    frozenset({False, True}): mark(
        "These filters leave only money for regions and trans-regional money, which belongs to no single country. "
        "Take the country filters off to see it."
    ),
    frozenset({True}): mark(
        "These filters leave only trans-regional money, which belongs to no single country. "
        "Take the country filters off to see it."
    ),
    frozenset({False}): mark(
        "These filters leave only money for regions, which belongs to no single country. "
        "Take the country filters off to see it."
    ),
}


def _lines_apart(query: MoneyQuery) -> tuple[Line, ...]:
    """What a filter of countries leaves apart: money for no single country; nothing where there is no such filter."""
    if not query.selection.filters_countries:
        return ()
    everywhere = select_lines(replace(query, selection=Selection(measure=query.measure)))
    return tuple(line for line in everywhere if line.recipient not in name_countries())
