"""Values to classes: bounds, labels and colours of a legend."""

from bisect import bisect_right
from dataclasses import dataclass

# Ramps that stay apart for colour-blind readers and in grey, from "little" to "much". The dark theme has its own order,
# so that "much", or "far from the middle", is always what stands out most from the page.
_SEQUENTIAL = ("#f7deae", "#f4bf86", "#ec9663", "#d66353", "#ab3659", "#6a1b52")
_MONEY = ("#d3e6ef", "#aacfe0", "#7ab1cb", "#458db1", "#1f6890", "#0b4468")
_WORSE = (("#f6d5c3", "#e8a585", "#cb6a48", "#8f3420"), ("#5a3a33", "#91513f", "#cf7d5f", "#ffb699"))
_BETTER = (("#cfe3ee", "#93c0d9", "#4d90b8", "#1b557f"), ("#2b4152", "#3d6a89", "#5f9fc7", "#a5d6f7"))


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
        return f"under {format_number(upper, decimals)}"
    if upper is None and lower is not None:
        return f"{format_number(lower, decimals)} and more"
    return f"{format_number(lower or 0, decimals)} to under {format_number(upper or 0, decimals)}"


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


def format_number(value: float, decimals: int) -> str:
    """Return a number for reading: thousands by comma, a real minus sign, fixed decimals."""
    text = f"{value:,.{decimals}f}"
    if float(text.replace(",", "")) == 0:
        text = text.lstrip("-")
    return text.replace("-", "\N{MINUS SIGN}")
