"""The one join: values and boundaries to countries on iso3, one to one, with what did not match."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from data.errors import AtlasError
from geo.spoken import load_table


@dataclass(frozen=True)
class Join:
    """Countries with their values, and the ISO3 codes that stand on one side only."""

    frame: pd.DataFrame
    without_value: tuple[str, ...]
    without_country: tuple[str, ...]


def check_boundaries(boundaries: Iterable[str]) -> None:
    """Raise AtlasError unless the boundaries are those of the countries, one each; the error lists what did not match."""
    countries, drawn = set(load_table("countries")["iso3"]), list(boundaries)
    problems = {
        "country without a boundary": countries - set(drawn),
        "boundary without a country": set(drawn) - countries,
        "country with two boundaries": {iso3 for iso3 in drawn if drawn.count(iso3) > 1},
    }
    found = [f"{problem}: {', '.join(sorted(codes))}" for problem, codes in problems.items() if codes]
    if found:
        raise AtlasError(f"Boundaries and data/built/countries.csv differ. {'; '.join(found)}. Run `make boundaries`.")


def join_values(values: pd.DataFrame) -> Join:
    """Return every country joined to its row of `values` on iso3.

    Raises pandas.errors.MergeError if a country has two rows. Aggregates (LAC, OECD, WLD) and any other code without
    a country are listed in `without_country`, and never silently dropped.
    """
    countries = load_table("countries")
    frame = countries.merge(values, on="iso3", how="left", validate="one_to_one", indicator=True)
    without_value = tuple(frame.loc[frame["_merge"] == "left_only", "iso3"])
    without_country = tuple(sorted(set(values["iso3"]) - set(countries["iso3"])))
    return Join(frame.drop(columns="_merge"), without_value, without_country)
