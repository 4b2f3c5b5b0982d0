"""The 3D view of money beside need as a pydeck scene: countries raised and coloured, arcs from Brussels, rings for regions.

Shapes come from static files by their address; what a filter changes travels as expressions over the place of a country in
the order of the files (`i`). An expression may index an array but not call anything.
"""

import json
import zlib
from typing import Any

import pydeck

from geo.figures import need_marks
from geo.figures.need_camera import METRES_PER_EUR, place_camera
from geo.figures.need_colours import Theme, paint, theme_of
from geo.need_view import NeedView, Standing
from geo.relief_file import COUNTRIES, LAND, LINES, find_address, load_grips
from geo.static_file import StaticFile

# The wheel scrolls the page: a view that takes it would catch everyone who only passes by.
CONTROLLER = {"scrollZoom": False, "keyboard": True, "touchRotate": True, "maxPitch": 75}
MATERIAL = {"ambient": 0.62, "diffuse": 0.5, "shininess": 4, "specularColor": [24, 24, 24]}
EDGE, MEMBER_EDGE, SELECTED_EDGE = 1, 2, 3.5  # pixels


class CompactDeck(pydeck.Deck):  # type: ignore[misc]
    """A pydeck scene whose JSON is not indented: pydeck gives every number a line of its own."""

    def to_json(self) -> str:
        """Return the scene as JSON without spaces."""
        return json.dumps(json.loads(super().to_json()), separators=(",", ":"), ensure_ascii=False)


def draw_deck(
    view: NeedView, place: str, *, with_arcs: bool = True, theme_type: str = "light", is_narrow: bool = False
) -> CompactDeck:
    """Return the scene; `place` is the chosen country or region, or "", and `theme_type` "light" or "dark"."""
    theme = theme_of(theme_type)
    standings = {one.iso3: one for one in view.standings}
    ordered = [standings[iso3] for iso3 in load_grips()]
    heights = [height_of(one) for one in ordered]
    layers = [
        _land(theme),
        _countries(ordered, heights, view, theme),
        _lines(ordered, heights, place, theme),
        *need_marks.draw_posts(view, theme),
        *need_marks.draw_regions(view, place, theme, is_narrow=is_narrow),
        *(need_marks.draw_arcs(view, place, theme) if with_arcs else []),
        *need_marks.draw_labels(view, place, theme, is_narrow=is_narrow),
        _grips(ordered, heights, view, place),
    ]
    return CompactDeck(
        layers=layers,
        initial_view_state=place_camera(is_narrow=is_narrow),
        views=[pydeck.View(type="MapView", controller=CONTROLLER)],
        map_provider=None,  # with `map_style=None` it would ask a host of map tiles
        # On a narrow screen it would be cut off; a tap opens the card, which says more.
        tooltip=not is_narrow and {"text": "{tip}", "style": theme.tip},
    )


def height_of(standing: Standing) -> int:
    """Return how high a country stands in metres: proportional to its amount, 0 where it has none or is outside the filter."""
    return round(standing.amount_eur * METRES_PER_EUR) if standing.value.is_inside else 0


def look_up(values: list[Any], index: str) -> str:
    """Return the expression for the value at an index; deck.gl indexes an array only where it stands in parentheses."""
    return f"({json.dumps(values, separators=(',', ':'))})[{index}]"


def _land(theme: Theme) -> pydeck.Layer:
    return pydeck.Layer("SolidPolygonLayer", find_address(LAND), id="land", get_polygon="p", get_fill_color=theme.land)


def _countries(ordered: list[Standing], heights: list[int], view: NeedView, theme: Theme) -> pydeck.Layer:
    colours = [paint(one, view.need.classes, theme) for one in ordered]
    palette = [list(colour) for colour in dict.fromkeys(map(tuple, colours))]
    fill = look_up(palette, look_up([palette.index(colour) for colour in colours], "i"))
    return pydeck.Layer(
        "PolygonLayer",
        _changed(COUNTRIES, [heights, colours]),
        id="countries",
        get_polygon="p",
        extruded=True,
        get_elevation=look_up(heights, "i"),
        # Set on the part that fills: Streamlit fades the fills of a layer while something in the scene is selected.
        _sub_layer_props={"fill": {"getFillColor": f"@@={fill}"}},
        material=MATERIAL,
    )


def _lines(ordered: list[Standing], heights: list[int], place: str, theme: Theme) -> pydeck.Layer:
    """Edges at the height of their country, and hatch lines over those that have no value."""
    at = look_up(heights, "i")
    is_hatched = [int(one.value.is_inside and not one.value.is_shown) for one in ordered]
    widths = [_edge_width(one, place, ordered) for one in ordered]
    is_strong = [int(width != EDGE) for width in widths]
    edge = look_up([theme.edge, theme.ink], look_up(is_strong, "i"))
    hatch = look_up([[0, 0, 0, 0], theme.hatch], look_up(is_hatched, "i"))
    return pydeck.Layer(
        "LineLayer",
        _changed(LINES, [heights, is_hatched, widths, theme.ink]),
        id="lines",
        get_source_position=f"[s[0],s[1],{at}]",
        get_target_position=f"[t[0],t[1],{at}]",
        get_color=f"k?{hatch}:{edge}",
        get_width=f"k?1:{look_up(widths, 'i')}",
    )


def _edge_width(standing: Standing, place: str, ordered: list[Standing]) -> float:
    """Pixels: the chosen country's edge is widest; members are highlighted where the filter keeps some country that is none."""
    if standing.iso3 == place:
        return SELECTED_EDGE
    is_split = not all(one.value.is_member for one in ordered if one.value.is_inside)
    return MEMBER_EDGE if is_split and standing.value.is_inside and standing.value.is_member else EDGE


def _grips(ordered: list[Standing], heights: list[int], view: NeedView, place: str) -> pydeck.Layer:
    """What the mouse meets: coarse and unseen blocks with the words of the tooltip.

    The id changes with the chosen place, so that Streamlit forgets its own selection and the next click always counts.
    """
    grips = load_grips()
    rows = [
        {
            "id": one.iso3,
            "tip": need_marks.tell_country(one, view),
            "h": height,
            "p": [*map(list, grips[one.iso3].outline)],
        }
        for one, height in zip(ordered, heights, strict=True)
    ]
    return pydeck.Layer(
        "PolygonLayer",
        rows,
        id=f"grips-{place}",
        get_polygon="p",
        extruded=True,
        get_elevation="h",
        _sub_layer_props={"fill": {"getFillColor": [0, 0, 0, 0]}},
        pickable=True,
    )


def _changed(file: StaticFile, values: Any) -> str:
    """The address of a file with a mark of what is drawn from it: deck.gl reads accessors anew when the address changes.

    The browser has the file already; it does not send what stands after the "#".
    """
    return f"{find_address(file)}#{zlib.crc32(json.dumps(values).encode()):x}"
