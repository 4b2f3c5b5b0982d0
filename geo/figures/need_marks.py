"""What stands on and around the countries of the 3D view: arcs, rings for regions, names, and posts that show the scale."""

import math
from collections.abc import Iterable
from typing import Any

import pydeck
from pydeck.types import String

from geo.amount_words import count_contracts, count_decisions
from geo.dimensions import COMMITTED
from geo.figures.marks import tell_measured
from geo.figures.need_camera import METRES_PER_EUR, leave_room
from geo.figures.need_colours import Theme, instrument_colour, region_colour
from geo.figures.ranking import none_listed
from geo.findings import EUR_MILLION, format_eur
from geo.messages import mark, say, say_count
from geo.money_view import amount_of
from geo.need_view import Arc, NeedView, Standing, leads_to_a_place
from geo.places import name_countries, name_places
from geo.relief_file import load_anchors, load_grips
from geo.spelling import format_decimals, format_number, name_value
from geo.views import PlaceAmount

FONT = "'public-sans, system-ui, sans-serif'"
WIDEST_ARC, THINNEST_ARC = 7.0, 1.0  # pixels; in between a width is proportional to its amount
ARC_OPACITY = 190
# How high the arcs of each instrument swing, as a share of their length: two to one place stay apart.
SWINGS = (0.14, 0.19, 0.24, 0.29)
POSTS_AT = ((-103.0, -21.0), (-98.5, -21.0), (-94.0, -21.0))  # the Pacific, beside nothing
POST_RADIUS, RING_RADIUS = 30_000, 200_000  # metres
ON_TOP = {"depthCompare": "always"}  # a text or sign is not hidden by the blocks before it
MISSING_WORDS = {"unplaced": mark("printed, but not placeable"), "doubtful": mark("doubtful, hidden")}
DOUBTED = ("doubtful", "conflict")


def tell_country(standing: Standing, view: NeedView) -> str:
    """Return the words of a country's tooltip: its name, its value, its money."""
    value, place = standing.value, standing.place
    if not value.is_inside:
        return f"{value.name}\n{say('Outside the filter')}"
    money = none_listed(view.money)
    if standing.amount_eur:
        money = tell_measured(format_eur(standing.amount_eur), view.money.measure)
    lines = [value.name, name_value(view.need.name, _tell_need(standing, view)), money]
    if place.decisions:
        lines.append(f"{count_decisions(place.decisions)}, {count_contracts(place.contracts)}")
    return "\n".join(lines)


def _tell_need(standing: Standing, view: NeedView) -> str:
    """The value of a country with what is to be known of it, or why there is none."""
    value = standing.value
    if not value.is_shown:
        return say(MISSING_WORDS[value.status]) if value.status in MISSING_WORDS else say("not reported")
    text = f"{value.text} {view.need.short_unit}"
    if value.status == "doubtful":
        return say("{value} (doubtful)", value=text)
    return say("{value} (other values printed too)", value=text) if value.status == "conflict" else text


def draw_arcs(view: NeedView, place: str, theme: Theme) -> list[pydeck.Layer]:
    """Return the arcs from Brussels, one a place and instrument, ending on top of a country or at a region's ring."""
    arcs = [arc for arc in view.arcs if leads_to_a_place(arc)]
    largest = max((arc.amount_eur for arc in arcs), default=1)
    layer = pydeck.Layer(
        "ArcLayer", [_arc_row(arc, largest, view, theme) for arc in arcs], id=f"arcs-{place}",
        get_source_position=[*load_anchors()["brussels"]], get_target_position="t", get_source_color="c", get_target_color="c",
        get_width="w", get_height="a", num_segments=48, pickable=True,
    )  # fmt: skip
    brussels = [{"at": [*load_anchors()["brussels"]], "t": say("Brussels")}]
    dot = pydeck.Layer(
        "ScatterplotLayer", brussels, id="brussels", get_position="at", get_fill_color=theme.ink, get_radius=4,
        radius_units="'pixels'",
    )  # fmt: skip
    # Far away, so larger: the camera draws it at about two thirds.
    return [layer, dot, _texts("brussels-name", brussels, theme, shift=[0, 22], size=18)]


def _arc_row(arc: Arc, largest: float, view: NeedView, theme: Theme) -> dict[str, Any]:
    instruments = list(name_places("instruments"))
    return {
        "id": arc.place_id,
        "tip": f"{name_place(arc)}\n{arc.instrument}\n{_tell_arc(arc, view)}",
        "t": _end_of(arc),
        "c": [*instrument_colour(arc.instrument_id, theme)[:3], ARC_OPACITY],
        "w": round(max(THINNEST_ARC, WIDEST_ARC * arc.amount_eur / largest), 1),
        "a": SWINGS[instruments.index(arc.instrument_id) % len(SWINGS)],
    }


def _tell_arc(arc: Arc, view: NeedView) -> str:
    amount = format_eur(arc.amount_eur)
    if view.money.measure == COMMITTED:
        return say_count(
            "{amount} committed, {n} decision", "{amount} committed, {n} decisions", arc.decisions, amount=amount
        )
    return say_count(
        "{amount} contracted, {n} decision", "{amount} contracted, {n} decisions", arc.decisions, amount=amount
    )


def _end_of(arc: Arc) -> list[float]:
    grips = load_grips()
    if arc.place_id in grips:
        return [*grips[arc.place_id].at, round(arc.amount_eur * METRES_PER_EUR)]
    return [*load_anchors()[arc.place_id], 0]


