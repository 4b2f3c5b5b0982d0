"""Which countries are one step from a country: before and after it by name, and around it on the map."""

import json
from dataclasses import dataclass

from geo.map_file import find_map_file
from geo.messages import cached, mark
from geo.places import name_countries

# Where an arrow key leads on the map: messages, for `say`.
DIRECTIONS = {"left": mark("west"), "right": mark("east"), "up": mark("north"), "down": mark("south")}


@dataclass(frozen=True)
class Neighbour:
    """A country one step away: how to get there (previous, next, left, right, up, down), its ISO3 code and its name."""

    way: str
    iso3: str
    name: str


def list_neighbours(iso3: str) -> tuple[Neighbour, ...]:
    """Return the countries before and after one by name, then those around it on the map.

    The order of names is closed: the first country follows the last. A direction in which the map has none is left out. Raises
    KeyError for an unknown code.
    """
    names = name_countries()
    order = list(names)
    at = {code: index for index, code in enumerate(order)}[iso3]
    by_name = {"previous": order[at - 1], "next": order[(at + 1) % len(order)]}
    around = {way: _near()[iso3][way] for way in DIRECTIONS if way in _near()[iso3]}
    return tuple(Neighbour(way, code, names[code]) for way, code in (by_name | around).items())


@cached
def _near() -> dict[str, dict[str, str]]:
    """The neighbours that the map's arrow keys lead to, so that both walk the same ways."""
    areas = json.loads(find_map_file().read_text(encoding="utf-8"))["areas"]
    return {iso3: area["near"] for iso3, area in areas.items()}
