"""A country's brief in words: what one printed page says of it, from the brief that its page on the screen shows."""

from dataclasses import dataclass

from geo.amount_words import count_contracts, count_decisions
from geo.citation import join_pages
from geo.citing import name_part, name_source
from geo.country_brief import CountryBrief
from geo.country_money import Contract, Decision
from geo.figures.dossier import list_memberships
from geo.findings import format_eur
from geo.messages import say, say_in
from geo.spelling import join_clauses, list_all, lower_start


@dataclass(frozen=True)
class DecisionLine:
    """A decision in the table of the page: the two amounts stand side by side and are never added."""

    year: str
    title: str
    reference: str
    committed: str
    contracted: str
    page: str


@dataclass(frozen=True)
class BriefText:
    """The texts of the page, each a paragraph or a row; empty where there is nothing to say."""

    groups: str
    money: str
    decisions: tuple[DecisionLine, ...]
    regional: tuple[str, ...]
    known: tuple[str, ...]
    unknown: tuple[str, ...]
    source: str


def make_page(iso3: str, link: str) -> bytes:
    """Return a country's brief as a page of A4 (PDF); `link` is the address of its page. Raises KeyError for an unknown code.

    Meant for the worker: it takes a second.
    """
    from geo.exports import brief_page  # noqa: PLC0415 - imports what draws

    return brief_page.make_page(iso3, link)


def write_brief(brief: CountryBrief) -> BriefText:
    """Return the texts of a country's page."""
    return BriefText(
        groups=_tell_groups(brief),
        money=_tell_money(brief),
        decisions=tuple(_line(one) for one in brief.money.decisions),
        regional=_tell_regional(brief),
        known=_tell_known(brief),
        unknown=_tell_unknown(brief),
        source=_tell_source(brief),
    )


def _tell_groups(brief: CountryBrief) -> str:
    """The groups with the country's role, as its page words it: on a list, or in an area, a country is no member."""
    drawn = list_memberships(brief)
    roles = zip(brief.memberships, drawn["rows"], strict=True)
    return join_clauses(f"{one.short_name} ({row['value']})" for one, row in roles) or str(drawn["empty"])


def _tell_known(brief: CountryBrief) -> tuple[str, ...]:
    """What the text of the report says beside the annexes; for a country without indicators, all that is known of it."""
    if brief.known:
        return brief.known
    return tuple(
        say(
            "The text of the report (p. {page}): {statement}. Annex: {value}.",
            page=one.page,
            statement=one.statement,
            value=one.annex or say("no value"),
        )
        for one in brief.narrative
    )


def _tell_money(brief: CountryBrief) -> str:
    money = brief.money
    if not money.decisions:
        return say("Annex H lists no decision for {country} alone.", country=brief.name)
    contracts = sum(len(one.contracts) for one in money.decisions)
    committed, decisions = format_eur(money.committed_eur), count_decisions(len(money.decisions))
    if not contracts:
        return say("{amount} committed in {decisions}, none of it contracted.", amount=committed, decisions=decisions)
    return say(
        "{amount} committed in {decisions}, {contracted} of that contracted in {contracts}.",
        amount=committed,
        decisions=decisions,
        contracted=format_eur(money.contracted_eur),
        contracts=count_contracts(contracts),
    )


def _line(one: Decision) -> DecisionLine:
    contracts = count_contracts(len(one.contracts))
    contracted = (
        f"{format_eur(one.contracted_eur)}{_mark(*one.contracts)} ({contracts})"
        if one.contracts
        else say_in("contracts", "none listed")
    )
    return DecisionLine(
        str(one.year),
        one.title,
        f"{one.decision_id}, {one.instrument}",
        format_eur(one.committed_eur) + _mark(one),
        contracted,
        say("p. {page}", page=one.page),
    )


def _mark(*records: Decision | Contract) -> str:
    """The mark of an amount of which a record is doubtful."""
    return " ?" if any(one.status == "doubtful" for one in records) else ""


def _tell_regional(brief: CountryBrief) -> tuple[str, ...]:
    """What may cover the country without being its own, a line a region, and that none of it is attributed."""
    lines = [
        say(
            "{region}: {amount} committed in {decisions}",
            region=title,
            amount=format_eur(sum(one.committed_eur for one in decisions)),
            decisions=count_decisions(len(decisions)),
        )
        for title, decisions in brief.money.regional
    ]
    return (f"{join_clauses(lines)}. {brief.money.not_attributed}",) if lines else ()


def _tell_unknown(brief: CountryBrief) -> tuple[str, ...]:
    """What the documents do not say, or say in a way that cannot be relied on: each caveat once, in full."""
    amounts = [_mark(one, *one.contracts) for one in brief.money.decisions]
    marked = (
        [say("“?” marks a doubtful amount; the record of the decision or of its contracts says why.")]
        if any(amounts)
        else []
    )
    if brief.unknown:
        return (*brief.unknown, *marked)
    silent = [lower_start(one.view.name) for one in brief.lines if one.own.status == "not_reported" and one.own.source]
    said = [say("Not reported: {indicators}.", indicators=list_all(silent))] if silent else []
    unplaced = [lower_start(one.view.name) for one in brief.lines if one.own.status == "unplaced"]
    if unplaced:
        said.append(say("Printed, but in columns that cannot be known: {indicators}.", indicators=list_all(unplaced)))
    caveats = dict.fromkeys(caveat for one in brief.lines for caveat in one.caveats)
    return (*said, *marked, *(f"{title}. {text}" for title, text in caveats))


def _tell_source(brief: CountryBrief) -> str:
    """The documents with the pages of every cell and decision on the page, and of the contracts behind what is contracted."""
    pages: dict[tuple[str, str], set[int]] = {}
    for line in brief.lines:
        if line.own.source:
            pages.setdefault((line.own.source.source_id, line.own.source.table), set()).add(line.own.source.page)
    own = brief.money.decisions
    regional = (one for _, decisions in brief.money.regional for one in decisions)
    contracts = (contract for one in own for contract in one.contracts)
    records: tuple[Decision | Contract, ...] = (*own, *contracts, *regional)
    for record in records:
        pages.setdefault((record.source_id, "Annex H"), set()).add(record.page)
    for one in brief.memberships:
        pages.setdefault((one.source_id, ""), set()).add(one.page)
    places = (
        ", ".join(filter(None, (name_source(source), name_part(table), say("p. {page}", page=join_pages(found)))))
        for (source, table), found in sorted(pages.items())
    )
    return say("Sources: {sources}.", sources=join_clauses(places))
