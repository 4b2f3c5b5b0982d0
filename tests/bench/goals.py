"""The goals of the benchmark, and what the figures say to each: met, or missed by how much and why."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.bench.numbers import share
from tests.bench.store import Parts

Data = dict[str, Any]


@dataclass(frozen=True)
class Goal:
    """A figure that must not pass a limit, or with `at_least` not fall short of it; `find` takes it from the parts that it names."""

    words: str
    unit: str
    limit: float
    parts: tuple[str, ...]
    find: Callable[..., float]
    at_least: bool = False
    # Why it is missed, in words; said only while it is.
    why: str = ""


@dataclass(frozen=True)
class Verdict:
    """What a goal came to; without a figure it was not measured."""

    goal: Goal
    figure: float | None
    is_met: bool
    # Whether the figure comes from a short trial, which decides nothing.
    is_trial: bool = False

    @property
    def words(self) -> str:
        """Return "met", "not measured", or by how much it is missed and why."""
        if self.figure is None:
            return "not measured"
        if self.is_trial:
            return "tried shortly, not measured"
        if self.is_met:
            return "met"
        missed = f"missed by {tell(abs(self.figure - self.goal.limit), self.goal.unit)}"
        return f"{missed}: {self.goal.why}" if self.goal.why else missed


def tell(figure: float, unit: str) -> str:
    """Return a figure with its unit: three significant digits, whole from a hundred on."""
    number = f"{figure:,.0f}" if abs(figure) >= 100 else f"{figure:.3g}"
    return f"{number} {unit}".strip()


def judge(goal: Goal, parts: Parts) -> Verdict:
    """Return the verdict on a goal, without a figure where a part of it was not measured."""
    try:
        figure = goal.find(*(parts[name]["data"] for name in goal.parts))
    except LookupError:
        return Verdict(goal, None, is_met=False)
    is_trial = any(parts[name]["quick"] for name in goal.parts)
    return Verdict(goal, figure, figure >= goal.limit if goal.at_least else figure <= goal.limit, is_trial)


def step(load: Data, visitors: int) -> Data:
    """Return what so many visitors met. Raises LookupError where so many were not tried."""
    for one in load["steps"]:
        if one["visitors"] == visitors:
            return dict(one)
    raise LookupError(f"no step of {visitors} visitors")


def worst(pages: Data, figure: str) -> float:
    """Return the largest of a figure over all pages."""
    return max(page[figure] for page in pages.values())


def slowest_paint(pages: Data, figure: str) -> float:
    """Return the largest of a figure over the pages that open with a map, over the line of 10 Mbit/s."""
    maps = ("overview", "violence", "prisons", "commitments")
    return max(pages[slug]["line"][figure] for slug in maps)


def slowest_picture(exports: Data) -> float:
    """Return the ms of the picture that takes longest, once its worker is there."""
    return max(one["again_ms"] for name, one in exports["files"].items() if name.endswith((", PNG", ", SVG", ", PDF")))


def _round_trip(load: Data) -> float:
    return float(step(load, 1)["p50_ms"])


def _cost_growth(load: Data) -> float:
    return share(step(load, 100)["cpu_ms"], step(load, 10)["cpu_ms"])


_RUN = "nearly all of it is Streamlit's own work, some 0.5 ms for each element and 10 ms for session, thread and socket (docs/decisions/0022)"
_MESSAGES = "a change of country changes nearly everything on its page: what is known of it, and the records of the money that it got"
_BROWSER = "the rest of the wait is Streamlit's own page in the browser, which builds every element of the page again"
_START = (
    "the imports of Streamlit and pandas are most of it, and every file of the data is checked before the first answer"
)

GOALS = (
    Goal("Server CPU of a filter change, prisons", "ms", 25, ("peers",), lambda one: one["atlas"]["new"]["cpu_ms"], why=_RUN),
    Goal("Server CPU of a rerun, the costliest page", "ms", 25, ("pages",), lambda one: worst(one, "cpu_ms"), why=_RUN),
    Goal("Bytes of a filter change, prisons", "KB", 20, ("peers",), lambda one: one["atlas"]["new"]["received_kb"]),
    Goal("Bytes of a change, the heaviest page", "KB", 20, ("pages",), lambda one: worst(one, "received_kb"), why=_MESSAGES),
    Goal("Key press to repainted map, p50", "ms", 100, ("peers",), lambda one: one["atlas"]["new"]["wait_p50_ms"], why=_BROWSER),
    Goal(
        "Key press to map, less one round trip (the answer to a single visitor), beside the limit", "times", 1.5, ("peers", "load"),
        lambda one, load: share(max(0.0, one["atlas"]["new"]["wait_p50_ms"] - _round_trip(load)), one["limit"]["wait_p50_ms"]), why=_BROWSER,
    ),
    Goal(
        "Faster to the map than the tutorial", "times", 4, ("peers",),
        lambda one: share(one["tutorial"]["new"]["wait_p50_ms"], one["atlas"]["new"]["wait_p50_ms"]), at_least=True,
    ),
    Goal(
        "Faster to the map than the Dash app", "times", 2, ("peers",),
        lambda one: share(one["dash"]["new"]["wait_p50_ms"], one["atlas"]["new"]["wait_p50_ms"]), at_least=True,
    ),
    Goal("100 visitors on one process, p95", "ms", 200, ("load",), lambda one: step(one, 100)["p95_ms"]),
    Goal("200 visitors on two processes, p95", "ms", 300, ("load_two",), lambda one: step(one, 200)["p95_ms"]),
    Goal("Errors, 100 visitors on one process", "", 0, ("load",), lambda one: step(one, 100)["errors"]),
    Goal("Errors, 200 visitors on two processes", "", 0, ("load_two",), lambda one: step(one, 200)["errors"]),
    Goal("First map cold at 10 Mbit/s, the slowest map page", "ms", 3000, ("first_paint",), lambda one: slowest_paint(one, "cold_ms")),
    Goal("First map warm at 10 Mbit/s, the slowest map page", "ms", 1000, ("first_paint",), lambda one: slowest_paint(one, "warm_ms")),
    Goal("Received cold, the heaviest map page", "MB", 1.7, ("first_paint",), lambda one: slowest_paint(one, "cold_mb")),
    Goal("A picture made, the slowest of those tried", "ms", 2000, ("exports",), slowest_picture),
    Goal("Start to healthy", "s", 2, ("start",), lambda one: one["healthy_s"], why=_START),
    Goal("Memory after one visitor", "MB", 220, ("start",), lambda one: one["memory_after_one_visitor_mb"]),
    Goal("Memory of each more visitor", "MB", 0.5, ("load",), lambda one: one["memory_per_visitor_mb"]),
    Goal("CPU of an interaction, 100 visitors beside 10", "times", 1.1, ("load",), _cost_growth),
    Goal("Memory over the soak, last quarter beside the first", "times", 1.05, ("soak",), lambda one: one["memory_growth"]),
    Goal("Wait over the soak, last quarter beside the first", "times", 1.2, ("soak",), lambda one: one["p50_growth"]),
    Goal("Errors over the soak", "", 0, ("soak",), lambda one: one["errors"]),
)  # fmt: skip
