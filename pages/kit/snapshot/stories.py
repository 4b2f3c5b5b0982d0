"""The stories of the atlas as static pages: the stage of the live atlas with all of its steps, and the same steps to be read."""

from itertools import repeat
from typing import Any

from geo.messages import cached, mark, say
from geo.story import Step, Story
from pages.kit import stage_parts, story_views, urlstate
from pages.kit.parameters import FIGURE
from pages.kit.router import find_entry
from pages.kit.snapshot import layout, links
from pages.kit.snapshot.plan import Parameters, list_pages
from pages.kit.story_views import ShippedStory

OPEN, OPEN_LIVE = mark("Open this view"), mark("Open this view in the live atlas")
_PLACE = "place"


def list_stories() -> tuple[ShippedStory, ...]:
    """Return the stories that the atlas brings."""
    return story_views.list_shipped()


def draw_story(story: Story, live: str = "") -> dict[str, Any]:
    """Return what the stage is given, and what picking means in each figure.

    Each step leads to its view in the snapshot, else to the one of the live atlas, else nowhere; `live` is its address or "".
    """
    drawn = stage_parts.draw_stage(story, 1)
    # The step that is shown stands behind the "#", as every state of the snapshot does.
    return drawn | {
        "scripts": {},
        "is_hashed": True,
        "steps": list(map(_lead_step, story.steps, drawn["steps"], repeat(live))),
    }


def find_view(slug: str, parameters: Parameters) -> str:
    """Return the address of exactly this view in the snapshot, "" where the snapshot does not hold it."""
    key, place = _identify(slug, parameters)
    address = _addresses().get(key, "")
    return f"{address}{'&' if '#' in address else '#'}place={place}" if address and place else address


def _lead_step(step: Step, told: dict[str, Any], live: str) -> dict[str, Any]:
    """A step with its links led into the snapshot, or its view into the live atlas, or nowhere."""
    found = find_view(step.slug, {name: value for name, value in step.parameters if name != FIGURE})
    figures = [
        figure
        | {
            "data": links.rewrite(figure["data"], ""),
            "role": layout.find_role(step.slug, figure["kind"], figure["key"]),
        }
        for figure in told["figures"]
    ]
    way = say(OPEN if found else OPEN_LIVE)
    return told | {"link": found or (live and live + told["link"]), "way": way, "figures": figures}


def _identify(slug: str, parameters: Parameters) -> tuple[tuple[Any, ...], str]:
    """What tells a view from every other, and the place that is picked in it; a country's page is one view for each place."""
    topic = find_entry(slug).topic
    written = urlstate.write(urlstate.read(parameters, topic)[0], topic)
    place = "" if slug == "country" else written.pop(_PLACE, "")
    return (slug, *sorted(written.items())), place


@cached
def _addresses() -> dict[tuple[Any, ...], str]:
    """The address of every view that the snapshot holds, by what tells it from the others; that of no place in particular."""
    found: dict[tuple[Any, ...], str] = {}
    for page in list_pages():
        for key, parameters in page.list_views():
            options = zip(page.choices, key.split("|"), strict=True) if page.choices else ()
            parts = "&".join(
                f"{choice.name}={option}" for choice, option in options if option != next(iter(choice.options))
            )
            view, _ = _identify(page.slug, parameters)
            found.setdefault(view, f"{page.name}.html{'#' + parts if parts else ''}")
    return found
