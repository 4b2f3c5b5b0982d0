"""Where a country stands among all others in one indicator, whatever the values in doubt really are."""

from functools import cache

from data.store import load_records
from geo.indicator_view import build_indicator_view
from geo.rank import Rank, rank_in_doubt
from geo.selection import Selection
from geo.views import CountryValue, IndicatorView


@cache
def view_whole_region(indicator_id: str) -> IndicatorView:
    """Return the view of an indicator without any filter; cards and briefs take their lines from it."""
    return build_indicator_view(Selection(indicator=indicator_id))


@cache
def find_places(indicator_id: str) -> dict[str, Rank]:
    """Return the places that each country with a value can have, given doubtful values and those that the report contradicts."""
    shown = [one for one in view_whole_region(indicator_id).values if one.is_shown]
    contradicted = {one.iso3 for one in shown if one.status == "conflict"}
    also_printed: dict[str, list[float]] = {}
    for row in load_records("narrative_figures"):
        if row["indicator_id"] == indicator_id and row["iso3"] in contradicted:
            also_printed.setdefault(row["iso3"], []).append(float(row["published_printed"]))
    return rank_in_doubt(
        {one.iso3: one.value for one in shown if one.value is not None},
        {one.iso3 for one in shown if one.status == "doubtful"},
        also_printed,
    )


def find_place(indicator_id: str, own: CountryValue) -> Rank | None:
    """Return a country's place or range of places; a doubtful value has the place that it would have as printed."""
    return own.rank if own.status == "doubtful" else find_places(indicator_id).get(own.iso3)


def tell_place(indicator_id: str, own: CountryValue) -> str:
    """Return the place in words, or an empty string where there is no value."""
    place = find_place(indicator_id, own)
    return f"{place}, as printed" if place and own.status == "doubtful" else str(place or "")
