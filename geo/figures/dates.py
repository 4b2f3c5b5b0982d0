"""What the chart of dates draws: contracts as lines from start to end, in groups, those without both dates apart."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from data.store import load_records
from geo.amount_words import format_cents, shorten_eur, tell_duration
from geo.dimensions import CONTRACTED, DIMENSIONS
from geo.figures import palette
from geo.figures.marks import DOUBTFUL_WORDS, Payload, pick_record, pick_values, tell_dimension, tell_eur, tell_total
from geo.findings import count
from geo.money_lines import Line
from geo.portfolio import Portfolio, find_measure

GROUPINGS = ("recipient", "decision")


@dataclass(frozen=True)
class Span:
    """A contract, or a country's share of one: what it comes to in the view, and its printed dates."""

    line: Line
    cents: int
    start: date | None
    end: date | None
    is_doubtful: bool


@cache
def find_cut_off() -> tuple[str, date]:
    """Return the month up to which Annex H lists contracts, in words and as its last day, from the definition of the measure.

    Raises ValueError where the definition names no month.
    """
    definition = find_measure(CONTRACTED)["definition"]
    found = re.search(rf"up to ({'|'.join(calendar.month_name[1:])}) (\d{{4}})", definition)
    if found is None:
        raise ValueError(f'the definition of "contracted" names no month: {definition}')
    month, year = list(calendar.month_name).index(found[1]), int(found[2])
    return f"{found[1]} {found[2]}", date(year, month, calendar.monthrange(year, month)[1])


def draw_dates(portfolio: Portfolio, by: str, record: str) -> Payload:
    """Return the contracts of a portfolio by start, in groups by recipient or decision; `record` is the open one, or ""."""
    spans = _list_spans(portfolio)
    dated = sorted(
        (one for one in spans if one.start and one.end), key=lambda one: (one.start, one.end, one.line.record_id)
    )
    undated = [one for one in spans if not (one.start and one.end)]
    years = range(
        min((_start(one).year for one in dated), default=0), max((_end(one).year for one in dated), default=0) + 2
    )
    scale = _Scale(years.start, years.stop - 1) if dated else None
    groups: dict[str, list[Span]] = {}
    for one in dated:
        groups.setdefault(getattr(one.line, by), []).append(one)
    month, cut_off = find_cut_off()
    return {
        "title": _find_title(dated, undated, month, cut_off),
        "label": _describe(portfolio, dated, undated, by),
        "ticks": [{"at": scale.share(date(year, 1, 1)), "text": str(year)} for year in years[:-1]] if scale else [],
        "cut_off": {"at": scale.share(cut_off), "text": month} if scale and scale.share(cut_off) < 1 else None,
        "groups": [_draw_group(portfolio, by, value, own, scale, record) for value, own in groups.items()] if scale else [],
        "undated_title": _tell_undated(undated),
        "undated": [_draw_undated(one, record) for one in undated],
        "key": f"Paler after {month}: still to come when Annex H was made. “?” marks a doubtful amount or date. A line opens its contract.",
        "total": tell_total(portfolio),
    }  # fmt: skip


@dataclass(frozen=True)
class _Scale:
    """The axis of time, from the start of one year to the start of another."""

    first: int
    last: int

    def share(self, day: date) -> float:
        """Where a day stands, from 0 to 1."""
        begin, end = date(self.first, 1, 1).toordinal(), date(self.last, 1, 1).toordinal()
        return round(max(0.0, min(1.0, (day.toordinal() - begin) / (end - begin))), 5)


def _list_spans(portfolio: Portfolio) -> list[Span]:
    """One span a contract and recipient, its cents those of all its lines in the view."""
    rows = {str(row["contract_id"]): row for row in load_records("contracts")}
    parts: dict[tuple[str, str], list[Line]] = {}
    for line in portfolio.lines:
        parts.setdefault((line.record_id, line.recipient), []).append(line)
    return [
        Span(
            own[0],
            sum(line.cents for line in own),
            _read(rows[one]["start_date"]),
            _read(rows[one]["end_date"]),
            rows[one]["status"] == "doubtful",
        )
        for (one, _), own in parts.items()
    ]


