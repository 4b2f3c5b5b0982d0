"""The fonts of the pictures: the pages' fonts in the weights that a picture uses, and how wide a text is in them."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

FOLDER = Path(__file__).parent / "typefaces"
SANS, SERIF = "Atlas Sans", "Atlas Serif"
REGULAR, BOLD = 400, 600
KEEP = "\u00a0"  # the blank at which no line ends
# Blanks that the fonts have no letter for, and are drawn as one that they have.
_BLANKS = str.maketrans(dict.fromkeys((KEEP, "\u202f", "\u2009"), " "))
# What a program that has not got the fonts takes in their place, the pages' own first.
FALLBACKS = {
    SANS: "'Public Sans', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif",
    SERIF: "'Source Serif 4', Georgia, 'Times New Roman', serif",
}


@dataclass(frozen=True)
class Font:
    """One weight of a font, and the file of the pages that it is made from."""

    family: str
    weight: int
    source: str

    @property
    def file_name(self) -> str:
        """The name of its file."""
        return f"{self.family.lower().replace(' ', '-')}-{self.weight}.ttf"


FONTS = (
    Font(SANS, REGULAR, "public-sans-latin-wght-normal.woff2"),
    Font(SANS, BOLD, "public-sans-latin-wght-normal.woff2"),
    Font(SERIF, BOLD, "source-serif-4-latin-wght-normal.woff2"),
)


def find_font(family: str, weight: int) -> Path:
    """Return the file of a font. Raises StopIteration for one that the pictures do not have."""
    return FOLDER / next(one.file_name for one in FONTS if (one.family, one.weight) == (family, weight))


def measure(text: str, size: float, family: str = SANS, weight: int = REGULAR) -> float:
    """Return the width of a text in the unit of its size."""
    advances, em = _advances(family, weight)
    return sum(advances.get(character, em * 0.6) for character in widen(text)) * size / em


def fit(text: str, width: float, size: float, family: str = SANS, weight: int = REGULAR) -> float:
    """Return the size in which a text is no wider than a width, at most the given one."""
    needed = measure(text, size, family, weight)
    return size * width / needed if needed > width > 0 else size


def widen(text: str) -> str:
    """Return a text with every blank as wide as that between words."""
    return text.translate(_BLANKS)


@cache
def _advances(family: str, weight: int) -> tuple[dict[str, float], float]:
    font = TTFont(find_font(family, weight))
    widths = font["hmtx"].metrics
    return {chr(code): widths[name][0] for code, name in font.getBestCmap().items()}, float(font["head"].unitsPerEm)


def wrap(text: str, width: float, size: float, family: str = SANS, weight: int = REGULAR) -> list[str]:
    """Return a text in lines no wider than a width; a word that is wider alone is broken, words joined by KEEP go together."""
    lines: list[str] = []
    line = ""
    for word in (
        part for one in text.replace("\n", " ").split(" ") if one for part in _break(one, width, size, family, weight)
    ):
        longer = f"{line} {word}" if line else word
        if line and measure(longer, size, family, weight) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line] if line else lines


def wrap_evenly(text: str, width: float, size: float, family: str = SANS, weight: int = REGULAR) -> list[str]:
    """Return a text in as few lines as it needs, of about the same width each, so that no word is left alone on the last."""
    lines = wrap(text, width, size, family, weight)
    for share in (0.5, 0.6, 0.7, 0.8, 0.9):
        narrower = wrap(text, width * share, size, family, weight)
        if 1 < len(narrower) == len(lines):
            return narrower
    return lines


def _break(word: str, width: float, size: float, family: str, weight: int) -> list[str]:
    """A word in parts that fit; most are one part."""
    if measure(word, size, family, weight) <= width:
        return [word]
    parts = [""]
    for character in word:
        if parts[-1] and measure(parts[-1] + character, size, family, weight) > width:
            parts.append("")
        parts[-1] += character
    return parts
