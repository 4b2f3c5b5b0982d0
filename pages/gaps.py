"""What is not known: which cells are reported, doubtful, contradicted or missing."""

from pages.kit import frame

with frame.page("gaps") as state:
    frame.headline("In the making")
