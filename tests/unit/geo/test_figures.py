"""What the components draw: plain data that the browser can read, with texts that do not depend on colour."""

import json
import re
from typing import Any

import pytest

from geo.aggregate import break_down
from geo.country_card import build_card
from geo.figures import bars, choropleth, gap_strip, ledger_table, ranking, record_table, sheet, tables
from geo.indicator_view import build_indicator_view
from geo.map_file import find_map_file
from geo.money_query import MoneyFilters, MoneyQuery
from geo.money_view import build_money_view
from geo.portfolio import build_portfolio
from geo.reconciliation import build_ledger_view, list_entries
from geo.selection import Selection
from tests.strategies import INDICATORS

EQUAL = MoneyFilters(spread="equal_shares")
HIGHLIGHT = Selection(alliances=("idb_alliance",), members="highlight")
PRISONERS = Selection(indicator="prisoners_per_100k")


def drawings() -> dict[str, Any]:
    indicator, money = build_indicator_view(PRISONERS), build_money_view(Selection())
    return {
        "map": choropleth.draw_indicator(indicator, "JAM"),
        "money map": choropleth.draw_money(money, "caribbean"),
        "ranking": ranking.rank_indicator(indicator, "JAM"),
        "money ranking": ranking.rank_money(money, "JAM"),
        "bars": [bars.draw_breakdown(one, money.measure_name) for one in money.breakdowns],
        "card": [sheet.draw_card(build_card(place)) for place in ("JAM", "caribbean", "CHL")],
        "table": tables.tabulate_indicator(indicator, "JAM"),
        "decisions": record_table.tabulate_records(build_portfolio(MoneyQuery()), ""),
        "contracts": record_table.tabulate_records(build_portfolio(MoneyQuery(Selection(measure="contracted"))), ""),
        "spread map": choropleth.draw_money(build_money_view(Selection(), EQUAL), ""),
        "regions": ranking.rank_regions(build_money_view(Selection(), EQUAL), ""),
        "reconciliation": ledger_table.tabulate_reconciliation(build_ledger_view("gap", ())),
        "gaps": gap_strip.draw_gaps(list_entries()),
        "totals": gap_strip.draw_totals(list_entries()),
        "share sets": gap_strip.draw_share_sets(list_entries()),
        "caveats": tables.tabulate_plain("caveats", {"title": "Caveat"}, "Caveats"),
    }


@pytest.mark.parametrize("name", drawings())
def test_a_drawing_is_json_without_holes(name: str) -> None:
    drawing = drawings()[name]
    assert json.loads(json.dumps(drawing, allow_nan=False)) == drawing
    assert "<NA>" not in str(drawing)
    assert "nan" not in str(drawing).split()


def test_the_map_names_its_file_and_the_chosen_country() -> None:
    drawing = choropleth.draw_indicator(build_indicator_view(Selection()), "JAM")
    assert drawing["src"] == f"app/static/{find_map_file().name}"
    assert drawing["selected"] == "JAM"
    assert choropleth.draw_indicator(build_indicator_view(Selection()), "")["selected"] is None
    assert drawing["marks"] == []
    assert len(drawing["areas"]) == 33


def test_an_area_says_its_value_rank_and_doubt() -> None:
    areas = choropleth.draw_indicator(build_indicator_view(PRISONERS), "")["areas"]
    assert areas["SUR"] == areas["SUR"] | {
        "text": "1,589",
        "lines": ["1st of 24", "doubtful"],
        "status": "doubtful",
        "in": True,
    }
    assert areas["CUB"] == areas["CUB"] | {"text": "not reported", "lines": [], "class": None, "status": "not_reported"}
    assert "doubtful" not in areas["BRB"]["lines"]
    hidden = choropleth.draw_indicator(
        build_indicator_view(Selection(indicator="prisoners_per_100k", doubtful="hide")), ""
    )
    assert hidden["areas"]["SUR"]["text"] == "doubtful, hidden"
    assert hidden["areas"]["SUR"]["class"] is None
    assert hidden["doubtful"] is None


def test_members_are_marked_only_where_others_are_shown_too() -> None:
    highlighted = choropleth.draw_indicator(build_indicator_view(HIGHLIGHT), "")
    assert highlighted["members"]["count"] == 18
    assert {iso3 for iso3, area in highlighted["areas"].items() if area["member"]} >= {"ARG", "JAM"}
    assert not highlighted["areas"]["COL"]["member"]
    only = choropleth.draw_indicator(build_indicator_view(Selection(alliances=("idb_alliance",))), "")
    assert only["members"] is None
    assert not any(area["member"] for area in only["areas"].values())
    assert only["outside_filter"]["count"] == 15


def test_money_for_regions_is_drawn_as_marks_and_colours_no_country() -> None:
    drawing = choropleth.draw_money(build_money_view(Selection()), "")
    marks = {mark["id"]: mark for mark in drawing["marks"]}
    assert marks.keys() == {"andean_community", "caribbean", "central_america", "latin_america", "trans_regional"}
    assert marks["trans_regional"]["size"] == 1
    assert "11.5" in marks["caribbean"]["text"]
    assert all(0 <= mark["size"] <= 1 for mark in marks.values())
    assert "not spread over countries" in marks["caribbean"]["lines"]
    assert drawing["areas"]["ECU"] == drawing["areas"]["ECU"] | {"class": None, "text": "none listed", "lines": []}


