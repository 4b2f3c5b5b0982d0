"""Events: a date is as wide as what is known of it, themes filter and lose nothing."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.context_extract import extract_events
from geo.events import list_all_events, list_events, name_themes, span_date, tell_date
from geo.figures.timeline import draw_timeline, tell_events
from tests.strategies import subsets


def test_a_year_is_a_whole_year_and_a_month_a_whole_month() -> None:
    assert span_date("2013") == (2013, 2014)
    assert span_date("2013-07") == (2013 + 6 / 12, 2013 + 7 / 12)
    assert span_date("2012-12-31")[1] == 2013


@given(st.dates(date(1980, 1, 1), date(2030, 12, 31)))
def test_a_day_lies_inside_its_month_and_its_year_and_is_narrower_than_either(day: date) -> None:
    spans = [span_date(text) for text in (f"{day:%Y}", f"{day:%Y-%m}", day.isoformat())]
    widths = [end - begin for begin, end in spans]
    assert widths == sorted(widths, reverse=True)
    assert len(set(widths)) == 3
    (year_begins, year_ends), _, (day_begins, day_ends) = spans
    assert year_begins <= day_begins < day_ends <= year_ends + 1e-9


@pytest.mark.parametrize("wrong", ["2013-13", "2013-02-30", "about 2013", ""])
def test_what_is_no_date_is_an_error(wrong: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        span_date(wrong)


def test_a_date_is_told_as_precisely_as_it_is() -> None:
    assert [tell_date(one) for one in ("1999", "2011-07", "2023-11-09")] == ["1999", "July 2011", "9 November 2023"]


def test_every_date_has_the_precision_that_the_table_says() -> None:
    parts = {"year": 1, "month": 2, "day": 3}
    assert all(len(one.date.split("-")) == parts[one.precision] for one in list_all_events())


@given(subsets(name_themes()))
def test_the_timeline_draws_the_events_of_the_themes_once_and_the_download_has_the_same(
    themes: tuple[str, ...],
) -> None:
    drawn = [event for lane in draw_timeline(themes, "")["lanes"] for event in lane["events"]]
    ids = sorted(event["id"] for event in drawn)
    assert (
        ids
        == sorted(one.event_id for one in list_events(themes))
        == sorted(extract_events(list_events(themes))["event_id"])
    )
    assert len(set(ids)) == len(ids)
    assert all(0 <= event["from"] < event["to"] <= 1 for event in drawn)
    assert {event["theme"] for event in drawn} == {name_themes()[one] for one in themes or name_themes()}


def test_an_event_known_to_the_year_is_drawn_as_wide_as_the_year() -> None:
    drawn = draw_timeline((), "")
    events = {event["id"]: event for lane in drawn["lanes"] for event in lane["events"]}
    assert events["madrid_summit"]["to"] - events["madrid_summit"]["from"] == pytest.approx(1 / drawn["years"])
    treaty = events["ameripol_treaty"]
    assert treaty["to"] - treaty["from"] < 1 / drawn["years"] / 300
    assert treaty["date"] == "9 November 2023"


def test_the_axis_stays_when_themes_are_left_out() -> None:
    whole, part = draw_timeline((), ""), draw_timeline(("evaluations",), "")
    assert whole["ticks"] == part["ticks"]
    assert len(part["lanes"]) == 1
    assert tell_events(("evaluations",)).startswith("4 of 55 events")
