"""What the timeline draws: events in a lane a theme, each as wide as the span in which it may have been."""

from collections import Counter
from collections.abc import Collection, Iterable
from math import ceil, floor
from typing import Any

from geo.citing import cite, name_source
from geo.events import PRECISIONS, Event, list_all_events, list_events, name_themes, tell_date
from geo.figures import summary
from geo.messages import mark, say, say_count
from geo.spelling import join_clauses, name_value

STEP = 5  # years between two labels of the axis
PRECISION_WORDS = {
    "day": mark("Known to the day"),
    "month": mark("Known to the month"),
    "year": mark("Known to the year: it may be any day of it"),
}
HINT = mark("Choose an event for what happened and where it is printed.")


def draw_timeline(themes: Collection[str], chosen: str) -> dict[str, Any]:
    """Return the events of some themes (all, where none is named) on the axis of all events, and the chosen one."""
    events = list_events(themes)
    first = floor(min(one.begins for one in list_all_events()))
    last = ceil(max(one.ends for one in list_all_events()))
    return {
        "label": tell_events(themes),
        "summary": _summarise(events),
        "years": last - first,
        "ticks": [{"at": (year - first) / (last - first), "text": str(year)} for year in range(first + -first % STEP, last + 1, STEP)],
        "lanes": [
            {"title": name, "count": len(found), "events": [_draw(one, first, last) for one in found]}
            for theme_id, name in name_themes().items()
            if (found := [one for one in events if one.theme_id == theme_id])
        ],
        "legend": _legend(events),
        "selected": chosen or None,
        "hint": say(HINT),
        "source": _tell_sources(events),
    }  # fmt: skip


def tell_events(themes: Collection[str]) -> str:
    """Return how many events are shown, of how many, and over which years, as a finding."""
    events, total = list_events(themes), len(list_all_events())
    exact = sum(one.precision == "day" for one in events)
    some = say_count("{n} event", "{n} events", total)
    if len(events) != total:
        some = say_count("{n} of {total} events", "{n} of {total} events", len(events), total=total)
    first, last = events[0].year, max(one.year for one in events)
    if not exact:
        return say(
            "{events} from {first} to {last}; the documents give the day of none", events=some, first=first, last=last
        )
    return say(
        "{events} from {first} to {last}; the documents give the day of {number}",
        events=some, first=first, last=last, number=exact,
    )  # fmt: skip


def _summarise(events: Collection[Event]) -> str:
    """The first and the last event, and how many each theme has."""
    ordered = sorted(events, key=lambda one: one.begins)
    first, last = ordered[0], ordered[-1]
    ends = say(
        "First: {first} ({date}). Last: {last} ({last_date}).",
        first=first.title, date=tell_date(first.date), last=last.title, last_date=tell_date(last.date),
    )  # fmt: skip
    counts = Counter(one.theme for one in events)
    return summary.join(ends, f"{_list_counts(counts.items())}.")


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
        "known": say(PRECISION_WORDS[one.precision]),
        "text": one.description,
        "source": say("{source}, line {line} of its text", source=cite(one.source_id, one.page), line=one.line),
    }


def _tell_sources(events: Collection[Event]) -> str:
    counts = Counter(name_source(one.source_id) for one in events)
    named = _list_counts(counts.most_common())
    return say("Events by source: {sources}. Each event names its page.", sources=named)


def _list_counts(counts: Iterable[tuple[str, int]]) -> str:
    return join_clauses(name_value(name, str(number)) for name, number in counts)


def _legend(events: Collection[Event]) -> list[dict[str, Any]]:
    counts = Counter(one.precision for one in events)
    return [
        {"precision": one, "label": say(PRECISION_WORDS[one]), "count": counts[one]}
        for one in PRECISIONS
        if counts[one]
    ]
