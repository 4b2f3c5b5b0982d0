"""What leaves the app as a file: how long each kind takes to make, the first time and again, and its size."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from geo.exports.brief import make_page
from geo.exports.forms import FORMS
from geo.exports.pictures import asked, naming
from geo.handout import Handout
from pages.kit import decks, handouts, permalinks, story_views, worker
from pages.kit.urlstate import ViewState
from tests.bench.numbers import median
from tests.bench.server import ROOT

ADDRESS = "https://atlas.example/"
SLUGS = ("violence", "commitments", "money")
COUNTRY = "HND"
REPETITIONS, QUICK_REPETITIONS = 5, 1


def measure(*, is_quick: bool) -> dict[str, Any]:
    """Return, for each file, KB, ms of the first making (the worker process starts with the first of all), and the median of more."""
    repetitions = QUICK_REPETITIONS if is_quick else REPETITIONS
    files = {name: _measure_file(make, repetitions) for name, make in _list_files().items()}
    worker.stop()
    return {"files": files, "snapshot": _measure_snapshot()}


def _list_files() -> dict[str, Callable[[], bytes]]:
    """Every form of some views' rows, every picture of their figures, their slides, a country's page, and a story's slides."""
    found: dict[str, Callable[[], bytes]] = {}
    for slug in SLUGS:
        handout = handouts.make(slug, ViewState())
        link = ADDRESS + permalinks.relative(handout)
        for form in FORMS.values():
            found[f"{slug}, {form.name}"] = partial(worker.run, form.make, handout, link)
        found |= _list_pictures(handout, link)
        found[f"{slug}, PowerPoint"] = partial(decks.write, decks.plan_view(handout, link))
    found["country, page of A4"] = partial(worker.run, make_page, COUNTRY, ADDRESS)
    shipped = story_views.list_shipped()[0]
    found[f"story, {shipped.name}, PowerPoint"] = partial(decks.write, decks.plan_story(shipped.story, ADDRESS))
    return found


def _list_pictures(handout: Handout, link: str) -> dict[str, Callable[[], bytes]]:
    """The figure that comes first, in each format; each other as PNG."""
    first, *others = naming.list_drawable(handout)
    return {
        f"{handout.slug}, {one.key}, {file_format.upper()}": partial(
            worker.run, asked.draw, naming.make_picture(handout, one, link), file_format
        )
        for one, formats in [(first, asked.FORMATS), *((one, ("png",)) for one in others)]
        for file_format in formats
    }


def _measure_file(make: Callable[[], bytes], repetitions: int) -> dict[str, Any]:
    """Make a file, and make it again. Raises ValueError where the same view gives other bytes."""
    waits, made = [], []
    for _ in range(1 + repetitions):
        began = time.perf_counter()
        made.append(make())
        waits.append((time.perf_counter() - began) * 1e3)
    if len(set(made)) != 1:
        raise ValueError(f"{make} gives other bytes each time")
    return {"kb": len(made[0]) / 1e3, "first_ms": waits[0], "again_ms": median(waits[1:])}


def _measure_snapshot() -> dict[str, float]:
    """Return seconds to write the snapshot, and its MB."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "snapshot"
        began = time.perf_counter()
        subprocess.run(
            [sys.executable, "-W", "ignore", "-m", "pages.kit.snapshot", str(target)],
            cwd=ROOT,
            check=True,
            capture_output=True,
        )
        took = time.perf_counter() - began
        return {"s": took, "mb": sum(path.stat().st_size for path in target.rglob("*") if path.is_file()) / 1e6}
