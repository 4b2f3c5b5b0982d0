"""Many visitors at once: on one process, and on two behind the proxy."""

import asyncio
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

from tests.bench import crowd
from tests.bench.numbers import slope
from tests.bench.proxy import Cluster, run_alone, run_behind_proxy
from tests.bench.wire import Talk, dial

VISITORS, QUICK_VISITORS = (1, 10, 50, 100, 200, 300), (1, 5, 10)
SECONDS, QUICK_SECONDS = 40, 10


def measure(*, is_quick: bool) -> dict[str, Any]:
    """Return what each number of visitors met on one process, reached directly."""
    return _climb(run_alone, is_quick=is_quick)


def measure_two(*, is_quick: bool) -> dict[str, Any]:
    """Return what each number of visitors met on two processes behind the proxy."""
    return _climb(lambda: run_behind_proxy(2), is_quick=is_quick)


def _climb(run: Callable[[], AbstractContextManager[Cluster]], *, is_quick: bool) -> dict[str, Any]:
    steps = [
        _stand(run, visitors, QUICK_SECONDS if is_quick else SECONDS)
        for visitors in (QUICK_VISITORS if is_quick else VISITORS)
    ]
    grown = [(step["visitors"], step["memory_mb"] - step["memory_before_mb"]) for step in steps]
    return {"steps": steps, "memory_per_visitor_mb": slope(grown)}


def _stand(run: Callable[[], AbstractContextManager[Cluster]], visitors: int, seconds: float) -> dict[str, Any]:
    """Let a crowd come to fresh processes whose views are made already, so that memory grows by visitors alone."""
    with run() as cluster:
        for server in cluster.servers:
            asyncio.run(see_everything(server.url))
        before = cluster.memory_mb()
        found = asyncio.run(
            crowd.gather(cluster.url, visitors, seconds, lambda: (cluster.memory_mb(), cluster.cpu_ms()))
        )
        print(f"  {visitors} visitors: {len(found.answers)} answers, {len(found.problems)} problems", flush=True)
        return crowd.sum_up(found, visitors) | {"memory_before_mb": before}


async def see_everything(url: str) -> None:
    """Ask for every view that the crowd may ask for: each indicator with each of its sub-regions."""
    for slug in crowd.SLUGS:
        async with dial(url) as socket:
            talk = Talk(socket, slug)
            await talk.run()
            regions = talk.conversation.options("filter_subregion")
            for chosen in crowd.several(regions):
                if chosen != talk.conversation.value("filter_subregion"):
                    await talk.run("filter_subregion", chosen)
                for indicator in talk.conversation.options("filter_indicator"):
                    if indicator != talk.conversation.value("filter_indicator"):
                        await talk.run("filter_indicator", indicator)
