"""One value as it can be cited: what it says, how it is printed and where, what is doubtful, in which document, and from where it was taken.

A citation is words alone; `geo.exports.bibliography` writes it as text, BibTeX and RIS. Its only date is the day on which a reader took it,
which is passed in.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from data import store
from geo.citing import AFTER, name_part
from geo.events import tell_date
from geo.messages import mark, say
from geo.spelling import format_day, name_value
from geo.spoken import load_records

ATLAS = "LAC Citizen Security Atlas"  # a name: not translated
# As references write it of a document that bears no date.
UNDATED = mark("n.d.")
# How a value is doubtful, in words that stand without the atlas around them.
STATUS_WORDS = {
    "ok": "",
    "not_reported": mark("The source reports no value; that is not zero"),
    "doubtful": mark("Doubtful: printed so, but hardly right"),
    "unplaced": mark("Printed, but in which column cannot be known"),
    "conflict": mark("The document prints other values too"),
}
_COMMISSIONED = "Commissioned by the "


@dataclass(frozen=True)
class CitedValue:
    """A value with its source: `value` as a reader writes it ("91.6", "not reported"), with its unit and the year it is of.

    `value_id` names it in the atlas; `pages` are those of the document that it stands on, `row` and `column` those of the table. `computed`
    says what the atlas added up, and is empty where the document prints the value. `slug` and `parameters` show it on a page.
    """

    value_id: str
    subject: str
    value: str
    source_id: str
    pages: tuple[int, ...]
    slug: str
    unit: str = ""
    year: str = ""
    printed: str = ""
    status: str = "ok"
    caveat_ids: tuple[str, ...] = ()
    note: str = ""
    table: str = ""
    row: str = ""
    column: str = ""
    computed: str = ""
    parameters: Mapping[str, str] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """What the value is called in a list of references: letters, digits and single underscores.

        A sum is another under other filters, so its name ends with a short hash of what its view was asked for.
        """
        name = f"lac atlas {self.value_id} {_hash(self.parameters) if self.computed else ''}".lower()
        plain = "".join(one if one.isascii() and one.isalnum() else " " for one in name)
        return "_".join(plain.split())


@dataclass(frozen=True)
class Document:
    """A source document: who wrote or commissioned it, its title, and when it appeared; `since` where only the earliest date is known."""

    author: str
    role: str
    title: str
    publisher: str
    year: str
    since: str


@dataclass(frozen=True)
class Citation:
    """A value as a reader cites it: with its document, the version of the atlas, the address that shows it, and the day it was read."""

    value: CitedValue
    document: Document
    version: str
    address: str
    accessed: date


def cite_value(value: CitedValue, version: str, address: str, accessed: date) -> Citation:
    """Return the citation of a value. Raises KeyError for a document that the atlas does not have."""
    return Citation(value, find_document(value.source_id), version, address, accessed)


def find_document(source_id: str) -> Document:
    """Return a source document. Raises KeyError for an unknown id."""
    # An author is called as the document prints them, in every language.
    row = {one["source_id"]: one for one in store.load_records("sources")}[source_id]
    producer, published = str(row["producer"]), str(row["published_on"])
    # No author is named of a document that a body had others write; that body stands for them.
    is_commissioned = producer.startswith(_COMMISSIONED)
    author = producer.removeprefix(_COMMISSIONED)
    is_dated = not published.startswith(AFTER)
    return Document(
        author=author,
        role=say("commissioning body") if is_commissioned else "",
        title=row["title"],
        publisher=author,
        year=published[:4] if is_dated else UNDATED,
        since="" if is_dated else published.removeprefix(AFTER),
    )


def tell_statement(value: CitedValue) -> str:
    """Return what a citation states: "Homicide rate, Honduras, 2011 or most recent year: 91.6 homicides per 100,000 inhabitants"."""
    subject = ", ".join(filter(None, (value.subject, value.year)))
    return name_value(subject, " ".join(filter(None, (value.value, value.unit))))


def tell_where(value: CitedValue) -> str:
    """Return where a value stands in its document: table, pages, row and column; each only where it is known."""
    row = say("row “{row}”", row=value.row) if value.row else ""
    column = say("column “{column}”", column=value.column) if value.column else ""
    return ", ".join(filter(None, (name_part(value.table), tell_pages(value.pages), row, column)))


def tell_pages(pages: tuple[int, ...]) -> str:
    """Return pages as a reader writes them: "p. 151", "pp. 154-157, 162"; empty for none."""
    runs = list_runs(pages)
    words = ", ".join(f"{first}-{last}" if first != last else str(first) for first, last in runs)
    if not words:
        return ""
    return say("p. {page}", page=words) if len(set(pages)) == 1 else say("pp. {pages}", pages=words)


def join_pages(pages: Iterable[int]) -> str:
    """Return pages as a line of sources has them: "145, 152 to 155"."""
    return ", ".join(
        say("{first} to {last}", first=first, last=last) if first != last else str(first)
        for first, last in list_runs(pages)
    )


def list_runs(pages: Iterable[int]) -> list[tuple[int, int]]:
    """Return pages as runs without a gap, each its first and its last page."""
    runs: list[tuple[int, int]] = []
    for page in sorted(set(pages)):
        if runs and runs[-1][1] == page - 1:
            runs[-1] = (runs[-1][0], page)
        else:
            runs.append((page, page))
    return runs


def list_remarks(value: CitedValue) -> list[str]:
    """Return what must be read with a value, a sentence each: how it is printed, what is doubtful, what was computed."""
    printed = say("Printed as “{text}”", text=value.printed) if value.printed else ""
    caveats = {row["caveat_id"]: f"{row['title']}. {row['text']}" for row in load_records("caveats")}
    remarks = (
        value.computed,
        printed,
        say(STATUS_WORDS[value.status]),
        value.note,
        *(caveats[one] for one in value.caveat_ids),
    )
    return [_end(one) for one in remarks if one]


def tell_since(document: Document) -> str:
    """Return that only the earliest date of a document is known, in words; empty where it is dated."""
    return say("undated, after {date}", date=tell_date(document.since)) if document.since else ""


def tell_day(day: date) -> str:
    """Return a day in words: "3 July 2026"."""
    return format_day(day)


def tell_printed_million(printed: str | None) -> str:
    """Return an amount as printed in a column of EUR million: "3.5 (EUR million)"; empty for none."""
    return say("{printed} (EUR million)", printed=printed) if printed else ""


def _hash(parameters: Mapping[str, str]) -> str:
    """Eight signs that are the same for the same parameters, in whatever order; those that are empty do not count, nor does the language."""
    asked = sorted((name, text) for name, text in parameters.items() if text and name != "lang")
    return hashlib.sha256(json.dumps(asked).encode()).hexdigest()[:8]


def _end(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?", "!")) else f"{sentence}."
