"""Colours of the 3D view in both themes: deck.gl takes red, green, blue and opacity, and knows nothing of the page's style."""

from dataclasses import dataclass
from typing import Any

from geo.classify import ValueClass
from geo.figures.palette import LEVELS
from geo.need_view import Standing

Colour = list[int]

# Arcs differ by colour, and by how high they swing; the legend lists them with their amounts.
INSTRUMENT_COLOURS = {
    "DCI-ALA": {"light": "#1265ad", "dark": "#5f9bd6"},
    "EDF": {"light": "#10846e", "dark": "#5fd0b5"},
    "IfS": {"light": "#334054", "dark": "#e3e8f1"},
    "DCI-MIGR": {"light": "#a68313", "dark": "#e9d06b"},
}
# One that is new wears this until it is given its own.
OTHER_INSTRUMENT = {"light": "#505257", "dark": "#88837f"}
# The ground of a hatched bar: a country with money and without a value.
MISSING_BAR = {"light": "#8b929a", "dark": "#8b949e"}


@dataclass(frozen=True)
class Theme:
    """The colours of one theme; `tip` is the style of the tooltip."""

    name: str
    ink: Colour
    quiet: Colour
    ground: Colour
    land: Colour
    outside: Colour
    missing: Colour
    edge: Colour
    hatch: Colour
    tip: dict[str, str]


def _tip(ground: str, ink: str, line: str) -> dict[str, str]:
    return {
        "backgroundColor": ground, "color": ink, "border": f"1px solid {line}", "borderRadius": "4px", "padding": "8px 10px",
        "fontFamily": "public-sans, system-ui, sans-serif", "fontSize": "13px", "lineHeight": "1.45", "maxWidth": "260px",
    }  # fmt: skip


_THEMES = {
    "light": Theme(
        "light", ink=[28, 37, 48, 255], quiet=[88, 96, 104, 255], ground=[253, 252, 249, 255], land=[236, 233, 225, 255],
        outside=[219, 216, 208, 255], missing=[250, 249, 245, 255], edge=[28, 37, 48, 130], hatch=[80, 88, 96, 210],
        tip=_tip("#fdfcf9", "#1c2530", "#b9b5aa"),
    ),
    "dark": Theme(
        "dark", ink=[232, 235, 238, 255], quiet=[167, 174, 182, 255], ground=[16, 22, 29, 255], land=[31, 39, 48, 255],
        outside=[52, 61, 71, 255], missing=[24, 31, 39, 255], edge=[232, 235, 238, 120], hatch=[170, 178, 186, 210],
        tip=_tip("#19212a", "#e8ebee", "#4a5867"),
    ),
}  # fmt: skip


def theme_of(theme_type: str) -> Theme:
    """Return the colours of a theme, those of the light one for a name that is unknown."""
    return _THEMES.get(theme_type, _THEMES["light"])


def parse_colour(text: str) -> Colour:
    """Return "#rrggbb" as red, green, blue and full opacity."""
    return [*(int(text[at : at + 2], 16) for at in (1, 3, 5)), 255]


def paint(standing: Standing, classes: tuple[ValueClass, ...], theme: Theme) -> Colour:
    """Return the colour of a country: its class, or that of no value or of outside the filter, which are none of the scale."""
    if not standing.value.is_inside:
        return theme.outside
    if standing.value.class_index is None:
        return theme.missing
    return parse_colour(pick(classes[standing.value.class_index], theme))


def pick(colours: Any, theme: Theme) -> str:
    """Return the colour of a theme from an object or a dict that has both."""
    return str(colours[theme.name] if isinstance(colours, dict) else getattr(colours, theme.name))


def instrument_colour(instrument_id: str, theme: Theme) -> Colour:
    """Return the colour of an instrument's arcs."""
    return parse_colour(pick(INSTRUMENT_COLOURS.get(instrument_id, OTHER_INSTRUMENT), theme))


def region_colour(theme: Theme) -> Colour:
    """Return the colour of money for a region, as everywhere in the atlas."""
    return parse_colour(LEVELS["R"][theme.name])
