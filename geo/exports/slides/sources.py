"""What a slide says of its sources and doubts: documents with pages, caveats in words, and the text of the notes."""

import re
from collections.abc import Iterable, Iterator
from numbers import Real
from typing import Any

import pandas as pd

from geo.citation import join_pages
from geo.citing import name_part, name_source
from geo.handout import Handout
from geo.messages import mark, say
from geo.spelling import join_clauses
from geo.spoken import load_records

# A row may hold two values, each with a source of its own.
SIDES = ("", "x_", "y_")
NO_SOURCE = mark("Source: tables of the LAC Citizen Security Atlas")


def tell_source(handouts: Iterable[Handout]) -> str:
    """Return the documents behind views, each with its tables and pages: "Source: Assessment of 2013, Annex F, p. 151; Annex G, p. 153"."""
    found = list_sources(handouts)
    return say("Source: {source}", source=join_clauses(found)) if found else say(NO_SOURCE)


def list_sources(handouts: Iterable[Handout]) -> tuple[str, ...]:
    """Return a text for each document behind views: its name, then its tables with their pages."""
    pages: dict[str, dict[str, set[int]]] = {}
    for handout in handouts:
        for source_id, table, found in (*_list_places(handout.rows), *_list_records(handout.rows)):
            pages.setdefault(source_id, {}).setdefault(table, set()).update(found)
    return tuple(
        f"{name_source(source_id) or source_id}, {join_clauses(_tell_place(*one) for one in sorted(tables.items()))}"
        for source_id, tables in sorted(pages.items())
    )


def list_caveats(handouts: Iterable[Handout]) -> tuple[tuple[str, str], ...]:
    """Return title and text of each caveat of the rows of views, once, in the order of the rows."""
    ids: dict[str, None] = {}
    for handout in handouts:
        for side in SIDES:
            column = f"{side}caveat_ids"
            if column in handout.rows:
                ids |= {one: None for cell in handout.rows[column].dropna() for one in str(cell).split(";") if one}
    known = {row["caveat_id"]: row for row in load_records("caveats")}
    return tuple((str(known[one]["title"]), str(known[one]["text"])) for one in ids if one in known)


def tell_notes(handout: Handout, address: str, said: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the notes of a slide, a paragraph each: what the author says, then filters, reading, doubts, source and link."""
    caveats = list_caveats([handout])
    shown = say("Shown: {finding}", finding=f"{handout.title}. {handout.below}".strip())
    filters = join_clauses(handout.filters)
    return (
        *filter(None, said),
        shown,
        say("Filters: {filters}", filters=filters) if filters else say("Filters: none"),
        *([say("How to read it:"), *(f"- {note}" for note in handout.notes)] if handout.notes else []),
        *([say("Caveats of the values shown:"), *(f"- {title}. {text}" for title, text in caveats)] if caveats else []),
        tell_source([handout]),
        *([say("This view: {address}", address=address)] if address else []),
    )


def _list_records(rows: pd.DataFrame) -> Iterator[tuple[str, str, set[int]]]:
    """Where the amounts of rows stand that are sums over records: every page of Annex H with a decision or contract of their measure."""
    if "measure" not in rows or "amount_eur" not in rows:
        return
    for measure in sorted(rows["measure"].dropna().unique()):
        for record in load_records("decisions" if measure == "committed" else "contracts"):
            yield str(record["source_id"]), "Annex H", {int(record["page"])}


def _list_places(rows: pd.DataFrame) -> Iterator[tuple[str, str, set[int]]]:
    for side in SIDES:
        source, table = f"{side}source_id", f"{side}table"
        page = next((f"{side}{name}" for name in ("page", "pages") if f"{side}{name}" in rows), "")
        if source not in rows or not page:
            continue
        placed = rows[rows[source].notna()]
        tables = placed[table].tolist() if table in placed else [None] * len(placed)
        for source_id, part, found in zip(placed[source].tolist(), tables, placed[page].tolist(), strict=True):
            yield str(source_id), _text(part), set(_list_pages(found))


def _list_pages(value: Any) -> list[int]:
    """The pages of a cell: a number, or several joined by ";"."""
    if isinstance(value, Real):
        return [int(float(value))] if pd.notna(float(value)) else []
    return [int(one) for one in re.findall(r"\d+", _text(value))]


def _text(value: Any) -> str:
    return "" if value is None or (pd.api.types.is_scalar(value) and pd.isna(value)) else str(value)


def _tell_place(table: str, pages: set[int]) -> str:
    where = say("p. {page}", page=join_pages(pages)) if pages else ""
    return ", ".join(filter(None, (name_part(table), where)))
