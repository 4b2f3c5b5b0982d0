"""Dated events of EU-LAC security cooperation: an event known to the year stands for the whole year, never for a day of it."""

import calendar
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from geo.messages import cached
from geo.spelling import format_day, format_month
from geo.spoken import load_records

PRECISIONS = ("day", "month", "year")
MONTHS = 12

Record = dict[str, Any]


@dataclass(frozen=True)
class Event:
    """An event: when it was (as precisely as the document says), what it is about, and where it stands.

    `begins` and `ends` are years with a fraction, the span in which it may have been: a day, a month or a whole year.
    """

    event_id: str
    date: str
    precision: str
    begins: float
    ends: float
    theme_id: str
    theme: str
    title: str
    description: str
    source_id: str
    page: int
    line: int

    @property
    def year(self) -> str:
        """The year, as all events have one."""
        return self.date[:4]


@cached
def name_themes() -> dict[str, str]:
    """Return what events are about, names by id in the order of display."""
    rows = sorted(load_records("event_themes"), key=lambda row: int(row["order"]))
    return {row["theme_id"]: row["name"] for row in rows}


@cached
def list_all_events() -> tuple[Event, ...]:
    """Return every event, the earliest first; one known to the year stands before those within that year."""
    events = map(_event, load_records("events"))
    return tuple(sorted(events, key=lambda one: (one.begins, -one.ends, one.title.casefold())))


def list_events(themes: Collection[str]) -> tuple[Event, ...]:
    """Return the events on some themes, on every theme where none is named."""
    return tuple(one for one in list_all_events() if not themes or one.theme_id in themes)


@cached
def name_events() -> dict[str, str]:
    """Return the titles of all events by id."""
    return {one.event_id: one.title for one in list_all_events()}


def span_date(printed: str) -> tuple[float, float]:
    """Return the span of a date in years with a fraction: "2013" is the whole year, "2013-07" a month, "2013-07-01" a day.

    Raises ValueError for anything else.
    """
    parts = [int(part) for part in printed.split("-")]
    year = parts[0]
    if len(parts) == 1:
        return float(year), float(year + 1)
    if len(parts) == 2:
        if not 1 <= parts[1] <= MONTHS:
            raise ValueError(f'"{printed}" has no such month')
        return year + (parts[1] - 1) / MONTHS, year + parts[1] / MONTHS
    day = date(*parts)
    days = 366 if calendar.isleap(year) else 365
    first = day.timetuple().tm_yday - 1
    return year + first / days, year + (first + 1) / days


def tell_date(printed: str) -> str:
    """Return a date in words, as precise as it is: "9 November 2023", "July 2011", "1999"."""
    parts = printed.split("-")
    if len(parts) == 1:
        return printed
    if len(parts) == 2:
        return format_month(date(int(parts[0]), int(parts[1]), 1))
    return format_day(date.fromisoformat(printed))


def _event(row: Record) -> Event:
    begins, ends = span_date(row["date"])
    return Event(
        row["event_id"], row["date"], row["precision"], begins, ends, row["theme_id"], name_themes()[row["theme_id"]],
        row["title"], row["description"], row["source_id"], int(row["page"]), int(row["line"]),
    )  # fmt: skip
