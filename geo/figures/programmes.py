"""What the figures on programmes draw: those of Annex I by years with their budgets by funder, and later ones as cards."""

from collections import Counter
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from data.store import load_records
from geo.citing import cite, cite_pages
from geo.findings import EUR_MILLION
from geo.gap_statements import join_words
from geo.programmes import SCOPES, BudgetShare, DescribedProgramme

ANNEX = "Annex I"
NO_AMOUNT, NO_DATES, NO_END = "no amount printed", "no dates printed", "ongoing"
SCOPE_TITLES = {
    "regional": "For Latin America",
    "sub_regional": "For a sub-region",
    "trans_regional": "For several regions of the world",
    "bilateral": "For one country",
}
SCOPE_WORDS = {
    "regional": "regional",
    "sub_regional": "sub-regional",
    "trans_regional": "trans-regional",
    "bilateral": "bilateral",
}
# The published figure of all of them; those by reach are named after it.
_COUNTED = "section4_programmes"
KIND_LABELS = {
    "eu": "European Commission",
    "partner": "Partner governments and bodies",
    "other": "Others",
    "total": "Funder not printed",
}


def draw_programmes(programmes: tuple[DescribedProgramme, ...]) -> dict[str, Any]:
    """Return programmes on an axis of years, each with its budget in EUR million on one scale; parts are never added up."""
    first = min(int(one.start) for one in programmes if one.start)
    last = 1 + max(int(year) for one in programmes for year in (one.start, one.end) if year.isdigit())
    largest = max(_size(one) for one in programmes)
    kinds = {share.kind for one in programmes for share in _segments(one)}
    has_component = any(one.component for one in programmes)
    return {
        "label": tell_programmes(programmes),
        "ticks": [{"at": (year - first) / (last - first), "text": str(year)} for year in range(first, last)],
        "largest": f"EUR {_million(largest)} million",
        "legend": [
            *({"kind": kind, "label": label} for kind, label in KIND_LABELS.items() if kind in kinds),
            *([{"kind": "whole", "label": "Larger programme, of which the filled part is for justice and security"}] * has_component),
        ],
        "groups": [
            {"title": title, "rows": [_row(one, first, last, largest) for one in programmes if one.scope == scope]}
            for scope, title in SCOPE_TITLES.items()
            if any(one.scope == scope for one in programmes)
        ],
        "source": f"Source: {cite_pages(programmes[0].source_id, [one.page for one in programmes], ANNEX)}. Decisions as Annex H refers to them.",
    }  # fmt: skip


def tell_programmes(programmes: tuple[DescribedProgramme, ...]) -> str:
    """Return what the annex says of its programmes, as a finding."""
    mixed = sum(len({share.kind for share in one.parts}) > 1 for one in programmes)
    components = sum(one.component is not None for one in programmes)
    return (
        f"{ANNEX} describes {len(programmes)} programmes: {mixed} are paid by the Commission together with others, "
        f"{components} are larger programmes with a part for justice and security"
    )


def tell_split(programmes: tuple[DescribedProgramme, ...]) -> str:
    """Return how many programmes section 4 counts in the annex, by reach, beside those that the annex describes.

    Programmes that share a title stand in one column of the annex; the sentence says what they would come to as one.
    """
    printed = {row["figure_id"]: int(row["published"]) for row in load_records("published_figures")}
    scopes = {scope: [one for one in programmes if one.scope == scope] for scope in SCOPES}
    other = [scope for scope, found in scopes.items() if printed[f"{_COUNTED}_{scope}"] != len(found)]
    parts = join_words([f"{printed[f'{_COUNTED}_{scope}']} {SCOPE_WORDS[scope]}" for scope in SCOPES])
    gaps = join_words([f"{len(scopes[scope])} {SCOPE_WORDS[scope]}" for scope in other])
    told = f"Section 4 counts {printed[_COUNTED]} programmes, {parts}; {ANNEX} describes {len(programmes)}"
    return f"{told}, with {gaps}. {_tell_shared(programmes)}" if other else f"{told}."


def _tell_shared(programmes: tuple[DescribedProgramme, ...]) -> str:
    """What programmes with one title would come to as one."""
    titles = Counter(one.title for one in programmes)
    shared = [one for one in programmes if titles[one.title] > 1]
    names = join_words(sorted(one.name for one in shared))
    return (
        f"{names} are rows of their own here, with dates and a budget each, but share one column there; taken as one they leave {len(titles)}. "
        "Which other one section 4 does not count, it does not say."
    )