def name_place(arc: Arc) -> str:
    """Return the place that an arc leads to; a region is called one."""
    if arc.place_id in name_countries():
        return name_countries()[arc.place_id]
    return say("{name}, as a region", name=name_places("funding_zones")[arc.place_id])


def draw_regions(view: NeedView, place: str, theme: Theme, *, is_narrow: bool) -> list[pydeck.Layer]:
    """Return a flat ring in the sea for each region with money of its own, with its name where there is room, and its amount."""
    rows = [_region_row(region, place, view, is_narrow=is_narrow) for region in view.money.regions]
    colour = region_colour(theme)
    ring = pydeck.Layer(
        "ScatterplotLayer", rows, id=f"regions-{place}", get_position="at", get_radius=RING_RADIUS, stroked=True,
        get_fill_color=[*colour[:3], 45], get_line_color=colour, get_line_width="w", line_width_units="'pixels'", pickable=True,
    )  # fmt: skip
    return [ring, _texts("region-names", rows, theme, colour=colour, shift=[0, 20])]


def _region_row(region: PlaceAmount, place: str, view: NeedView, *, is_narrow: bool) -> dict[str, Any]:
    amount = amount_of(region, view.money.measure)
    return {
        "id": region.place_id,
        "at": [*load_anchors()[region.place_id]],
        "w": 4 if region.place_id == place else 2,
        "t": f"{'' if is_narrow else region.name} {format_number(amount / EUR_MILLION, 1)}".strip(),
        "tip": "\n".join(
            (
                say("{name}, as a region", name=region.name),
                tell_measured(format_eur(amount), view.money.measure),
                say("Never spread over countries"),
            )
        ),
    }


def post_amounts(view: NeedView) -> list[float]:
    """Return what the posts stand for in EUR million: two bounds of the classes, and a round amount below the largest of all."""
    largest = max(amount_of(place, view.money.measure) for place in view.money.countries) / EUR_MILLION
    power = 10 ** math.floor(math.log10(largest)) if largest else 1
    bounds = [one.lower for one in view.money.classes if one.lower is not None]
    return sorted({*bounds[-2:], float(largest // power * power)})


def draw_posts(view: NeedView, theme: Theme) -> list[pydeck.Layer]:
    """Return posts in the open sea that show how high an amount is, with their amounts."""
    rows = []
    for at, amount in zip(POSTS_AT, post_amounts(view), strict=False):
        height = round(amount * EUR_MILLION * METRES_PER_EUR)
        rows.append({"at": [*at], "top": [*at, height], "h": height, "t": format_decimals(f"{amount:g}")})
    posts = pydeck.Layer(
        "ColumnLayer", rows, id="posts", get_position="at", get_elevation="h", radius=POST_RADIUS, disk_resolution=12,
        get_fill_color=theme.quiet, material=False,
    )  # fmt: skip
    title = [{"at": [*POSTS_AT[1]], "t": say("EUR million")}]
    return [
        posts,
        _texts("post-amounts", rows, theme, at="top", shift=[0, -9]),
        _texts("post-title", title, theme, shift=[10, 24]),
    ]


def draw_labels(view: NeedView, place: str, theme: Theme, *, is_narrow: bool) -> list[pydeck.Layer]:
    """Return names and amounts over raised countries where there is room, and the sign of doubt over values that have one."""
    chosen_first = sorted(view.raised, key=lambda one: one.iso3 != place)
    names = leave_room(
        (
            {"at": _top_of(one), "t": f"{one.name} {format_number(one.amount_eur / EUR_MILLION, 1)}"}
            for one in chosen_first
        ),
        is_narrow=is_narrow,
    )
    doubts = [
        {"at": _top_of(one), "t": "?"} for one in view.inside if one.value.is_shown and one.value.status in DOUBTED
    ]
    signs = pydeck.Layer(
        "TextLayer", doubts, id="doubts", get_position="at", get_text="t", get_size=11, get_color=theme.ink, font_family=FONT,
        font_weight=700, background=True, get_background_color=theme.ground, get_border_color=theme.ink, get_border_width=1,
        background_padding=[4, 0], get_pixel_offset=[0, 4], parameters=ON_TOP,
    )  # fmt: skip
    return [_texts("names", names, theme, shift=[0, -12], on_ground=True), signs]


def _top_of(standing: Standing) -> list[float]:
    return [*load_grips()[standing.iso3].at, round(standing.amount_eur * METRES_PER_EUR)]


def _texts(  # noqa: PLR0913 - each is how the text looks
    layer_id: str, rows: Iterable[dict[str, Any]], theme: Theme, *, at: str = "at", shift: list[int] | None = None,
    colour: list[int] | None = None, size: int = 12, on_ground: bool = False,
) -> pydeck.Layer:  # fmt: skip
    ground = {"background": True, "get_background_color": [*theme.ground[:3], 215], "background_padding": [4, 1]}
    rows = [{"at": row[at], "t": row["t"]} for row in rows]
    letters = {letter for row in rows for letter in row["t"]}
    # deck.gl draws the letters of English alone unless it is told which others there are.
    # As one quoted text: a list of letters would reach deck.gl as a function.
    others = {} if all(letter.isascii() for letter in letters) else {"character_set": String("".join(sorted(letters)))}
    return pydeck.Layer(
        "TextLayer", rows, id=layer_id, get_position="at", get_text="t", get_size=size, get_color=colour or theme.ink,
        get_pixel_offset=shift or [0, 0], font_family=FONT, font_weight=600, parameters=ON_TOP, **(ground if on_ground else {}),
        **others,
    )  # fmt: skip
