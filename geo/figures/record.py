"""What the record component draws: a decision or contract as a card, every number with its page."""

from typing import Any

from geo.amount_words import count_contracts, format_cents, format_share, tell_duration
from geo.figures.tables import name_status
from geo.messages import mark, say, say_count, say_in
from geo.programme import Funder, ProgrammeDetail
from geo.record import DECISION, Caveat, RecordCard, Relative
from geo.spelling import join_clauses

FUNDERS_NOTE = mark(
    "As printed, in EUR million. Not added to amounts of Annex H, which cover other years and no other funder."
)

Payload = dict[str, Any]


def draw_record(card: RecordCard, link: str, *, is_outside: bool, is_alone: bool) -> Payload:
    """Return the card of a record: `link` is its address; `is_alone` tells that the view is filtered by its recipient already."""
    return {
        "id": card.record_id,
        "kind": say("Decision") if card.kind == DECISION else say("Contract"),
        "reference": card.record_id,
        "title": card.title,
        "lang": card.language,
        "link": link,
        "outside": _tell_outside(card) if is_outside else "",
        "finding": _tell_finding(card),
        "amounts": _list_amounts(card),
        "share": 100 * (card.contracted_cents if card.kind == DECISION else card.cents) / card.committed_cents,
        "facts": _list_facts(card),
        "caveats": [_caveat(one) for one in card.caveats],
        "lists": _list_relatives(card),
        "programmes": [_programme(one) for one in card.programmes],
        "more": None
        if is_alone
        else {"pick": f"recipient={card.recipient}", "label": say("Filter by recipient: {place}", place=card.place)},
    }


def _tell_outside(card: RecordCard) -> str:
    if card.kind == DECISION:
        return say(
            "This decision lies outside of the filters in force: the total, the chart and the table do not count it."
        )
    return say(
        "This contract lies outside of the filters in force: the total, the chart and the table do not count it."
    )


def _tell_finding(card: RecordCard) -> str:
    """What the amounts say of each other."""
    if card.kind != DECISION:
        return say(
            "{committed} of what its decision commits, {contracted} of what is contracted under it, {all} of all contracts in Annex H",
            committed=_capital(format_share(card.cents, card.committed_cents)),
            contracted=format_share(card.cents, card.contracted_cents),
            all=format_share(card.cents, card.all_contracted_cents),
        )
    share = format_share(card.contracted_cents, card.committed_cents)
    if card.uptake == "none":
        return say("Annex H lists no contract under this decision")
    if card.uptake == "below":
        return say("{share} of it is contracted", share=_capital(share))
    if card.uptake == "equal":
        return say("All of it is contracted, to the euro")
    more = format_cents(card.contracted_cents - card.committed_cents)
    return say("Its contracts come to {share} of it, {amount} more", share=share, amount=more)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _list_amounts(card: RecordCard) -> list[Payload]:
    """What is committed and what is contracted, never their sum; a contract's own amount first."""
    if card.kind != DECISION:
        return [_amount(say("Contracted"), card, say("p. {page}, Annex H", page=card.page))]
    source = say("p. {page}, Annex H, printed as {amount} (EUR million)", page=card.page, amount=card.printed_amount)
    pages = card.contract_pages
    contracted = {
        "label": say("Contracted"),
        "value": format_cents(card.contracted_cents) if pages else say("No contract"),
        "source": _tell_contracts(len(card.contracts), pages) if pages else say("none in Annex H"),
        "sign": "",
        "is_main": False,
    }
    return [_amount(say("Committed"), card, source), contracted]


def _amount(label: str, card: RecordCard, source: str) -> Payload:
    """The record's own amount."""
    value, sign = format_cents(card.cents), _sign(card.status)
    return {"label": label, "value": value, "source": source, "sign": sign, "is_main": True}


def _tell_contracts(number: int, pages: tuple[int, ...]) -> str:
    where = say("p. {page}", page=pages[0])
    if len(pages) > 1:
        where = say("p. {first} to {last}", first=pages[0], last=pages[-1])
    return say_count("sum of {n} contract, {pages}", "sum of {n} contracts, {pages}", number, pages=where)


