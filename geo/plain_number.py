"""Numbers as a citation writes them: every digit that the atlas holds, none that it does not."""

from geo.spelling import format_decimals


def write_number(value: float) -> str:
    """Return a number with all its digits and a plain minus sign, thousands marked: "6.12", "-0.4", "10,100,000"."""
    return format_decimals(f"{float(value):,.15g}")
