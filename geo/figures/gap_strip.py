"""What the gap strip draws: published figures on a line each, with what Annex H gives beside them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from data import store
from geo.citing import name_part
from geo.figures import summary
from geo.messages import mark, say, say_count
from geo.places import name_countries
from geo.reconciliation import Entry
from geo.spelling import format_number, list_any, lower_start
from geo.spoken import load_records

GROUP_TITLES = {
    "totals": mark("Totals"), "instruments": mark("Instruments"), "years": mark("Years"), "levels": mark("Levels"), "zones": mark("Zones"),
    "countries": mark("Countries"), "partners": mark("Partners"), "counts": mark("Counts of programmes, contracts and countries"),
    "programmes": mark("Single programmes: footnotes and Annex I"),
}  # fmt: skip
# What both sections print a share of, but for countries: by what their figures' ids end in.
_SUBJECTS = {
    "bilateral": mark("Bilateral"), "regional": mark("Regional"), "trans_regional": mark("Trans-regional"),
    "andean_community": mark("Andean Community"), "caribbean": mark("Caribbean"), "central_america": mark("Central America"),
}  # fmt: skip
# Beyond this gap a mark stands at the edge, with an arrow.
_WIDEST_GAP = 40.0
_PAIRED_GROUPS = ("levels", "zones", "countries")
_FOUR = "section4_"
_TOTAL = f"{_FOUR}total"
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
        "label": say("Published figures, how far the same figures from Annexes H and I stand from them"),
        "summary": _summarise_gaps([entry for members in groups.values() for entry in members]),
        "key": [
            {"kind": "published", "label": say("as printed; the band is its rounding, and a bound (“more than”) has none")},
            {"kind": "stated", "label": say("recomputed, as stated")},
            {"kind": "best", "label": say("recomputed, on the base on which it comes out")},
        ],
        "groups": [_draw_gap_group(group, members) for group, members in groups.items() if members],
    }  # fmt: skip


def _summarise_gaps(entries: list[Entry]) -> str:
    """How many figures there are, the one farthest from what is printed, and those that cannot be computed."""
    compared = [entry for entry in entries if entry.stated.value is not None]
    ordered = sorted(compared, key=lambda entry: -abs(_signed_gap(entry, "stated")))
    counted = say_count("{n} figure.", "{n} figures.", len(entries))
    silent = summary.tell_missing(
        say("Not to be computed"), [entry.statement for entry in entries if entry.stated.value is None]
    )
    if not ordered:
        return summary.join(counted, silent)
    first = ordered[0]
    farthest = say(
        "Farthest off: {figure}, printed {printed}, as stated {value}.",
        figure=first.statement, printed=first.published_text, value=first.stated.text,
    )  # fmt: skip
    return summary.join(counted, farthest, silent)


def _summarise_rows(rows: list[dict[str, Any]]) -> str:
    """The highest and the lowest of rows that have one mark each."""
    ordered = sorted(rows, key=lambda row: -row["marks"][0]["x"])
    return summary.tell_ends([(row["label"], row["published"]) for row in ordered])


def _list_printed(entries: list[Entry]) -> list[summary.End]:
    """Printed figures, the highest first."""
    ordered = sorted(entries, key=lambda entry: -entry.published)
    return [(entry.statement, entry.published_text) for entry in ordered]


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
        _row(
            say("Printed: {section}", section=lower_start(name_part(section))), "", text, "",
            [_mark(scale, value, "published", text)],
        )
        for section, (value, text) in {entry.section: (entry.published, entry.published_number) for entry in published}.items()
    ]  # fmt: skip
    for row in bases:
        text = format_number(row["recomputed"], 1)
        rows.append(_row(row["base_note"], "", text, "", [_mark(scale, row["recomputed"], "stated", text)]))
    return {
        "layout": "totals",
        "label": say("Totals, EUR million"),
        "summary": _summarise_rows(rows),
        "key": [{"kind": "published", "label": say("as printed")}, {"kind": "stated", "label": say("from Annex H")}],
        "groups": [{"title": "", "note": say("EUR million"), "ticks": scale.ticks(""), "rows": rows}],
    }


def draw_share_sets(entries: Iterable[Entry]) -> dict[str, Any]:
    """Return the shares that sections 4 and 6 both print, each with what Annex H gives on its best base, on one line of per cent."""
    by_id = {entry.figure_id: entry for entry in entries if entry.group in _PAIRED_GROUPS}
    subjects = [one.removeprefix(_FOUR) for one in by_id if one.startswith(_FOUR)]
    pairs = [(by_id[f"{_FOUR}{one}"], by_id[f"section6_{one}"]) for one in subjects if f"section6_{one}" in by_id]
    highest = max(entry.published for pair in pairs for entry in pair)
    scale = Scale(0, highest + 7)
    return {
        "layout": "pairs",
        "label": say("Shares that sections 4 and 6 print of the same portfolio, in per cent"),
        "summary": summary.tell_ends(_list_printed([entry for pair in pairs for entry in pair])),
        "key": [
            {"kind": "four", "label": say("section 4 prints")}, {"kind": "four-is", "label": say("amounts committed give")},
            {"kind": "six", "label": say("section 6 prints")}, {"kind": "six-is", "label": say("amounts contracted give")},
        ],
        "groups": [
            {
                "title": say(GROUP_TITLES[group]), "note": say("per cent"), "ticks": scale.ticks(""),
                "rows": [_draw_pair(four, six, scale) for four, six in pairs if four.group == group],
            }
            for group in _PAIRED_GROUPS
        ],
    }  # fmt: skip


def _draw_pair(four: Entry, six: Entry, scale: Scale) -> dict[str, Any]:
    marks = []
    sides = []
    for entry, kind in ((four, "four"), (six, "six")):
        section, best = name_part(entry.section), entry.best
        given = say("{section}, {base}: {value}", section=section, base=best.base, value=best.text)
        printed = say("{section} prints {value}", section=section, value=entry.published_text)
        marks.append(_mark(scale, best.value or 0, f"{kind}-is", given))
        marks.append(_mark(scale, entry.published, kind, printed))
        sides.append(
            say(
                "{section} {printed}, Annex H {value}",
                section=section,
                printed=entry.published_text,
                value=best.text,
            )
        )
    row = _row(_name_subject(four), "", "", "", marks)
    return row | {"sides": sides, "lines": [[scale.at(four.published), scale.at(six.published)]]}


def _name_subject(entry: Entry) -> str:
    """What both sections print a share of: a level, a zone, or a country."""
    subject = entry.figure_id.removeprefix(_FOUR)
    if subject in _SUBJECTS:
        return say(_SUBJECTS[subject])
    countries = {row["name"].lower().replace(" ", "_"): row["iso3"] for row in store.load_records("countries")}
    return name_countries()[countries[subject]] if subject in countries else entry.statement


def _draw_gap_group(group: str, entries: list[Entry]) -> dict[str, Any]:
    gaps = [abs(_signed_gap(entry, side)) for entry in entries for side in _SIDES]
    reach = min(_WIDEST_GAP, max([*gaps, *(min(entry.room, 10) for entry in entries), 1.0]) * 1.08)
    scale = Scale(-reach, reach)
    shares = {entry.unit == "pct" for entry in entries}
    units = [say("percentage points")] if True in shares else []
    units += [say("per cent of what is printed")] if False in shares else []
    return {
        "title": say(GROUP_TITLES[group]),
        "note": list_any(units),
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
    told = say("As stated: {value}. {base}", value=entry.stated.text, base=entry.stated.base)
    marks = [_mark(scale, stated, "stated", told)]
    texts = [say("{value} as stated", value=entry.stated.short)]
    if entry.verdict == "other_base":
        marks.append(_mark(scale, best, "best", f"{entry.best.text}. {entry.best.base}"))
        texts.append(say("{value} there", value=entry.best.short))
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
