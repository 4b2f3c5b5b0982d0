"""The colour of each value of a dimension, in both themes: fixed, whatever the filter, and apart for colour-blind readers.

Values that are more than ten share the hue of their programming zone, or stand on a ramp in their order; every chart names them too.
"""

from collections.abc import Sequence
from functools import cache

from data.store import load_records
from geo.allocation import LATIN_AMERICA, list_zone_countries
from geo.dimensions import DIMENSIONS, NOT_PRINTED, REGIONS, TRANS_REGIONAL
from geo.places import name_places

Colour = dict[str, str]

PLAIN: Colour = {"light": "#2f6f95", "dark": "#6aa8cf"}
_NOT_PRINTED: Colour = {"light": "#6b7a80", "dark": "#82949c"}
_TRANS_REGIONAL: Colour = {"light": "#203d46", "dark": "#708a98"}
# One colour a level: they are those of the marks on the map too.
LEVELS: dict[str, Colour] = {
    "B": {"light": "#216c94", "dark": "#5f9fc7"},
    "R": {"light": "#b5651d", "dark": "#e0a25f"},
    "T": _TRANS_REGIONAL,
}
_ZONES: dict[str, Colour] = {
    "andean_community": {"light": "#15489a", "dark": "#6782dc"},
    "caribbean": {"light": "#2a8155", "dark": "#8ee3b2"},
    "central_america": {"light": "#b15a0d", "dark": "#f8ac4b"},
    "other_south_america": {"light": "#806993", "dark": "#fabdfe"},
    LATIN_AMERICA: {"light": "#750e0c", "dark": "#d46554"},
    TRANS_REGIONAL: _TRANS_REGIONAL,
}
_SUBREGIONS: dict[str, Colour] = {
    "caribbean": _ZONES["caribbean"],
    "central_america": _ZONES["central_america"],
    "south_america": _ZONES["andean_community"],
    REGIONS: _ZONES[LATIN_AMERICA],
    TRANS_REGIONAL: _TRANS_REGIONAL,
}
_SECTORS: dict[str, Colour] = {
    "CPB": {"light": "#728ce8", "dark": "#365ab0"},
    "GC": {"light": "#8d2700", "dark": "#bb7812"},
    "HR": {"light": "#492b66", "dark": "#6b567e"},
    "LJD": {"light": "#5e9d86", "dark": "#7be5c1"},
    "NC": {"light": "#6d1a23", "dark": "#dc8373"},
    "RD": {"light": "#689151", "dark": "#3f692b"},
    "SALW": {"light": "#a2920f", "dark": "#f9cb6f"},
    "SSMR": {"light": "#3f3ea1", "dark": "#89a1ff"},
    "UD": {"light": "#5499b8", "dark": "#49e4fd"},
    NOT_PRINTED: {"light": "#46636c", "dark": "#82a0ab"},
}
_PARTNERS: dict[str, Colour] = {
    "national_government": {"light": "#4793ec", "dark": "#4364bb"},
    "civil_society": {"light": "#8d2700", "dark": "#a55100"},
    "eu_member_state": {"light": "#559d90", "dark": "#a8debd"},
    "international_organisation": {"light": "#5d3d7a", "dark": "#deb7fe"},
    "private_company": {"light": "#b58a13", "dark": "#fdca59"},
    "regional_organisation": {"light": "#6e172e", "dark": "#a64b5c"},
}
_INSTRUMENTS: dict[str, Colour] = {
    "DCI-ALA": _PARTNERS["national_government"],
    "EDF": _PARTNERS["private_company"],
    "IfS": _PARTNERS["regional_organisation"],
    "DCI-MIGR": _PARTNERS["eu_member_state"],
}
_UPTAKES: dict[str, Colour] = {
    "none": _NOT_PRINTED,
    "below": _PARTNERS["national_government"],
    "equal": _PARTNERS["private_company"],
    "above": _PARTNERS["civil_society"],
}
_FIXED = {
    "zone": _ZONES,
    "subregion": _SUBREGIONS,
    "level": LEVELS,
    "sector": _SECTORS,
    "partner": _PARTNERS,
    "instrument": _INSTRUMENTS,
    "uptake": _UPTAKES,
}
# From little to much against the page: years run along it in their order.
_RAMP = {"light": ("#a9cfe0", "#0b3a5c"), "dark": ("#2d5f7d", "#d6ecf7")}
_WHITE, _BLACK = "#ffffff", "#000000"
# How far neighbours of one hue go towards white or black.
_SHADES = ((_WHITE, 0.0), (_WHITE, 0.42), (_BLACK, 0.3), (_WHITE, 0.22))


@cache
def find_colour(dimension: str, value: str) -> Colour:
    """Return the colour of a value in both themes. Raises KeyError for an unknown dimension or value."""
    if dimension in _FIXED:
        return _FIXED[dimension][value]
    values = list(DIMENSIONS[dimension].name_values())
    if value not in values:
        raise KeyError(value)
    if value == NOT_PRINTED:
        return _NOT_PRINTED
    if DIMENSIONS[dimension].is_ordered:
        years = [one for one in values if one != NOT_PRINTED]
        return _on_ramp(years.index(value), len(years))
    zone_of = _zones_of_recipients() if dimension == "recipient" else _zones_of_decisions()
    relatives = [one for one in values if zone_of[one] == zone_of[value]]
    return _shade(_ZONES[zone_of[value]], relatives.index(value))


@cache
def _zones_of_recipients() -> dict[str, str]:
    countries = {
        iso3: zone
        for zone in name_places("funding_zones")
        if zone != LATIN_AMERICA
        for iso3 in list_zone_countries(zone)
    }
    return countries | {zone: zone for zone in _ZONES}


@cache
def _zones_of_decisions() -> dict[str, str]:
    return {row["decision_id"]: row["funding_zone_id"] or TRANS_REGIONAL for row in load_records("decisions")}


def _shade(colour: Colour, index: int) -> Colour:
    towards, share = _SHADES[index % len(_SHADES)]
    return {theme: _mix(one, towards, share) for theme, one in colour.items()}


def _on_ramp(index: int, count: int) -> Colour:
    share = index / max(1, count - 1)
    return {theme: _mix(first, last, share) for theme, (first, last) in _RAMP.items()}


def _mix(first: str, second: str, share: float) -> str:
    """The colour between two, at a share of the way."""
    pairs = zip(_channels(first), _channels(second), strict=True)
    return "#" + "".join(f"{round(one + (other - one) * share):02x}" for one, other in pairs)


def _channels(colour: str) -> Sequence[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
