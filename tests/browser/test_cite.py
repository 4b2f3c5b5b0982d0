"""Citing from a card in a browser: the number of the card comes first, its link is the card's own, and it can be copied."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenWindow, Server

pytestmark = pytest.mark.browser


def test_a_record_is_cited_from_its_card_with_the_card_s_own_link(server: Server, open_window: OpenWindow) -> None:
    window = open_window(server, permissions=["clipboard-read", "clipboard-write"])
    window.open("money?v=1&measure=committed&zone=central_america&record=DCI-ALA/2010/022-399")
    link = str(window.record_card.get_by_role("link", name="Permalink").get_attribute("href"))
    window.record_card.get_by_role("button", name="Cite").click()
    dialog = window.page.get_by_role("dialog")
    expect(dialog.locator(".copy pre").first).to_contain_text("Committed by decision DCI-ALA/2010/022-399")
    dialog.get_by_role("button", name="Copy: As text").click()
    expect(dialog.get_by_role("status").first).to_have_text("Copied.")
    copied = window.page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith(link)
    assert "Doubtful: printed so, but hardly right." in copied
    with window.page.expect_download() as kept:
        dialog.get_by_role("button", name="Download .bib").click()
    assert kept.value.suggested_filename == "lac_atlas_decision_dci_ala_2010_022_399.bib"
    assert window.complaints == []


def test_a_country_is_cited_from_its_card_and_the_keyboard_comes_back(server: Server, open_window: OpenWindow) -> None:
    window = open_window(server, viewport={"width": 390, "height": 844})
    window.open("prisons?place=SUR&indicator=prisoners_per_100k")
    cite = window.page.locator(".card").get_by_role("button", name="Cite")
    cite.focus()
    window.page.keyboard.press("Enter")
    dialog = window.page.get_by_role("dialog")
    expect(dialog.locator(".copy pre").first).to_contain_text("Prisoners, Suriname, 2011: 1,589")
    assert dialog.evaluate("dialog => dialog.scrollWidth <= dialog.clientWidth")
    window.page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(cite).to_be_focused()
