"""Check it yourself: what the atlas proves of its own numbers, run again when a visitor asks for it."""

from pages.kit import check_parts as parts
from pages.kit import frame

with frame.page("check", with_filters=False):
    parts.headline()
    parts.checks()
    parts.explanation()
