"""Every page: key press to repainted figure, processor time of the rerun, bytes of the change."""

from dataclasses import dataclass
from itertools import cycle, islice
from typing import Any

from playwright.sync_api import Browser

from tests.bench import drive
from tests.bench.browser import MAP_LOOK, WINDOW, look_at, open_tab, run_browser
from tests.bench.drive import Change
from tests.bench.relay import relay_to
from tests.bench.server import Server, serve_atlas

CHANGES, QUICK_CHANGES = 30, 4


@dataclass(frozen=True)
class Interaction:
    """What is changed on a page over and over, and the figure that shows it."""

    path: str
    figure: str
    look: str
    changes: tuple[Change, ...]


def _pick(label: str, *options: str) -> tuple[Change, ...]:
    return tuple(Change(label, option) for option in options)


def _in_and_out(label: str, option: str) -> tuple[Change, ...]:
    return Change(label, option), Change(label, option, removes=True)


_MEASURES = _pick("Measure", "Amounts contracted", "Amounts committed")

# Sources has nothing to change. The first change differs from what the page opens with, and so does each next one.
INTERACTIONS = {
    "overview": Interaction("/", "map", MAP_LOOK, _pick("Indicator", "Rule of law", "Prisoners", "Police", "Homicide rate")),
    "violence": Interaction("/violence", "map", MAP_LOOK, _pick("Indicator", "Rule of law", "Control of corruption", "Homicide rate")),
    "prisons": Interaction("/prisons", "map", MAP_LOOK, _pick("Indicator", "Police", "Prisoners", "Prosecutors", "Prison occupancy")),
    "commitments": Interaction("/commitments", "map", MAP_LOOK, _MEASURES),
    "money": Interaction("/money", "bars", look_at(".chart"), _MEASURES),
    "context": Interaction("/context", "bars of donors", look_at(".signed-bars"), _pick("", "2008", "2009", "2010", "2011")),
    "reconciliation": Interaction(
        "/reconciliation", "table, 20th row", look_at(".table tbody tr:nth-child(20)"),
        _pick("Order", "As in the report, by page", "Largest unexplained gap first"),
    ),
    "country": Interaction("/country?v=1&place=BRA", "strips", look_at(".strips"), _pick("Country", "Honduras", "Jamaica", "Chile", "Brazil")),
    "alliances": Interaction("/alliances", "map", MAP_LOOK, _in_and_out("Sub-region", "Caribbean")),
    "compare": Interaction("/compare", "scatter", look_at(".scatter"), _pick("Across", "Rule of law", "Police", "Homicide rate")),
    "gaps": Interaction("/gaps", "matrix", look_at(".matrix"), _in_and_out("Sub-region", "Caribbean")),
}  # fmt: skip


def measure(*, is_quick: bool) -> dict[str, Any]:
    """Return what a change costs on each page that has one; the page's views were asked for once before."""
    count = QUICK_CHANGES if is_quick else CHANGES
    with serve_atlas() as server, run_browser() as browser:
        return {slug: _measure_page(browser, server, one, count) for slug, one in INTERACTIONS.items()}


def _measure_page(browser: Browser, server: Server, interaction: Interaction, count: int) -> dict[str, Any]:
    with browser.new_context(viewport=WINDOW) as context, relay_to(server.url) as relay:
        tab = open_tab(context, interaction.look, relay=relay)
        tab.open(relay.url + interaction.path)
        drive.rest(tab, drive.STREAMLIT, server.cpu_ms)
        warm = [drive.make(tab, drive.STREAMLIT, change, server.cpu_ms) for change in interaction.changes]
        again = islice(cycle(interaction.changes), max(count, len(warm)))
        samples = [drive.make(tab, drive.STREAMLIT, change, server.cpu_ms) for change in again]
        return {"figure": interaction.figure} | drive.sum_up(samples)
