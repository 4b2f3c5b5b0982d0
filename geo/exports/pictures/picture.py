"""A picture of a figure: its finding, what qualifies it, the figure, what is said of it, its source and its address."""

from dataclasses import replace
from typing import Any

from geo.exports.pictures import fonts, look
from geo.exports.pictures.asked import Picture
from geo.exports.pictures.kinds import KINDS, Kind
from geo.exports.pictures.mark import draw_mark
from geo.exports.pictures.pen import Box, Pen
from geo.exports.pictures.save import save, save_pages
from geo.messages import say

WIDE, HIGH = 1600.0, 900.0  # units of a slide
DOTS = 100  # units to the inch on a slide
MARGIN = 56.0
A4 = (8.27, 11.69)  # inches
# Widths at which a figure is tried on a page, the page lying or standing; the first on which it fits is taken.
PAGES = ((1300.0, A4[::-1]), (1000.0, A4), (1200.0, A4), (1450.0, A4), (1800.0, A4), (2200.0, A4))
FOOTER = 64.0
# Kinds whose groups go on over pages, and the place in PAGES of the smallest print that they may have.
SPLIT, SPLIT_AT = ("gap_strip",), 2


def draw_picture(picture: Picture, file_format: str) -> bytes:
    """Return a picture as a file: a slide as PNG or SVG, pages of A4 as PDF. Raises KeyError for a kind that is not drawn."""
    if file_format == "pdf":
        return save_pages([draw_page(one) for one in _split(picture)], picture.title)
    return save(draw_slide(picture), file_format, picture.title)


def draw_figure(
    kind: str, data: dict[str, Any], file_format: str = "png", width: float = WIDE, height: float = 0.0
) -> bytes:
    """Return a figure alone, without title and source, for a place that has its own; at least as high as asked."""
    found = KINDS[kind]
    high = max(height, found.height(data, width) + 8)
    pen = Pen(width, high, (width / DOTS, high / DOTS))
    found.draw(pen, data, Box(4, 4, width - 8, high - 8))
    return save(pen, file_format, str(data.get("label", "")))


def draw_slide(picture: Picture) -> Pen:
    """Draw a picture as a slide, higher where it needs to be."""
    height = max(HIGH, _Sheet(picture, WIDE).height())
    return _Sheet(picture, WIDE).draw(height, (WIDE / DOTS, height / DOTS))


def draw_page(picture: Picture) -> Pen:
    """Draw a picture on the first page where it fits; on the last, smaller."""
    for width, page in PAGES:
        height = width * page[1] / page[0]
        sheet = _Sheet(picture, width)
        if sheet.height() <= height:
            return sheet.draw(height, page)
    return sheet.draw(sheet.height(), page)


def _split(picture: Picture) -> list[Picture]:
    """The sheets of a picture: one, but for a figure of many groups that would be too small on one page."""
    groups = picture.data.get("groups", [])
    if picture.kind not in SPLIT or _fits(picture):
        return [picture]
    sheets: list[list[Any]] = [[]]
    for group in groups:
        if sheets[-1] and not _fits(replace(picture, data=picture.data | {"groups": [*sheets[-1], group]})):
            sheets.append([])
        sheets[-1].append(group)
    parts = [replace(picture, data=picture.data | {"groups": one}) for one in sheets]
    pages = [say("Page {page} of {pages}.", page=at, pages=len(parts)) for at in range(1, len(parts) + 1)]
    return [replace(one, below=f"{page} {one.below}") for page, one in zip(pages, parts, strict=True)]


def _fits(picture: Picture) -> bool:
    width, page = PAGES[SPLIT_AT]
    return _Sheet(picture, width).height() <= width * page[1] / page[0]


class _Sheet:
    """The texts of a picture at a width: where they stand, and what is left for the figure."""

    def __init__(self, picture: Picture, width: float) -> None:
        self.picture, self.width, self.room = picture, width, width - 2 * MARGIN
        self.kind: Kind = KINDS[picture.kind]
        lines = len(fonts.wrap(picture.title, self.room, look.TITLE, fonts.SERIF, fonts.BOLD))
        self.title_size = look.TITLE if lines <= 2 else look.TITLE * 0.84
        self.title = fonts.wrap_evenly(picture.title, self.room, self.title_size, fonts.SERIF, fonts.BOLD)
        self.below = fonts.wrap(picture.below, self.room, look.BELOW)
        title = picture.title.casefold().rstrip(".")
        words = [one for one in (*picture.words, *self.kind.words(picture.data)) if one.casefold().rstrip(".") != title]
        self.words = [line for one in words for line in fonts.wrap(one, self.room, look.SMALL)]
        self.source = fonts.wrap(picture.source, self.room - 280, look.TINY)
        self.link = fonts.wrap(picture.link, self.room - 280, look.TINY)

    def _head(self) -> float:
        return (
            MARGIN * 0.8 + len(self.title) * self.title_size * 1.22 + len(self.below) * look.BELOW * look.LEADING + 22
        )

    def _foot(self) -> float:
        words = len(self.words) * look.SMALL * look.LEADING + (26 if self.words else 8)
        return words + max(FOOTER, (len(self.source) + len(self.link)) * look.TINY * look.LEADING + 40) + 14

    def height(self) -> float:
        """Return the height that title, figure and source need."""
        return self._head() + self.kind.height(self.picture.data, self.room) + self._foot()

    def draw(self, height: float, page: tuple[float, float]) -> Pen:
        """Draw everything on a picture of a height."""
        pen = Pen(self.width, height, page)
        y = MARGIN * 0.8 + self.title_size * 0.86
        for line in self.title:
            pen.text(MARGIN, y, line, self.title_size, weight=fonts.BOLD, family=fonts.SERIF)
            y += self.title_size * 1.22
        pen.lines(MARGIN, y - 6, self.below, look.BELOW, colour=look.QUIET)
        self.kind.draw(
            pen, self.picture.data, Box(MARGIN, self._head(), self.room, height - self._head() - self._foot())
        )
        self._draw_foot(pen, height)
        return pen

    def _draw_foot(self, pen: Pen, height: float) -> None:
        y = height - self._foot() + 24 + look.SMALL * 0.8
        pen.lines(MARGIN, y, self.words, look.SMALL, colour=look.INK)
        top = height - max(FOOTER, (len(self.source) + len(self.link)) * look.TINY * look.LEADING + 40)
        pen.line([(MARGIN, top), (self.width - MARGIN, top)], look.LINE)
        y = pen.lines(MARGIN, top + 26, self.source, look.TINY, colour=look.QUIET)
        pen.lines(MARGIN, y, self.link, look.TINY, colour=look.QUIET, link=self.picture.link)
        draw_mark(pen, self.width - MARGIN, top + 18)
