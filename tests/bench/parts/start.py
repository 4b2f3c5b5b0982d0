"""How long the atlas takes from the start of its process until it answers, and the memory it then has."""

from typing import Any

from tests.bench.numbers import median
from tests.bench.server import serve_atlas
from tests.bench.wire import look_once

STARTS, QUICK_STARTS = 7, 2


def measure(*, is_quick: bool) -> dict[str, Any]:
    """Return seconds to the first answer of /readyz, and MB at rest and after one visitor saw the first page."""
    with serve_atlas():
        pass  # the first start compiles the modules; the atlas's image has them compiled
    started, at_rest, after_one = [], [], []
    for _ in range(QUICK_STARTS if is_quick else STARTS):
        with serve_atlas() as server:
            started.append(server.started_in_s)
            at_rest.append(server.memory_mb())
            look_once(server.url, "")
            after_one.append(server.memory_mb())
    return {
        "starts": len(started),
        "healthy_s": median(started),
        "healthy_worst_s": max(started),
        "memory_at_rest_mb": median(at_rest),
        "memory_after_one_visitor_mb": median(after_one),
    }