@pytest.mark.parametrize("indicator_id", INDICATORS)
def test_bars_stand_in_order_and_the_axis_holds_every_sure_value(indicator_id: str) -> None:
    drawing = ranking.rank_indicator(build_indicator_view(Selection(indicator=indicator_id)), "")
    values = [row["value"] for row in drawing["rows"]]
    assert values == sorted(values, reverse=True)
    low, high = drawing["domain"]
    sure = [row["value"] for row in drawing["rows"] if row["status"] != "doubtful"]
    assert low <= min([*sure, 0]) <= max(sure) <= high
    assert all(low <= reference["value"] <= high for reference in drawing["references"])
    assert None not in values


def test_a_doubtful_value_does_not_stretch_the_axis() -> None:
    drawing = ranking.rank_indicator(build_indicator_view(PRISONERS), "")
    assert drawing["rows"][0]["value"] == 1589
    assert drawing["domain"][1] < 600


def test_the_money_ranking_counts_in_millions_of_one_measure() -> None:
    drawing = ranking.rank_money(build_money_view(Selection(subregions=("caribbean",))), "JAM")
    assert [(row["id"], row["value"]) for row in drawing["rows"]] == [("JAM", 33.0), ("KNA", 5.6)]
    assert drawing["rows"][0]["text"].startswith("33.0")
    assert drawing["references"] == []
    assert drawing["missing_label"] != "No value"
    assert "COL" not in {one["id"] for one in drawing["missing"]}


def test_the_bars_of_a_breakdown_say_amount_share_and_level() -> None:
    money = build_money_view(Selection())
    level = next(one for one in money.breakdowns if one.dimension == "level")
    drawing = bars.draw_breakdown(level, money.measure_name)
    assert [row["label"] for row in drawing["rows"]] == ["Bilateral", "Regional", "Trans-regional"]
    assert drawing["rows"][0]["note"] == "82.9 %, 25 decisions"
    assert [one["label"] for one in drawing["legend"]] == ["Bilateral", "Regional", "Trans-regional"]
    assert drawing["total"] == "Amount committed, total: EUR 417.9 million"
    assert drawing["max"] == max(row["segments"][0]["value"] for row in drawing["rows"])
    assert len({one["light"] for one in drawing["legend"]}) == 3


def test_one_decision_is_not_called_decisions() -> None:
    map_data = choropleth.draw_money(build_money_view(Selection()), "")
    assert map_data["areas"]["URY"]["lines"] == ["12th of 13", "1 decision, 1 contract"]
    drawn = str((map_data, [sheet.draw_card(build_card(place)) for place in ("URY", "JAM", "CRI")]))
    assert not re.search(r"\b1 (?:decision|contract)s", drawn)
    assert "0 contracts" in drawn


def test_an_empty_breakdown_has_no_share() -> None:
    view = build_money_view(Selection())
    empty = break_down((), "committed")[0]
    drawing = bars.draw_breakdown(empty, view.measure_name)
    assert (drawing["rows"], drawing["legend"], drawing["max"]) == ([], [], 0)


def test_a_card_carries_every_row_and_badges_of_groups() -> None:
    drawing = sheet.draw_card(build_card("JAM"))
    assert (drawing["id"], drawing["title"], len(drawing["rows"])) == ("JAM", "Jamaica", 12)
    assert "IDB Alliance 2024: founding member" in drawing["badges"]
    assert drawing["sections"][0]["rows"][0]["label"] == "Committed"
    assert sheet.draw_card(build_card("CHL"))["sections"] == []


def test_the_table_names_page_row_and_column() -> None:
    drawing = tables.tabulate_indicator(build_indicator_view(Selection()), "HND")
    first = drawing["rows"][0]
    assert first["id"] == drawing["selected"] == "HND"
    assert "p. 151, Annex F, Honduras" in first["cells"]
    assert len(first["cells"]) == len(drawing["columns"])
    grenada = next(row for row in drawing["rows"] if row["id"] == "GRD")
    assert {"t": "", "v": None} in grenada["cells"]
    assert "not in the annexes" in grenada["cells"]


def test_a_row_of_the_portfolio_opens_its_record() -> None:
    drawing = record_table.tabulate_records(build_portfolio(MoneyQuery()), "FED/2008/021-025")
    assert drawing["selected"] == "FED/2008/021-025"
    assert all(row["id"] == row["cells"][0] for row in drawing["rows"])
    assert all(len(row["cells"]) == len(drawing["columns"]) for row in drawing["rows"])
    assert len(drawing["rows"]) == 41


def test_the_sum_under_the_table_is_that_of_one_measure() -> None:
    committed = record_table.tell_sum(build_portfolio(MoneyQuery()))
    assert committed == "Sum of all rows: EUR 417,900,000 committed in 41 decisions."
    contracted = record_table.tell_sum(build_portfolio(MoneyQuery(Selection(measure="contracted"))))
    assert "EUR 157,150,210 contracted in 154 contracts" in contracted
    assert "committed" not in contracted
