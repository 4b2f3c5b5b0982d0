"""The colours of dimensions: one a value in both themes, and apart for colour-blind readers."""

from itertools import combinations

import pytest

from geo.dimensions import DIMENSIONS
from geo.figures import palette


def test_every_value_has_one_colour_in_both_themes() -> None:
    for dimension in DIMENSIONS.values():
        for value in dimension.name_values():
            colour = palette.find_colour(dimension.dimension_id, value)
            assert set(colour) == {"light", "dark"}
            assert all(len(one) == 7 for one in colour.values())
    with pytest.raises(KeyError):
        palette.find_colour("zone", "atlantis")


@pytest.mark.parametrize("dimension", ["zone", "subregion", "level", "sector", "partner", "instrument", "uptake"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_colours_stay_apart_for_colour_blind_readers(dimension: str, theme: str) -> None:
    values = DIMENSIONS[dimension].name_values()
    colours = [linear(palette.find_colour(dimension, one)[theme]) for one in values]
    for first, second in combinations(colours, 2):
        for sight in SIGHTS:
            assert distance(lab(see(sight, first)), lab(see(sight, second))) > 15


# Machado, Oliveira and Fernandes 2009: full sight, deuteranopia and protanopia, on linear RGB.
SIGHTS = (
    ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
)
Triple = tuple[float, ...]


def linear(colour: str) -> Triple:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return tuple(one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels)


def see(sight: tuple[Triple, ...], colour: Triple) -> Triple:
    return tuple(
        min(1.0, max(0.0, sum(weight * one for weight, one in zip(row, colour, strict=True)))) for row in sight
    )


def lab(colour: Triple) -> Triple:
    rows = ((0.4339, 0.3762, 0.1899), (0.2126, 0.7152, 0.0722), (0.0178, 0.1095, 0.8730))
    x, y, z = (sum(weight * one for weight, one in zip(row, colour, strict=True)) for row in rows)
    bent = [one ** (1 / 3) if one > 0.008856 else 7.787 * one + 16 / 116 for one in (x, y, z)]
    return 116 * bent[1] - 16, 500 * (bent[0] - bent[1]), 200 * (bent[1] - bent[2])


def distance(first: Triple, second: Triple) -> float:
    return float(sum((one - other) ** 2 for one, other in zip(first, second, strict=True)) ** 0.5)
