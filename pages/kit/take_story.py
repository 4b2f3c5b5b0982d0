"""The tab that adds a view to the story of this browser. The server keeps nothing of it."""

from geo.handout import Handout
from geo.messages import say
from geo.story import MOST_NOTE, MOST_STEPS, MOST_TITLE, clean_line
from pages.kit import components, permalinks, story_views
from pages.kit.parameters import LANGUAGE
from pages.kit.urlstate import ViewState


def show(handout: Handout, state: ViewState, topic: str) -> None:
    """Show the fields for title and note, and the button that adds the view."""
    # A story is shown in its reader's language, so a step has none.
    parameters = {name: value for name, value in handout.parameters.items() if value and name != LANGUAGE}
    components.story_adder(
        {
            "step": {"page": handout.slug, "parameters": parameters, "title": clean_line(handout.title, MOST_TITLE)},
            "label": say("Add this view"),
            "open": permalinks.link_page(story_views.PAGE),
            "open_label": say("Open your story"),
            "most_steps": MOST_STEPS,
            "most_title": MOST_TITLE,
            "most_note": MOST_NOTE,
        },
        "story_adder",
    )
