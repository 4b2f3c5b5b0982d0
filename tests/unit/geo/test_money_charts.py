"""The charts of the portfolio: their marks add up to the headline to the cent, and a mark filters by what it shows."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.allocation import RULES
from geo.dimensions import BOTH, COMMITTED, CONTRACTED, DIMENSIONS, list_dimensions
from geo.figures import dates, flow, money_bars, treemap, years
from geo.figures.marks import sum_marks
from geo.money_charts import CHARTS
from geo.money_query import EARLY_MODES, FILTERED_DIMENSIONS, MoneyFilters, MoneyQuery
from geo.places import name_places
from geo.portfolio import Portfolio, build_portfolio
from geo.selection import Selection
from tests.strategies import VIEW_LAWS, subsets


def portfolio(measure: str, **filters: Any) -> Portfolio:
    return build_portfolio(MoneyQuery(Selection(measure=measure), MoneyFilters(**filters)))


def draw(chart: str, view: Portfolio, by: str = "zone", split: str = "level") -> dict[str, Any]:
    measure = view.query.measure
    drawn = {
        "bars": lambda: money_bars.draw_bars(view, by, split, "stacked"),
        "treemap": lambda: treemap.draw_treemap(view, ""),
        "flow": lambda: flow.draw_flow(view, "partner" if measure == CONTRACTED else "sector"),
        "years": lambda: years.draw_years(view),
        "dates": lambda: dates.draw_dates(view, "decision" if by == "decision" else "recipient", ""),
    }
    return drawn[chart]()


@st.composite
def queries(draw_one: st.DrawFn) -> MoneyQuery:
    """Return any query of money: a measure, filters of two dimensions at most, a rule, years before 2007 or not, a sub-region."""
    filtered = draw_one(subsets(FILTERED_DIMENSIONS, most=2))
    values = {one: draw_one(subsets(DIMENSIONS[one].name_values(), least=1)) for one in filtered}
    filters = MoneyFilters(
        **values, early=draw_one(st.sampled_from(EARLY_MODES)), spread=draw_one(st.sampled_from(list(RULES)))
    )
    subregions = draw_one(subsets(name_places("subregions"), most=1))
    return MoneyQuery(Selection(measure=draw_one(st.sampled_from(BOTH)), subregions=subregions), filters)


@VIEW_LAWS
@given(query=queries(), data=st.data())
def test_the_marks_of_every_chart_add_up_to_the_headline(query: MoneyQuery, data: st.DataObject) -> None:
    view = build_portfolio(query)
    dimensions = list(list_dimensions(query.measure))
    by, split = data.draw(st.sampled_from(dimensions)), data.draw(st.sampled_from(["", *dimensions]))
    for chart_id, chart in CHARTS.items():
        if query.measure in chart.measures:
            assert sum_marks(chart_id, draw(chart_id, view, by, split)) == view.total_cents


@pytest.mark.parametrize("measure", BOTH)
@pytest.mark.parametrize(
    "filters", [{}, {"spread": "equal_shares"}, {"early": "leave_out", "running": ("2011", "2012")}]
)
def test_every_layer_of_nested_marks_adds_up(measure: str, filters: dict[str, Any]) -> None:
    view = portfolio(measure, **filters)
    assert_layers(draw("treemap", view)["children"], view.total_cents)
    drawn = draw("flow", view)
    for marks, columns in ((drawn["nodes"], 3), (drawn["links"], 2)):
        for column in range(columns):
            assert sum(mark["cents"] for mark in marks if mark["column"] == column) == view.total_cents
    assert view.total_cents > 0


def assert_layers(tiles: list[dict[str, Any]], cents: int) -> None:
    assert sum(tile["cents"] for tile in tiles) == cents
    for tile in tiles:
        if tile["children"]:
            assert_layers(tile["children"], tile["cents"])


def narrow(query: MoneyQuery, pick: str) -> MoneyQuery:
    """Filter by what a mark picks, as the page does."""
    for pair in pick.split(";"):
        name, _, ids = pair.partition("=")
        values = tuple(ids.split(","))
        if name == "subregion":
            query = replace(query, selection=replace(query.selection, subregions=values))
        else:
            query = replace(query, filters=replace(query.filters, **{name: values}))
    return query


def list_picks(drawn: dict[str, Any]) -> list[dict[str, Any]]:
    """Every mark of a chart that filters."""
    found = [drawn, *drawn.values()] if "pick" in drawn else list(drawn.values())
    marks = [drawn] if "pick" in drawn and drawn["pick"] and not drawn["pick"].startswith("record=") else []
    for value in found:
        for one in value if isinstance(value, list) else []:
            marks += list_picks(one) if isinstance(one, dict) else []
    return marks


@VIEW_LAWS
@given(query=queries(), data=st.data())
def test_picking_a_mark_leaves_exactly_its_money(query: MoneyQuery, data: st.DataObject) -> None:
    view = build_portfolio(query)
    dimensions = list(list_dimensions(query.measure))
    by, split = data.draw(st.sampled_from(dimensions)), data.draw(st.sampled_from(["", *dimensions]))
    chart = data.draw(st.sampled_from([one for one in CHARTS if query.measure in CHARTS[one].measures]))
    drawn = draw(chart, view, by, split)
    marks = list_picks(drawn)
    if not marks:
        assert not view.lines or chart in ("dates", "years")
        return
    mark = data.draw(st.sampled_from(marks))
    narrowed = build_portfolio(narrow(query, mark["pick"]))
    undated = sum(
        one["cents"] for one in drawn.get("undated", ()) if chart == "dates" and mark["id"] in group_of(one, view)
    )
    assert narrowed.total_cents == mark["cents"] + undated


def group_of(mark: dict[str, Any], view: Portfolio) -> set[str]:
    """The recipient and decision of a contract in the chart of dates: contracts without dates belong to a group, and stand apart."""
    recipient, record = mark["id"].split("/", 1)
    return {recipient, *(line.decision for line in view.lines if line.record_id == record)}


def test_a_mark_is_on_where_the_view_is_filtered_by_exactly_it() -> None:
    rows = draw("bars", portfolio(COMMITTED, zone=("caribbean",)), "zone", "level")["rows"]
    assert [(row["pick"], row["on"]) for row in rows] == [("zone=caribbean", True)]
    assert not any(part["on"] for part in rows[0]["segments"])
    both = draw("bars", portfolio(COMMITTED, zone=("caribbean", "central_america")), "zone", "")["rows"]
    assert [row["on"] for row in both] == [False, False]


def test_money_of_regions_is_picked_by_recipient_since_it_has_no_subregion() -> None:
    rows = {row["id"]: row["pick"] for row in draw("bars", portfolio(COMMITTED), "subregion", "")["rows"]}
    assert rows["caribbean"] == "subregion=caribbean"
    assert rows["trans_regional"] == "recipient=trans_regional"
    assert rows["regions"].startswith("recipient=andean_community,caribbean,")
    assert "JAM" not in rows["regions"]


def test_what_the_measure_lacks_is_said_and_replaced() -> None:
    choice = money_bars.choose(COMMITTED, "partner", "start")
    assert (choice.by, choice.split, len(choice.reasons)) == ("zone", "", 2)
    assert choice.reasons[0] == f"{DIMENSIONS['partner'].why_not} Shown by programming zone instead."
    assert money_bars.choose(CONTRACTED, "partner", "start") == money_bars.Choice("partner", "start")
    assert money_bars.choose(COMMITTED, "zone", "zone").split == ""
    assert flow.choose_end(COMMITTED, "partner")[0] == "sector"
    assert flow.choose_end(CONTRACTED, "partner") == ("partner", "")


def test_a_title_is_a_finding() -> None:
    view = portfolio(COMMITTED)
    assert draw("bars", view)["title"] == "By programming zone: Andean Community is the largest, 38 per cent"
    assert draw("bars", view)["total"] == "All marks together: EUR 417.9 million committed in 41 decisions."
    assert draw("years", view)["title"].startswith("By decision year: most in 2010, EUR 97.4 million")
    assert "contracted" not in draw("flow", view)["label"]


@pytest.mark.parametrize(
    ("committed", "contracted", "words"),
    [
        (10_000_000.0, 0.0, "no contract is listed under it"),
        (4_000_000.0, 4_000_000.0, "exactly as much"),
        (10_000_000.0, 10_240_000.0, "102.4 per cent of it"),
        (10_100_000.0, 332_330.0, "3 per cent of it"),
        (33_000_000.0, 32_876_049.0, "99.6 per cent of it"),
    ],
)
def test_the_use_of_a_decision_is_told_in_words(committed: float, contracted: float, words: str) -> None:
    told = treemap.tell_uptake({"committed_eur": committed, "contracted_eur": contracted, "contracts_count": 1})
    assert told.endswith(words)
    assert "100 per cent" not in told


def test_tiles_know_what_is_doubtful_and_open_their_record() -> None:
    drawn = treemap.draw_treemap(portfolio(CONTRACTED), "273642")
    leaves = [
        leaf
        for zone in drawn["children"]
        for place in zone["children"]
        for one in place["children"]
        for leaf in one["children"]
    ]
    assert len(leaves) == 154
    chosen = [leaf for leaf in leaves if leaf["on"]]
    assert [leaf["pick"] for leaf in chosen] == ["record=273642"]
    assert drawn["records"]["273642"]["doubtful"]
    assert not drawn["records"]["212263"]["doubtful"]


def test_under_a_rule_a_heading_filters_by_zone_and_country() -> None:
    drawn = treemap.draw_treemap(portfolio(COMMITTED, spread="equal_shares"), "")
    headings = {tile["id"]: tile["pick"] for zone in drawn["children"] for tile in zone["children"]}
    assert headings["latin_america/GTM"] == "zone=latin_america;recipient=GTM"
    assert headings["central_america/GTM"] != headings["latin_america/GTM"]
    assert headings["caribbean/JAM"] == "recipient=JAM"


def test_years_before_the_programme_and_without_a_date_stand_apart() -> None:
    drawn = years.draw_years(portfolio(COMMITTED))
    assert [bar["id"] for bar in drawn["bars"] if bar["early"]] == ["2004", "2005", "2006"]
    empty = next(bar for bar in drawn["bars"] if bar["id"] == "2005")
    assert (empty["cents"], empty["pick"], empty["text"]) == (0, "", "")
    assert drawn["apart"] == []
    contracted = years.draw_years(portfolio(CONTRACTED))
    assert [bar["label"] for bar in contracted["apart"]] == ["No date printed"]
    assert contracted["apart"][0]["at"] is None
    assert contracted["bars"][-1]["lines"][-1] != f"Sum so far: EUR {portfolio(CONTRACTED).total_eur / 1e6:.1f} million"


def test_the_line_of_the_sum_never_falls() -> None:
    for measure in BOTH:
        heights = [bar["at"] for bar in years.draw_years(portfolio(measure))["bars"]]
        assert heights == sorted(heights)
        assert 0 < heights[-1] <= 1


def test_contracts_stand_by_their_dates_and_those_without_apart() -> None:
    drawn = dates.draw_dates(portfolio(CONTRACTED), "decision", "")
    rows = [row for group in drawn["groups"] for row in group["rows"]]
    assert (len(rows), len(drawn["undated"])) == (146, 8)
    assert all(0 <= row["from"] <= row["to"] <= 1 for row in rows)
    for group in drawn["groups"]:
        starts = [row["from"] for row in group["rows"]]
        assert starts == sorted(starts)
    assert drawn["undated_title"].startswith(
        "8 contracts without both dates in the text of Annex H (5 with one of them)"
    )
    assert not {row["id"] for row in rows} & {row["id"] for row in drawn["undated"]}


def test_the_month_of_the_annex_comes_from_the_definition_of_the_measure() -> None:
    assert dates.find_cut_off().isoformat() == "2013-05-31"
    drawn = dates.draw_dates(portfolio(CONTRACTED, decision=("FED/2008/021-025",)), "recipient", "")
    assert drawn["cut_off"]["text"] == "May 2013"
    early = dates.draw_dates(portfolio(CONTRACTED, decision=("FED/2007/020-776",), start=("2008",)), "recipient", "")
    assert early["groups"]


def test_a_view_without_dates_draws_no_axis() -> None:
    drawn = dates.draw_dates(portfolio(CONTRACTED, running=("not_printed",)), "recipient", "")
    assert (drawn["groups"], drawn["ticks"], drawn["cut_off"]) == ([], [], None)
    assert drawn["title"] == "8 contracts, none with both dates"


def test_an_empty_view_draws_nothing_and_fails_nowhere() -> None:
    for measure in BOTH:
        view = portfolio(measure, zone=("caribbean",), recipient=("COL",))
        assert view.empty
        for chart_id, chart in CHARTS.items():
            if measure in chart.measures:
                drawn = draw(chart_id, view)
                assert sum_marks(chart_id, drawn) == 0
                assert list_picks(drawn) == []
