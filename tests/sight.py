"""How far colours are apart, to every kind of eye: CIEDE2000 as seen, and the difference of lightness in grey."""

from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise

from coloraide import Color

Pair = tuple[str, str]
# Full sight, and the three kinds of colour blindness at their fullest, after Machado, Oliveira and Fernandes 2009.
SIGHTS = ("full", "protan", "deutan", "tritan")
GROUNDS = {"light": "#fdfcf9", "dark": "#10161d"}  # backgroundColor of the themes
INKS = {"light": "#1c2530", "dark": "#e8ebee"}  # textColor


def see(colour: str, sight: str) -> Color:
    """Return a colour as a kind of eye sees it."""
    seen = Color(colour)
    return seen if sight == "full" else seen.filter(sight, 1, method="machado").clip("srgb")


def apart(pair: Pair, sight: str) -> float:
    """Return the CIEDE2000 between two colours, seen by a kind of eye: 1 is just noticed side by side, 5 at a glance."""
    first, second = (see(colour, sight) for colour in pair)
    return float(first.delta_e(second, method="2000"))


def apart_in_grey(pair: Pair) -> float:
    """Return the difference of CIE lightness, 0 to 100, which is all that a grey print leaves."""
    first, second = (Color(colour).convert("lab-d65")["lightness"] for colour in pair)
    return abs(float(first) - float(second))


def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours as WCAG counts it, from 1 to 21."""
    return float(Color(first).contrast(second, method="wcag21"))


def blend(ink: str, ground: str, share: float) -> str:
    """Return what `color-mix(in srgb, ink share, ground)` comes to."""
    return Color(ground).mix(ink, share, space="srgb").to_string(hex=True)


def list_close(pairs: Iterable[Pair], least: float, least_in_grey: float) -> list[str]:
    """Return the pairs that are too close for some eye, or in grey, each in words."""
    close = []
    for pair in pairs:
        close += [f"{pair} {sight} {apart(pair, sight):.1f}" for sight in SIGHTS if apart(pair, sight) < least]
        close += [f"{pair} grey {apart_in_grey(pair):.1f}"] if apart_in_grey(pair) < least_in_grey else []
    return close


def list_neighbours(colours: Sequence[str]) -> list[Pair]:
    """Return each colour with the next."""
    return list(pairwise(colours))


def list_pairs(colours: Sequence[str]) -> list[Pair]:
    """Return every two of the colours."""
    return list(combinations(colours, 2))
