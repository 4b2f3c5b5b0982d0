"""What a filter change costs, beside a tutorial's page: `make bench`, or `python -m tests.bench.run [--soak 2000]`.

Prints the figures and writes docs/benchmarks.md. Both pages are served and driven the same way, one after the other.
"""

import argparse
import tempfile
from dataclasses import dataclass
from pathlib import Path

from data.store import load_table
from tests.bench import report
from tests.bench.drive import LOOKS, Change, FirstLoad, Sample, plan_walk, visit
from tests.bench.server import Server, serve

ROOT = Path(__file__).parents[2]
CHANGES = 20


@dataclass(frozen=True)
class Subject:
    """A page that is measured: its name in LOOKS, the script that serves it, and its path."""

    name: str
    script: Path
    path: str


ATLAS = Subject("atlas", ROOT / "app.py", "/prisons")
PEER = Subject("peer", Path(__file__).parent / "peers" / "tutorial.py", "/")


@dataclass(frozen=True)
class Measured:
    """One page: the first load, the changes to selections not seen before, the same changes again, and memory in MB."""

    first_load: FirstLoad
    new: list[Sample]
    seen: list[Sample]
    memory_mb: float


def measure(subject: Subject, walk: list[Change]) -> Measured:
    """Serve a page and walk twice through the changes, each time with an empty browser cache."""
    with tempfile.TemporaryDirectory() as folder, serve(subject.script, Path(folder) / "server.log") as server:
        first_load, new = _walk(server, subject, walk)
        _, seen = _walk(server, subject, walk)
        return Measured(first_load, new, seen, server.memory_mb())


def soak(subject: Subject, walk: list[Change], changes: int) -> list[tuple[int, float]]:
    """Return the server's memory in MB after every tenth of so many changes, one new visitor a walk."""
    readings: list[tuple[int, float]] = []
    with tempfile.TemporaryDirectory() as folder, serve(subject.script, Path(folder) / "server.log") as server:
        for done in range(len(walk), changes + 1, len(walk)):
            _walk(server, subject, walk)
            if done * 10 // changes > len(readings):
                readings.append((done, server.memory_mb()))
                print(f"{done} changes: {server.memory_mb():.0f} MB", flush=True)
    return readings


def _walk(server: Server, subject: Subject, walk: list[Change]) -> tuple[FirstLoad, list[Sample]]:
    with visit(server, LOOKS[subject.name]) as visitor:
        return visitor.open(subject.path), [visitor.make(change) for change in walk]


def _plan() -> list[Change]:
    indicators = load_table("indicators").sort_values("order")
    names = indicators.loc[indicators["topic"] == "prisons", "name"].tolist()
    return plan_walk(names, load_table("subregions").sort_values("order")["name"].tolist(), CHANGES)


def main() -> None:
    """Measure both pages, print the table and write it to docs/benchmarks.md."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--soak", type=int, metavar="CHANGES", help="also follow the atlas's memory over so many changes"
    )
    arguments = parser.parse_args()
    walk = _plan()
    rows = report.compare(measure(ATLAS, walk), measure(PEER, walk))
    readings = soak(ATLAS, walk, arguments.soak) if arguments.soak else []
    print(report.as_text(rows))
    path = ROOT / "docs" / "benchmarks.md"
    path.write_text(report.as_page(rows, readings, CHANGES), encoding="utf-8")
    print(f"Written to {path.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
