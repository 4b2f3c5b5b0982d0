"""Draws in units of the picture: x to the right, y downwards, from the upper left corner; text stands on its baseline."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import matplotlib
from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, fontManager
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, PathPatch, Polygon, Rectangle
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, IdentityTransform, TransformedPath

from geo.exports.pictures import fonts, look
from geo.exports.pictures.look import Dashes

POINTS = 72  # to the inch
_NO_CLIP = TransformedPath(Path.unit_rectangle(), IdentityTransform())

Points = Iterable[tuple[float, float]]


@dataclass(frozen=True)
class Box:
    """A rectangle: where it begins, and its size."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Return where it ends."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Return where it ends below."""
        return self.top + self.height

    def inner(self, left: float = 0, top: float = 0, right: float = 0, bottom: float = 0) -> "Box":
        """Return the rectangle that remains when something is taken from its sides."""
        return Box(self.left + left, self.top + top, self.width - left - right, self.height - top - bottom)


class Pen:
    """A picture of so many units on a page of so many inches; what is drawn later lies on top."""

    def __init__(self, width: float, height: float, page: tuple[float, float]) -> None:
        matplotlib.rcParams.update(look.SETTINGS)  # type: ignore[arg-type]
        _register_fonts()
        self.width, self.height = width, height
        across, upwards = page
        scale = min(across / width, upwards / height)
        self.points = scale * POINTS
        self.figure = Figure(figsize=page, facecolor=look.GROUND)
        share = (scale * width / across, scale * height / upwards)
        self._axes = self.figure.add_axes(((1 - share[0]) / 2, 1 - share[1], *share))
        self._axes.set(xlim=(0, width), ylim=(height, 0))
        self._axes.set_axis_off()
        self._level = 0
        self.texts: list[Text] = []

    def _add(self, artist: Artist, within: Box | None = None) -> Artist:
        self._level += 1
        artist.set_zorder(self._level)
        # Axes make a clip path for each artist that has none, which takes longer than all the rest: this one is never used.
        artist.set_clip_path(_NO_CLIP)
        self._axes.add_artist(artist)
        if within:
            frame = Rectangle((within.left, within.top), within.width, within.height, transform=self._axes.transData)
            artist.set_clip_path(frame)
        else:
            artist.set_clip_on(False)
        return artist

    def text(  # noqa: PLR0913, PLR0917 - where, what and how
        self, x: float, y: float, text: str, size: float = look.BODY, colour: str = look.INK, weight: int = fonts.REGULAR,
        anchor: str = "left", *, family: str = fonts.SANS, halo: str = "", link: str = "", angle: float = 0,
    ) -> None:  # fmt: skip
        """Write one line; `anchor` is left, center or right; a halo in a colour keeps it apart from what lies below."""
        font = FontProperties(family=family, weight=weight, size=size * self.points)
        made = Text(
            x,
            y,
            fonts.widen(text),
            color=colour,
            fontproperties=font,
            ha=anchor,
            va="baseline",
            rotation=angle,
            rotation_mode="anchor",
        )
        if halo:
            self._write_halo(x, y, text, size, halo, font, anchor)
        if link:
            made.set_url(link)
        self._add(made)
        self.texts.append(made)

    def _write_halo(  # noqa: PLR0913, PLR0917
        self, x: float, y: float, text: str, size: float, colour: str, font: FontProperties, anchor: str
    ) -> None:
        """A soft ground under a text. A stroke around its letters would turn text into outlines."""
        width = fonts.measure(text, size, weight=int(font.get_weight()))
        left = x - {"left": 0.0, "center": width / 2, "right": width}[anchor]
        self.rectangle(Box(left - 2, y - size * 0.8, width + 4, size), fill=colour, opacity=0.72)

    def lines(self, x: float, y: float, lines: Iterable[str], size: float = look.BODY, **how: Any) -> float:
        """Write lines below each other, the first on y; return the baseline after the last."""
        for line in lines:
            self.text(x, y, line, size, **how)
            y += size * look.LEADING
        return y

    def rectangle(  # noqa: PLR0913
        self, box: Box, *, fill: str = "none", stroke: str = "none", width: float = 1.0, dashes: Dashes = look.SOLID,
        hatch: str = "", opacity: float = 1.0,
    ) -> None:  # fmt: skip
        """Draw a rectangle; a hatch has the colour of the stroke."""
        patch = Rectangle((box.left, box.top), box.width, box.height, facecolor=fill, edgecolor=stroke, linewidth=width * self.points,
                          linestyle=dashes, alpha=opacity if opacity < 1 else None)  # fmt: skip
        if hatch:
            patch.set_hatch(hatch)
        self._add(patch)

    def hatched(self, box: Box, colour: str, hatch: str = "////") -> None:
        """Draw hatching over a rectangle, without an edge."""
        self._add(
            Rectangle(
                (box.left, box.top), box.width, box.height, facecolor="none", edgecolor=colour, linewidth=0, hatch=hatch
            )
        )

    def circle(self, x: float, y: float, radius: float, *, fill: str = "none", stroke: str = "none", width: float = 1.0,  # noqa: PLR0913
               dashes: Dashes = look.SOLID, hatch: str = "") -> None:  # fmt: skip
        """Draw a circle."""
        patch = Circle(
            (x, y), radius, facecolor=fill, edgecolor=stroke, linewidth=width * self.points, linestyle=dashes
        )
        if hatch:
            patch.set_hatch(hatch)
        self._add(patch)

    def line(self, points: Points, colour: str = look.LINE, width: float = 1.0, dashes: Dashes = look.SOLID) -> None:
        """Draw a line through points."""
        xs, ys = zip(*points, strict=True)
        self._add(
            Line2D(
                xs,
                ys,
                color=colour,
                linewidth=width * self.points,
                linestyle="solid" if dashes[1] is None else (dashes[0], dashes[1]),
                solid_capstyle="butt",
                solid_joinstyle="round",
            )
        )

    def polygon(
        self, points: Sequence[tuple[float, float]], *, fill: str = "none", stroke: str = "none", width: float = 1.0
    ) -> None:
        """Draw a closed shape with straight sides."""
        self._add(Polygon(points, closed=True, facecolor=fill, edgecolor=stroke, linewidth=width * self.points))

    def shape(  # noqa: PLR0913
        self, path: Path, place: Affine2D | None = None, *, fill: str = "none", stroke: str = "none", width: float = 1.0,
        hatch: str = "", within: Box | None = None,
    ) -> None:  # fmt: skip
        """Draw a path, moved and scaled to its place; what lies outside a rectangle is cut off."""
        placed = place.transform_path(path) if place else path
        patch = PathPatch(placed, facecolor=fill, edgecolor=stroke, linewidth=width * self.points, joinstyle="round")
        if hatch:
            patch.set_hatch(hatch)
        self._add(patch, within)


_registered: set[str] = set()


def _register_fonts() -> None:
    """Make the fonts known by their names, once in a process."""
    for font in fonts.FONTS:
        if font.file_name not in _registered:
            fontManager.addfont(fonts.FOLDER / font.file_name)
            _registered.add(font.file_name)
