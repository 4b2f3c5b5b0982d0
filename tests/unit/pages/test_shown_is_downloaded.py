"""What each view shows is what its download holds, value by value, in any state of any page."""

from collections import Counter, defaultdict
from typing import Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geo.dimensions import DIMENSIONS
from geo.handout import Handout
from geo.places import name_alliances
from pages.kit import handouts
from pages.kit.router import find_entry
from pages.kit.urlstate import ViewState
from tests.strategies import VIEW_LAWS, views_of

STATUS_WORDS = {
    "not_reported": {"not reported"},
    "doubtful": {"doubtful"},
    "conflict": {"other values printed"},
    "ok": {"as printed"},
}
Figures = dict[str, dict[str, Any]]


@pytest.mark.parametrize("slug", handouts.list_slugs())
@settings(VIEW_LAWS, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_shown_is_downloaded(slug: str, data: st.DataObject) -> None:
    compare(handouts.make(slug, data.draw(views_of(find_entry(slug).topic))))


def test_every_page_with_a_handout_is_compared() -> None:
    assert set(CHECKS) == set(handouts.list_slugs())
    for slug in CHECKS:
        handout = handouts.make(slug, ViewState())
        assert handout.figures
        compare(handout)


def compare(handout: Handout) -> None:
    figures = {one.key: one.data for one in handout.figures}
    assert len(figures) == len(handout.figures), "no two figures under one key"
    if figures.keys() - {"findings", "side_by_side"}:
        CHECKS[handout.slug](handout, figures)
    else:
        # Filters that leave nothing: then the file is empty too, and has its header.
        assert len(handout.rows) == 0
        assert len(handout.rows.columns)


def cells(table: dict[str, Any], *names: str) -> list[tuple[Any, ...]]:
    """The values of some columns of a table: the number where a cell has one, else its text."""
    at = [[column["id"] for column in table["columns"]].index(name) for name in names]
    return [tuple(value_of(row["cells"][one]) for one in at) for row in table["rows"]]


def value_of(cell: Any) -> Any:
    return cell.get("v", cell["t"]) if isinstance(cell, dict) else cell


def column(rows: pd.DataFrame, name: str) -> list[Any]:
    return [None if missing else value for value, missing in zip(rows[name].tolist(), rows[name].isna(), strict=True)]


def pairs(rows: pd.DataFrame, *names: str) -> list[tuple[Any, ...]]:
    return list(zip(*(column(rows, name) for name in names), strict=True))


def check_indicator(handout: Handout, figures: Figures) -> None:
    rows = handout.rows
    assert [row["id"] for row in figures["table"]["rows"]] == column(rows, "iso3")
    shown = cells(figures["table"], "country", "value", "printed", "status")
    downloaded = pairs(rows, "country", "value", "printed_value", "status")
    for (country, value, printed, status), (own, number, text, code) in zip(shown, downloaded, strict=True):
        assert (country, value, printed) == (own, number, text or "")
        assert status in STATUS_WORDS.get(code, {status})
    valued = rows[rows["rank_first"].notna()]
    ranked = [(row["id"], row["value"]) for row in figures["ranking"]["rows"] if row["in"]]
    assert ranked == pairs(valued, "iso3", "value")
    coloured = {one for one, area in figures["map"]["areas"].items() if area["in"] and area["class"] is not None}
    assert coloured == set(column(valued, "iso3"))


def cents_of(rows: pd.DataFrame) -> list[int]:
    return [round(100 * one) for one in rows["amount_eur"]]


def sum_by(rows: pd.DataFrame, name: str) -> Counter[str]:
    found: Counter[str] = Counter()
    for key, cents in zip(column(rows, name), cents_of(rows), strict=True):
        found[key] += cents
    return +found


def check_records(handout: Handout, figures: Figures) -> None:
    rows = handout.rows
    key = "decision_id" if handout.parameters["measure"] == "committed" else "contract_id"
    shown = [
        (one, to.partition(", share of ")[0], amount)
        for one, to, amount in cells(figures["table"], "record", "recipient", "amount")
    ]
    assert shown == pairs(rows, key, "recipient", "amount_eur")
    is_share = [", share of " in to for (to,) in cells(figures["table"], "recipient")]
    assert is_share == ["share by the rule" in one for one in column(rows, "amount_is")]


def check_commitments(handout: Handout, figures: Figures) -> None:
    check_records(handout, figures)
    total = sum(cents_of(handout.rows))
    for name, drawn in figures.items():
        if name.startswith("bars_"):
            assert sum(bar["cents"] for bar in drawn["rows"]) == total
    levels = {bar["id"]: bar["cents"] for bar in figures["bars_level"]["rows"] if bar["cents"]}
    assert levels == dict(sum_by(handout.rows, "level"))
    names = DIMENSIONS["recipient"].name_values()
    by_recipient = sum_by(handout.rows, "recipient")
    ranked = {names[row["id"]]: row["cents"] for row in figures["ranking"]["rows"] if row["in"] and row["cents"]}
    assert all(by_recipient[name] == cents for name, cents in ranked.items())
    assert set(ranked) == {name for name in by_recipient if not name.endswith("(region)")} - {"Trans-regional"}


def list_leaves(tiles: list[dict[str, Any]]) -> list[int]:
    return [
        one for tile in tiles for one in (list_leaves(tile["children"]) if tile.get("children") else [tile["cents"]])
    ]


def check_money(handout: Handout, figures: Figures) -> None:
    check_records(handout, figures)
    cents = cents_of(handout.rows)
    chart = next((one for one in handout.figures if one.key.startswith("chart_")), None)
    assert (chart is None) == (handout.parameters["chart"] == "dates" and handout.parameters["measure"] == "committed")
    if chart is None:
        return
    data = chart.data
    if chart.kind == "bars":
        assert sum(bar["cents"] for bar in data["rows"]) == sum(cents)
        assert all(sum(part["cents"] for part in bar["segments"]) == bar["cents"] for bar in data["rows"])
    elif chart.kind == "treemap":
        assert sorted(filter(None, list_leaves(data["children"]))) == sorted(filter(None, cents))
    elif chart.kind == "flow":
        assert sum(node["cents"] for node in data["nodes"] if node["column"] == 0) == sum(cents)
    elif chart.kind == "years":
        assert sum(bar["cents"] for bar in (*data["bars"], *data["apart"])) == sum(cents)
    else:
        drawn = Counter(row["cents"] for group in data["groups"] for row in group["rows"])
        assert drawn <= Counter(cents), "a line is one row of the file"


def check_need(handout: Handout, figures: Figures) -> None:
    rows = handout.rows
    assert [row["id"] for row in figures["table"]["rows"]] == column(rows, "place_id")
    assert [one for (one,) in cells(figures["table"], "value")] == column(rows, "value")
    shown = [one for (one,) in cells(figures["table"], "amount")]
    for number, euros in zip(shown, column(rows, "amount_eur"), strict=True):
        assert (number or 0) == (euros or 0) / 1e6 or abs(number - euros / 1e6) < 1e-9
    countries = rows[rows["place_kind"] == "country"]
    coloured = {one for one, area in figures["map_need"]["areas"].items() if area["in"] and area["class"] is not None}
    assert coloured == set(column(countries[countries["value"].notna()], "place_id"))


def check_compare(handout: Handout, figures: Figures) -> None:
    assert cells(figures["table"], "country", "x", "y") == pairs(handout.rows, "country", "x_value", "y_value")
    plotted = handout.rows[handout.rows["is_plotted"].astype(bool)]
    assert {point["id"] for point in figures["scatter"]["points"]} == set(column(plotted, "iso3"))
    if "side_by_side" in figures:
        shown = [
            cell["has"] for part in figures["side_by_side"]["sections"] for row in part["rows"] for cell in row["cells"]
        ]
        assert sum(shown) == handout.further[0].frame["value"].notna().sum()
        assert len(shown) == len(handout.further[0].frame)


def check_gaps(handout: Handout, figures: Figures) -> None:
    downloaded = pairs(handout.rows, "iso3", "indicator_id", "status", "printed_value")
    by_cell = {(iso3, one): (status, printed) for iso3, one, status, printed in downloaded}
    drawn = figures["matrix"]
    names = [one["id"] for one in drawn["columns"] if one["kind"] == "mark"]
    assert len(by_cell) == len(names) * len(drawn["rows"])
    for row in drawn["rows"]:
        for name, cell in zip(names, row["cells"], strict=False):
            status, printed = by_cell[row["id"], name]
            if status in {"ok", "doubtful", "conflict"}:
                assert f"“{printed}”" in cell["label"]
            else:
                assert not any(digit.isdigit() for digit in cell["label"])


def check_reconciliation(handout: Handout, figures: Figures) -> None:
    rows = handout.rows
    assert [row["id"] for row in figures["reconciliation"]["rows"]] == column(rows, "figure_id")
    assert cells(figures["reconciliation"], "published", "stated") == pairs(rows, "published", "recomputed_as_stated")


def check_alliances(handout: Handout, figures: Figures) -> None:
    drawn = figures["matrix"]
    named = {(row["id"], one["id"]) for row in drawn["rows"] for one, cell in zip(drawn["columns"], row["cells"], strict=True)
             if one["id"] in name_alliances() and cell["v"] is not None}  # fmt: skip
    assert named == set(pairs(handout.rows, "iso3", "alliance_id"))
    indicator = handout.further[0].frame
    points = [
        (row["label"], one["id"], one["value"]) for row in figures["distribution"]["rows"] for one in row["points"]
    ]
    assert sorted(points) == sorted(one for one in pairs(indicator, "set", "iso3", "value") if one[2] is not None)


def check_context(handout: Handout, figures: Figures) -> None:
    year = handout.parameters["donor_year"]
    rows = handout.rows[(handout.rows["year"] == year) & ~handout.rows["is_aggregate"].astype(bool)]
    bars = [(row["label"], row["value"]) for group in figures["donors"]["groups"] for row in group["rows"]]
    assert bars == pairs(rows, "donor", "usd_million")
    further = {one.name: one.frame for one in handout.further}
    events = [one["id"] for lane in figures["timeline"]["lanes"] for one in lane["events"]]
    assert sorted(events) == sorted(column(further["events"], "event_id"))
    cards = [card["id"] for card in figures["later_programmes"]["cards"]]
    assert cards == list(dict.fromkeys(column(further["later-programmes"], "programme_id")))


def check_country(handout: Handout, figures: Figures) -> None:
    rows = handout.rows
    if "kind" not in rows.columns:
        shown = [(row["id"], value_of(row["cells"][4])) for row in figures["table"]["rows"]]
        assert shown == pairs(rows, "iso3", "indicators_reported")
        return
    ledgers = [drawn for key, drawn in figures.items() if key.startswith("ledger")]
    decisions = [one for drawn in ledgers for one in drawn["decisions"]]
    kinds = defaultdict(list)
    for kind, one in pairs(rows, "kind", "id"):
        kinds[kind].append(one)
    assert [one["id"] for one in decisions] == kinds["decision"] + kinds["regional_decision"]
    contracts = [contract["id"] for one in decisions for contract in one["contracts"]]
    assert contracts == kinds["contract"] + kinds["regional_contract"]
    if "strips" in figures:
        strips = [row["id"] for group in figures["strips"]["groups"] for row in group["rows"]]
        assert strips == kinds["indicator"]


def check_sources(handout: Handout, figures: Figures) -> None:
    assert [one for (one,) in cells(figures["documents"], "source_id")] == column(handout.rows, "source_id")
    titles = next(one.frame for one in handout.further if one.name == "caveats")
    assert [one for (one,) in cells(figures["caveats"], "title")] == column(titles, "title")


CHECKS = {
    "overview": check_indicator, "violence": check_indicator, "prisons": check_indicator, "commitments": check_commitments,
    "money": check_money, "need": check_need, "compare": check_compare, "gaps": check_gaps, "reconciliation": check_reconciliation,
    "alliances": check_alliances, "context": check_context, "country": check_country, "sources": check_sources,
}  # fmt: skip
