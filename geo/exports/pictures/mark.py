"""The atlas's mark: a globe and its name."""

from geo.citation import ATLAS
from geo.exports.pictures import fonts, look
from geo.exports.pictures.pen import Pen


def draw_mark(pen: Pen, right: float, top: float) -> None:
    """Draw the atlas's mark and name, ending at a place."""
    name, size = ATLAS, 17.0
    x = right - fonts.measure(name, size, fonts.SERIF, fonts.BOLD)
    pen.text(x, top + 16, name, size, look.BRAND, fonts.BOLD, family=fonts.SERIF)
    middle, radius = (x - 20, top + 10), 10.5
    pen.circle(*middle, radius, stroke=look.BRAND, width=1.6)
    for across in (-radius, 0.0, radius):
        bends = ((0.0, -radius), (0.4, -radius / 2), (0.55, 0.0), (0.4, radius / 2), (0.0, radius))
        points = [(middle[0] + across * bend, middle[1] + down) for bend, down in bends]
        pen.line(points, look.BRAND, 1.4)
    for down, share in ((-radius * 0.5, 0.85), (0.0, 1.0), (radius * 0.5, 0.85)):
        pen.line(
            [(middle[0] - radius * share, middle[1] + down), (middle[0] + radius * share, middle[1] + down)],
            look.BRAND,
            1.4,
        )
