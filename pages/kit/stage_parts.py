"""The presenter's mode: every step of a story sent to the browser at once, so that nothing has to be asked while somebody speaks."""

import json
from collections.abc import Callable, Sequence
from typing import Any

from geo.exports.slides import sources
from geo.figures import stage
from geo.messages import cached_up_to, mark, say
from geo.story import Opened, Step, Story
from pages.kit import components, log, permalinks, story_views
from pages.kit.components.slim import slim

# Bytes of figures in one message: seven maps are a tenth of it. What is beyond comes when its step is shown.
MOST_BYTES = 2_500_000
KEPT = 64  # steps, in each language
CANNOT = mark("The view of this step could not be drawn.")


def show(opened: Opened, step: int, asked: int, on_ask: Callable[[], None]) -> None:
    """Show a story that could be opened over the whole window, beginning with a step.

    `on_ask` runs when the browser misses the figures of a step; `asked` is that step, or the one that is shown where it misses none.
    """
    if opened.story:
        components.stage(draw_stage(opened.story, step, asked, opened.problems), "stage", on_ask)


def draw_stage(story: Story, step: int, asked: int = 0, problems: Sequence[str] = ()) -> dict[str, Any]:
    """Return what the stage is given: title, steps with their figures, and the addresses of the scripts that draw them.

    Where all figures are too much for a message, those near `asked` (0: near `step`) are in it. The first step tells the `problems` of
    the story as a whole.
    """
    steps = _thin_out([_draw_step(one) for one in story.steps], asked or step)
    if steps:
        steps[0]["problem"] = " ".join(filter(None, (*problems, steps[0]["problem"])))
    kinds = sorted({figure["kind"] for one in steps for figure in one["figures"] or ()})
    return {
        "atlas": say("LAC Citizen Security Atlas"),
        "title": story.title,
        "step": step,
        "steps": steps,
        "scripts": {kind: components.find_script(kind) for kind in kinds},
    }


def _draw_step(step: Step) -> dict[str, Any]:
    """A step with all of its figures; one that fails is tried again the next time."""
    try:
        return _draw_view(step)
    except Exception:  # one view that fails must not take a talk away
        log.failure(step.slug)
        return {"title": step.title or say(CANNOT), "below": "", "note": step.note, "problem": "", "source": "",
                "link": permalinks.link_page(step.slug), "figures": [], "empty": say(CANNOT)}  # fmt: skip


@cached_up_to(KEPT)
def _draw_view(step: Step) -> dict[str, Any]:
    """A step that can be drawn, once for all visitors; nothing changes it."""
    opened = story_views.open_step(step)
    handout = opened.handout
    figures = stage.choose_figures(handout, story_views.find_figure(step)) if handout else ()
    return {
        "title": opened.title,
        "below": stage.tell_below(handout, figures) if handout else "",
        "note": step.note,
        "problem": " ".join(opened.problems),
        "source": sources.tell_source([handout]) if handout else "",
        "link": story_views.link_view(opened),
        "figures": [{"kind": one.kind, "key": one.key, "data": slim(one.kind, one.data)} for one in figures],
        "empty": say(stage.EMPTY) if handout and not handout.figures else say(stage.NO_FIGURE),
    }


def _thin_out(steps: list[dict[str, Any]], step: int) -> list[dict[str, Any]]:
    """Copies of the steps, without the figures of those farthest from the one that is shown where all are too much for a message."""
    room, sent = MOST_BYTES, [dict(one) for one in steps]
    for at in sorted(range(len(steps)), key=lambda index: (abs(index + 1 - step), index)):
        room -= len(json.dumps(steps[at]["figures"]))
        if room < 0:
            sent[at]["figures"] = None
    return sent
