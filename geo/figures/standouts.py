"""What the standouts component draws: lines that each narrow the view or open a record, and decisions by how far they are taken up."""

from typing import Any

from geo.amount_words import format_cents, format_percent, format_share
from geo.dimensions import CONTRACTED
from geo.findings import format_eur
from geo.messages import mark, say, say_count, say_in
from geo.money_lines import CENTS
from geo.record import Relative
from geo.spelling import name_value
from geo.standouts import Standouts, Take

# The states of decisions that are told; the ordinary one is not.
_UPTAKES = ("none", "above", "equal")
WHOLE = mark("Decisions are taken whole here, with all of their contracts, those that the view leaves out too.")

Payload = dict[str, Any]


def draw_standouts(found: Standouts, uptakes: tuple[str, ...]) -> Payload:
    """Return what stands out; `uptakes` are the states of decisions that the view is filtered by."""
    return {
        "title": say("What stands out"),
        "finding": _tell_finding(found),
        "note": "" if found.is_whole else say(WHOLE),
        "rows": [*_list_uptakes(found, uptakes), *_list_largest(found)],
        "doubtful": {
            "title": _tell_doubtful(found),
            "rows": [_open(one) for one in found.doubtful],
        },
        "bars": {
            "title": say("Contracted, per cent of what each decision commits"),
            "rows": [_bar(one) for one in found.takes],
        },
    }


def _tell_doubtful(found: Standouts) -> str:
    number = len(found.doubtful)
    if found.measure == CONTRACTED:
        return say_count("{n} doubtful contract", "{n} doubtful contracts", number)
    return say_count("{n} doubtful decision", "{n} doubtful decisions", number)


def _tell_finding(found: Standouts) -> str:
    if not found.takes:
        return say("Nothing is left by these filters.")
    committed, contracted, number = found.committed_cents, found.contracted_cents, len(found.takes)
    if not contracted:
        return say_count(
            "The decision commits {committed}. Annex H lists no contract under it.",
            "The {n} decisions commit {committed}. Annex H lists no contract under them.",
            number,
            committed=_eur(committed),
        )
    return say_count(
        "The decision commits {committed}; the contracts under it come to {contracted}, {share} of that.",
        "The {n} decisions commit {committed}; the contracts under them come to {contracted}, {share} of that.",
        number,
        committed=_eur(committed),
        contracted=_eur(contracted),
        share=format_share(contracted, committed),
    )


def _count_uptake(uptake: str, number: int) -> str:
    """How many decisions are in a state."""
    if uptake == "none":
        return say_count("{n} decision without a contract", "{n} decisions without a contract", number)
    if uptake == "above":
        return say_count("{n} decision with contracts above it", "{n} decisions with contracts above them", number)
    return say_count("{n} decision contracted to the euro", "{n} decisions contracted to the euro", number)


def _list_uptakes(found: Standouts, uptakes: tuple[str, ...]) -> list[Payload]:
    rows = []
    for uptake in _UPTAKES:
        takes = found.with_uptake(uptake)
        if takes:
            committed = _eur(sum(take.committed_cents for take in takes))
            rows.append({
                "pick": f"uptake={uptake}", "label": _count_uptake(uptake, len(takes)), "value": committed,
                "detail": say_count("Committed by it", "Committed by them", len(takes)), "lang": "", "on": uptakes == (uptake,), "kind": "filter",
            })  # fmt: skip
    return rows


def _list_largest(found: Standouts) -> list[Payload]:
    largest = (
        (say("Largest decision"), found.largest_decision),
        (say("Largest contract"), found.largest_contract),
    )
    return [
        {
            "pick": f"record={one.record_id}", "label": label, "value": _eur(one.cents), "detail": one.title, "lang": one.language,
            "on": False, "kind": "record",
        }
        for label, one in largest
        if one
    ]  # fmt: skip


def _open(one: Relative) -> Payload:
    return {
        "pick": f"record={one.record_id}",
        "label": one.record_id,
        "value": format_cents(one.cents),
        "detail": one.title,
        "lang": one.language,
    }


def _bar(one: Take) -> Payload:
    """A decision's bar: cut at 100 per cent, with the number beside it, and marked where it is above."""
    return {
        "pick": f"record={one.decision.record_id}",
        "label": f"{_name_place(one)}, {one.decision.detail}",
        "reference": one.decision.record_id,
        "share": round(one.share, 1),
        "text": _tell_share(one),
        "above": one.uptake == "above",
        "doubtful": one.decision.status != "ok",
        "hint": name_value(one.decision.title, _tell_amounts(one)),
    }


def _name_place(one: Take) -> str:
    """The place without what it is, which stands in parentheses after the name of a region."""
    return one.place.partition(" (")[0]


def _tell_amounts(one: Take) -> str:
    committed = format_cents(one.committed_cents)
    if not one.contracted_cents:
        return say("{committed} committed, no contract", committed=committed)
    contracted = format_cents(one.contracted_cents)
    return say("{committed} committed, {contracted} contracted", committed=committed, contracted=contracted)


def _tell_share(one: Take) -> str:
    """How much of what a decision commits its contracts come to, in per cent; or none."""
    if one.uptake == "none":
        return say_in("contracts", "none")
    return format_percent(one.contracted_cents, one.committed_cents)


def _eur(cents: int) -> str:
    return format_eur(cents / CENTS)
