"""Values to classes: bounds, labels and colours of a legend."""

from bisect import bisect_right
from dataclasses import dataclass

from geo.messages import say
from geo.spelling import format_number

# Ramps that stay apart for colour-blind readers and in grey, from "little" to "much". The dark theme has its own order,
# so that "much", or "far from the middle", is always what stands out most from the page. The steps of "better" lie between those of
# "worse" in lightness: in grey too no class of one side looks like one of the other.
_SEQUENTIAL = ("#fae7bd", "#f4bf86", "#ec9663", "#d66353", "#ab3659", "#6a1b52")
_MONEY = ("#d9eaf2", "#aacfe0", "#7ab1cb", "#458db1", "#1f6890", "#0b4468")
_WORSE = (("#e0c0ae", "#d39172", "#b55634", "#7d230f"), ("#714f48", "#ae6b58", "#e89375", "#ffd5c5"))
_BETTER = (("#d0e4ef", "#8fbcd5", "#4e91b9", "#265f89"), ("#2d4354", "#3d6a89", "#5898bf", "#9bcbec"))


@dataclass(frozen=True)
class ValueClass:
    """One class of a legend: bounds (lower included, upper not), label and the colour in each theme."""

    label: str
    lower: float | None
    upper: float | None
    light: str
    dark: str


def classify(value: float, breaks: tuple[float, ...]) -> int:
    """Return the index of the class of a value; a value on a break belongs to the class above it."""
    return bisect_right(breaks, value)


def make_classes(
    breaks: tuple[float, ...], palette: str, middle: float | None = None, high_is_worse: bool = False, decimals: int = 0
) -> tuple[ValueClass, ...]:
    """Return len(breaks) + 1 classes with labels and colours.

    A diverging palette changes hue at `middle`, which must be one of the breaks. Raises ValueError otherwise.
    """
    bounds = (None, *breaks, None)
    colours = _diverging(breaks, middle, high_is_worse) if palette == "diverging" else _ramp(palette, len(breaks) + 1)
    return tuple(
        ValueClass(_label(lower, upper, decimals), lower, upper, *colour)
        for lower, upper, colour in zip(bounds, bounds[1:], colours, strict=False)
    )


def _label(lower: float | None, upper: float | None, decimals: int) -> str:
    if lower is None and upper is not None:
        return say("under {value}", value=format_number(upper, decimals))
    if upper is None and lower is not None:
        return say("{value} and more", value=format_number(lower, decimals))
    low, high = format_number(lower or 0, decimals), format_number(upper or 0, decimals)
    return say("{low} to under {high}", low=low, high=high)


def _ramp(palette: str, count: int) -> list[tuple[str, str]]:
    ramp = _spread(_MONEY if palette == "money" else _SEQUENTIAL, count)
    return list(zip(ramp, reversed(ramp), strict=True))


def _diverging(breaks: tuple[float, ...], middle: float | None, high_is_worse: bool) -> list[tuple[str, str]]:
    if middle not in breaks:
        raise ValueError(f"a diverging scale needs its middle {middle} among the breaks {breaks}")
    below = breaks.index(middle) + 1
    low, high = (_BETTER, _WORSE) if high_is_worse else (_WORSE, _BETTER)
    return [*reversed(_side(low, below)), *_side(high, len(breaks) + 1 - below)]


def _side(ramps: tuple[tuple[str, ...], tuple[str, ...]], count: int) -> list[tuple[str, str]]:
    return list(zip(*(_spread(ramp, count) for ramp in ramps), strict=True))


def _spread(ramp: tuple[str, ...], count: int) -> tuple[str, ...]:
    if count > len(ramp):
        raise ValueError(f"{count} classes need more than the {len(ramp)} colours of the ramp. Use fewer breaks.")
    if count == 1:
        return (ramp[len(ramp) // 2],)
    return tuple(ramp[round(index * (len(ramp) - 1) / (count - 1))] for index in range(count))
