"""What the standouts component draws: lines that each narrow the view or open a record, and decisions by how far they are taken up."""

from typing import Any

from geo.amount_words import format_cents, format_percent, format_share
from geo.dimensions import CONTRACTED
from geo.findings import count, format_eur
from geo.money_lines import CENTS
from geo.record import Relative
from geo.standouts import Standouts, Take

# How each state of a decision is told, in the singular and in the plural; the ordinary one is not.
_UPTAKES = {
    "none": ("decision without a contract", "decisions without a contract"),
    "above": ("decision with contracts above it", "decisions with contracts above them"),
    "equal": ("decision contracted to the euro", "decisions contracted to the euro"),
}
WHOLE = "Decisions are taken whole here, with all of their contracts, those that the view leaves out too."

Payload = dict[str, Any]


def draw_standouts(found: Standouts, uptakes: tuple[str, ...]) -> Payload:
    """Return what stands out; `uptakes` are the states of decisions that the view is filtered by."""
    return {
        "title": "What stands out",
        "finding": _tell_finding(found),
        "note": "" if found.is_whole else WHOLE,
        "rows": [*_list_uptakes(found, uptakes), *_list_largest(found)],
        "doubtful": {
            "title": count(len(found.doubtful), f"doubtful {_noun(found)}"),
            "rows": [_open(one) for one in found.doubtful],
        },
        "bars": {
            "title": "Contracted, per cent of what each decision commits",
            "rows": [_bar(one) for one in found.takes],
        },
    }


def _noun(found: Standouts) -> str:
    return "contract" if found.measure == CONTRACTED else "decision"


def _tell_finding(found: Standouts) -> str:
    if not found.takes:
        return "Nothing is left by these filters."
    committed, contracted = found.committed_cents, found.contracted_cents
    decisions = "The decision commits" if len(found.takes) == 1 else f"The {len(found.takes)} decisions commit"
    if not contracted:
        return f"{decisions} {_eur(committed)}. Annex H lists no contract under {'it' if len(found.takes) == 1 else 'them'}."
    of = "it" if len(found.takes) == 1 else "them"
    return f"{decisions} {_eur(committed)}; the contracts under {of} come to {_eur(contracted)}, {format_share(contracted, committed)} of that."


def _list_uptakes(found: Standouts, uptakes: tuple[str, ...]) -> list[Payload]:
    rows = []
    for uptake, (one, many) in _UPTAKES.items():
        takes = found.with_uptake(uptake)
        if takes:
            committed = _eur(sum(take.committed_cents for take in takes))
            rows.append({
                "pick": f"uptake={uptake}", "label": f"{len(takes)} {one if len(takes) == 1 else many}", "value": committed,
                "detail": "Committed by it" if len(takes) == 1 else "Committed by them", "lang": "", "on": uptakes == (uptake,), "kind": "filter",
            })  # fmt: skip
    return rows


def _list_largest(found: Standouts) -> list[Payload]:
    largest = (("Largest decision", found.largest_decision), ("Largest contract", found.largest_contract))
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
    contracted = format_cents(one.contracted_cents) if one.contracted_cents else "no contract"
    amounts = (
        f"{format_cents(one.committed_cents)} committed, {contracted}{' contracted' if one.contracted_cents else ''}"
    )
    return {
        "pick": f"record={one.decision.record_id}",
        "label": f"{one.place.removesuffix(' (region)')}, {one.decision.detail}",
        "reference": one.decision.record_id,
        "share": round(one.share, 1),
        "text": _tell_share(one),
        "above": one.uptake == "above",
        "doubtful": one.decision.status != "ok",
        "hint": f"{one.decision.title}: {amounts}",
    }


def _tell_share(one: Take) -> str:
    """How much of what a decision commits its contracts come to, in per cent; or none."""
    if one.uptake == "none":
        return "none"
    return format_percent(one.contracted_cents, one.committed_cents)


def _eur(cents: int) -> str:
    return format_eur(cents / CENTS)
