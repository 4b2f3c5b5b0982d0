"""The colour of each value of a dimension, in both themes: fixed, whatever the filter, and apart for colour-blind readers.

Values that are more than ten share the hue of their programming zone, or stand on a ramp in their order; every chart names them too.
"""

from collections.abc import Sequence
from functools import cache

from geo.allocation import LATIN_AMERICA, list_zone_countries
from geo.dimensions import DIMENSIONS, NOT_PRINTED, REGIONS, TRANS_REGIONAL
from geo.messages import ENGLISH, speaking
from geo.places import name_places
from geo.spoken import load_records

Colour = dict[str, str]

PLAIN: Colour = {"light": "#2f6f95", "dark": "#6aa8cf"}
_NOT_PRINTED: Colour = {"light": "#6b7a80", "dark": "#82949c"}
_TRANS_REGIONAL: Colour = {"light": "#112d34", "dark": "#7b94a2"}
# One colour a level: they are those of the marks on the map too.
LEVELS: dict[str, Colour] = {
    "B": {"light": "#216c94", "dark": "#6fafd8"},
    "R": {"light": "#b5651d", "dark": "#efbc7e"},
    "T": _TRANS_REGIONAL,
}
_ZONES: dict[str, Colour] = {
    "andean_community": {"light": "#084296", "dark": "#5b7be1"},
    "caribbean": {"light": "#08623c", "dark": "#9ff3c3"},
    "central_america": {"light": "#ab6023", "dark": "#f9af4c"},
    "other_south_america": {"light": "#6e5c84", "dark": "#f8bbfa"},
    LATIN_AMERICA: {"light": "#720c0d", "dark": "#f3806c"},
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
    "CPB": {"light": "#7284fa", "dark": "#4161b3"},
    "GC": {"light": "#8e2e08", "dark": "#b87717"},
    "HR": {"light": "#472c64", "dark": "#735c82"},
    "LJD": {"light": "#4d9077", "dark": "#84d2b0"},
    "NC": {"light": "#691c23", "dark": "#e08373"},
    "RD": {"light": "#5e864a", "dark": "#446f34"},
    "SALW": {"light": "#a09229", "dark": "#facc6c"},
    "SSMR": {"light": "#3d3d9f", "dark": "#8ba1f9"},
    "UD": {"light": "#109cc4", "dark": "#44e5fa"},
    NOT_PRINTED: {"light": "#44626c", "dark": "#829ea7"},
}
_PARTNERS: dict[str, Colour] = {
    "national_government": {"light": "#1a80e2", "dark": "#3e70df"},
    "civil_society": {"light": "#9c3508", "dark": "#d16d12"},
    "eu_member_state": {"light": "#28796c", "dark": "#b9f1cd"},
    "international_organisation": {"light": "#573876", "dark": "#d1adf4"},
    "private_company": {"light": "#b18c2b", "dark": "#fac95c"},
    "regional_organisation": {"light": "#6a1229", "dark": "#a34555"},
}
_INSTRUMENTS: dict[str, Colour] = {
    "DCI-ALA": _PARTNERS["national_government"],
    "EDF": _PARTNERS["private_company"],
    "IfS": _PARTNERS["regional_organisation"],
    "DCI-MIGR": _PARTNERS["eu_member_state"],
}
_UPTAKES: dict[str, Colour] = {
    "none": {"light": "#38464c", "dark": "#9fb0b8"},
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
_RAMP = {"light": ("#c6e0ec", "#04233c"), "dark": ("#234a63", "#ecf7fc")}
_WHITE, _BLACK = "#ffffff", "#000000"
# How far neighbours of one hue go towards white or black.
_SHADES = ((_WHITE, 0.0), (_WHITE, 0.42), (_BLACK, 0.3), (_WHITE, 0.22))


@cache
def find_colour(dimension: str, value: str) -> Colour:
    """Return the colour of a value in both themes. Raises KeyError for an unknown dimension or value."""
    if dimension in _FIXED:
        return _FIXED[dimension][value]
    # In the order of the English names, whatever is spoken: no language moves a colour.
    with speaking(ENGLISH):
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
