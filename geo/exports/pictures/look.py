"""How a picture looks: inks, sizes of letters, and the settings that make its bytes the same every time and keep text as text."""

from typing import Any

from geo.exports.pictures import fonts

Dashes = tuple[float, tuple[float, ...] | None]  # of a line: where it begins, and lengths of dashes and gaps by turns
SOLID: Dashes = (0.0, None)

GROUND = "#ffffff"  # a slide and a page are white, and print takes no ink for it
INK = "#1c2530"
QUIET = "#5b636d"
LINE = "#d5d8db"
SEA = "#eff4f8"
AROUND = "#e3e6e8"  # land outside the atlas, and countries without money
FAINT = "#cfd4d8"  # outside the filter
BRAND = "#a24a31"

# Sizes of letters in units of the picture, which is about 1600 wide: the smallest is 9 points on a slide.
TITLE, BELOW, HEAD, BODY, SMALL, TINY = 36.0, 20.0, 19.0, 17.0, 15.5, 14.0
LEADING = 1.32  # from one line to the next, in sizes of letters

SETTINGS: dict[str, Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "lac-atlas",
    "pdf.fonttype": 42,
    "pdf.compression": 6,
    "font.family": [fonts.SANS],
    "hatch.linewidth": 0.7,
    "path.simplify": False,
    "text.parse_math": False,
    # Letters keep their distances at every size.
    "text.hinting": "no_hinting",
    "axes.unicode_minus": True,
}
