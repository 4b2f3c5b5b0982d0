"""What the treemap draws: programming zones, in them recipients, in them decisions, and for amounts contracted their contracts."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from geo.amount_words import count_records, format_cents, format_share, shorten_eur
from geo.dimensions import COMMITTED, CONTRACTED, DIMENSIONS, name_recipients
from geo.figures import palette
from geo.figures.marks import (
    DOUBTFUL_WORDS,
    Payload,
    pick_record,
    pick_values,
    tell_ends,
    tell_share,
    tell_total,
)
from geo.findings import format_eur
from geo.language import tell_language
from geo.messages import cached, say, say_count
from geo.money_lines import Line
from geo.portfolio import Portfolio
from geo.spelling import lower_start
from geo.spoken import load_records

LARGEST = 5


def draw_treemap(portfolio: Portfolio, record: str) -> Payload:
    """Return the nested tiles of a portfolio, each with its cents, and what is said of each record; `record` is the open one, or ""."""
    zones = _group(portfolio.lines, "zone")
    return {
        "title": _find_title(portfolio),
        "label": _describe(portfolio),
        "children": [_draw_zone(portfolio, zone, lines, record) for zone, lines in zones.items()],
        "records": {one: _tell_record(one) for one in _named_records(portfolio)},
        "key": say("“?” marks a doubtful amount. A heading filters, a tile opens its record."),
        "total": tell_total(portfolio),
    }


def _draw_zone(portfolio: Portfolio, zone: str, lines: list[Line], record: str) -> Payload:
    recipients = _group(lines, "recipient")
    tile = _tile(portfolio, lines, pick_values(portfolio.query, ("zone", zone)))
    return tile | palette.find_colour("zone", zone) | {
        "id": zone,
        "label": DIMENSIONS["zone"].name_value(zone),
        "children": [_draw_recipient(portfolio, zone, one, own, record) for one, own in recipients.items()],
    }  # fmt: skip


def _draw_recipient(portfolio: Portfolio, zone: str, recipient: str, lines: list[Line], record: str) -> Payload:
    # A country may get money of two zones, its own and that of Latin America, once a rule spreads what is regional.
    is_in_two = len({line.zone for line in portfolio.lines if line.recipient == recipient}) > 1
    pairs = [("zone", zone), ("recipient", recipient)] if is_in_two else [("recipient", recipient)]
    decisions = _group(lines, "decision")
    return _tile(portfolio, lines, pick_values(portfolio.query, *pairs)) | {
        "id": f"{zone}/{recipient}",
        "label": name_recipients()[recipient],
        "children": [_draw_decision(portfolio, recipient, one, own, record) for one, own in decisions.items()],
    }


def _draw_decision(portfolio: Portfolio, recipient: str, decision: str, lines: list[Line], record: str) -> Payload:
    contracts = _group(lines, "record_id") if portfolio.query.measure == CONTRACTED else {}
    tile = _tile(portfolio, lines, pick_record(decision, record)) | {
        "id": f"{recipient}/{decision}",
        "record": decision,
    }
    return tile | {
        "children": [
            _tile(portfolio, own, pick_record(one, record))
            | {"id": f"{recipient}/{one}", "record": one, "children": []}
            for one, own in contracts.items()
        ]
    }


def _tile(portfolio: Portfolio, lines: list[Line], pick: Payload) -> Payload:
    cents = sum(line.cents for line in lines)
    amount, share = format_cents(cents), tell_share(cents, portfolio.total_cents)
    told = (
        say("{amount} committed, {share} of this view", amount=amount, share=share)
        if portfolio.query.measure == COMMITTED
        else say("{amount} contracted, {share} of this view", amount=amount, share=share)
    )
    return {
        "cents": cents,
        "text": shorten_eur(cents),
        "told": told,
        **pick,
    }


def _group(lines: Iterable[Line], name: str) -> dict[str, list[Line]]:
    """Lines by one of their values, the largest group first."""
    groups: dict[str, list[Line]] = {}
    for line in lines:
        groups.setdefault(getattr(line, name), []).append(line)
    return dict(sorted(groups.items(), key=lambda group: (-sum(line.cents for line in group[1]), group[0])))


def _named_records(portfolio: Portfolio) -> list[str]:
    ids = [one for line in portfolio.lines for one in (line.decision, line.record_id)]
    return list(dict.fromkeys(ids))


@cached
def _tell_record(record_id: str) -> Payload:
    """The title of a decision or contract, and what is said of it beside its amount in the view."""
    row = _records()[record_id]
    is_contract = "contract_id" in row
    lines = [say("Contract of decision {decision}", decision=row["decision_id"]) if is_contract else tell_uptake(row)]
    lines += [say(DOUBTFUL_WORDS)] if row["status"] == "doubtful" else []
    return {
        "name": say("Contract {record}", record=record_id)
        if is_contract
        else say("Decision {record}", record=record_id),
        "title": row["title"],
        "lang": tell_language(row["title"]),
        "doubtful": row["status"] == "doubtful",
        "lines": lines,
    }


def tell_uptake(decision: dict[str, Any]) -> str:
    """Return how much of a decision its contracts take up, in words."""
    committed, contracted = decision["committed_eur"], decision["contracted_eur"]
    amount = format_eur(committed)
    if not contracted:
        return say("Commits {amount}; no contract is listed under it", amount=amount)
    number, part = decision["contracts_count"], format_eur(contracted)
    if contracted == committed:
        return say_count(
            "Commits {amount}; {n} contract for {contracted}, exactly as much",
            "Commits {amount}; {n} contracts for {contracted}, exactly as much",
            number, amount=amount, contracted=part,
        )  # fmt: skip
    return say_count(
        "Commits {amount}; {n} contract for {contracted}, {share} of it",
        "Commits {amount}; {n} contracts for {contracted}, {share} of it",
        number, amount=amount, contracted=part, share=format_share(contracted, committed),
    )  # fmt: skip


@cache
def _records() -> dict[str, dict[str, Any]]:
    decisions = {str(row["decision_id"]): row for row in load_records("decisions")}
    return decisions | {str(row["contract_id"]): row for row in load_records("contracts")}


def _find_title(portfolio: Portfolio) -> str:
    amounts = sorted(
        (sum(line.cents for line in own) for own in _group(portfolio.lines, "record_id").values()), reverse=True
    )
    is_committed, number = portfolio.query.measure == COMMITTED, len(amounts)
    if number <= LARGEST:
        records = count_records(number, portfolio.query.measure)
        if is_committed:
            return say("From zone to decision: {records}", records=records)
        return say("From zone to contract: {records}", records=records)
    share = tell_share(sum(amounts[:LARGEST]), portfolio.total_cents)
    if is_committed:
        return say(
            "From zone to decision: the {largest} largest of {number} hold {share}",
            largest=LARGEST, number=number, share=share,
        )  # fmt: skip
    return say(
        "From zone to contract: the {largest} largest of {number} hold {share}",
        largest=LARGEST, number=number, share=share,
    )  # fmt: skip


def _describe(portfolio: Portfolio) -> str:
    records = _group(portfolio.lines, "record_id")
    tiles = len({(line.recipient, line.record_id) for line in portfolio.lines})
    measure = lower_start(portfolio.measure_name)
    kind = (
        say("Treemap: {measure} by programming zone, recipient and decision.", measure=measure)
        if portfolio.query.measure == COMMITTED
        else say("Treemap: {measure} by programming zone, recipient and contract.", measure=measure)
    )
    parts = [kind, say_count("{n} tile.", "{n} tiles.", tiles)]
    if records:
        *_, last = first, *_ = records
        cents = {one: sum(line.cents for line in records[one]) for one in (first, last)}
        parts.append(tell_ends((first, cents[first]), (last, cents[last])))
    return " ".join(parts)
