"""Members beside the others: the values of an indicator in sets of countries, each with its median, and no average of rates."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from statistics import median

import pandas as pd

from geo.alliances import build_profiles, launch_year
from geo.extract import INDICATOR_COLUMNS, list_indicator_rows
from geo.findings import describe_groups
from geo.indicator_view import build_indicator_view
from geo.messages import say
from geo.overlap import build_alliance_sets, meet_condition
from geo.selection import Selection
from geo.spelling import format_number, list_all, lower_start
from geo.views import CountryValue, IndicatorView

LEAST = 5  # values under which a median says more of single countries than of their group
SPREAD_COLUMNS = ["set", "in_median", *INDICATOR_COLUMNS]


@dataclass(frozen=True)
class SpreadGroup:
    """A set of countries in an indicator: those with a shown value, those without, and the median of the sure values or None."""

    label: str
    values: tuple[CountryValue, ...]
    missing: tuple[CountryValue, ...]
    median: float | None
    median_text: str

    @property
    def sure(self) -> int:
        """How many values the median is of: doubtful ones are drawn and left out of it."""
        return sum(_is_sure(value) for value in self.values)


@dataclass(frozen=True)
class Spread:
    """An indicator in disjoint sets of countries, which together are the countries of the sub-region filter."""

    view: IndicatorView
    groups: tuple[SpreadGroup, ...]
    finding: str
    notes: tuple[str, ...]


def build_spread(selection: Selection) -> Spread:
    """Return the selected indicator for the countries that meet the condition on groups and for the others.

    Without a condition the sets are: in all alliances, in one only, in none. Raises KeyError for an unknown indicator.
    """
    view = build_indicator_view(replace(selection, alliances=(), without=(), members="only"))
    sets = _condition_sets(selection, view) if selection.asks_membership else _alliance_sets(selection)
    groups = tuple(_group(label, countries, view) for label, countries in sets)
    return Spread(view, groups, _finding(view, groups), _notes(view))


def extract_spread(spread: Spread) -> pd.DataFrame:
    """Return the rows of a spread as shown, set by set, each value with its source and whether the median is of it."""
    rows = {row["iso3"]: row for row in list_indicator_rows(spread.view)}
    made = [
        {"set": group.label, "in_median": group.median is not None and value.is_shown and _is_sure(value)}
        | rows[value.iso3]
        for group in spread.groups
        for value in (*group.values, *group.missing)
        if value.iso3 in rows
    ]
    return pd.DataFrame(made, columns=[name for name in SPREAD_COLUMNS if name != "meets_membership"])


def describe_group(group: SpreadGroup) -> str:
    """Return a set's median, or why it has none, and how many values there are and are missing."""
    doubtful = len(group.values) - group.sure
    having = (
        say("{n} with a value ({doubtful} doubtful, not in the median)", n=len(group.values), doubtful=doubtful)
        if doubtful
        else say("{n} with a value", n=len(group.values))
    )
    without = say("{n} without", n=len(group.missing)) if group.missing else say("none without")
    counts = f"{having}, {without}"
    if group.median is not None:
        return say("Median {value}; {counts}", value=group.median_text, counts=counts)
    return say("No median: fewer than {n} values; {counts}", n=LEAST, counts=counts)


def _condition_sets(selection: Selection, view: IndicatorView) -> list[tuple[str, frozenset[str]]]:
    meeting = frozenset(meet_condition(selection))
    words = describe_groups(selection)
    others = frozenset(value.iso3 for value in view.inside) - meeting
    return [(words[:1].upper() + words[1:], meeting), (say("The others"), others)]


def _alliance_sets(selection: Selection) -> list[tuple[str, frozenset[str]]]:
    """Both, one only (of either), none: three sets however many alliances there are."""
    sets = build_alliance_sets(selection).sets
    single = frozenset(iso3 for one in sets if one.inside and one.outside for iso3 in one.countries)
    return [
        (sets[0].label, frozenset(sets[0].countries)),
        (say("One alliance only"), single),
        (sets[-1].label, frozenset(sets[-1].countries)),
    ]


def _group(label: str, countries: Iterable[str], view: IndicatorView) -> SpreadGroup:
    inside = set(countries)
    values = tuple(value for value in view.ranked if value.iso3 in inside)
    missing = tuple(value for value in view.missing if value.iso3 in inside)
    sure = [value.value for value in values if _is_sure(value) and value.value is not None]
    middle = median(sure) if len(sure) >= LEAST else None
    text = "" if middle is None else _write_median(middle, view.decimals)
    return SpreadGroup(label, values, missing, middle, text)


def _is_sure(value: CountryValue) -> bool:
    return value.is_shown and value.status != "doubtful"


def _write_median(middle: float, decimals: int) -> str:
    """The median of an even number of values lies between two of them: it may need one decimal more."""
    text = format_number(middle, decimals + 1)
    return format_number(middle, decimals) if text.endswith("0") else text


def _finding(view: IndicatorView, groups: tuple[SpreadGroup, ...]) -> str:
    having = [group for group in groups if group.median is not None]
    if not having:
        return say("{indicator}: too few values in these sets for a median", indicator=view.name)
    parts = [f"{group.median_text} ({lower_start(group.label)})" for group in having]
    told = {"indicator": view.name, "unit": view.short_unit, "values": ", ".join(parts)}
    if len(parts) == 1:
        return say("{indicator} ({unit}), median: {values}", **told)
    return say("{indicator} ({unit}), medians: {values}", **told)


def _notes(view: IndicatorView) -> tuple[str, ...]:
    launches = list_all(
        say("the {alliance} in {year}", alliance=profile.short_name, year=launch_year(profile))
        for profile in build_profiles()
    )
    return (
        say(
            "Countries joined {alliances}; the figures are of {year}. They are older than the alliances and show no effect of membership.",
            alliances=launches, year=view.year,
        ),
        say("Each country counts once, whatever its size: a median is the country in the middle, not a rate of the group's people."),
        say("A median is given from {n} values on, and of values that are not doubtful.", n=LEAST),
    )  # fmt: skip
