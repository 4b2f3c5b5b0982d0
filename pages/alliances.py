"""Alliances: who is in what, what overlaps, and members beside the others."""

from pages.kit import frame

with frame.page("alliances") as state:
    frame.headline("In the making")
