"""Where a country stands among all others in one indicator, in words."""

from functools import cache

from geo.indicator_view import build_indicator_view
from geo.selection import Selection
from geo.views import CountryValue, IndicatorView


@cache
def view_whole_region(indicator_id: str) -> IndicatorView:
    """Return the view of an indicator without any filter; cards and briefs take their lines from it."""
    return build_indicator_view(Selection(indicator=indicator_id))


def tell_place(own: CountryValue) -> str:
    """Return the place or range of places in words, or an empty string where there is no value."""
    return f"{own.rank}, as printed" if own.rank and own.status == "doubtful" else str(own.rank or "")
