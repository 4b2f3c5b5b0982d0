"""Compare: two measures against each other, and pinned countries side by side."""

from pages.kit import frame

with frame.page("compare") as state:
    frame.headline("In the making")
