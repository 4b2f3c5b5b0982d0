"""The row of languages in a browser: one click shows the same view in another language, and the page says which it is."""

import pytest
from playwright.sync_api import Browser, expect

from geo.messages import LANGUAGES, say_count, speaking
from pages.kit.components.assets import FOLDER
from pages.kit.components.words import write_words
from tests.browser.conftest import OpenWindow, Server
from tests.browser.window import Window

pytestmark = pytest.mark.browser

LEAST_PIXELS = 24
LANGUAGE = "() => document.documentElement.lang"


def switch_to(window: Window, language: str) -> None:
    row = window.page.locator(".st-key-top")
    row.locator(f'a[lang="{language}"]').click()
    expect(row.locator(f'a[lang="{language}"]')).to_have_attribute("aria-current", "true")
    window.wait_for_run()


@pytest.mark.parametrize("path", ["", "violence", "sources"])
def test_a_click_shows_the_same_page_in_another_language(window: Window, path: str) -> None:
    window.open(path)
    assert window.page.evaluate(LANGUAGE) == "en"
    for language in ("es", "pt", "fr", "en"):
        switch_to(window, language)
        assert window.page.evaluate(LANGUAGE) == language
        assert window.page.url.startswith(f"{window.server_url}/{path}?")
        window.expect_parameters(lang=language)
        expect(window.headline).to_be_visible()
    assert window.complaints == []


def test_every_choice_is_kept_and_back_leads_to_the_language_before(window: Window) -> None:
    window.open("prisons?v=1&indicator=police_per_100k&subregion=central_america&alliance=sica&place=PAN")
    before = window.parameters
    switch_to(window, "es")
    expect(window.country("PAN")).to_have_attribute("aria-pressed", "true")
    assert window.parameters == before | {"lang": "es"}
    window.page.go_back()
    expect(window.page.locator('.st-key-top a[lang="en"]')).to_have_attribute("aria-current", "true")
    window.expect_parameters(lang="en", place="PAN")
    assert window.complaints == []


def test_the_browser_s_language_is_spoken_and_stays_on_every_page(server: Server, open_window: OpenWindow) -> None:
    window = open_window(server, locale="pt-BR")
    window.open("violence")
    assert window.page.evaluate(LANGUAGE) == "pt"
    window.expect_parameters(lang="pt")
    switch_to(window, "fr")
    window.page.locator('[data-testid="stTopNav"] a[href*="prisons"]').first.click()
    window.expect_parameters(indicator="prison_occupancy_pct", lang="fr")
    expect(window.country("BRA")).to_be_visible()
    assert window.complaints == []


@pytest.mark.parametrize("width", [1366, 320])
def test_the_links_are_large_enough_and_fit(server: Server, open_window: OpenWindow, width: int) -> None:
    window = open_window(server, viewport={"width": width, "height": 800})
    window.open("violence")
    links = window.page.locator(".st-key-top a")
    expect(links).to_have_count(len(LANGUAGES))
    for link in links.all():
        box = link.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= LEAST_PIXELS
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
    current = window.page.locator(".st-key-top a[aria-current]")
    assert current.evaluate("link => getComputedStyle(link).fontWeight") == "600"


@pytest.mark.parametrize("language", LANGUAGES)
def test_scripts_count_as_the_catalogues_do(chromium: Browser, language: str) -> None:
    numbers = [0, 1, 2]
    counting = f'return {numbers}.map((n) => sayCount("{{n}} row", "{{n}} rows", n));'
    script = (FOLDER / "base.js").read_text(encoding="utf-8") + counting
    page = chromium.new_page()
    told = page.evaluate(f"() => {{ {write_words(script, language)}{script} }}")
    page.close()
    with speaking(language):
        assert told == [say_count("{n} row", "{n} rows", number) for number in numbers]
