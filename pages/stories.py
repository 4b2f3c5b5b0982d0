"""Stories: views in an order, with a title and a note each; presented in the browser, kept in a link or a file."""

from pages.kit import frame
from pages.kit import stories_parts as parts

with frame.page("stories", with_filters=False) as state:
    parts.present(state)
    parts.heading()
    parts.linked(state)
    parts.columns(state)
