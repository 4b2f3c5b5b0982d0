"""The figures of a run as a table: on the screen, and as docs/benchmarks.md with the machine they come from."""

import datetime
import os
import platform
import statistics
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.bench.drive import Sample
    from tests.bench.run import Measured

LIBRARIES = ("streamlit", "pandas", "plotly", "playwright")

PAGE = """# Benchmarks

What a filter change costs, on the atlas's page "Prisons and justice" and on the page that a Streamlit tutorial teaches
([tests/bench/peers/tutorial.py](../tests/bench/peers/tutorial.py): `read_csv` and the boundaries on each run,
`px.choropleth`, `st.dataframe`), over the same tables. This file is written by `make bench`; do not edit it.

{table}

{soak}How it is measured: each page has a server of its own, one at a time, and is driven by keyboard in the same headless
Chromium through the same {changes} changes of indicator and sub-region. Processor time is all that the server process
spends from the key press until it is at rest again, collection of garbage included. Bytes are what the browser receives
over the WebSocket, uncompressed. The wait runs from the key press to the first frame whose map differs. "New" selections
were never asked for since the server started; "seen" ones were, by an earlier visitor. The first load is that of a
browser with an empty cache, without compression. Medians, and the 95th percentile where named.

In the peer's favour: Plotly asks a CDN for a base map; here it gets an empty one at once. In the atlas's favour: the
peer runs with Streamlit's defaults, a full collection of garbage after each run among them, except for the file watcher,
which is off in both.

Machine: {cores} cores (load average {load:.1f} over five minutes, this run included), {system}, Python {python}, {libraries}. {date}, `{command}`.
"""


@dataclass(frozen=True)
class Row:
    """One line: what is measured, in which unit, for the atlas and for the peer."""

    label: str
    unit: str
    atlas: float
    peer: float

    @property
    def ratio(self) -> str:
        """The atlas's figure as a share of the peer's."""
        return f"{self.atlas / self.peer:.2f}" if self.peer else ""


def compare(atlas: "Measured", peer: "Measured") -> list[Row]:
    """Return every figure of both pages."""
    pairs = (("new selection", atlas.new, peer.new), ("seen selection", atlas.seen, peer.seen))
    rows = [row for words, ours, theirs in pairs for row in _compare_samples(words, ours, theirs)]
    return [
        *rows,
        Row("First load, empty cache: received", "KB", atlas.first_load.received_bytes / 1e3, peer.first_load.received_bytes / 1e3),
        Row("First load, empty cache: first map", "ms", atlas.first_load.wait_ms, peer.first_load.wait_ms),
        Row("First load, empty cache: requests", "", atlas.first_load.requests, peer.first_load.requests),
        Row("Server memory after both walks", "MB", atlas.memory_mb, peer.memory_mb),
    ]  # fmt: skip


def as_text(rows: list[Row]) -> str:
    """Return the table for a terminal."""
    lines = [f"{'':46}{'atlas':>10}{'tutorial':>10}{'ratio':>8}"]
    return "\n".join(
        [*lines, *(f"{row.label:<40}{row.unit:<6}{row.atlas:>10.1f}{row.peer:>10.1f}{row.ratio:>8}" for row in rows)]
    )


def as_page(rows: list[Row], readings: list[tuple[int, float]], changes: int) -> str:
    """Return docs/benchmarks.md."""
    table = ["| | | atlas | tutorial | ratio |", "| --- | --- | ---: | ---: | ---: |"]
    table += [f"| {row.label} | {row.unit} | {row.atlas:.1f} | {row.peer:.1f} | {row.ratio} |" for row in rows]
    memory = ", ".join(f"{memory:.0f} MB after {done}" for done, memory in readings)
    return PAGE.format(
        table="\n".join(table),
        soak=f"Memory of the atlas's server over many changes, one new visitor for every {changes}: {memory}.\n\n"
        if readings
        else "",
        changes=changes,
        cores=os.cpu_count(),
        load=os.getloadavg()[1],
        system=platform.system(),
        python=platform.python_version(),
        libraries=", ".join(f"{name} {version(name)}" for name in LIBRARIES),
        command=f"python -m tests.bench.run{f' --soak {readings[-1][0]}' if readings else ''}",
        date=datetime.date.today().isoformat(),
    )


def _compare_samples(words: str, ours: "list[Sample]", theirs: "list[Sample]") -> list[Row]:
    def middle(samples: "list[Sample]", name: str) -> float:
        return statistics.median(getattr(sample, name) for sample in samples)

    def late(samples: "list[Sample]") -> float:
        return statistics.quantiles([sample.wait_ms for sample in samples], n=20, method="inclusive")[-1]

    return [
        Row(f"Server CPU, {words}", "ms", middle(ours, "cpu_ms"), middle(theirs, "cpu_ms")),
        Row(f"Received, {words}", "KB", middle(ours, "received_bytes") / 1e3, middle(theirs, "received_bytes") / 1e3),
        Row(f"Key press to map, {words}", "ms", middle(ours, "wait_ms"), middle(theirs, "wait_ms")),
        Row(f"Key press to map, {words}, 95 %", "ms", late(ours), late(theirs)),
    ]
