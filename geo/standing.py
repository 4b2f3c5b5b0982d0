"""Where a country stands among all others in one indicator, in words."""

from geo.indicator_view import build_indicator_view
from geo.messages import cached, say
from geo.selection import Selection
from geo.views import CountryValue, IndicatorView


@cached
def view_whole_region(indicator_id: str) -> IndicatorView:
    """Return the view of an indicator without any filter; cards and briefs take their lines from it."""
    return build_indicator_view(Selection(indicator=indicator_id))


def tell_place(own: CountryValue) -> str:
    """Return the place or range of places in words, or an empty string where there is no value."""
    if own.rank and own.status == "doubtful":
        return say("{place}, as printed", place=str(own.rank))
    return str(own.rank or "")
