"""The ledger as a page shows it: each published figure beside the recomputed one, counted by verdict, ordered, filtered."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from data.reconcile import AS_STATED, COMES_OUT
from geo import ledger_words as words
from geo.amount_words import count_contracts, count_decisions
from geo.citing import name_part
from geo.ledger_notes import tell_notes
from geo.messages import cached, say, say_count
from geo.money_link import list_rows, make_link
from geo.spelling import format_number, lower_start
from geo.spoken import load_records

SORTS = ("gap", "page")
VERDICTS = tuple(words.VERDICT_LABELS)
_ENDLESS = float("inf")


@dataclass(frozen=True)
class Side:
    """A recomputed figure on one base: the base in words, the value in the unit of the figure and as text, its difference and gap.

    `short` is the text as a column of numbers has it.
    """

    base: str
    value: float | None
    text: str
    short: str
    difference: float | None
    difference_text: str
    gap: float | None


@dataclass(frozen=True)
class Entry:
    """A line of the ledger; gaps in percentage points of a share, in per cent of an amount or count. `rows` links to what is counted.

    `section` is the part of the document as printed; `published_short` and `published_number` are for columns: with a short unit and
    without any. `is_bound` for "more than" and its like.
    """

    figure_id: str
    statement: str
    section: str
    where: str
    page: int
    line: int
    group: str
    unit: str
    published: float
    published_text: str
    published_short: str
    published_number: str
    is_bound: bool
    room: float
    verdict: str
    stated: Side
    best: Side
    explanation: str
    change: str
    rows: str
    rows_text: str

    @property
    def comes_out(self) -> bool:
        """Whether the figure comes out on any base."""
        return self.verdict in COMES_OUT

    @property
    def verdict_text(self) -> str:
        """The verdict in words."""
        return words.name_verdicts()[self.verdict]


@dataclass(frozen=True)
class LedgerView:
    """The page: headline, every entry in the order of the document, those that the filter leaves, and how many have each verdict."""

    headline: str
    coverage: str
    entries: tuple[Entry, ...]
    shown: tuple[Entry, ...]
    counts: tuple[tuple[str, int], ...]
    notes: tuple[str, ...]
    empty: str


def build_ledger_view(sort: str, verdicts: tuple[str, ...]) -> LedgerView:
    """Return the ledger, those of some verdicts or all, ordered by the unexplained gap or by the page of the document."""
    entries = list_entries()
    counts = Counter(entry.verdict for entry in entries)
    shown = sorted((entry for entry in entries if not verdicts or entry.verdict in verdicts), key=_ORDER[sort])
    return LedgerView(
        headline=_headline(counts),
        coverage=_coverage(counts),
        entries=entries,
        shown=tuple(shown),
        counts=tuple((verdict, counts[verdict]) for verdict in VERDICTS),
        notes=tell_notes(),
        empty="" if shown else say("No figure has the chosen verdicts. Choose another verdict, or none to see all."),
    )


@cached
def list_entries() -> tuple[Entry, ...]:
    """Return every figure in the order of the document."""
    rows = sorted(load_records("published_figures"), key=lambda row: (row["page"], row["line"], row["figure_id"]))
    return tuple(map(_make_entry, rows))


def _make_entry(row: dict[str, Any]) -> Entry:
    conditions, base = (
        (row["numerator"], row["base"])
        if row["verdict"] == "other_base"
        else (row["stated_numerator"], row["stated_base"])
    )
    return Entry(
        figure_id=row["figure_id"],
        statement=row["statement"],
        section=row["table"].split(",")[0],
        where=say("p. {page}, {table}", page=row["page"], table=name_part(row["table"])),
        page=row["page"],
        line=row["line"],
        group=row["group"],
        unit=row["unit"],
        published=row["published"],
        published_text=words.tell_published(row),
        published_short=words.shorten_published(row),
        published_number=format_number(row["published"], words.count_decimals(row)),
        is_bound=words.is_bound(row),
        room=_find_room(row),
        verdict=row["verdict"],
        stated=_make_side(row, "stated_base_note", "_as_stated", "gap"),
        best=_make_side(row, "base_note", "", "gap_left"),
        explanation=_explain(row),
        change=words.tell_change(row),
        rows=make_link(conditions, base) if conditions else "",
        rows_text=_count_rows(conditions, base) if conditions else "",
    )


def _make_side(row: dict[str, Any], note: str, suffix: str, gap: str) -> Side:
    value, difference = row[f"recomputed{suffix}"], row[f"difference{suffix}"]
    return Side(
        row[note] or "", value, words.tell_value(row, value), words.shorten_value(row, value), difference,
        words.tell_difference(row, difference), row[gap],
    )  # fmt: skip


def _find_room(row: dict[str, Any]) -> float:
    """How far rounding reaches, in the form of the gaps."""
    half = 0.5 * 10.0 ** -words.count_decimals(row)
    return half if row["unit"] == "pct" else 100 * half / row["published"]


def _explain(row: dict[str, Any]) -> str:
    note = row["stated_note"]
    read = say("Read as: {reading}", reading=lower_start(note)) if note else ""
    sentences = [f"{part}." for part in (read, row["explanation"]) if part]
    return " ".join(filter(None, (*sentences, words.tell_readings(row))))


def _count_rows(conditions: str, base: str) -> str:
    number = len(list_rows(conditions, base))
    if base == "programmes":
        return say_count("{n} programme", "{n} programmes", number)
    return count_decisions(number) if base == "committed" else count_contracts(number)


def _by_gap(entry: Entry) -> tuple[int, float, int, int]:
    """What comes out on no base first, then what does only on another one, then the rest; each by its gap, the largest first."""
    rank = VERDICTS.index(entry.verdict) if entry.verdict not in AS_STATED else VERDICTS.index(AS_STATED[0])
    side = entry.best if entry.verdict == "does_not_come_out" else entry.stated
    return rank, -(_ENDLESS if side.gap is None else side.gap), entry.page, entry.line


_ORDER: dict[str, Callable[[Entry], tuple[float, ...]]] = {
    "gap": _by_gap,
    "page": lambda entry: (entry.page, entry.line),
}


def _headline(counts: Counter[str]) -> str:
    out = sum(counts[verdict] for verdict in COMES_OUT)
    return say(
        "{out} of {all} published figures come out on the rows of Annexes H and I, "
        "{other_base} of them only on another base than stated; {none} come out on none",
        out=out, all=counts.total(), other_base=counts["other_base"], none=counts["does_not_come_out"],
    )  # fmt: skip


def _coverage(counts: Counter[str]) -> str:
    return say(
        "As stated: {exact} exactly and {rounded} within rounding; {bounds} hold that are bounds, such as “more than”. "
        "{other} cannot be compared: Annex H has no amounts spent or paid, no decision still awaited, and names no partner.",
        exact=counts["exact"], rounded=counts["within_rounding"], bounds=counts["holds"], other=counts["not_in_annex"],
    )  # fmt: skip
