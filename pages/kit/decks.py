"""Slides of a view or a story: planned here, its pictures drawn and its file written by the worker process."""

from data.integrity import find_release_day, find_version
from geo.exports.slides import plan, worker_calls
from geo.exports.slides.content import Deck, Edition
from geo.handout import Handout
from geo.story import Step, Story
from pages.kit import log, permalinks, story_views, worker
from pages.kit.story_views import OpenedStep

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
ENDING = ".pptx"


def plan_view(handout: Handout, address: str) -> Deck:
    """Return the slides of a view: one a figure."""
    return plan.plan_view(handout, address, _edition())


def plan_story(story: Story, base: str) -> Deck:
    """Return the slides of a story: an opening, one a step that has a view, and its sources; `base` is the address of the atlas."""
    found = [_open(step) for step in story.steps]
    return plan.plan_story(story.title, _list_steps(found, base), _edition(), failed=found.count(None))


def write(deck: Deck) -> bytes:
    """Return a deck as a file. Raises worker.WorkerError where a picture or the file cannot be made.

    Each picture is a call of its own: a long story takes longer than one call may.
    """
    pictures = tuple(
        worker.run(worker_calls.draw, one.figure.kind, one.figure.data, one.room) for one in plan.list_pictures(deck)
    )
    return worker.run(worker_calls.write, deck, pictures)


def _open(step: Step) -> OpenedStep | None:
    try:
        return story_views.open_step(step)
    except Exception:  # one view that fails must not take the other slides away
        log.failure(step.slug)
        return None


def _list_steps(found: list[OpenedStep | None], base: str) -> list[plan.Step]:
    """The steps with their views; a view that cannot be shown leaves no slide."""
    return [
        plan.Step(one.handout, one.title, one.step.note, base + permalinks.relative(one.handout), story_views.find_figure(one.step))
        for one in found
        if one and one.handout
    ]  # fmt: skip


def _edition() -> Edition:
    return Edition(find_version(), find_release_day())
