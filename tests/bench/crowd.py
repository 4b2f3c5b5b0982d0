"""A crowd of visitors over real WebSocket sessions: each changes a filter every five seconds, and each answer is checked.

As a browser does, each asks for the map of its choice ahead of the run as well.
"""

import asyncio
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from itertools import combinations
from typing import Any
from urllib.parse import parse_qsl, urlencode
from urllib.request import Request, urlopen

from websockets.exceptions import WebSocketException

from pages.kit import router
from pages.kit.ahead import list_choices
from tests.bench.numbers import median, percentile
from tests.bench.wire import PATIENCE_SECONDS, Conversation, Talk, dial, introduce

EVERY_SECONDS = 5.0
OPENING_SECONDS = 0.08  # between one visitor's coming and the next one's
SLUGS = ("", "violence", "prisons")


@dataclass(frozen=True)
class Answer:
    """One interaction: seconds from the crowd's start until it was asked, and how long its answer took."""

    at_s: float
    took_ms: float


@dataclass
class Crowd:
    """What happened: answers, what went wrong in words, and readings of memory and processor time by second."""

    answers: list[Answer] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    readings: list[tuple[float, float, float]] = field(default_factory=list)
    opened: int = 0


@dataclass
class Ahead:
    """What asks for the map of a choice, as components/ahead.js does: in the same moment as the run is asked for, over a connection of its own."""

    url: str
    visitor: dict[str, str]
    conversation: Conversation

    def ask(self, key: str, value: str | list[str]) -> int:
        """Return the status of the answer, which is read to its end: 200 with a map, 204 where the server has no room for it now."""
        slug, name = self.conversation.slug or router.PAGES[0].slug, key.removeprefix("filter_")
        choices = list_choices(slug)
        assert choices is not None
        options = choices["options"][name]
        asked = ",".join(options[label] for label in ([value] if isinstance(value, str) else value))
        held = dict(parse_qsl(self.conversation.query, keep_blank_values=True))
        address = f"{self.url}/{choices['page']}?{urlencode({**held, name: asked})}"
        with urlopen(Request(address, headers=self.visitor), timeout=PATIENCE_SECONDS) as answer:
            answer.read()
            return int(answer.status)


async def gather(url: str, visitors: int, seconds: float, read: Callable[[], tuple[float, float]]) -> Crowd:
    """Let so many visitors come, wait until all are there and have asked once, and watch them for so long.

    `read` returns memory in MB and processor time in ms; it is read at the start, every ten seconds, and at the end.
    """
    crowd = Crowd()
    ready, over = asyncio.Event(), asyncio.Event()
    tasks = [asyncio.create_task(_be_visitor(url, number, crowd, ready, over)) for number in range(visitors)]
    while crowd.opened + len(crowd.problems) < visitors:
        await asyncio.sleep(OPENING_SECONDS)
    # Everyone asks once before it counts: views that nobody asked for before are made then.
    began = time.monotonic()
    ready.set()
    await asyncio.sleep(EVERY_SECONDS * 2)
    crowd.answers.clear()
    while (now := time.monotonic() - began) < EVERY_SECONDS * 2 + seconds:
        crowd.readings.append((now, *read()))
        await asyncio.sleep(min(10.0, max(0.1, EVERY_SECONDS * 2 + seconds - now)))
    crowd.readings.append((time.monotonic() - began, *read()))
    over.set()
    await asyncio.gather(*tasks)
    return crowd


async def _be_visitor(url: str, number: int, crowd: Crowd, ready: asyncio.Event, over: asyncio.Event) -> None:
    chance = random.Random(number)
    await asyncio.sleep(number * OPENING_SECONDS)
    try:
        visitor = introduce()
        async with dial(url, visitor) as socket:
            talk = Talk(socket, SLUGS[number % len(SLUGS)])
            ahead = Ahead(url, visitor, talk.conversation)
            await talk.run()
            crowd.opened += 1
            await ready.wait()
            began = time.monotonic()
            due = began + chance.uniform(0, EVERY_SECONDS)
            while not await _is_over(over, due):
                await _interact(talk, ahead, chance, crowd, began)
                due = max(due + EVERY_SECONDS, time.monotonic())
            crowd.problems += talk.conversation.problems
    except (OSError, TimeoutError, WebSocketException) as failure:
        crowd.problems.append(f"{type(failure).__name__}: {failure}")


async def _is_over(over: asyncio.Event, due: float) -> bool:
    """Wait until an interaction is due; return whether the crowd went home meanwhile."""
    try:
        await asyncio.wait_for(over.wait(), max(0.001, due - time.monotonic()))
    except TimeoutError:
        return False
    return True


async def _interact(talk: Talk, ahead: Ahead, chance: random.Random, crowd: Crowd, began: float) -> None:
    """Change the indicator, or every third time the sub-region; an answer with another view than the one asked for is a problem."""
    talking = talk.conversation
    key = "filter_subregion" if chance.random() < 1 / 3 else "filter_indicator"
    value = choose(talking.options(key), talking.value(key), chance)
    before, asked_at = talking.query, time.monotonic() - began
    took, map_status = await asyncio.gather(talk.run(key, value), asyncio.to_thread(ahead.ask, key, value))
    if map_status not in {HTTPStatus.OK, HTTPStatus.NO_CONTENT}:
        crowd.problems.append(f"the map of {key} {value} was answered with {map_status}")
    crowd.answers.append(Answer(asked_at, took))
    if talking.query == before or talking.value(key) != value or not talking.elements:
        crowd.problems.append(f"asked for {key} {value}, got {talking.query}")


def choose(options: tuple[str, ...], now: str | list[str], chance: random.Random) -> str | list[str]:
    """Return another value than the present one: one option, or for several none, one or two of them."""
    if isinstance(now, str):
        return chance.choice([option for option in options if option != now])
    return chance.choice([chosen for chosen in several(options) if chosen != now])


def several(options: tuple[str, ...]) -> list[list[str]]:
    """Return what is chosen of a filter of several: none, one or two of its options."""
    return [list(chosen) for size in (0, 1, 2) for chosen in combinations(options, size)]


def sum_up(crowd: Crowd, visitors: int) -> dict[str, Any]:
    """Return percentiles in ms, errors, memory in MB, and processor time an interaction in ms."""
    (start, _, cpu_before), (end, memory, cpu_after) = crowd.readings[0], crowd.readings[-1]
    took = [answer.took_ms for answer in crowd.answers]
    return {
        "visitors": visitors,
        "interactions": len(took),
        "interactions_per_s": len(took) / (end - start),
        "p50_ms": median(took),
        "p95_ms": percentile(took, 95),
        "errors": len(crowd.problems),
        "first_error": crowd.problems[0] if crowd.problems else "",
        "memory_mb": memory,
        "cpu_ms": (cpu_after - cpu_before) / len(took),
    }