def _read(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _start(span: Span) -> date:
    return span.start or date.max


def _end(span: Span) -> date:
    return span.end or date.min


def _draw_group(  # noqa: PLR0913, PLR0917 - one argument a part of the group
    portfolio: Portfolio, by: str, value: str, spans: list[Span], scale: _Scale, record: str
) -> Payload:
    cents = sum(one.cents for one in spans)
    return {
        "id": value,
        "label": DIMENSIONS[by].name_value(value),
        "hint": _titles()[value] if by == "decision" else "",
        "text": shorten_eur(cents),
        "note": count(len(spans), "dated contract"),
        "cents": cents,
        **palette.find_colour("zone", spans[0].line.zone),
        **pick_values(portfolio.query, (by, value)),
        "rows": [
            _draw_span(one, record) | {"from": scale.share(_start(one)), "to": scale.share(_end(one))} for one in spans
        ],
    }


def _draw_span(span: Span, record: str) -> dict[str, Any]:
    lines = [f"{format_cents(span.cents)} contracted", _tell_dates(span)]
    lines += [DOUBTFUL_WORDS] if span.is_doubtful else []
    return {
        "id": f"{span.line.recipient}/{span.line.record_id}",
        "name": f"Contract {span.line.record_id}",
        "title": span.line.title,
        "cents": span.cents,
        "text": shorten_eur(span.cents),
        "doubtful": span.is_doubtful,
        "lines": lines,
        **pick_record(span.line.record_id, record),
    }


def _draw_undated(span: Span, record: str) -> dict[str, Any]:
    known = (
        f"ends {span.end.isoformat()}" if span.end else f"starts {span.start.isoformat()}" if span.start else "no date"
    )
    return _draw_span(span, record) | {"known": known}


def _tell_dates(span: Span) -> str:
    if not (span.start and span.end):
        known = [f"start {span.start}" if span.start else "", f"end {span.end}" if span.end else ""]
        return f"Printed: {' '.join(filter(None, known)) or 'neither start nor end'}"
    return f"{span.start} to {span.end}, {tell_duration((span.end - span.start).days + 1)}"


def _tell_undated(undated: list[Span]) -> str:
    if not undated:
        return ""
    one_date = sum(bool(one.start or one.end) for one in undated)
    return f"{count(len(undated), 'contract')} without both dates in the text of Annex H ({one_date} with one of them): no line can be drawn"


def _find_title(dated: list[Span], undated: list[Span], month: str, cut_off: date) -> str:
    dated_ids = {one.line.record_id for one in dated}
    if not dated_ids:
        return f"{count(len({one.line.record_id for one in undated}), 'contract')}, none with both dates"
    after = len({one.line.record_id for one in dated if _end(one) > cut_off})
    return f"{after} of {count(len(dated_ids), 'dated contract')} {'runs' if after == 1 else 'run'} beyond {month}, when Annex H was made"


def _describe(portfolio: Portfolio, dated: list[Span], undated: list[Span], by: str) -> str:
    text = f"Dates: {portfolio.measure_name.lower()}, contracts from start to end by {tell_dimension(by)}. {count(len(dated), 'line')}"
    if not dated:
        return f"{text}; {count(len(undated), 'contract')} without both dates."
    last = max(dated, key=_end)
    ordered = sorted(dated, key=lambda one: -one.cents)
    return (
        f"{text}, {_start(dated[0])} to {_end(last)}; {count(len(undated), 'contract')} without both dates. Largest: contract "
        f"{ordered[0].line.record_id}, {tell_eur(ordered[0].cents)}. Smallest: contract {ordered[-1].line.record_id}, {tell_eur(ordered[-1].cents)}."
    )


@cache
def _titles() -> dict[str, str]:
    return {row["decision_id"]: row["title"] for row in load_records("decisions")}
