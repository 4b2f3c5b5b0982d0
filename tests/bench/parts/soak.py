"""Fifty visitors for a long time: memory and waits must stay as they are."""

import asyncio
from typing import Any

from tests.bench import crowd
from tests.bench.crowd import Crowd
from tests.bench.numbers import growth, median, percentile
from tests.bench.parts.load import see_everything
from tests.bench.proxy import run_alone

VISITORS = 50
# What counts as a soak, and what can be told into quarters at all.
MINUTES, LEAST_MINUTES = 20, 4


def measure(minutes: float) -> dict[str, Any]:
    """Return, for each minute, the waits and the memory, and how the last quarter of the time compares with the first."""
    with run_alone() as cluster:
        for server in cluster.servers:
            asyncio.run(see_everything(server.url))
        found = asyncio.run(
            crowd.gather(cluster.url, VISITORS, minutes * 60, lambda: (cluster.memory_mb(), cluster.cpu_ms()))
        )
    return crowd.sum_up(found, VISITORS) | sum_up(found, minutes)


def sum_up(found: Crowd, minutes: float) -> dict[str, Any]:
    """Return the soak by minute, and last quarter by first. Raises ValueError for less than four minutes with answers."""
    by_minute: dict[int, list[float]] = {}
    for answer in found.answers:
        by_minute.setdefault(int(answer.at_s // 60), []).append(answer.took_ms)
    whole = [by_minute[minute] for minute in sorted(by_minute)][: max(4, int(minutes))]
    memory = [reading[1] for reading in found.readings]
    return {
        "minutes": minutes,
        "p50_by_minute_ms": [median(took) for took in whole],
        "p95_by_minute_ms": [percentile(took, 95) for took in whole],
        "memory_by_reading_mb": memory,
        "memory_growth": growth(memory),
        "p50_growth": growth([median(took) for took in whole]),
    }
