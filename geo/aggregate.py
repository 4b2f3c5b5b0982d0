"""Adds money up by dimension; every breakdown adds up to the same total."""

from collections.abc import Callable

import pandas as pd

from data.store import load_table
from geo.places import name_places
from geo.views import Bar, Breakdown, Segment

LEVEL_NAMES = {"B": "Bilateral", "R": "Regional", "T": "Trans-regional"}


def break_down(decisions: pd.DataFrame, measure: str) -> tuple[Breakdown, ...]:
    """Return the decisions' money by sub-region, funding zone, instrument, level and decision year, in EUR.

    Bars of each breakdown are split by level, so that bilateral, regional and trans-regional money stay apart.
    """
    frame = decisions.assign(
        amount=decisions[f"{measure}_eur"].astype(float),
        level_name=decisions["level"].map(LEVEL_NAMES),
    )
    return tuple(
        Breakdown(title, dimension, _bars(frame.assign(label=label(frame)), by_amount))
        for dimension, (title, label, by_amount) in _DIMENSIONS.items()
    )


def _bars(frame: pd.DataFrame, by_amount: bool) -> tuple[Bar, ...]:
    bars = [
        Bar(str(label), tuple(_segments(rows)), f"{len(rows)} {'decision' if len(rows) == 1 else 'decisions'}")
        for label, rows in frame.groupby("label", sort=True)
    ]
    return tuple(sorted(bars, key=lambda bar: -bar.amount_eur) if by_amount else bars)


def _segments(rows: pd.DataFrame) -> list[Segment]:
    sums = rows.groupby("level_name")["amount"].sum()
    return [Segment(level, float(sums[level])) for level in LEVEL_NAMES.values() if level in sums.index]


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
