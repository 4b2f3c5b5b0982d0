"""Charts of slides: the very numbers of the figure, gaps for what is not reported, and words for what cannot be drawn."""

from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.exports.slides import read_bars
from geo.exports.slides.content import BarChart, PointChart, YearChart
from geo.exports.slides.numbers import make_decades, share_axis
from geo.exports.slides.plan import read
from geo.handout import Drawn
from tests.unit.geo.exports.slides.opened import (
    hand_out,
    list_charts,
    open_pages,
    open_workbook,
    plan_of,
    ranking,
    read_texts,
    walk,
    write,
)

NUMBERS = st.floats(min_value=-1e9, max_value=1e9, allow_nan=False).map(lambda one: round(one, 6))


def draw(drawn: Drawn, **changes: Any) -> Any:
    return open_pages(write(plan_of(hand_out(drawn, **changes))))[0]


def exhibit(drawn: Drawn) -> Any:
    found = read(hand_out(drawn), drawn)
    assert found is not None
    return found


@given(st.lists(NUMBERS, min_size=1, max_size=6))
@settings(max_examples=15)  # each writes and opens a file
def test_the_workbook_of_a_ranking_holds_its_numbers_in_full(values: list[float]) -> None:
    rows = [{"name": f"Country {at}", "value": value, "text": f"{value:.1f}"} for at, value in enumerate(values)]
    chart = list_charts(draw(ranking(*rows, domain=[min(*values, 0), max(*values, 1)])))[0]
    assert list(chart.plots[0].series[0].values) == values
    sheet = open_workbook(chart)["Sheet1"]
    assert [row[1].value for row in sheet.iter_rows(min_row=2)] == pytest.approx(values, rel=1e-15)


def test_a_country_without_a_value_is_told_and_has_no_bar() -> None:
    page = draw(ranking({"name": "Aland", "value": 0.0, "text": "0"}, missing=[{"id": "BBB", "name": "Bland"}]))
    chart = list_charts(page)[0]
    assert list(chart.plots[0].categories) == ["Aland"]
    assert list(chart.plots[0].series[0].values) == [0.0]
    assert "No value (1): Bland." in read_texts(page)


def test_a_doubtful_bar_is_named_so_and_one_far_beyond_is_cut_and_says_its_value() -> None:
    rows = (
        {"name": "Suria", "value": 1589.0, "text": "1,589", "status": "doubtful"},
        {"name": "Aland", "value": 300.0, "text": "300"},
    )
    chart = list_charts(draw(ranking(*rows, domain=[0, 345])))[0]
    assert list(chart.plots[0].categories) == ["Suria (1,589, doubtful, bar cut)", "Aland"]
    assert chart.value_axis.maximum_scale < 1589
    assert list(chart.plots[0].series[0].values) == [1589.0, 300.0]


def test_reference_lines_stand_with_their_values_in_one_group_with_the_chart() -> None:
    line = {"label": "Latin America", "short": "LAC", "value": 23.1, "text": "23.1"}
    page = draw(ranking({"name": "Aland", "value": 40.0, "text": "40.0"}, references=[line]))
    names = [shape.name for shape in walk(page.shapes)]
    assert "Reference line: LAC 23.1" in names
    assert "LAC 23.1" in read_texts(page)
    group = next(shape for shape in page.shapes if shape.name == "Chart with reference lines")
    assert any(getattr(shape, "has_chart", False) for shape in group.shapes)


def test_money_stands_in_euros_to_the_cent_and_is_shown_in_millions() -> None:
    row = {"name": "Aland", "value": 1.234567, "text": "1.2", "cents": 123456789, "own": None}
    chart = list_charts(draw(ranking(row, unit="Single countries, EUR million", is_money=True)))[0]
    assert list(chart.plots[0].series[0].values) == [1234567.89]
    assert chart.plots[0].series[0].data_labels.number_format == "#,##0.0,,"


def test_what_a_rule_spreads_is_a_series_of_its_own() -> None:
    row = {"name": "Aland", "value": 3.0, "text": "3.0", "cents": 300_000_000, "own": 1.0}
    other = {"name": "Bland", "value": 2.0, "text": "2.0", "cents": 200_000_000, "own": None}
    chart = list_charts(draw(ranking(row, other, unit="EUR million", is_money=True)))[0]
    assert [series.name for series in chart.plots[0].series] == ["Of its own", "Spread by the rule"]
    assert [list(series.values) for series in chart.plots[0].series] == [
        [1_000_000.0, 2_000_000.0],
        [2_000_000.0, None],
    ]


