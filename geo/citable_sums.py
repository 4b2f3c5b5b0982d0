"""Sums of EU money as citations: the total of a view and what each recipient has of it, computed by the atlas from Annex H.

No document prints them. A citation of a sum therefore names the atlas as its author, how many records were added up and under which
filters, and the pages of Annex H on which they stand.
"""

from collections.abc import Sequence
from typing import Any

from geo.allocation import NOTHING, RULES
from geo.amount_words import count_records, format_cents, format_share
from geo.citation import CitedValue
from geo.dimensions import DIMENSIONS
from geo.messages import say
from geo.money_lines import Line
from geo.portfolio import Portfolio
from geo.spelling import join_clauses
from geo.spoken import load_records

_TABLE = "Annex H"
_NAMED_DOUBTS = 6  # doubtful records that a citation names; of more it says how many

Parameters = dict[str, str]


def cite_total(portfolio: Portfolio, filters: Sequence[str], slug: str, parameters: Parameters) -> CitedValue:
    """Return the total of a view as a value to cite. `filters` are those in force, in words; the address is the view's own."""
    return _cite(portfolio, "total", portfolio.measure_name, portfolio.lines, filters, slug, parameters)


def cite_recipients(
    portfolio: Portfolio, filters: Sequence[str], slug: str, parameters: Parameters
) -> tuple[CitedValue, ...]:
    """Return what each recipient has of the total of a view, with its share, the largest first."""
    lines: dict[str, list[Line]] = {}
    for line in portfolio.lines:
        lines.setdefault(line.recipient, []).append(line)
    ordered = sorted(lines.items(), key=lambda item: (-_sum(item[1]), item[0]))
    return tuple(_cite_recipient(portfolio, one, own, filters, slug, parameters) for one, own in ordered)


def _cite_recipient(  # noqa: PLR0913, PLR0917 - the parts of one citation
    portfolio: Portfolio, recipient: str, own: list[Line], filters: Sequence[str], slug: str, parameters: Parameters
) -> CitedValue:
    name = DIMENSIONS["recipient"].name_value(recipient)
    subject = f"{portfolio.measure_name}, {name}"
    return _cite(portfolio, f"recipient/{recipient}", subject, own, filters, slug, parameters)


def _cite(  # noqa: PLR0913, PLR0917 - the parts of one citation
    portfolio: Portfolio, ending: str, subject: str, lines: Sequence[Line], filters: Sequence[str], slug: str, parameters: Parameters
) -> CitedValue:  # fmt: skip
    records = _find_records(portfolio, lines)
    words = say("Filters: {filters}", filters=join_clauses(filters)) if filters else say("No filter is in force")
    return CitedValue(
        value_id=f"sum/{portfolio.query.measure}/{ending}",
        subject=subject,
        value=format_cents(_sum(lines)),
        source_id=next((row["source_id"] for row in records), _source_of_all(portfolio)),
        pages=tuple(sorted({int(row["page"]) for row in records})),
        slug=slug,
        parameters=parameters,
        note=". ".join(filter(None, (words, _tell_rule(portfolio), _tell_doubts(portfolio, records)))),
        table=_TABLE,
        computed=_tell_computed(portfolio, lines, len(records)),
    )


def _tell_computed(portfolio: Portfolio, lines: Sequence[Line], records: int) -> str:
    """How many records were added up, and what part of the whole that is."""
    part, whole = _sum(lines), portfolio.total_cents
    counted = count_records(records, portfolio.query.measure)
    if 0 < part < whole:
        return say(
            "Sum of {records}, {share} of the {total} of the view; computed by the atlas, printed in no document",
            records=counted, share=format_share(part, whole), total=format_cents(whole),
        )  # fmt: skip
    return say("Sum of {records}; computed by the atlas, printed in no document", records=counted)


def _tell_rule(portfolio: Portfolio) -> str:
    """By which rules amounts were divided, if by any."""
    spread = portfolio.query.filters.spread
    rules = [say("Money for regions is spread: {rule}", rule=RULES[spread].text)] if spread != NOTHING else []
    if "running" in portfolio.query.active:
        rules.append(say("Contracts count with the days that they run in the chosen years"))
    return ". ".join(rules)


def _tell_doubts(portfolio: Portfolio, records: Sequence[dict[str, Any]]) -> str:
    doubtful = [row[f"{portfolio.noun}_id"] for row in records if row["status"] != "ok"]
    if not doubtful:
        return ""
    told = say("Doubtful among the amounts: {number} of {count}", number=len(doubtful), count=len(records))
    return f"{told} ({', '.join(doubtful)})" if len(doubtful) <= _NAMED_DOUBTS else told


def _find_records(portfolio: Portfolio, lines: Sequence[Line]) -> list[dict[str, Any]]:
    """The decisions or contracts behind some lines, each once, in the order of their table."""
    wanted = {line.record_id for line in lines}
    return [row for row in load_records(f"{portfolio.noun}s") if row[f"{portfolio.noun}_id"] in wanted]


def _source_of_all(portfolio: Portfolio) -> str:
    """The document of Annex H, for a sum of nothing."""
    return str(load_records(f"{portfolio.noun}s")[0]["source_id"])


def _sum(lines: Sequence[Line]) -> int:
    return sum(line.cents for line in lines)
