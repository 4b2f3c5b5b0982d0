"""Alliances: who is in what, what overlaps, and members beside the others."""

from pages.kit import alliances_parts as parts
from pages.kit import frame

with frame.page("alliances") as state:
    parts.headline(state)
    parts.condition(state)
    parts.sets(state)
    parts.overlap_chart(state)
    parts.matrix(state)
    parts.members_and_others(state)
    parts.profiles(state)
    parts.other_groups()
