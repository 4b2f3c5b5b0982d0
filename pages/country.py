"""Countries: one country as a brief, beside all others; a region as its money; or the list to choose from."""

from pages.kit import country_parts, frame

with frame.page("country") as state:
    country_parts.choice(state)
    country_parts.region(state)
    country_parts.brief(state)
