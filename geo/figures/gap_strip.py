"""What the gap strip draws: published figures on a line each, with what Annex H gives beside them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from data.store import load_records
from geo.classify import format_number
from geo.ledger_words import shorten
from geo.reconciliation import Entry

GROUP_TITLES = {
    "totals": "Totals", "instruments": "Instruments", "years": "Years", "levels": "Levels", "zones": "Zones", "countries": "Countries",
    "partners": "Partners", "counts": "Counts of programmes, contracts and countries", "programmes": "Single programmes: footnotes and Annex I",
}  # fmt: skip
# Beyond this gap a mark stands at the edge, with an arrow.
_WIDEST_GAP = 40.0
_PAIRED_GROUPS = ("levels", "zones", "countries")
_TOTAL = "section4_total"
_STEPS = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100)


@dataclass(frozen=True)
class Scale:
    """A line from one value to another; positions are shares of its length."""

    low: float
    high: float

    def at(self, value: float) -> float:
        """Return the position of a value, at the nearer end if it lies beyond."""
        return round(min(1.0, max(0.0, (value - self.low) / (self.high - self.low))), 4)

    def cut(self, value: float) -> str:
        """Return "low" or "high" for a value beyond the end, or an empty text."""
        return "low" if value < self.low else "high" if value > self.high else ""

    def ticks(self, unit: str) -> list[dict[str, Any]]:
        """Return four to nine round values with their positions and texts."""
        step = next(step for step in _STEPS if (self.high - self.low) / step <= 9)
        first = int(self.low // step) + (self.low % step != 0)
        values = [index * step for index in range(first, int(self.high // step) + 1)]
        return [
            {"x": self.at(value), "text": f"{format_number(value, 0 if step >= 1 else 1)}{unit}"} for value in values
        ]


def draw_gaps(entries: Iterable[Entry]) -> dict[str, Any]:
    """Return every figure as a line on which 0 is what is printed: how far off it is as stated, and on its best base."""
    groups: dict[str, list[Entry]] = {group: [] for group in GROUP_TITLES}
    for entry in entries:
        groups[entry.group].append(entry)
    return {
        "layout": "gaps",
        "label": "Published figures, how far the same figures from Annexes H and I stand from them",
        "key": [
            {"kind": "published", "label": "as printed; the band is its rounding, and a bound (“more than”) has none"},
            {"kind": "stated", "label": "recomputed, as stated"},
            {"kind": "best", "label": "recomputed, on the base on which it comes out"},
        ],
        "groups": [_draw_gap_group(group, members) for group, members in groups.items() if members],
    }  # fmt: skip


def draw_totals(entries: Iterable[Entry]) -> dict[str, Any]:
    """Return the two published totals and what decisions come to on each base, on one line of EUR million."""
    published = [entry for entry in entries if entry.group == "totals"]
    bases = [
        row
        for row in load_records("reconciliation_trials")
        if row["figure_id"] == _TOTAL and row["base"] == "committed"
    ]
    values = [*(entry.published for entry in published), *(row["recomputed"] for row in bases)]
    scale = Scale(min(values) - 6, max(values) + 6)
    rows = [
        _row(f"Printed: {section[0].lower()}{section[1:]}", "", f"{value:g}", "", [_mark(scale, value, "published", f"{value:g}")])
        for section, value in {entry.section: entry.published for entry in published}.items()
    ]  # fmt: skip
    for row in bases:
        text = format_number(row["recomputed"], 1)
        rows.append(_row(row["base_note"], "", text, "", [_mark(scale, row["recomputed"], "stated", text)]))
    return {
        "layout": "totals",
        "label": "Totals, EUR million",
        "key": [{"kind": "published", "label": "as printed"}, {"kind": "stated", "label": "from Annex H"}],
        "groups": [{"title": "", "note": "EUR million", "ticks": scale.ticks(""), "rows": rows}],
    }


def draw_share_sets(entries: Iterable[Entry]) -> dict[str, Any]:
    """Return the shares that sections 4 and 6 both print, each with what Annex H gives on its best base, on one line of per cent."""
    by_id = {entry.figure_id: entry for entry in entries if entry.group in _PAIRED_GROUPS}
    subjects = [one.removeprefix("section4_") for one in by_id if one.startswith("section4_")]
    pairs = [(by_id[f"section4_{one}"], by_id[f"section6_{one}"]) for one in subjects if f"section6_{one}" in by_id]
    highest = max(entry.published for pair in pairs for entry in pair)
    scale = Scale(0, highest + 7)
    return {
        "layout": "pairs",
        "label": "Shares that sections 4 and 6 print of the same portfolio, in per cent",
        "key": [
            {"kind": "four", "label": "section 4 prints"}, {"kind": "four-is", "label": "amounts committed give"},
            {"kind": "six", "label": "section 6 prints"}, {"kind": "six-is", "label": "amounts contracted give"},
        ],
        "groups": [
            {
                "title": GROUP_TITLES[group], "note": "per cent", "ticks": scale.ticks(""),
                "rows": [_draw_pair(four, six, scale) for four, six in pairs if four.group == group],
            }
            for group in _PAIRED_GROUPS
        ],
    }  # fmt: skip


def _draw_pair(four: Entry, six: Entry, scale: Scale) -> dict[str, Any]:
    marks = []
    for entry, kind in ((four, "four"), (six, "six")):
        marks.append(
            _mark(scale, entry.best.value or 0, f"{kind}-is", f"{entry.section}, {entry.best.base}: {entry.best.text}")
        )
        marks.append(_mark(scale, entry.published, kind, f"{entry.section} prints {entry.published_text}"))
    sides = [f"{entry.section} {entry.published_text}, Annex H {entry.best.text}" for entry in (four, six)]
    row = _row(_name_subject(four), "", "", "", marks)
    return row | {"sides": sides, "lines": [[scale.at(four.published), scale.at(six.published)]]}


def _name_subject(entry: Entry) -> str:
    name = entry.statement.removeprefix("Share of ").removeprefix("the ").removesuffix(" money")
    return name[0].upper() + name[1:]


def _draw_gap_group(group: str, entries: list[Entry]) -> dict[str, Any]:
    gaps = [abs(_signed_gap(entry, side)) for entry in entries for side in _SIDES]
    reach = min(_WIDEST_GAP, max([*gaps, *(min(entry.room, 10) for entry in entries), 1.0]) * 1.08)
    scale = Scale(-reach, reach)
    units = {"percentage points" if entry.unit == "pct" else "per cent of what is printed" for entry in entries}
    return {
        "title": GROUP_TITLES[group],
        "note": " or ".join(sorted(units, reverse=True)),
        "ticks": scale.ticks(""),
        "rows": [_draw_gap(entry, scale) for entry in entries],
    }


_SIDES = ("stated", "best")


def _signed_gap(entry: Entry, side: str) -> float:
    one = entry.stated if side == "stated" else entry.best
    if not one.gap or one.difference is None:
        return 0
    return one.gap if one.difference > 0 else -one.gap


def _draw_gap(entry: Entry, scale: Scale) -> dict[str, Any]:
    if entry.stated.value is None:
        return _row(entry.statement, entry.where, entry.published_text, "", []) | {
            "verdict": entry.verdict_text,
            "verdict_id": entry.verdict,
        }
    stated, best = _signed_gap(entry, "stated"), _signed_gap(entry, "best")
    marks = [_mark(scale, stated, "stated", f"As stated: {entry.stated.text}. {entry.stated.base}")]
    texts = [f"{shorten(entry.stated.text)} as stated"]
    if entry.verdict == "other_base":
        marks.append(_mark(scale, best, "best", f"{entry.best.text}. {entry.best.base}"))
        texts.append(f"{shorten(entry.best.text)} there")
    row = _row(entry.statement, entry.where, entry.published_text, ", ".join(texts), marks)
    return row | {
        "band": None if entry.is_bound else [scale.at(-entry.room), scale.at(entry.room)], "zero": scale.at(0),
        "verdict": entry.verdict_text, "verdict_id": entry.verdict,
        "lines": [[scale.at(0), scale.at(stated)]],
    }  # fmt: skip


def _mark(scale: Scale, value: float, kind: str, text: str) -> dict[str, Any]:
    return {"x": scale.at(value), "kind": kind, "text": text, "cut": scale.cut(value)}


def _row(label: str, where: str, published: str, given: str, marks: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "label": label, "where": where, "published": published, "given": given, "marks": marks, "sides": [], "lines": [],
        "band": None, "zero": None, "verdict": "", "verdict_id": "",
    }  # fmt: skip
