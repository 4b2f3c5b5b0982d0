"""Accessibility: what the atlas does for everyone's hands and eyes, how it is tested, and what is missing."""

from pages.kit import access_parts as parts
from pages.kit import frame

with frame.page("access", with_filters=False):
    parts.headline()
    parts.show_statement()
