"""Where the 3D view is seen from at first, and which names have room on the screen from there."""

import math
from collections.abc import Iterable
from typing import Any

import pydeck

# Linear, and the same under every filter: the largest amount is about as high as Nicaragua is long, twice over.
METRES_PER_EUR = 0.008
PITCH, BEARING = 50.0, 20.0
WIDE_ZOOM, NARROW_ZOOM = 2.35, 1.25
LABEL_HEIGHT, LETTER_WIDTH = 17.0, 6.6  # pixels that a name takes at the focus of the camera
METRES_PER_DEGREE = 111_195.0


def place_camera(*, is_narrow: bool) -> pydeck.ViewState:
    """Return the first view: from the south, so that Brussels lies at the far end; further away on a narrow screen."""
    zoom = NARROW_ZOOM if is_narrow else WIDE_ZOOM
    return pydeck.ViewState(
        longitude=-65,
        latitude=-1 if is_narrow else -2,
        zoom=zoom,
        pitch=PITCH,
        bearing=BEARING,
        min_zoom=0.8,
        max_zoom=7,
    )


def leave_room(labels: Iterable[dict[str, Any]], *, is_narrow: bool) -> list[dict[str, Any]]:
    """Return the labels that lie on none before them in the first view; `at` is longitude, latitude, metres and `t` the text."""
    kept: list[tuple[float, float, float]] = []
    found = []
    for label in labels:
        x, y = to_screen(label["at"], NARROW_ZOOM if is_narrow else WIDE_ZOOM)
        half = len(label["t"]) * LETTER_WIDTH / 2
        if all(abs(x - left) > half + other or abs(y - top) > LABEL_HEIGHT for left, top, other in kept):
            kept.append((x, y, half))
            found.append(label)
    return found


def to_screen(point: list[float], zoom: float) -> tuple[float, float]:
    """Return pixels to the right and up from where 0, 0 is drawn; without perspective, which is close enough for names."""
    scale = 512 * 2**zoom / 360  # pixels a degree
    turn, tilt = math.radians(BEARING), math.radians(PITCH)
    east, north = point[0], math.degrees(math.asinh(math.tan(math.radians(point[1]))))
    across = east * math.cos(turn) - north * math.sin(turn)
    away = east * math.sin(turn) + north * math.cos(turn)
    return scale * across, scale * (away * math.cos(tilt) + point[2] / METRES_PER_DEGREE * math.sin(tilt))