def draw_cards(programmes: tuple[DescribedProgramme, ...]) -> dict[str, Any]:
    """Return later programmes as cards: amount, for whom, with whom, years, source."""
    return {"label": tell_later(programmes), "cards": [_card(one) for one in programmes]}


def tell_later(programmes: tuple[DescribedProgramme, ...]) -> str:
    """Return what later documents print of programmes, amounts side by side and never as one sum."""
    amounts = tell_amounts(programmes)
    silent = sum(not one.budget for one in programmes)
    rest = f"; of {silent} {'other' if silent == 1 else 'others'} they print no amount" if silent else ""
    return f"Later documents name {len(programmes)} programmes: {join_words(list(amounts))}{rest}"


def tell_amounts(programmes: Iterable[DescribedProgramme]) -> tuple[str, ...]:
    """Return each programme that has a printed amount with it: "EL PAcCTO 2.0 with EUR 58.8 million"."""
    return tuple(f"{one.name} with EUR {_million(_size(one))} million" for one in programmes if one.shares)


def link_decision(decision_id: str) -> str:
    """Return the address of a decision's card, or an empty text for none."""
    return f"money?{urlencode({'v': 1, 'record': decision_id}, safe='/')}" if decision_id else ""


def tell_years(one: DescribedProgramme) -> str:
    """Return the years of a programme in words."""
    if not one.start:
        return NO_DATES
    return f"{one.start}, {NO_END}" if one.is_open else f"{one.start}–{one.end}"


def _row(one: DescribedProgramme, first: int, last: int, largest: float) -> dict[str, Any]:
    end = last if one.is_open or not one.end else int(one.end) + 1
    return {
        "id": one.programme_id,
        "name": one.name,
        "title": one.title if one.title != one.name else "",
        "lang": one.language,
        "place": one.place,
        "years": tell_years(one),
        "from": (int(one.start) - first) / (last - first) if one.start else None,
        "to": (end - first) / (last - first) if one.start else None,
        "open": one.is_open,
        "whole": one.whole.amount_eur / largest if one.component and one.whole else None,
        "segments": [_segment(share, largest) for share in _segments(one)],
        "words": _words(one),
        "budget": one.budget or NO_AMOUNT,
        "decision": one.decision_id,
        "href": link_decision(one.decision_id),
        "method": one.method,
        "partners": list(one.partners),
        "note": one.note,
        "source": cite(one.source_id, one.page, ANNEX),
    }


def _segments(one: DescribedProgramme) -> tuple[BudgetShare, ...]:
    """What is drawn filled: the part for justice and security, else what each funder pays, else the total."""
    if one.component:
        return (one.component,)
    return one.parts or one.shares


def _segment(share: BudgetShare, largest: float) -> dict[str, Any]:
    name = share.funder if share.kind != "total" else KIND_LABELS["total"]
    return {"kind": share.kind, "label": f"{name}: EUR {share.printed} million", "share": share.amount_eur / largest}


def _words(one: DescribedProgramme) -> str:
    """The parts of a budget in words, EUR million as printed; the total only where it is printed."""
    if one.component and one.whole:
        return f"{one.component.printed} for justice and security, part of {one.whole.printed}"
    if not one.parts:
        return f"{one.whole.printed}, funder not printed" if one.whole else NO_AMOUNT
    parts = " + ".join(f"{share.printed} {share.funder}" for share in one.parts)
    return f"{parts}; total printed: {one.whole.printed}" if one.whole else f"{parts}; no total printed"


def _size(one: DescribedProgramme) -> float:
    """The length of a programme's bar, EUR: its printed total, or as far as its parts reach."""
    drawn = sum(share.amount_eur for share in _segments(one))
    return max(drawn, one.whole.amount_eur) if one.whole else drawn


def _card(one: DescribedProgramme) -> dict[str, Any]:
    facts = [
        ("For", one.place),
        ("Years", tell_years(one)),
        ("How", one.method),
        ("Partners", ", ".join(one.partners)),
    ]
    return {
        "id": one.programme_id,
        "name": one.name,
        "title": one.title,
        "lang": one.language,
        "amount": one.budget or NO_AMOUNT[:1].upper() + NO_AMOUNT[1:],
        "has_amount": bool(one.budget),
        "facts": [{"label": label, "text": text} for label, text in facts if text],
        "note": one.note,
        "source": cite(one.source_id, one.page),
        "href": "sources?v=1",
    }


def _million(amount_eur: float) -> str:
    return f"{amount_eur / EUR_MILLION:g}"
