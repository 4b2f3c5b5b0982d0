"""Measures the atlas beside its peers: `make bench`, or `python -m tests.bench.run [--quick] [--only PARTS] [--soak-minutes N]`.

Each part is kept in docs/benchmarks.json as soon as it is measured, and docs/benchmarks.md is written from all of them.
"""

import argparse
import time
from collections.abc import Callable
from functools import partial
from typing import Any

from tests.bench import report, store
from tests.bench.goals import GOALS, judge
from tests.bench.parts import downloads, exports, first_paint, load, pages, peers, soak, start

PARTS: dict[str, Callable[..., dict[str, Any]]] = {
    "peers": peers.measure,
    "pages": pages.measure,
    "first_paint": first_paint.measure,
    "start": start.measure,
    "downloads": downloads.measure,
    "exports": exports.measure,
    "load": load.measure,
    "load_two": load.measure_two,
}


def main() -> None:
    """Measure what is asked for, and write it down after each part."""
    arguments = _read_arguments()
    if arguments.write:
        _write(store.load())
        return
    wanted = [name for name in PARTS if name in arguments.only]
    work: dict[str, Callable[[], dict[str, Any]]] = {
        name: partial(PARTS[name], is_quick=arguments.quick) for name in wanted
    }
    if arguments.soak_minutes:
        work["soak"] = partial(soak.measure, arguments.soak_minutes)
    for name, measure in work.items():
        began = time.monotonic()
        print(f"{name} …", flush=True)
        is_trial = arguments.quick or (name == "soak" and arguments.soak_minutes < soak.MINUTES)
        parts = store.keep(name, measure(), is_quick=is_trial)
        print(f"{name}: {time.monotonic() - began:.0f} s", flush=True)
        _write(parts)
    for goal in GOALS:
        verdict = judge(goal, store.load())
        print(f"{goal.words}: {'' if verdict.figure is None else f'{verdict.figure:.3g} {goal.unit}, '}{verdict.words}")


def _read_arguments() -> argparse.Namespace:
    """Return the arguments; the soak alone is run when nothing but its minutes is given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--quick", action="store_true", help="a short trial of each part; its figures are marked as such"
    )
    parser.add_argument(
        "--only", default="", metavar="PARTS", help=f"parts to measure, with commas between: {', '.join(PARTS)}"
    )
    parser.add_argument(
        "--soak-minutes", type=float, default=0, metavar="N", help="fifty visitors for so long; at least four"
    )
    parser.add_argument("--write", action="store_true", help="only write the document again from what was measured")
    arguments = parser.parse_args()
    arguments.only = [name for name in arguments.only.split(",") if name]
    if unknown := set(arguments.only) - set(PARTS):
        parser.error(f"no part is called {', '.join(sorted(unknown))}; the parts are {', '.join(PARTS)}")
    if 0 < arguments.soak_minutes < soak.LEAST_MINUTES:
        parser.error(
            f"a soak of {arguments.soak_minutes} minutes has no quarters, expected {soak.LEAST_MINUTES} or more"
        )
    if not arguments.only and not arguments.soak_minutes:
        arguments.only = list(PARTS)
    return arguments


def _write(parts: store.Parts) -> None:
    (store.FOLDER / "benchmarks.md").write_text(report.write(parts), encoding="utf-8")


if __name__ == "__main__":
    main()
