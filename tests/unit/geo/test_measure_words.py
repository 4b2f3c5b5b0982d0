"""Whole phrases for more or less of a measure: every measure has them, and they are those that a sentence needs."""

import pytest

from geo.indicator_view import PERCENT, SCORE, find_indicator, find_unit
from geo.measure_words import PLURAL, RATES, say_extreme, say_more
from geo.measures import find_measure, name_measures
from geo.selection import MEASURES

INDICATORS = [one for one in name_measures() if one not in MEASURES]


@pytest.mark.parametrize("measure_id", name_measures())
def test_every_measure_has_its_phrases(measure_id: str) -> None:
    measure = find_measure(measure_id)
    more, less = say_more(measure_id), say_more(measure_id, upward=False)
    assert more != less
    name = f"EU money {measure_id}" if measure.is_money else measure.name.lower()
    assert all(name in phrase for phrase in (more, less, say_extreme(measure_id)))


@pytest.mark.parametrize("indicator_id", INDICATORS)
def test_a_phrase_fits_the_unit(indicator_id: str) -> None:
    unit, more = find_unit(indicator_id), say_more(indicator_id)
    assert ("score" in more) == (unit == SCORE)
    assert more.endswith("per 100,000") == (unit == "per 100,000" and indicator_id not in RATES)
    assert more.startswith("a higher ") == (indicator_id not in PLURAL)
    assert unit != PERCENT or indicator_id not in PLURAL
    # The end of the scale that a headline begins with: the worst score, else the highest value.
    assert say_extreme(indicator_id).startswith("the lowest") == (unit == SCORE)
    assert unit != SCORE or find_indicator(indicator_id)["direction"] == "low_is_worse"


def test_an_unknown_measure_has_none() -> None:
    with pytest.raises(KeyError):
        say_more("femicides")
