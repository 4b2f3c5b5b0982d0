"""The atlas beside a tutorial's page, the same as a Dash app, and the limit: the same changes, by keyboard, in the same browser."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser

from data.store import load_table
from tests.bench import drive
from tests.bench.browser import MAP_LOOK, PLOTLY_LOOK, WINDOW, open_tab, run_browser
from tests.bench.drive import Change, Driver, Sample
from tests.bench.peers.limit import serve_limit
from tests.bench.relay import relay_to
from tests.bench.server import Server, serve_atlas, serve_dash, serve_tutorial

CHANGES, QUICK_CHANGES = 20, 6


@dataclass(frozen=True)
class Subject:
    """A page that is measured: its server, its path, how it is driven, and what its map looks like."""

    serve: Callable[[], AbstractContextManager[Server]]
    path: str
    driver: Driver
    look: str


SUBJECTS = {
    "atlas": Subject(serve_atlas, "/prisons", drive.STREAMLIT, MAP_LOOK),
    "tutorial": Subject(serve_tutorial, "/", drive.STREAMLIT, PLOTLY_LOOK),
    "dash": Subject(serve_dash, "/", drive.DASH, PLOTLY_LOOK),
}


def measure(*, is_quick: bool) -> dict[str, Any]:
    """Return what each page's changes cost: to selections that nobody asked for before ("new"), and the same again ("seen")."""
    walk = plan(QUICK_CHANGES if is_quick else CHANGES)
    with run_browser() as browser:
        found = {name: _measure_subject(browser, subject, walk) for name, subject in SUBJECTS.items()}
        return found | {"limit": _measure_limit(browser, len(walk))}


def plan(changes: int) -> list[Change]:
    """Return the changes of indicator and sub-region on the page "Prisons and justice"."""
    indicators = load_table("indicators").sort_values("order")
    names = indicators.loc[indicators["topic"] == "prisons", "name"].tolist()
    return drive.plan_walk(names, load_table("subregions").sort_values("order")["name"].tolist(), changes)


def _measure_subject(browser: Browser, subject: Subject, walk: list[Change]) -> dict[str, Any]:
    with subject.serve() as server:
        (first_ms, answers_ms), new = _walk(browser, server, subject, walk)
        _, seen = _walk(browser, server, subject, walk)
        return {
            "new": drive.sum_up(new),
            "seen": drive.sum_up(seen),
            "first_map_ms": first_ms,
            "first_answer_ms": answers_ms,
            "memory_mb": server.memory_mb(),
        }


def _walk(
    browser: Browser, server: Server, subject: Subject, walk: list[Change]
) -> tuple[tuple[float, float], list[Sample]]:
    """Walk through the changes with an empty browser cache; return ms to the first map and to the one that answers, and what each change cost.

    Raises ValueError where the atlas asks another host for something.
    """
    with browser.new_context(viewport=WINDOW) as context, relay_to(server.url) as relay:
        tab = open_tab(context, subject.look, foreign_to=relay.url, relay=relay)
        first = tab.open(relay.url + subject.path)
        drive.rest(tab, subject.driver, server.cpu_ms)
        samples = [drive.make(tab, subject.driver, change, server.cpu_ms) for change in walk]
        if tab.foreign and subject.serve is not serve_tutorial:
            raise ValueError(f"asked other hosts: {tab.foreign}")
        return first, samples


def _measure_limit(browser: Browser, changes: int) -> dict[str, Any]:
    """Repaint without a server. Raises ValueError where a repaint asked one all the same."""
    with serve_limit() as url, browser.new_context(viewport=WINDOW) as context:
        tab = open_tab(context, MAP_LOOK)
        tab.open(url)
        loaded = tab.requests
        samples = [drive.make(tab, drive.STILL, Change("", ""), lambda: 0.0) for _ in range(changes)]
        if tab.requests != loaded:
            raise ValueError("the limit is to repaint without asking a server")
        return drive.sum_up(samples)
