"""Changes of a page by keyboard: what each one waits, and what it costs the server."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.bench.browser import Tab
from tests.bench.numbers import median, percentile

SETTLED_MS, POLL_MS = 0.5, 60
STREAMLIT_RESTS = """document.querySelector('[data-testid="stApp"][data-test-script-state="notRunning"]')"""
_LIT = "document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))"
DASH_RESTS = 'document.title !== "Updating..."'


@dataclass(frozen=True)
class Change:
    """One change of a filter: its label, the option, and whether the option is taken out of several; without a label, of a radio group."""

    label: str
    option: str
    removes: bool = False


@dataclass(frozen=True)
class Sample:
    """What one change cost: key press to repainted figure, processor time of the server, bytes that the browser received."""

    wait_ms: float
    cpu_ms: float
    received_bytes: int


@dataclass(frozen=True)
class Driver:
    """How a kind of page is driven: brings the keyboard to where one key makes the change, returning that key; and when it rests."""

    prepare: Callable[[Tab, Change], str]
    rests: str = "true"


def make(tab: Tab, driver: Driver, change: Change, cpu_ms: Callable[[], float]) -> Sample:
    """Make a change; return what it cost once page and server are at rest again. Raises a timeout where the figure stays as it was.

    What the server does while the list is open counts, but the wait begins with the key, when everything is at rest: as for someone who looks
    at an option before choosing it.
    """
    cpu, received = cpu_ms(), tab.received_bytes
    key = driver.prepare(tab, change)
    tab.page.evaluate("bench.lit = document.activeElement")
    rest(tab, driver, cpu_ms)
    # A list that opens late may have taken the keyboard to its search field.
    tab.page.evaluate("bench.lit.focus(); bench.took = 0; bench.armed = true")
    tab.page.keyboard.press(key)
    try:
        tab.wait_for("bench.took")
    except TimeoutError as error:
        raise TimeoutError(f"{change} did not change the figure of {tab.page.url}: {error}") from error
    wait_ms = float(tab.page.evaluate("bench.took"))
    rest(tab, driver, cpu_ms)
    sample = Sample(wait_ms, cpu_ms() - cpu, tab.received_bytes - received)
    tab.page.keyboard.press("Escape")
    return sample


def rest(tab: Tab, driver: Driver, cpu_ms: Callable[[], float]) -> None:
    """Wait until the page is done and the server uses no processor any more: what follows a run counts too."""
    tab.wait_for(driver.rests)
    before, now = -1.0, cpu_ms()
    while now - before > SETTLED_MS:
        tab.page.wait_for_timeout(POLL_MS)
        before, now = now, cpu_ms()


def sum_up(samples: list[Sample]) -> dict[str, Any]:
    """Return medians, and the 95th percentile of the wait, of some changes."""
    waits = [sample.wait_ms for sample in samples]
    return {
        "changes": len(samples),
        "wait_p50_ms": median(waits),
        "wait_p95_ms": percentile(waits, 95),
        "cpu_ms": median([sample.cpu_ms for sample in samples]),
        "received_kb": median([sample.received_bytes / 1e3 for sample in samples]),
    }


def _prepare_streamlit(tab: Tab, change: Change) -> str:
    if not change.label:
        tab.page.get_by_role("radio", name=change.option, exact=True).focus()
        return "Enter"
    box = tab.page.get_by_role("combobox", name=change.label, exact=True)
    box.focus()
    if change.removes:
        return "Backspace"
    box.fill(change.option)
    # The list may still show every option, and Enter would take the one that is lit.
    tab.wait_for(f"{_LIT}?.textContent.trim() === {json.dumps(change.option)}")
    return "Enter"


def _prepare_dash(tab: Tab, change: Change) -> str:
    # The list of the change before may still be closing, and Enter would close it for good.
    tab.page.get_by_role("option").first.wait_for(state="hidden")
    tab.page.locator(f"#{'indicator' if change.label == 'Indicator' else 'subregion'}").press("Enter")
    option = tab.page.get_by_role("option").filter(has=tab.page.get_by_text(change.option, exact=True))
    option.locator("input").focus()
    return " "


def _prepare_still(_tab: Tab, _change: Change) -> str:
    return "Enter"


STREAMLIT = Driver(_prepare_streamlit, STREAMLIT_RESTS)
DASH = Driver(_prepare_dash, DASH_RESTS)
STILL = Driver(_prepare_still)


def plan_walk(indicators: list[str], subregions: list[str], length: int) -> list[Change]:
    """Return changes of which each leads to a selection not seen before: sub-regions are added one by one, taken out, added, ...

    Raises ValueError where the filters have fewer selections than that.
    """
    changes: list[Change] = []
    for index, indicator in enumerate(indicators):
        if index:
            changes.append(Change("Indicator", indicator))
        removes = index % 2 == 1
        changes += [Change("Sub-region", name, removes) for name in (reversed(subregions) if removes else subregions)]
    if len(changes) < length:
        raise ValueError(
            f"{len(indicators)} indicators and {len(subregions)} sub-regions give {len(changes)} changes, not {length}"
        )
    return changes[:length]
