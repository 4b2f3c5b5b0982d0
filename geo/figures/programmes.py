"""What the figures on programmes draw: those of Annex I by years with their budgets by funder, and later ones as cards."""

from collections import Counter
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from geo.citing import cite, cite_pages
from geo.figures import summary
from geo.findings import EUR_MILLION, tell_millions
from geo.messages import current, mark, say, say_count, say_in
from geo.programmes import SCOPES, BudgetShare, DescribedProgramme, write_years
from geo.spelling import collate, format_decimals, list_all, name_value
from geo.spoken import load_records

ANNEX = "Annex I"  # as the tables have it
SCOPE_TITLES = {
    "regional": mark("For Latin America"),
    "sub_regional": mark("For a sub-region"),
    "trans_regional": mark("For several regions of the world"),
    "bilateral": mark("For one country"),
}
# How many programmes of each reach, inside a sentence on programmes.
SCOPE_WORDS = {
    "regional": mark("{number} regional"),
    "sub_regional": mark("{number} sub-regional"),
    "trans_regional": mark("{number} trans-regional"),
    "bilateral": mark("{number} bilateral"),
}
# The published figure of all of them; those by reach are named after it.
_COUNTED = "section4_programmes"
KIND_LABELS = {
    "eu": mark("European Commission"),
    "partner": mark("Partner governments and bodies"),
    "other": mark("Others"),
    "total": mark("Funder not printed"),
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
        "summary": _summarise(programmes),
        "ticks": [{"at": (year - first) / (last - first), "text": str(year)} for year in range(first, last)],
        "largest": tell_millions(_million(largest)),
        "legend": [
            *({"kind": kind, "label": say(label)} for kind, label in KIND_LABELS.items() if kind in kinds),
            *([{"kind": "whole", "label": say("Larger programme, of which the filled part is for justice and security")}] * has_component),
        ],
        "groups": [
            {"title": say(title), "rows": [_row(one, first, last, largest) for one in programmes if one.scope == scope]}
            for scope, title in SCOPE_TITLES.items()
            if any(one.scope == scope for one in programmes)
        ],
        "source": say(
            "Source: {source}. Decisions as Annex H refers to them.",
            source=cite_pages(programmes[0].source_id, [one.page for one in programmes], ANNEX),
        ),
    }  # fmt: skip


def tell_programmes(programmes: tuple[DescribedProgramme, ...]) -> str:
    """Return what the annex says of its programmes, as a finding."""
    mixed = sum(len({share.kind for share in one.parts}) > 1 for one in programmes)
    components = sum(one.component is not None for one in programmes)
    return say_count(
        "Annex I describes {n} programme: {mixed} are paid by the Commission together with others, "
        "{larger} are larger programmes with a part for justice and security",
        "Annex I describes {n} programmes: {mixed} are paid by the Commission together with others, "
        "{larger} are larger programmes with a part for justice and security",
        len(programmes), mixed=mixed, larger=components,
    )  # fmt: skip


def _summarise(programmes: tuple[DescribedProgramme, ...]) -> str:
    """The largest and the smallest budget, and the programmes of which no amount or no date is printed."""
    sized = sorted((one for one in programmes if _size(one)), key=lambda one: -_size(one))
    ends = [(one.name, tell_millions(_million(_size(one)))) for one in sized]
    silent = [one.name for one in programmes if not _size(one)]
    undated = [one.name for one in programmes if not one.start]
    return summary.join(
        summary.tell_ends(ends),
        summary.tell_missing(say("No amount printed"), silent),
        summary.tell_missing(say("No dates printed"), undated),
    )


def tell_split(programmes: tuple[DescribedProgramme, ...]) -> str:
    """Return how many programmes section 4 counts in the annex, by reach, beside those that the annex describes.

    Programmes that share a title stand in one column of the annex; the sentence says what they would come to as one.
    """
    printed = {row["figure_id"]: int(row["published"]) for row in load_records("published_figures")}
    scopes = {scope: [one for one in programmes if one.scope == scope] for scope in SCOPES}
    other = [scope for scope, found in scopes.items() if printed[f"{_COUNTED}_{scope}"] != len(found)]
    values = {
        "counted": printed[_COUNTED],
        "parts": list_all(say(SCOPE_WORDS[scope], number=printed[f"{_COUNTED}_{scope}"]) for scope in SCOPES),
        "described": len(programmes),
    }
    if not other:
        return say("Section 4 counts {counted} programmes, {parts}; Annex I describes {described}.", **values)
    gaps = list_all(say(SCOPE_WORDS[scope], number=len(scopes[scope])) for scope in other)
    told = say(
        "Section 4 counts {counted} programmes, {parts}; Annex I describes {described}, with {others}.",
        others=gaps,
        **values,
    )
    return f"{told} {_tell_shared(programmes)}"


