"""What the record component draws: a decision or contract as a card, every number with its page."""

from typing import Any

from geo.amount_words import format_cents, format_share, tell_duration
from geo.figures.tables import STATUS_LABELS
from geo.findings import count
from geo.programme import Funder, ProgrammeDetail
from geo.record import DECISION, Caveat, RecordCard, Relative

ANNEX = "Annex H"
NOT_IN_TEXT = "not in the text"
OUTSIDE = "This {kind} lies outside of the filters in force: the total, the chart and the table do not count it."
# The mean length of a month, for durations in words.
DAYS_OF_A_MONTH = 365.25 / 12
FUNDERS_NOTE = (
    "As printed, in EUR million. Not added to amounts of Annex H, which cover other years and no other funder."
)

Payload = dict[str, Any]


def draw_record(card: RecordCard, link: str, *, is_outside: bool, is_alone: bool) -> Payload:
    """Return the card of a record: `link` is its address; `is_alone` tells that the view is filtered by its recipient already."""
    return {
        "id": card.record_id,
        "kind": card.kind.capitalize(),
        "reference": card.record_id,
        "title": card.title,
        "lang": card.language,
        "link": link,
        "outside": OUTSIDE.format(kind=card.kind) if is_outside else "",
        "finding": _tell_finding(card),
        "amounts": _list_amounts(card),
        "share": 100 * (card.contracted_cents if card.kind == DECISION else card.cents) / card.committed_cents,
        "facts": _list_facts(card),
        "caveats": [_caveat(one) for one in card.caveats],
        "lists": _list_relatives(card),
        "programmes": [_programme(one) for one in card.programmes],
        "more": None
        if is_alone
        else {"pick": f"recipient={card.recipient}", "label": f"Filter by recipient: {card.place}"},
    }


def _tell_finding(card: RecordCard) -> str:
    """What the amounts say of each other."""
    if card.kind != DECISION:
        return (
            f"{_capital(format_share(card.cents, card.committed_cents))} of what its decision commits, "
            f"{format_share(card.cents, card.contracted_cents)} of what is contracted under it, "
            f"{format_share(card.cents, card.all_contracted_cents)} of all contracts in {ANNEX}"
        )
    share = format_share(card.contracted_cents, card.committed_cents)
    return {
        "none": f"{ANNEX} lists no contract under this decision",
        "below": f"{_capital(share)} of it is contracted",
        "equal": "All of it is contracted, to the euro",
        "above": f"Its contracts come to {share} of it, {format_cents(card.contracted_cents - card.committed_cents)} more",
    }[card.uptake]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _list_amounts(card: RecordCard) -> list[Payload]:
    """What is committed and what is contracted, never their sum; a contract's own amount first."""
    source = f"p. {card.page}, {ANNEX}"
    if card.kind != DECISION:
        return [
            {"label": "Contracted", "value": format_cents(card.cents), "source": source, "sign": _sign(card.status), "is_main": True}
        ]  # fmt: skip
    committed = {
        "label": "Committed", "value": format_cents(card.cents), "sign": _sign(card.status), "is_main": True,
        "source": f"{source}, printed as {card.printed_amount} (EUR million)",
    }  # fmt: skip
    pages = card.contract_pages
    contracted = {
        "label": "Contracted", "value": format_cents(card.contracted_cents) if pages else "No contract", "sign": "", "is_main": False,
        "source": f"sum of {count(len(card.contracts), 'contract')}, {_name_pages(pages)}" if pages else f"none in {ANNEX}",
    }  # fmt: skip
    return [committed, contracted]


def _name_pages(pages: tuple[int, ...]) -> str:
    return f"p. {pages[0]}" if len(pages) == 1 else f"p. {pages[0]} to {pages[-1]}"


def _list_facts(card: RecordCard) -> list[Payload]:
    """What Annex H prints in the row, in words."""
    facts = [_fact("For", card.place, card.belongs_nowhere), _fact("Level", card.level)]
    if card.kind == DECISION:
        facts.append(_fact("Year of the decision", str(card.year), f"From its reference; {ANNEX} prints no date"))
    else:
        facts += [
            _fact("Start", card.start or _capital(NOT_IN_TEXT)),
            _fact("End", card.end or _capital(NOT_IN_TEXT)),
            _fact("Duration", tell_duration(card.days) if card.days else "Not known: a date is not in the text"),
            _fact("Partner", card.partner or _capital(NOT_IN_TEXT)),
        ]
    purpose = f"OECD DAC purpose code {card.sector_code}" if card.sector_code else "Its contracts may have one"
    facts += [
        _fact("Sector", card.sector, purpose),
        _fact("Instrument", card.instrument, card.instrument_name),
        _fact("Where it stands", f"Page {card.page}, {ANNEX}", f"Row {card.printed_reference}, line {card.line} of the plain text"),
        _fact("Status", _capital(STATUS_LABELS[card.status])),
    ]  # fmt: skip
    return facts


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
        note = f"Commits {format_cents(card.committed_cents)}; its contracts come to {format_cents(card.contracted_cents)}."
        lists.append(_list("Under the decision", [card.decision], note, is_open=True))
    if card.contracts:
        note = f"Sum: {format_cents(card.contracted_cents)}."
        lists.append(_list(f"{_capital(count(len(card.contracts), 'contract'))}", card.contracts, note, is_open=True))
    if card.siblings:
        noun = f"other {card.kind}" if card.decision or card.kind == DECISION else card.kind
        what = f"for {card.place}" if card.kind == DECISION else "under the same decision"
        lists.append(_list(f"{count(len(card.siblings), noun)} {what}", card.siblings, "", is_open=False))
    return lists


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
        "facts": [_fact("Years", programme.years), _fact("Method", one.method), _fact("Partners", "; ".join(one.partners))],
        "budget": programme.budget,
        "funders": [_funder(funder) for funder in one.funders],
        "funders_note": FUNDERS_NOTE,
        "note": programme.note,
        "source": f"p. {programme.page}, Annex I",
    }  # fmt: skip


def _funder(one: Funder) -> Payload:
    name = f"{one.name}, justice and security component" if one.is_component else one.name
    return {"name": name, "amount": one.printed, "source": f"p. {one.page}"}


def _sign(status: str) -> str:
    return "" if status == "ok" else STATUS_LABELS[status]
