"""What is asked of the pictures: a figure with the texts around it, and its files. Imports nothing heavy; what draws is imported on the call."""

from dataclasses import dataclass
from typing import Any

FORMATS = ("png", "svg", "pdf")


@dataclass(frozen=True)
class Picture:
    """What a picture shows: a figure as its component gets it, and every text around it.

    `words` are said under the figure: what is not reported, doubtful or left out; `source` names documents and pages; `link` is the
    address of the view.
    """

    kind: str
    data: dict[str, Any]
    title: str
    below: str = ""
    words: tuple[str, ...] = ()
    source: str = ""
    link: str = ""


def draw(picture: Picture, file_format: str) -> bytes:
    """Return a picture as a file: a slide as PNG or SVG, pages of A4 as PDF, a small PNG as "preview".

    Raises KeyError for a kind that is not drawn. Meant for the worker: it takes seconds.
    """
    from geo.exports.pictures.picture import draw_picture  # noqa: PLC0415

    return draw_picture(picture, file_format)


def draw_figure(kind: str, data: dict[str, Any], width: float, height: float) -> bytes:
    """Return a figure alone as PNG, two dots a unit, at least as high as asked, for a slide that has texts of its own.

    Raises KeyError for a kind that is not drawn. Meant for the worker: it takes seconds.
    """
    from geo.exports.pictures.picture import draw_figure as draw_alone  # noqa: PLC0415

    return draw_alone(kind, data, "png", width, height)
