"""What the worker process is asked to do: it alone loads the libraries that draw and write."""

from typing import Any

from geo.exports.slides.content import Deck


def draw(kind: str, data: dict[str, Any], room: tuple[float, float]) -> bytes:
    """Return a figure alone as a sharp PNG, drawn in a room of its units. Raises KeyError for a kind that has no picture."""
    from geo.exports.pictures.picture import draw_figure  # noqa: PLC0415

    return draw_figure(kind, data, "png", *room)


def write(deck: Deck, pictures: tuple[bytes, ...]) -> bytes:
    """Return a deck as the bytes of a .pptx file."""
    from geo.exports.slides.deck import write_deck  # noqa: PLC0415

    return write_deck(deck, pictures)
