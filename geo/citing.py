"""How a place in a document is named: the document as a reader would call it, the table or annex, the page."""

from collections.abc import Iterable

from data.store import load_records


def cite(source_id: str, page: int, table: str = "") -> str:
    """Return where something is printed: "Assessment of 2013, Annex G, p. 152"."""
    return ", ".join(filter(None, (name_source(source_id), table, f"p. {page}")))


def cite_pages(source_id: str, pages: Iterable[int], table: str) -> str:
    """Return where something is printed that runs over pages: "Assessment of 2013, Annex I, p. 174 to 182"."""
    found = sorted(pages)
    first, last = found[0], found[-1]
    return cite(source_id, first, table) + (f" to {last}" if last != first else "")


def name_source(source_id: str) -> str:
    """Return a document as a reader would call it: its producer and year; empty for an unknown id."""
    for row in load_records("sources"):
        if row["source_id"] == source_id:
            published = str(row["published_on"])
            year = published.removeprefix("after ")[:4]
            # Of an undated document only the latest date that it mentions is known.
            since = f"undated, {year} or later" if published.startswith("after ") else year
            return f"Assessment of {year}" if row["kind"] == "report" else f"{row['producer']}, {since}"
    return ""
