"""Check it yourself: what the atlas proves of its own numbers, run again when a visitor asks for it."""

from pages.kit import check_parts as parts
from pages.kit import frame

with frame.page("check", with_filters=False):
    frame.headline(
        "Every number can be checked again, here and now",
        "Four checks on this server's own files and sums, made when you ask for them. They ask no other host and take a few seconds.",
    )
    parts.checks()
    parts.explanation()
