"""The one join: every country once, and nothing dropped in silence."""

import pandas as pd
import pytest

from data.errors import AtlasError
from data.store import load_table
from geo.boundaries import load_boundaries
from geo.join import check_boundaries, join_values


def test_each_country_stands_once_with_its_value_or_without() -> None:
    joined = join_values(pd.DataFrame({"iso3": ["HND", "JAM"], "value": [91.6, 40.9]}))
    assert list(joined.frame["iso3"]) == list(load_table("countries")["iso3"])
    assert dict(zip(joined.frame["iso3"], joined.frame["value"], strict=True))["HND"] == 91.6
    assert len(joined.without_value) == 31
    assert joined.without_country == ()
    assert "_merge" not in joined.frame.columns
    assert not (joined.frame["value"] == 0).any()


def test_codes_without_a_country_are_listed_and_do_not_become_rows() -> None:
    joined = join_values(pd.DataFrame({"iso3": ["LAC", "ELS", "HND"], "value": [23.1, 1.0, 91.6]}))
    assert joined.without_country == ("ELS", "LAC")
    assert not {"LAC", "ELS"} & set(joined.frame["iso3"])


def test_two_rows_for_a_country_are_refused() -> None:
    with pytest.raises(pd.errors.MergeError):
        join_values(pd.DataFrame({"iso3": ["HND", "HND"], "value": [91.6, 85.5]}))


def test_the_boundaries_are_those_of_the_countries() -> None:
    check_boundaries(load_boundaries())
    codes = list(load_boundaries())
    with pytest.raises(AtlasError, match=r"country without a boundary: HND.*Run `make boundaries`") as wrong:
        check_boundaries([*(code for code in codes if code != "HND"), "ELS", "BRA"])
    assert "boundary without a country: ELS" in str(wrong.value)
    assert "country with two boundaries: BRA" in str(wrong.value)
    assert "JAM" not in str(wrong.value)
