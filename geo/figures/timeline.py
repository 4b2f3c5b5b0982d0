"""What the timeline draws: events in a lane a theme, each as wide as the span in which it may have been."""

from collections import Counter
from collections.abc import Collection
from math import ceil, floor
from typing import Any

from geo.citing import cite, name_source
from geo.classify import format_number
from geo.events import PRECISIONS, Event, list_all_events, list_events, name_themes, tell_date

STEP = 5  # years between two labels of the axis
PRECISION_WORDS = {
    "day": "Known to the day",
    "month": "Known to the month",
    "year": "Known to the year: it may be any day of it",
}
HINT = "Choose an event for what happened and where it is printed."


def draw_timeline(themes: Collection[str], chosen: str) -> dict[str, Any]:
    """Return the events of some themes (all, where none is named) on the axis of all events, and the chosen one."""
    events = list_events(themes)
    first = floor(min(one.begins for one in list_all_events()))
    last = ceil(max(one.ends for one in list_all_events()))
    return {
        "label": tell_events(themes),
        "years": last - first,
        "ticks": [{"at": (year - first) / (last - first), "text": str(year)} for year in range(first + -first % STEP, last + 1, STEP)],
        "lanes": [
            {"title": name, "count": len(found), "events": [_draw(one, first, last) for one in found]}
            for theme_id, name in name_themes().items()
            if (found := [one for one in events if one.theme_id == theme_id])
        ],
        "legend": _legend(events),
        "selected": chosen or None,
        "hint": HINT,
        "source": _tell_sources(events),
    }  # fmt: skip


def tell_events(themes: Collection[str]) -> str:
    """Return how many events are shown, of how many, and over which years, as a finding."""
    events, total = list_events(themes), len(list_all_events())
    exact = sum(one.precision == "day" for one in events)
    some = f"{total} events" if len(events) == total else f"{len(events)} of {total} events"
    years = f"from {events[0].year} to {max(one.year for one in events)}"
    return f"{some} {years}; the documents give the day of {format_number(exact, 0) if exact else 'none'}"


def _draw(one: Event, first: int, last: int) -> dict[str, Any]:
    return {
        "id": one.event_id,
        "title": one.title,
        "date": tell_date(one.date),
        "year": one.year,
        "precision": one.precision,
        "theme": one.theme,
        "from": (one.begins - first) / (last - first),
        "to": (one.ends - first) / (last - first),
        "known": PRECISION_WORDS[one.precision],
        "text": one.description,
        "source": f"{cite(one.source_id, one.page)}, line {one.line} of its text",
    }


def _tell_sources(events: Collection[Event]) -> str:
    counts = Counter(name_source(one.source_id) for one in events)
    named = [f"{name}: {count}" for name, count in counts.most_common()]
    return f"Events by source: {'; '.join(named)}. Each event names its page."


def _legend(events: Collection[Event]) -> list[dict[str, Any]]:
    counts = Counter(one.precision for one in events)
    return [
        {"precision": one, "label": PRECISION_WORDS[one], "count": counts[one]} for one in PRECISIONS if counts[one]
    ]
