"""Cards of records in a browser: a link opens one, its relatives open, its link is copied, and the table turns pages by keyboard."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenWindow, Server
from tests.browser.window import Window

pytestmark = pytest.mark.browser


def test_a_permalink_leads_from_record_to_record_and_closes(window: Window) -> None:
    window.open("money?v=1&measure=contracted&record=256253")
    card = window.record_card
    expect(card.locator(".reference")).to_have_text("256253")
    expect(card.locator("#title")).to_have_attribute("lang", "en")

    card.locator('[data-pick="record=DCI-ALA/2010/022-399"]').last.click()
    window.expect_parameters(record="DCI-ALA%2F2010%2F022-399", measure="contracted")
    expect(card.locator(".reference")).to_have_text("DCI-ALA/2010/022-399")
    expect(card.locator("#title")).to_be_focused()
    expect(card.locator(".amounts b")).to_have_text(["EUR 3,000,000", "EUR 2,500,000"])

    card.get_by_role("button", name="Filter by recipient: Guatemala").click()
    window.expect_parameters(recipient="GTM", record="DCI-ALA%2F2010%2F022-399")
    expect(card.get_by_role("button", name="Filter by recipient: Guatemala")).to_have_count(0)

    card.get_by_role("button", name="Close").click()
    window.expect_parameters(record="", recipient="GTM")
    expect(card).to_have_count(0)
    expect(window.page.locator(".standouts #title")).to_be_visible()
    assert window.complaints == []


def test_the_link_is_copied_without_the_filters(server: Server, open_window: OpenWindow) -> None:
    window = open_window(server, permissions=["clipboard-read", "clipboard-write"])
    window.open("money?v=1&measure=committed&zone=central_america&record=DCI-ALA/2010/022-399")
    window.record_card.get_by_role("button", name="Copy link").click()
    expect(window.record_card.get_by_role("status")).to_have_text("Link copied.")
    copied = window.page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{server.url}/money?v=1&lang=en&measure=committed&record=DCI-ALA%2F2010%2F022-399"
    expect(window.record_card.get_by_role("link", name="Permalink")).to_have_attribute("href", copied)


def test_what_stands_out_narrows_and_gives_back(window: Window) -> None:
    window.open("money")
    without = window.page.locator('.standouts [data-pick="uptake=none"]')
    without.click()
    window.expect_parameters(uptake="none", record="")
    expect(without).to_have_attribute("aria-pressed", "true")
    expect(without).to_be_focused()
    expect(window.headline).to_contain_text("10 decisions")
    window.page.keyboard.press("Enter")
    window.expect_parameters(uptake="")
    expect(window.headline).to_contain_text("41 decisions")


def test_the_table_turns_pages_by_keyboard_and_sorts_all_rows(window: Window) -> None:
    window.open("money?v=1&measure=contracted")
    rows, count = window.page.locator(".table tbody tr"), window.page.locator(".table .count")
    expect(count).to_have_text("1–25 of 154 rows")
    expect(rows).to_have_count(25)
    first = rows.first.get_attribute("data-row")
    rows.first.get_by_role("button").focus()
    window.page.keyboard.press("PageDown")
    expect(count).to_have_text("26–50 of 154 rows")
    expect(rows.first.get_by_role("button")).to_be_focused()
    assert rows.first.get_attribute("data-row") != first
    window.page.keyboard.press("PageUp")
    expect(rows.first).to_have_attribute("data-row", str(first))

    amount = window.page.get_by_role("button", name=re.compile("Contracted, EUR"))
    amount.click()
    amount.click()
    smallest = rows.first.get_attribute("data-row")
    rows.first.get_by_role("button").click()
    window.expect_parameters(record=str(smallest))
    assert smallest != first
    expect(count).to_have_text("1–25 of 154 rows")


def test_the_page_of_the_chosen_row_is_opened_and_references_stay_whole(
    server: Server, open_window: OpenWindow
) -> None:
    for viewport in ({"width": 1440, "height": 900}, {"width": 390, "height": 844}):
        window = open_window(server, viewport=viewport)
        window.open("money?v=1&measure=contracted&record=130523")
        row = window.table_row("130523")
        expect(row).to_contain_class("selected")
        expect(window.page.locator(".table .count")).not_to_have_text("1–25 of 154 rows")
        assert row.locator("th button").evaluate("button => button.getClientRects().length") == 1
        # Nothing of the card runs out of the screen.
        box = window.record_card.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= viewport["width"]


def test_on_a_phone_the_card_comes_into_view(server: Server, open_window: OpenWindow) -> None:
    window = open_window(server, viewport={"width": 390, "height": 844})
    window.open("money?v=1&measure=contracted&record=256253")
    expect(window.record_card.locator("#title")).to_be_in_viewport()


def test_a_decision_of_a_country_opens_its_card_without_loading_the_page_again(window: Window) -> None:
    window.open("country?place=GTM")
    loads = len([one for one in window.requests if one.is_navigation_request()])
    window.page.locator('.ledger [data-record="DCI-ALA/2010/021-929"]').first.click()
    expect(window.page).to_have_url(re.compile(r"/money\?.*record=DCI-ALA%2F2010%2F021-929"))
    expect(window.record_card.locator(".reference")).to_have_text("DCI-ALA/2010/021-929")
    assert len([one for one in window.requests if one.is_navigation_request()]) == loads
