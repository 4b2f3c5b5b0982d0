"""The charts of "Follow the money" in a browser: a click or a key on a mark changes link and headline, and focus stays."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenWindow, Server
from tests.browser.window import Window

pytestmark = pytest.mark.browser
PHONE = {"width": 390, "height": 844}
CHARTS = ("bars", "treemap", "flow", "years", "dates")


def test_a_click_on_a_treemap_narrows_and_opens(window: Window) -> None:
    window.open("money?chart=treemap")
    heading = window.page.locator('.treemap [data-mark="central_america/GTM"]')
    heading.click()
    window.expect_parameters(recipient="GTM", chart="treemap")
    expect(window.headline).to_contain_text("committed to Guatemala in 5 decisions")
    expect(heading).to_have_attribute("aria-pressed", "true")
    expect(window.page.locator('.treemap [data-mark="andean_community/COL"]')).to_have_count(0)

    tile = window.page.locator(".treemap .leaf").first
    tile.click()
    record = (tile.get_attribute("data-mark") or "").partition("/")[2]
    expect(window.page).to_have_url(re.compile(f"record={record.replace('/', '%2F')}(&|$)"))
    expect(window.headline).to_contain_text("Guatemala")
    assert window.complaints == []


def test_bars_by_keyboard(window: Window) -> None:
    window.open("money?chart=bars&by=zone&split=level")
    marks = window.page.locator(".bars [data-mark]")
    expect(marks.first).to_be_visible()
    assert marks.evaluate_all("marks => marks.filter(mark => mark.tabIndex === 0).length") == 1
    marks.first.focus()
    window.page.keyboard.press("ArrowDown")
    window.page.keyboard.press("End")
    focused = window.page.locator(".bars [data-mark]:focus")
    expect(focused).to_have_attribute("data-mark", re.compile("^other_south_america"))
    window.page.keyboard.press("Home")
    expect(focused).to_have_attribute("data-mark", "andean_community")
    window.page.keyboard.press("Enter")
    window.expect_parameters(zone="andean_community")
    expect(window.headline).to_contain_text("EUR 160.2 million")
    # The chart outlived the run: the same mark has the focus, and Enter lets go.
    expect(focused).to_have_attribute("data-mark", "andean_community")
    expect(focused).to_have_attribute("aria-pressed", "true")
    window.page.keyboard.press("Enter")
    window.expect_parameters(zone="")
    expect(window.headline).not_to_contain_text("EUR 160.2 million")


def test_a_band_says_what_it_is_and_filters_by_both_ends(window: Window) -> None:
    window.open("money?chart=flow&measure=contracted&flow=partner")
    band = window.page.locator('.flow [data-mark="0/EDF/caribbean"]')
    expect(band).to_have_attribute(
        "aria-label", re.compile(r"^EDF to Caribbean\. EUR [\d,.]+, 22 per cent of this view")
    )
    band.focus()
    window.page.keyboard.press("Enter")
    window.expect_parameters(instrument="EDF", zone="caribbean")
    expect(window.page.locator('.flow [data-mark="0/DCI-ALA/andean_community"]')).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_charts_fit_a_phone(open_window: OpenWindow, server: Server, scheme: str) -> None:
    window = open_window(server, viewport=PHONE, color_scheme=scheme)
    for chart in CHARTS:
        window.open(f"money?chart={chart}&measure=contracted&by=decision")
        expect(window.page.locator(f".chart.{chart} [data-mark]").first).to_be_attached()
        assert window.page.evaluate("document.scrollingElement.scrollWidth") <= PHONE["width"]
        beyond = window.page.locator(f".chart.{chart} [data-mark]").evaluate_all(
            "marks => marks.filter(mark => mark.getBoundingClientRect().right > innerWidth + 1).length"
        )
        assert beyond == 0
    assert window.complaints == []
