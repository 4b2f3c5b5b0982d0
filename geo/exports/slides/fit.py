"""How much room a text takes: measured in the atlas's fonts, with some to spare for those that a program takes in their place."""

from dataclasses import dataclass
from functools import lru_cache

from geo.exports.pictures import fonts

POINTS_PER_INCH = 72
LINE = 1.2  # height of a line, of the size of its letters
# Georgia is wider than the headings' font; Arial is narrower than the texts'.
_SPARE = {fonts.SERIF: 1.1, fonts.SANS: 1.04}


@dataclass(frozen=True)
class Fitted:
    """A text in its box: the size of its letters in points, its lines, and their height in inches."""

    points: float
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        """Return the height of the lines in inches."""
        return len(self.lines) * self.points * LINE / POINTS_PER_INCH


@lru_cache(maxsize=40_000)
def measure(text: str, points: float, *, is_heading: bool = False, is_bold: bool = False) -> float:
    """Return the width of a text on one line in inches."""
    family = fonts.SERIF if is_heading else fonts.SANS
    weight = fonts.BOLD if is_heading or is_bold else fonts.REGULAR
    return fonts.measure(text, points, family, weight) * _SPARE[family] / POINTS_PER_INCH


@lru_cache(maxsize=10_000)
def wrap(text: str, points: float, width: float, *, is_heading: bool = False) -> tuple[str, ...]:
    """Return a text in lines that are no wider than a width in inches; a longer word goes on in the next line."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in filter(None, paragraph.split(" ")):
            longer = f"{line} {word}".strip()
            if line and measure(longer, points, is_heading=is_heading) > width:
                lines.append(line)
                longer = word
            *done, line = _break(longer, points, width, is_heading=is_heading)
            lines += done
        lines.append(line)
    return tuple(lines)


def fit(text: str, width: float, height: float, sizes: tuple[float, ...], *, is_heading: bool = False) -> Fitted:
    """Return a text in the largest of some sizes in which it fits a box; in the smallest, and higher than the box, where none does."""
    found = [Fitted(points, wrap(text, points, width, is_heading=is_heading)) for points in sorted(sizes, reverse=True)]
    return next((one for one in found if one.height <= height), found[-1])


def _break(line: str, points: float, width: float, *, is_heading: bool) -> list[str]:
    """A line in parts that are no wider than a width: one, but for a word that is wider alone."""
    if measure(line, points, is_heading=is_heading) <= width:
        return [line]
    parts, part = [], ""
    for letter in line:
        if part and measure(part + letter, points, is_heading=is_heading) > width:
            parts.append(part)
            part = ""
        part += letter
    return [*parts, part]
