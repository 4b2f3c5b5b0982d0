"""Classes: bounds without gaps, labels without overlap, colours that turn where the scale has its middle."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.store import load_table, to_records
from geo.classify import classify, make_classes
from geo.indicator_view import find_indicator, indicator_classes
from geo.spelling import format_number
from tests.strategies import INDICATORS, LAWS

HOMICIDE = (5.0, 10.0, 20.0, 30.0, 50.0)


@pytest.mark.parametrize(("value", "index"), [(0, 0), (4.99, 0), (5, 1), (9.9, 1), (10, 2), (50, 5), (91.6, 5)])
def test_a_value_on_a_break_belongs_to_the_class_above(value: float, index: int) -> None:
    assert classify(value, HOMICIDE) == index


@LAWS
@given(st.floats(-3, 3000, allow_nan=False), st.sampled_from(INDICATORS))
def test_every_value_lies_within_the_bounds_of_its_class_only(value: float, indicator_id: str) -> None:
    classes = indicator_classes(find_indicator(indicator_id))
    bounds = tuple(one.upper for one in classes[:-1] if one.upper is not None)
    fitting = [
        index
        for index, one in enumerate(classes)
        if (one.lower is None or value >= one.lower) and (one.upper is None or value < one.upper)
    ]
    assert fitting == [classify(value, bounds)]


def test_labels_say_the_bounds() -> None:
    labels = [one.label for one in make_classes((100, 1000), "sequential")]
    assert labels == ["under 100", "100 to under 1,000", "1,000 and more"]


@pytest.mark.parametrize("indicator_id", INDICATORS)
def test_colours_of_an_indicator_are_all_different_in_both_themes(indicator_id: str) -> None:
    classes = indicator_classes(find_indicator(indicator_id))
    assert len({one.light for one in classes}) == len({one.dark for one in classes}) == len(classes)
    assert len({one.label for one in classes}) == len(classes)


@pytest.mark.parametrize("measure", [row["measure_id"] for row in to_records(load_table("measures"))])
def test_money_has_a_ramp_of_its_own(measure: str) -> None:
    breaks = load_table("measures").set_index("measure_id").loc[measure, "breaks"]
    money = make_classes(tuple(map(float, str(breaks).split(";"))), "money")
    values = make_classes(tuple(map(float, str(breaks).split(";"))), "sequential")
    assert not {one.light for one in money} & {one.light for one in values}


def test_a_diverging_scale_turns_at_its_middle_and_worse_keeps_its_hue() -> None:
    worse_high = make_classes((75, 100, 125), "diverging", middle=100, high_is_worse=True)
    worse_low = make_classes((75, 100, 125), "diverging", middle=100, high_is_worse=False)
    assert [one.light for one in worse_high] == [one.light for one in worse_low][::-1]
    assert worse_high[1].upper == worse_high[2].lower == 100
    assert len({one.light for one in worse_high}) == 4


def test_a_middle_that_is_no_break_is_refused() -> None:
    with pytest.raises(ValueError, match=r"needs its middle 90 among the breaks"):
        make_classes((75, 100, 125), "diverging", middle=90)


def test_more_classes_than_colours_are_refused() -> None:
    with pytest.raises(ValueError, match="Use fewer breaks"):
        make_classes(tuple(range(8)), "sequential")


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [(2904, 0, "2,904"), (91.6, 1, "91.6"), (-0.54, 2, "−0.54"), (-0.04, 1, "0.0"), (0, 0, "0"), (1589, 0, "1,589")],
)
def test_numbers_for_reading(value: float, decimals: int, text: str) -> None:
    assert format_number(value, decimals) == text
    assert "-" not in format_number(value, decimals)
