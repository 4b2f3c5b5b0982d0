"""What the chart of dates draws: contracts as lines from start to end, in groups, those without both dates apart."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from data import store
from geo.amount_words import count_contracts, format_cents, shorten_eur, tell_duration
from geo.dimensions import CONTRACTED, DIMENSIONS, title_decisions
from geo.figures import palette
from geo.figures.marks import (
    DOUBTFUL_WORDS,
    Payload,
    pick_record,
    pick_values,
    tell_dimension,
    tell_ends,
    tell_measured,
    tell_total,
)
from geo.language import tell_language
from geo.messages import say, say_count
from geo.money_lines import Line
from geo.portfolio import Portfolio
from geo.spelling import format_month, lower_start
from geo.spoken import load_records

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
def find_cut_off() -> date:
    """Return the last day of the month up to which Annex H lists contracts, from the definition of the measure.

    Raises ValueError where the definition names no month.
    """
    # In English, whatever is spoken: it is read, not said.
    rows = store.load_records("measures")
    definition = next(str(row["definition"]) for row in rows if row["measure_id"] == CONTRACTED)
    found = re.search(rf"up to ({'|'.join(calendar.month_name[1:])}) (\d{{4}})", definition)
    if found is None:
        raise ValueError(f'the definition of "contracted" names no month: {definition}')
    month, year = list(calendar.month_name).index(found[1]), int(found[2])
    return date(year, month, calendar.monthrange(year, month)[1])


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
    cut_off = find_cut_off()
    month = format_month(cut_off)
    return {
        "title": _find_title(dated, undated, cut_off),
        "label": _describe(portfolio, dated, undated, by),
        "ticks": [{"at": scale.share(date(year, 1, 1)), "text": str(year)} for year in years[:-1]] if scale else [],
        "cut_off": {"at": scale.share(cut_off), "text": month} if scale and scale.share(cut_off) < 1 else None,
        "groups": [_draw_group(portfolio, by, value, own, scale, record) for value, own in groups.items()] if scale else [],
        "undated_title": _tell_undated(undated),
        "undated": [_draw_undated(one, record) for one in undated],
        "key": say(
            "Paler after {month}: still to come when Annex H was made. “?” marks a doubtful amount or date. A line opens its contract.",
            month=month,
        ),
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
        "hint": title_decisions()[value] if by == "decision" else "",
        "lang": tell_language(title_decisions()[value]) if by == "decision" else "",
        "text": shorten_eur(cents),
        "note": say_count("{n} dated contract", "{n} dated contracts", len(spans)),
        "cents": cents,
        **palette.find_colour("zone", spans[0].line.zone),
        **pick_values(portfolio.query, (by, value)),
        "rows": [
            _draw_span(one, record) | {"from": scale.share(_start(one)), "to": scale.share(_end(one))} for one in spans
        ],
    }


def _draw_span(span: Span, record: str) -> dict[str, Any]:
    lines = [tell_measured(format_cents(span.cents), CONTRACTED), _tell_dates(span)]
    lines += [say(DOUBTFUL_WORDS)] if span.is_doubtful else []
    return {
        "id": f"{span.line.recipient}/{span.line.record_id}",
        "reference": span.line.record_id,
        "name": say("Contract {record}", record=span.line.record_id),
        "title": span.line.title,
        "lang": tell_language(span.line.title),
        "cents": span.cents,
        "text": shorten_eur(span.cents),
        "doubtful": span.is_doubtful,
        "lines": lines,
        **pick_record(span.line.record_id, record),
    }


def _draw_undated(span: Span, record: str) -> dict[str, Any]:
    known = say("no date")
    if span.end:
        known = say("ends {date}", date=span.end)
    elif span.start:
        known = say("starts {date}", date=span.start)
    return _draw_span(span, record) | {"known": known}


def _tell_dates(span: Span) -> str:
    if span.start and span.end:
        duration = tell_duration((span.end - span.start).days + 1)
        return say("{start} to {end}, {duration}", start=span.start, end=span.end, duration=duration)
    if span.start:
        return say("Printed: start {date}", date=span.start)
    return say("Printed: end {date}", date=span.end) if span.end else say("Printed: neither start nor end")


def _tell_undated(undated: list[Span]) -> str:
    if not undated:
        return ""
    one_date = sum(bool(one.start or one.end) for one in undated)
    return say_count(
        "{n} contract without both dates in the text of Annex H ({number} with one of them): no line can be drawn",
        "{n} contracts without both dates in the text of Annex H ({number} with one of them): no line can be drawn",
        len(undated),
        number=one_date,
    )


def _find_title(dated: list[Span], undated: list[Span], cut_off: date) -> str:
    dated_ids = {one.line.record_id for one in dated}
    if not dated_ids:
        number = len({one.line.record_id for one in undated})
        return say_count("{n} contract, none with both dates", "{n} contracts, none with both dates", number)
    after = len({one.line.record_id for one in dated if _end(one) > cut_off})
    contracts = say_count("{n} dated contract", "{n} dated contracts", len(dated_ids))
    return say_count(
        "{n} of {contracts} runs beyond {month}, when Annex H was made",
        "{n} of {contracts} run beyond {month}, when Annex H was made",
        after,
        contracts=contracts,
        month=format_month(cut_off),
    )


def _describe(portfolio: Portfolio, dated: list[Span], undated: list[Span], by: str) -> str:
    text = say(
        "Dates: {measure}, contracts from start to end by {dimension}.",
        measure=lower_start(portfolio.measure_name),
        dimension=tell_dimension(by),
    )
    lines, without = say_count("{n} line", "{n} lines", len(dated)), count_contracts(len(undated))
    if not dated:
        return f"{text} {say('{lines}; {contracts} without both dates.', lines=lines, contracts=without)}"
    span = say(
        "{lines}, {start} to {end}; {contracts} without both dates.",
        lines=lines, start=_start(dated[0]), end=_end(max(dated, key=_end)), contracts=without,
    )  # fmt: skip
    ordered = sorted(dated, key=lambda one: -one.cents)
    first, last = (
        (say("contract {record}", record=one.line.record_id), one.cents) for one in (ordered[0], ordered[-1])
    )
    return f"{text} {span} {tell_ends(first, last)}"
