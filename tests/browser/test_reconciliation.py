"""The ledger in a browser: links to rows, the filter by keyboard, marks on their lines, nothing wider than a phone."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenWindow, Server
from tests.browser.window import Window

pytestmark = pytest.mark.browser


def open_ledger(window: Window, query: str = "") -> None:
    """Open the page, which has no map to wait for."""
    window.page.goto(f"{window.server_url}/reconciliation{query}", wait_until="commit")
    expect(window.table_row("section6_bilateral").or_(window.table_row("summary_total")).first).to_be_visible()
    window.wait_for_run()


def test_a_row_leads_to_what_it_counts_on_the_same_server(window: Window) -> None:
    open_ledger(window)
    rows = window.table_row("section6_bilateral").get_by_role("link")
    expect(rows).to_have_attribute("href", "money?v=1&lang=en&measure=contracted&early=include&level=B")
    expect(rows).to_have_attribute("target", "_self")
    assert rows.evaluate("link => link.href").startswith(f"{window.server_url}/money?")
    expect(window.table_row("footnote43_casac_spent").get_by_role("link")).to_have_count(0)


def test_a_verdict_is_chosen_with_the_keyboard_and_stands_in_the_link(window: Window) -> None:
    open_ledger(window)
    window.page.get_by_role("button", name="on another base (14)").press("Enter")
    window.expect_parameters(verdict="other_base")
    expect(window.page.locator(".table tr[data-row^='section']").first).to_contain_text("on another base")
    expect(window.table_row("summary_total")).to_have_count(0)


def test_sorting_by_a_column_keeps_the_links(window: Window) -> None:
    open_ledger(window, "?verdict=does_not_come_out")
    table = window.page.locator(".table").filter(has=window.page.locator("tr[data-row=summary_total]"))
    table.get_by_role("button", name="Gap").click()
    expect(table.locator("tbody tr").first).to_have_attribute("data-row", "annex_i_eurosocial")
    expect(table.locator("tbody tr").first.get_by_role("link")).to_have_text("1 decision")
    expect(table.locator("tbody")).not_to_contain_text("within rounding")


def test_on_a_phone_every_line_keeps_its_words_and_its_marks(open_window: OpenWindow, server: Server) -> None:
    window = open_window(server, viewport={"width": 390, "height": 844}, color_scheme="dark")
    open_ledger(window)
    row = window.page.locator(".gap-strip.gaps .row", has_text="Instrument for Stability")
    row.scroll_into_view_if_needed()
    expect(row).to_contain_text("on another base")
    expect(row).to_contain_text("26.5 m as stated, 24.0 m there")
    expect(row.locator(".mark")).to_have_count(3)
    assert window.page.evaluate("document.documentElement.scrollWidth") <= 390
    assert window.complaints == []
