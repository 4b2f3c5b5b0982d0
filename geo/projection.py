"""Longitude and latitude to the flat map: Lambert azimuthal equal-area, so a country is drawn in its true size.

The sphere is enough: at the map's scale (about 8 km a unit) an ellipsoid would move no border by a visible amount.
"""

import math
from itertools import pairwise

import numpy as np
import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

EARTH_RADIUS_KM = 6371.0
CENTRE_LON, CENTRE_LAT = -73.0, -12.0

# The frame in projected kilometres (west, south, east, north): the 33 states and about 80 km around them.
# A fixed frame, not one computed from the data, so that a finer coast never moves the whole map.
FRAME_KM = (-4440.0, -4850.0, 4210.0, 4920.0)
WIDTH = 1000.0
UNITS_PER_KM = WIDTH / (FRAME_KM[2] - FRAME_KM[0])
HEIGHT = round((FRAME_KM[3] - FRAME_KM[1]) * UNITS_PER_KM, 1)


def project_km(lon: float, lat: float) -> tuple[float, float]:
    """Kilometres east and north of the map's centre, for a point in degrees."""
    turn, phi, phi0 = math.radians(lon - CENTRE_LON), math.radians(lat), math.radians(CENTRE_LAT)
    cosine = math.sin(phi0) * math.sin(phi) + math.cos(phi0) * math.cos(phi) * math.cos(turn)
    scale = EARTH_RADIUS_KM * math.sqrt(2 / (1 + cosine))
    east = scale * math.cos(phi) * math.sin(turn)
    north = scale * (math.cos(phi0) * math.sin(phi) - math.sin(phi0) * math.cos(phi) * math.cos(turn))
    return east, north


def unproject_km(east: float, north: float) -> tuple[float, float]:
    """Longitude and latitude in degrees of a point in projected kilometres: the inverse of `project_km`."""
    rho = math.hypot(east, north)
    if rho == 0:
        return CENTRE_LON, CENTRE_LAT
    angle, phi0 = 2 * math.asin(rho / (2 * EARTH_RADIUS_KM)), math.radians(CENTRE_LAT)
    lat = math.asin(math.cos(angle) * math.sin(phi0) + north * math.sin(angle) * math.cos(phi0) / rho)
    turn = math.atan2(
        east * math.sin(angle), rho * math.cos(phi0) * math.cos(angle) - north * math.sin(phi0) * math.sin(angle)
    )
    return CENTRE_LON + math.degrees(turn), math.degrees(lat)


def project(lon: float, lat: float) -> tuple[float, float]:
    """The point in map units: x to the right, y down, the frame's upper left corner at 0, 0."""
    east, north = project_km(lon, lat)
    return (east - FRAME_KM[0]) * UNITS_PER_KM, (FRAME_KM[3] - north) * UNITS_PER_KM


def project_shape(shape: BaseGeometry) -> BaseGeometry:
    """The same shape in map units, point by point: borders that two countries share stay shared."""
    return shapely.transform(shape, lambda points: np.array([project(*point) for point in points]).reshape(-1, 2))


def frame_outline(margin_km: float = 0.0, steps: int = 40) -> Polygon:
    """The frame's edge in longitude and latitude, widened by a margin: what to clip the surrounding land with."""
    west, south, east, north = (edge + margin_km * sign for edge, sign in zip(FRAME_KM, (-1, -1, 1, 1), strict=True))
    corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
    edge = [
        (x0 + (x1 - x0) * step / steps, y0 + (y1 - y0) * step / steps)
        for (x0, y0), (x1, y1) in pairwise(corners)
        for step in range(steps)
    ]
    return Polygon([unproject_km(x, y) for x, y in edge])
