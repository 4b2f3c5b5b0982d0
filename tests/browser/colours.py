"""Colours as Chromium computes them."""

import re

from playwright.sync_api import Locator

Colour = tuple[float, float, float]  # red, green and blue, 0 to 255


def computed(place: Locator, name: str) -> str:
    """Return a computed style of an element."""
    return str(place.evaluate("(element, name) => getComputedStyle(element).getPropertyValue(name)", name))


def parse_colour(text: str) -> Colour:
    """Return the channels of "#fdf0d5", "rgb(253, 240, 213)" or, as mixed colours are written, "color(srgb 0.99 0.94 0.83)"."""
    if text.startswith("#"):
        red, green, blue = (float(int(text[at : at + 2], 16)) for at in (1, 3, 5))
    else:
        scale = 255 if text.startswith("color(srgb") else 1
        red, green, blue = (float(number) * scale for number in re.findall(r"[\d.]+", text)[:3])
    return red, green, blue


def contrast(first: Colour, second: Colour) -> float:
    """Return the contrast of two colours as WCAG counts it, from 1 to 21."""
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: Colour) -> float:
    """Return how much light a colour gives, 0 to 1."""
    shares = (channel / 255 for channel in colour)
    linear = [share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return sum(weight * channel for weight, channel in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
