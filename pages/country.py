"""Countries: one country as a brief, beside all others."""

from pages.kit import frame

with frame.page("country") as state:
    frame.headline("In the making")
