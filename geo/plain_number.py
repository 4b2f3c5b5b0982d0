"""Numbers as a citation writes them: every digit that the atlas holds, none that it does not."""


def write_number(value: float) -> str:
    """Return a number with all its digits and a plain minus sign, thousands by comma: "6.12", "-0.4", "10,100,000"."""
    return f"{float(value):,.15g}"