def breakdown(arrangement: str, **changes: Any) -> Drawn:
    parts = [
        {"id": one, "label": name, "cents": cents, "value": cents / 100, "text": "", "light": colour, "dark": colour}
        for one, name, cents, colour in (("a", "Bilateral", 12345, "#216c94"), ("b", "Regional", 1, "#b5651d"))
    ]
    rows = [
        {
            "id": "x",
            "label": "One",
            "text": "EUR 1.2 million",
            "cents": 12346,
            "share": "90.0 %",
            "note": "90.0 %, 2 decisions",
            "segments": parts,
        },
        {
            "id": "y",
            "label": "Two",
            "text": "EUR 0.1 million",
            "cents": 12345,
            "share": "10.0 %",
            "note": "10.0 %, 1 decision",
            "segments": parts[:1],
        },
    ]
    data = {
        "label": "Amount committed: by zone", "name": "By zone", "title": "By zone", "legend": [{"label": "Bilateral"}, {"label": "Regional"}],
        "rows": rows, "max": 1, "arrangement": arrangement, "total": "Amount committed, total: EUR 1.3 million",
    }  # fmt: skip
    return Drawn("bars", "chart_bars", data | changes)


@pytest.mark.parametrize(("arrangement", "kind"), [("stacked", "BAR_STACKED"), ("grouped", "BAR_CLUSTERED")])
def test_a_breakdown_is_stacked_or_side_by_side_with_its_cents(arrangement: str, kind: str) -> None:
    chart = list_charts(draw(breakdown(arrangement)))[0]
    assert kind in str(chart.chart_type)
    assert [list(series.values) for series in chart.plots[0].series] == [[123.45, 123.45], [0.01, None]]
    assert chart.has_legend


def test_a_breakdown_tells_which_bar_is_the_largest() -> None:
    assert exhibit(breakdown("stacked")).title == "By zone: One is the largest, 90.0\N{NO-BREAK SPACE}%"
    assert exhibit(breakdown("stacked", title="By zone: told already")).title == "By zone: told already"


def test_more_bars_than_can_be_read_are_said_to_be_left() -> None:
    rows = [{"name": f"Country {at}", "value": float(at)} for at in range(40)]
    page = draw(ranking(*rows))
    assert len(list(list_charts(page)[0].plots[0].categories)) == 33
    assert "The first 33 of 40" in read_texts(page)


def years() -> Drawn:
    def bar(year: str, cents: int, *, early: bool = False) -> dict[str, Any]:
        return {
            "id": year,
            "label": year,
            "cents": cents,
            "text": "",
            "early": early,
            "lines": ["EUR 1 million", "Not in the line: no date"],
        }

    axis = {"name": "EUR million a year", "ticks": []}
    return Drawn("years", "chart_years", {
        "title": "By year: most in 2008", "label": "Bars and a line", "axis": axis, "sum_axis": axis | {"name": "Sum so far"}, "early": "Before 2007",
        "bars": [bar("2006", 100, early=True), bar("2007", 0), bar("2008", 333)], "apart": [bar("No date printed", 7)],
        "total": "All marks together.",        "light": "#2f6f95", "dark": "#2f6f95",
    })  # fmt: skip


def test_years_are_columns_with_the_line_of_their_sum_and_an_empty_year_is_a_gap() -> None:
    page = draw(years())
    chart = list_charts(page)[0]
    columns, line = chart.plots[0].series[0], chart.plots[1].series[0]
    assert list(columns.values) == [1.0, None, 3.33, 0.07]
    assert list(line.values) == [1.0, 1.0, 4.33, None]
    assert "No record in this view: 2007." in read_texts(page)
    sheet = open_workbook(chart)["Sheet1"]
    assert sheet["B3"].value is None
    assert sheet["C4"].value == 4.33


def test_amounts_below_zero_stay_below_zero() -> None:
    rows = [{"label": "Japan", "value": -343.55, "text": "−343.55", "tone": "below", "note": "More was repaid"},
            {"label": "USA", "value": 2722.0, "text": "2,722.00", "tone": "plain", "note": ""}]  # fmt: skip
    drawn = Drawn(
        "signed_bars",
        "donors",
        {"label": "Disbursements", "groups": [{"title": "", "rows": rows}], "legend": [], "ticks": [], "zero": 0},
    )
    chart = list_charts(draw(drawn))[0]
    assert list(chart.plots[0].series[0].values) == [-343.55, 2722.0]
    assert chart.value_axis.minimum_scale <= -343.55


