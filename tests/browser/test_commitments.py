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

    window.click_at(window.country("caribbean").locator(".disc"))
    window.expect_parameters(place="caribbean", measure="committed")
    expect(window.card_title).to_contain_text("Caribbean")
    expect(window.selected).to_have_count(1)

    window.choose("measure", "Amounts contracted")
    window.expect_parameters(measure="contracted", place="caribbean")
    expect(window.drawing).to_have_attribute("aria-label", "Map: Amount contracted")
    assert_marks_name_amounts(window, "contracted")
    assert "committed" not in window.headline.inner_text()
    assert window.complaints == []


def test_a_rule_is_drawn_as_a_rule(window: Window) -> None:
    window.open("commitments")
    expect(window.page.locator(".map .caption")).to_be_hidden()
    window.page.get_by_role("radio", name="Equal shares").or_(
        window.page.get_by_role("button", name="Equal shares")
    ).first.click()
    window.expect_parameters(spread="equal_shares")

    expect(window.page.locator(".map .caption")).to_contain_text("Rule: equal shares")
    expect(window.world.locator(".mark.spread")).to_have_count(4)
    expect(window.country("caribbean").locator(".disc")).to_have_css("fill", "none")
    # Own money has the plain colour of its class; money by the rule alone is striped, on the map and in its bar.
    expect(window.country("COL")).to_have_attribute("fill", re.compile("^#"))
    expect(window.country("BRA")).to_have_attribute("fill", re.compile(r"^url\(#stripes-\d-world\)$"))
    expect(window.bar("BRA")).to_contain_text("0.8, all spread")
    expect(window.country("BRA")).to_have_attribute("aria-label", re.compile("all of it spread by the rule"))
    assert window.bar("GTM").locator(".bar.share").count() == 1
    assert "0.0" not in window.world.locator(".mark").all_inner_texts()
    assert window.complaints == []


def test_bars_of_both_panels_have_one_scale(window: Window) -> None:
    window.open("commitments?spread=equal_shares&subregion=caribbean")
    pixels = {}
    for place, amount in (("JAM", 33.71875), ("trans_regional", 26.5)):
        box = window.bar(place).locator(".bar").first.bounding_box()
        assert box is not None
        pixels[place] = box["width"] / amount
    assert pixels["JAM"] == pytest.approx(pixels["trans_regional"], rel=0.02)
    assert window.bar("trans_regional").locator(".bar.apart").count() == 1
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
