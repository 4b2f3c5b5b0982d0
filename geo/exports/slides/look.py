"""How slides look: where things stand on a page of 13.33 by 7.5 inches, the sizes of letters, and the inks."""

from dataclasses import dataclass, replace

from pptx.dml.color import RGBColor
from pptx.util import Emu, Inches

WIDTH, HEIGHT, MARGIN = 13.333, 7.5, 0.62
INNER = WIDTH - 2 * MARGIN
TITLE_TOP, BODY_END, FOOT_TOP = 0.66, 6.72, 6.9
FOOT_WIDTH, FOOT_HEIGHT = INNER - 1.1, 0.42
TITLE_SIZES, BELOW_SIZES = (28.0, 26.0, 24.0, 22.0, 20.0, 18.0), (14.0, 13.0, 12.0, 11.0)
WORDS_SIZES, FOOT_SIZES = (12.0, 11.0, 10.0, 9.0), (10.0, 9.0, 8.0)
GAP = 0.14
INK, QUIET, GRID, GROUND = "#1c2530", "#4a5663", "#e4e7ea", "#ffffff"
LINK = "#0b4f8a"


@dataclass(frozen=True)
class Box:
    """A part of a slide, in inches from its upper left corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Return where the box ends."""
        return self.top + self.height

    def inset(self, *, left: float = 0, top: float = 0, right: float = 0, bottom: float = 0) -> "Box":
        """Return the box without a margin on some of its sides."""
        return Box(self.left + left, self.top + top, self.width - left - right, self.height - top - bottom)

    def split(self, share: float) -> tuple["Box", "Box"]:
        """Return two boxes side by side, the first with a share of the width."""
        first = replace(self, width=self.width * share - GAP)
        return first, self.inset(left=self.width * share + GAP)

    @property
    def emu(self) -> tuple[Emu, Emu, Emu, Emu]:
        """Return left, top, width and height in the unit of the file."""
        return Inches(self.left), Inches(self.top), Inches(self.width), Inches(self.height)


def read_colour(colour: str) -> RGBColor:
    """Return a colour like "#203d46" for the file."""
    return RGBColor.from_string(colour.lstrip("#").upper())


def is_dark(colour: str) -> bool:
    """Return whether white letters read better on a colour than black ones."""
    red, green, blue = (int(colour.lstrip("#")[at : at + 2], 16) for at in (0, 2, 4))
    return 0.299 * red + 0.587 * green + 0.114 * blue < 150


def mix(colour: str, share: float) -> str:
    """Return a colour as it is with a share of white in it."""
    parts = (int(colour.lstrip("#")[at : at + 2], 16) for at in (0, 2, 4))
    return "#" + "".join(f"{round(one + (255 - one) * share):02x}" for one in parts)