def _list_facts(card: RecordCard) -> list[Payload]:
    """What Annex H prints in the row, in words."""
    facts = [_fact(say_in("recipient", "For"), card.place, card.belongs_nowhere), _fact(say("Level"), card.level)]
    if card.kind == DECISION:
        facts.append(
            _fact(say("Year of the decision"), str(card.year), say("From its reference; Annex H prints no date"))
        )
    else:
        duration = tell_duration(card.days) if card.days else say("Not known: a date is not in the text")
        facts += [
            _fact(say("Start"), card.start or say("Not in the text")),
            _fact(say("End"), card.end or say("Not in the text")),
            _fact(say("Duration"), duration),
            _fact(say("Partner"), card.partner or say("Not in the text")),
        ]
    row = say("Row {reference}, line {line} of the plain text", reference=card.printed_reference, line=card.line)
    facts += [
        _fact(say("Sector"), card.sector, _tell_purpose(card)),
        _fact(say("Instrument"), card.instrument, card.instrument_name),
        _fact(say("Where it stands"), say("Page {page}, Annex H", page=card.page), row),
        _fact(say("Status"), _capital(name_status(card.status))),
    ]
    return facts


def _tell_purpose(card: RecordCard) -> str:
    if card.sector_code:
        return say("OECD DAC purpose code {code}", code=card.sector_code)
    return say("Its contracts may have one")


def _fact(label: str, value: str, detail: str = "") -> Payload:
    return {"label": label, "value": value, "detail": detail}


def _caveat(one: Caveat) -> Payload:
    return {
        "title": one.title,
        "text": one.text,
        "other": one.other_reading,
        "others": [_relative(relative) for relative in one.others],
    }


def _list_relatives(card: RecordCard) -> list[Payload]:
    """Lists of records, each of which opens: the decision above, contracts below, and siblings beside."""
    lists = []
    if card.decision:
        note = say(
            "Commits {committed}; its contracts come to {contracted}.",
            committed=format_cents(card.committed_cents),
            contracted=format_cents(card.contracted_cents),
        )
        lists.append(_list(say("Under the decision"), [card.decision], note, is_open=True))
    if card.contracts:
        note = say("Sum: {amount}.", amount=format_cents(card.contracted_cents))
        lists.append(_list(count_contracts(len(card.contracts)), card.contracts, note, is_open=True))
    if card.siblings:
        lists.append(_list(_count_siblings(card), card.siblings, "", is_open=False))
    return lists


def _count_siblings(card: RecordCard) -> str:
    """How many other decisions there are for the same place, or other contracts under the same decision."""
    number = len(card.siblings)
    if card.kind == DECISION:
        return say_count("{n} other decision for {place}", "{n} other decisions for {place}", number, place=card.place)
    return say_count(
        "{n} other contract under the same decision", "{n} other contracts under the same decision", number
    )


def _list(title: str, relatives: Any, note: str, *, is_open: bool) -> Payload:
    return {"title": title, "note": note, "open": is_open, "rows": [_relative(one) for one in relatives]}


def _relative(one: Relative) -> Payload:
    return {
        "id": one.record_id,
        "title": one.title,
        "lang": one.language,
        "amount": format_cents(one.cents),
        "cents": one.cents,
        "detail": f"{one.record_id}, {one.detail}",
        "sign": _sign(one.status),
    }


def _programme(one: ProgrammeDetail) -> Payload:
    programme = one.programme
    return {
        "name": programme.name,
        "title": programme.title if programme.title != programme.name else "",
        "lang": programme.language,
        "facts": [
            _fact(say("Years"), programme.years), _fact(say("Method"), one.method), _fact(say("Partners"), join_clauses(one.partners)),
        ],
        "budget": programme.budget,
        "funders": [_funder(funder) for funder in one.funders],
        "funders_note": say(FUNDERS_NOTE),
        "note": programme.note,
        "source": say("p. {page}, Annex I", page=programme.page),
    }  # fmt: skip


def _funder(one: Funder) -> Payload:
    name = say("{funder}, justice and security component", funder=one.name) if one.is_component else one.name
    return {"name": name, "amount": one.printed, "source": say("p. {page}", page=one.page)}


def _sign(status: str) -> str:
    return "" if status == "ok" else name_status(status)
