"""The views of a story: each step as the handout of its page, the links of a story, and the stories that the atlas brings."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlencode

from geo import story_link, story_words
from geo.handout import Handout
from geo.messages import cached, current, say
from geo.story import Opened, Step, Story, read_story
from pages.kit import handouts, parameters, permalinks, router, urlstate

PAGE = "stories"
FOLDER = Path(__file__).parent / "stories"
# The stories that the atlas brings, by the names of their files, in their order.
SHIPPED = ("region", "money", "prisons", "alliances", "adds-up")


@dataclass(frozen=True, eq=False)
class OpenedStep:
    """A step and its view; the handout is None for a view that cannot be drawn, and `problems` tells what its address got wrong."""

    step: Step
    handout: Handout | None
    title: str
    problems: tuple[str, ...]


@dataclass(frozen=True)
class ShippedStory:
    """A story of the atlas: its name in a link, the story with its numbers filled in, and what it is about."""

    name: str
    story: Story
    about: str


@cache
def known_pages() -> dict[str, frozenset[str]]:
    """Return the parameters that a step may have, by page: those of the pages that have a view."""
    return {
        entry.slug: frozenset({"v", parameters.FIGURE, *(one.name for one in parameters.parameters_of(entry.topic))})
        for entry in router.PAGES
        if handouts.has(entry.slug)
    }


@cached
def list_shipped() -> tuple[ShippedStory, ...]:
    """Return the stories that the atlas brings, each number in their words taken from the data. Raises KeyError for one that has none."""
    return tuple(_read_shipped(name) for name in SHIPPED)


def open_story(text: str) -> Opened:
    """Return the story that a link asks for: one of the atlas by its name, or one that the link holds; none for an empty text."""
    shipped = {one.name: one.story for one in list_shipped()} if text in SHIPPED else {}
    if not text or shipped:
        return Opened(shipped.get(text))
    return story_link.read_link(text, known_pages())


def open_step(step: Step) -> OpenedStep:
    """Return a step with its view, made now."""
    topic = router.find_entry(step.slug).topic
    asked = {name: value for name, value in step.parameters if name != parameters.FIGURE}
    state, problems = urlstate.read(asked, topic)
    handout = handouts.make(step.slug, state)
    return OpenedStep(step, handout, step.title or handout.title, problems)


def find_figure(step: Step) -> str:
    """Return the key of the figure that a step asks for, "" for the one that its page is known by."""
    return dict(step.parameters).get(parameters.FIGURE, "")


def link_story(text: str, step: int = 1, *, is_presented: bool = False) -> str:
    """Return the relative address of a story: its page, or a step of it as the presenter shows it."""
    present = {"step": str(step), "present": "yes"} if is_presented else {}
    return f"{PAGE}?{urlencode({'v': urlstate.VERSION, parameters.LANGUAGE: current(), 'story': text, **present})}"


def link_view(opened: OpenedStep) -> str:
    """Return the relative address of the view of a step, whole: its page writes nothing to it, so Back leads here again."""
    if opened.handout is None:
        return permalinks.link_page(opened.step.slug)
    return f"{permalinks.path_of(opened.step.slug)}?{urlencode(opened.handout.parameters)}"


def _read_shipped(name: str) -> ShippedStory:
    raw = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    for step in raw["steps"]:
        # The numbers that a text names are no placeholders: they are filled in after it was said.
        step |= {part: story_words.fill(say(step[part])) for part in ("title", "note")}
    opened = read_story(raw | {"title": say(raw["title"])}, known_pages())
    if opened.story is None or opened.problems:
        raise ValueError(f"{name}.json: {' '.join(opened.problems)}")
    return ShippedStory(name, opened.story, say(raw["about"]))
