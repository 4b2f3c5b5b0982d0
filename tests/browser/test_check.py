"""Check it yourself, as a visitor does it: one click, a verdict with times, a text to copy, and no request to anywhere else."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.window import Window

pytestmark = pytest.mark.browser


def test_the_checks_run_and_say_how_long_they_took(window: Window) -> None:
    window.open("check")
    expect(window.page.locator(".table")).to_have_count(0)
    window.page.get_by_role("button", name="Run the checks").click()
    rows = window.page.locator(".table tbody tr")
    expect(rows).to_have_count(4)
    for row in range(4):
        expect(rows.nth(row)).to_contain_text("Pass")
    text = window.page.get_by_test_id("stCode")
    expect(text).to_contain_text("All 4 checks passed")
    expect(text).not_to_contain_text("FAIL")
    own = urlsplit(window.server_url).netloc
    asked = {urlsplit(request.url).netloc for request in window.requests if request.url.startswith("http")}
    assert asked == {own}
    assert window.complaints == []


def test_the_page_is_in_the_navigation_and_keeps_the_filters_of_others(window: Window) -> None:
    window.open("violence?subregion=caribbean")
    window.go("Check it yourself", section="Evidence")
    expect(window.headline).to_contain_text("Every number can be checked again")
    window.go("Violence")
    window.expect_parameters(subregion="caribbean")
    expect(window.bar("BRA")).to_have_count(0)
