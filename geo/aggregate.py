"""Adds money up by dimension; every breakdown adds up to the same total."""

from collections.abc import Callable, Iterable

import pandas as pd

from data.store import load_table
from geo.places import name_places
from geo.views import Bar, Breakdown, Segment

LEVEL_NAMES = {"B": "Bilateral", "R": "Regional", "T": "Trans-regional"}


def break_down(decisions: pd.DataFrame, measure: str) -> tuple[Breakdown, ...]:
    """Return the decisions' money by sub-region, funding zone, instrument, level and decision year, in EUR.

    Bars of each breakdown are split by level, so that bilateral, regional and trans-regional money stay apart.
    """
    amounts = [float(amount) for amount in decisions[f"{measure}_eur"]]
    levels = [LEVEL_NAMES[level] for level in decisions["level"]]
    frame = decisions.assign(level_name=levels)
    return tuple(
        Breakdown(title, dimension, _bars(zip(label(frame), levels, amounts, strict=True), by_amount))
        for dimension, (title, label, by_amount) in _DIMENSIONS.items()
    )


def _bars(decisions: Iterable[tuple[str, str, float]], by_amount: bool) -> tuple[Bar, ...]:
    groups: dict[str, list[tuple[str, float]]] = {}
    for label, level, amount in decisions:
        groups.setdefault(str(label), []).append((level, amount))
    bars = [
        Bar(label, _segments(rows), f"{len(rows)} {'decision' if len(rows) == 1 else 'decisions'}")
        for label, rows in sorted(groups.items())
    ]
    return tuple(sorted(bars, key=lambda bar: -bar.amount_eur) if by_amount else bars)


def _segments(rows: list[tuple[str, float]]) -> tuple[Segment, ...]:
    present = {level for level, _ in rows}
    return tuple(
        Segment(name, sum(amount for level, amount in rows if level == name))
        for name in LEVEL_NAMES.values()
        if name in present
    )


def _by_subregion(frame: pd.DataFrame) -> pd.Series:
    subregion_of = load_table("countries").set_index("iso3")["subregion_id"]
    names = frame["iso3"].map(subregion_of).map(name_places("subregions"))
    return names.astype(object).fillna(
        frame["place_kind"].map({"region": "Regions (no single country)", "trans_regional": "Trans-regional"})
    )


def _by_zone(frame: pd.DataFrame) -> pd.Series:
    return frame["funding_zone_id"].map(name_places("funding_zones")).astype(object).fillna("Trans-regional")


def _by_instrument(frame: pd.DataFrame) -> pd.Series:
    return frame["instrument_id"].astype(object)


def _by_level(frame: pd.DataFrame) -> pd.Series:
    return frame["level_name"].astype(object)


def _by_year(frame: pd.DataFrame) -> pd.Series:
    return frame["decision_year"].astype(str)


_DIMENSIONS: dict[str, tuple[str, Callable[[pd.DataFrame], pd.Series], bool]] = {
    "subregion": ("By sub-region", _by_subregion, True),
    "zone": ("By programming zone", _by_zone, True),
    "instrument": ("By instrument", _by_instrument, True),
    "level": ("By level", _by_level, True),
    "year": ("By year of decision", _by_year, False),
}
