"""EU commitments: money for a region is a mark beside the countries and colours none of them."""

import re

import pytest
from playwright.sync_api import expect

from data.store import load_table
from tests.browser.window import Window

pytestmark = pytest.mark.browser

MARKS = {"andean_community", "caribbean", "central_america", "latin_america", "trans_regional"}


def test_regional_money_is_a_mark_and_never_a_fill(window: Window) -> None:
    window.open("commitments")
    marks = window.world.locator(".mark")
    expect(marks).to_have_count(len(MARKS))
    assert set(marks.evaluate_all("marks => marks.map(mark => mark.dataset.id)")) == MARKS
    assert_marks_name_amounts(window, "committed")
    expect(window.drawing).to_have_attribute("aria-label", "Map: Amount committed")

    window.click_at(window.country("caribbean").locator("circle"))
    window.expect_parameters(place="caribbean", measure="committed")
    expect(window.card_title).to_contain_text("Caribbean")
    expect(window.selected).to_have_count(1)

    window.choose("measure", "Amounts contracted")
    window.expect_parameters(measure="contracted", place="caribbean")
    expect(window.drawing).to_have_attribute("aria-label", "Map: Amount contracted")
    assert_marks_name_amounts(window, "contracted")
    assert "committed" not in window.headline.inner_text()
    assert window.complaints == []


def assert_marks_name_amounts(window: Window, measure: str) -> None:
    """Compare the map with the table of decisions: a fill where a country has its own, the sum of a region at its mark."""
    decisions = load_table("decisions")
    coloured = window.world.locator('[role="button"][fill^="#"]')
    own = decisions[decisions["iso3"].notna() & (decisions[f"{measure}_eur"].fillna(0) > 0)]
    assert set(coloured.evaluate_all("areas => areas.map(area => area.dataset.id)")) == set(own["iso3"])
    sums = decisions[decisions["place_kind"] == "region"].groupby("funding_zone_id")[f"{measure}_eur"].sum()
    for zone, amount in sums.items():
        expect(window.country(str(zone)).locator("text")).to_contain_text(f"{amount / 1e6:.1f}")
        expect(window.country(str(zone))).to_have_attribute("aria-label", re.compile(rf"EUR.*\b{amount / 1e6:.1f}\b"))
