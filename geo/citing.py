"""How a place in a document is named: the document as a reader would call it, the table or annex, the page."""

from collections.abc import Iterable

from data.store import load_records
from geo.messages import mark, say
from geo.spoken import say_cell

# The parts of a document by the word that it prints before their number.
_PARTS = {
    "Annex": mark("Annex {number}"),
    "Figure": mark("Figure {number}"),
    "Footnote": mark("Footnote {number}"),
    "Section": mark("Section {number}"),
}
_SUMMARY = "Executive summary"
AFTER = "after "  # before a day in the table of sources: a document that has no date, and tells of that day


def cite(source_id: str, page: int, table: str = "") -> str:
    """Return where something is printed: "Assessment of 2013, Annex G, p. 152"."""
    return _cite(source_id, table, say("p. {page}", page=page))


def cite_pages(source_id: str, pages: Iterable[int], table: str) -> str:
    """Return where something is printed that runs over pages: "Assessment of 2013, Annex I, p. 174 to 182"."""
    found = sorted(pages)
    first, last = found[0], found[-1]
    if last == first:
        return cite(source_id, first, table)
    return _cite(source_id, table, say("p. {first} to {last}", first=first, last=last))


def name_source(source_id: str) -> str:
    """Return a document as a reader would call it: its producer and year; empty for an unknown id."""
    for row in load_records("sources"):
        if row["source_id"] == source_id:
            published = str(row["published_on"])
            year = published.removeprefix(AFTER)[:4]
            if row["kind"] == "report":
                return say("Assessment of {year}", year=year)
            # Of an undated document only the latest date that it mentions is known.
            since = say("undated, {year} or later", year=year) if published.startswith(AFTER) else year
            return f"{say_cell('sources', 'producer', row['producer'])}, {since}"
    return ""


def name_part(printed: str) -> str:
    """Return what a part of a document is called, by its heading as printed: "Annex H", "Section 4, Figure 4.1"."""
    return ", ".join(map(_name_part, printed.split(", ")))


def _name_part(printed: str) -> str:
    kind, _, number = printed.partition(" ")
    if kind in _PARTS:
        return say(_PARTS[kind], number=number)
    return say("Executive summary") if printed == _SUMMARY else printed


def _cite(source_id: str, table: str, page: str) -> str:
    return ", ".join(filter(None, (name_source(source_id), name_part(table), page)))