def _tell_shared(programmes: tuple[DescribedProgramme, ...]) -> str:
    """What programmes with one title would come to as one."""
    titles = Counter(one.title for one in programmes)
    shared = [one for one in programmes if titles[one.title] > 1]
    return say(
        "{programmes} are rows of their own here, with dates and a budget each, but share one column there; "
        "taken as one they leave {number}. Which other one section 4 does not count, it does not say.",
        programmes=list_all(sorted((one.name for one in shared), key=collate)),
        number=len(titles),
    )


def draw_cards(programmes: tuple[DescribedProgramme, ...]) -> dict[str, Any]:
    """Return later programmes as cards: amount, for whom, with whom, years, source."""
    return {"label": tell_later(programmes), "cards": [_card(one) for one in programmes]}


def tell_later(programmes: tuple[DescribedProgramme, ...]) -> str:
    """Return what later documents print of programmes, amounts side by side and never as one sum."""
    silent, number = sum(not one.budget for one in programmes), len(programmes)
    amounts = list_all(tell_amounts(programmes))
    if not silent:
        return say("Later documents name {number} programmes: {amounts}", number=number, amounts=amounts)
    return say_count(
        "Later documents name {number} programmes: {amounts}; of {n} other they print no amount",
        "Later documents name {number} programmes: {amounts}; of {n} others they print no amount",
        silent,
        number=number,
        amounts=amounts,
    )


def tell_amounts(programmes: Iterable[DescribedProgramme]) -> tuple[str, ...]:
    """Return each programme that has a printed amount with it: "EL PAcCTO 2.0 with EUR 58.8 million"."""
    return tuple(
        say("{programme} with {amount}", programme=one.name, amount=tell_millions(_million(_size(one))))
        for one in programmes
        if one.shares
    )


def link_decision(decision_id: str) -> str:
    """Return the address of a decision's card, or an empty text for none."""
    return f"money?{urlencode({'v': 1, 'lang': current(), 'record': decision_id}, safe='/')}" if decision_id else ""


def tell_years(one: DescribedProgramme) -> str:
    """Return the years of a programme in words."""
    return write_years(one.start, one.end)


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
        "budget": one.budget or say("no amount printed"),
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
    name = share.funder if share.kind != "total" else say(KIND_LABELS["total"])
    label = name_value(name, tell_millions(format_decimals(share.printed)))
    return {"kind": share.kind, "label": label, "share": share.amount_eur / largest}


def _words(one: DescribedProgramme) -> str:
    """The parts of a budget in words, EUR million as printed; the total only where it is printed."""
    if one.component and one.whole:
        return say(
            "{part} for justice and security, part of {whole}",
            part=format_decimals(one.component.printed),
            whole=format_decimals(one.whole.printed),
        )
    if not one.parts:
        if not one.whole:
            return say("no amount printed")
        return say("{amount}, funder not printed", amount=format_decimals(one.whole.printed))
    parts = " + ".join(f"{format_decimals(share.printed)} {share.funder}" for share in one.parts)
    if not one.whole:
        return say("{parts}; no total printed", parts=parts)
    return say("{parts}; total printed: {whole}", parts=parts, whole=format_decimals(one.whole.printed))


def _size(one: DescribedProgramme) -> float:
    """The length of a programme's bar, EUR: its printed total, or as far as its parts reach."""
    drawn = sum(share.amount_eur for share in _segments(one))
    return max(drawn, one.whole.amount_eur) if one.whole else drawn


def _card(one: DescribedProgramme) -> dict[str, Any]:
    facts = [
        (say_in("recipient", "For"), one.place),
        (say("Years"), tell_years(one)),
        (say("How"), one.method),
        (say("Partners"), ", ".join(one.partners)),
    ]
    return {
        "id": one.programme_id,
        "name": one.name,
        "title": one.title,
        "lang": one.language,
        "amount": one.budget or say("No amount printed"),
        "has_amount": bool(one.budget),
        "facts": [{"label": label, "text": text} for label, text in facts if text],
        "note": one.note,
        "source": cite(one.source_id, one.page),
        "href": f"sources?v=1&lang={current()}",
    }


def _million(amount_eur: float) -> str:
    return format_decimals(f"{amount_eur / EUR_MILLION:g}")