def scatter(*points: dict[str, Any]) -> Drawn:
    usual = {
        "lines": ["X: 1.0 a", "Y: 1.0 b", "Caribbean"],
        "group": 0,
        "doubtful": False,
        "member": True,
        "pinned": False,
    }
    axis = {"title": "Homicide rate", "unit": "per 100,000", "ticks": [], "guide": {"at": 0.5, "text": "median 2.0"}}
    groups = [
        {"label": name, "shape": shape, "light": "#12806a", "dark": "#12806a", "count": 1}
        for name, shape in (("Caribbean", "circle"), ("South America", "square"))
    ]
    return Drawn("scatter", "scatter", {
        "label": "Scatter plot", "summary": "", "across": axis, "upwards": axis | {"title": "Police"}, "groups": groups, "note": "At the edge.",
        "points": [usual | one for one in points], "empty": "",
    })  # fmt: skip


def test_a_scatter_holds_the_numbers_of_the_rows_with_names_and_doubts_apart() -> None:
    rows = pd.DataFrame(
        [
            {"iso3": "AAA", "x_value": 1.25, "y_value": 2.5},
            {"iso3": "BBB", "x_value": 3.0, "y_value": 4.0},
            {"iso3": "CCC", "x_value": None, "y_value": 9.0},
        ]
    )
    points = (
        {"id": "AAA", "name": "Aland"},
        {"id": "BBB", "name": "Bland", "doubtful": True},
        {"id": "CCC", "name": "Cland"},
    )
    page = draw(scatter(*points), rows=rows)
    chart = list_charts(page)[0]
    found = {series.name: list(series.iter_values()) for series in chart.plots[0].series}
    assert found == {"Caribbean": [2.5], "Caribbean, in doubt": [4.0]}
    sheet = open_workbook(chart)["Sheet1"]
    assert (sheet["A2"].value, sheet["B2"].value, sheet["C2"].value) == (1.25, 2.5, "Aland")
    assert "Bland (?)" in {cell.value for row in sheet.iter_rows() for cell in row}
    assert "Cland" not in {cell.value for row in sheet.iter_rows() for cell in row}
    assert "At the edge." not in read_texts(page), "on a slide every point stands where it is"


def test_a_logarithmic_axis_with_a_zero_is_linear_and_says_so() -> None:
    rows = pd.DataFrame(
        [{"iso3": "AAA", "x_value": 0.0, "y_value": 2.5}, {"iso3": "BBB", "x_value": 3.0, "y_value": 4.0}]
    )
    drawn = scatter({"id": "AAA", "name": "Aland"}, {"id": "BBB", "name": "Bland"})
    found = read(hand_out(drawn, rows=rows, parameters={"scale": "log"}), drawn)
    assert found is not None
    assert isinstance(found.content, PointChart)
    assert (found.content.across.is_logarithmic, found.content.upwards.is_logarithmic) == (False, True)
    assert any("its axis is linear" in one for one in found.words)


def test_the_kinds_of_charts_are_told_apart() -> None:
    assert isinstance(exhibit(ranking({"name": "Aland", "value": 1.0})).content, BarChart)
    assert isinstance(exhibit(years()).content, YearChart)


@pytest.mark.parametrize("value", [0.01, 1.0, 10.0])
def test_one_point_on_a_power_of_ten_has_a_decade_around_it(value: float) -> None:
    low, high = make_decades([value])
    assert low == value
    assert high == pytest.approx(10 * value)
    assert share_axis(low, high) > 0


def test_a_shortened_ranking_says_nothing_of_the_bars_that_it_leaves() -> None:
    rows = [{"name": f"Country {at}", "value": 9.0 - at} for at in range(3)]
    doubtful = {"name": "Suria", "value": 1589.0, "text": "1,589", "status": "doubtful"}
    whole = exhibit(ranking(*rows, doubtful, domain=[0, 345]))
    short = read_bars.shorten(whole, 3)
    assert short.words == ("Beside it the first 3 of 4 bars.",)
    assert (short.content.hatched, short.content.cut) == (frozenset(), frozenset())
    first = read_bars.shorten(exhibit(ranking(doubtful, *rows, domain=[0, 345])), 3)
    assert (first.content.hatched, first.content.cut) == (frozenset({0}), frozenset({0}))
    assert read_bars.HATCHED in first.words
