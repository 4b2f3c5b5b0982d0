"""Sizes of a frame in pixels: widths to choose from, and for each kind of figure a height that shows it whole or enough of it."""

from geo.messages import mark

# By what they are called, in English.
WIDTHS: dict[str, int | None] = {
    mark("As wide as its column"): None,
    mark("Narrow, 360 pixels"): 360,
    mark("A column of text, 640 pixels"): 640,
    mark("Wide, 960 pixels"): 960,
}
LEAST, MOST = 240, 2400
_ASSUMED = 640  # the width of a column that is not known
_NARROW = 480
# By kind of figure: in a column of text, and on a narrow screen, where words take more lines. Maps, rankings and matrices take the height
# that they are given; the others are as high as they are, and what is higher than its frame scrolls in it.
_HEIGHTS = {
    "map": (720, 860),
    "ranking": (720, 800),
    "table": (720, 860),
    "bars": (760, 920),
    "treemap": (760, 1120),
    "flow": (780, 960),
    "years": (720, 740),
    "dates": (800, 1080),
    "scatter": (720, 820),
    "matrix": (760, 860),
    "strips": (1000, 1200),
    "programmes": (1000, 1200),
    "programme_cards": (1000, 1200),
    "timeline": (1000, 1200),
}
_USUAL = (640, 760)


def find_height(kind: str, width: int | None) -> int:
    """Return the height for a figure of this kind in a frame of this width (None: as wide as its column)."""
    wide, narrow = _HEIGHTS.get(kind, _USUAL)
    return narrow if (width or _ASSUMED) <= _NARROW else wide
