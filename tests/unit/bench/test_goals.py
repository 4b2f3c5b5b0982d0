"""Met, missed by how much, tried shortly, or not measured: never a verdict without a figure."""

import pytest

from tests.bench.goals import GOALS, Goal, judge, step, tell
from tests.bench.report import SECTIONS
from tests.bench.store import Parts

FAST = Goal("Wait", "ms", 100, ("peers",), lambda one: one["wait"], why="the browser is slow")
RATIO = Goal("Faster", "times", 4, ("peers",), lambda one: one["ratio"], at_least=True)


def parts(*, quick: bool = False, **data: float) -> Parts:
    return {"peers": {"of": {}, "quick": quick, "data": data}}


def test_a_goal_at_its_limit_is_met() -> None:
    assert judge(FAST, parts(wait=100)).words == "met"
    assert judge(RATIO, parts(ratio=4)).words == "met"


def test_a_missed_goal_says_by_how_much_and_why() -> None:
    assert judge(FAST, parts(wait=112.5)).words == "missed by 12.5 ms: the browser is slow"
    assert judge(RATIO, parts(ratio=3)).words == "missed by 1 times"
    assert not judge(RATIO, parts(ratio=3)).is_met


def test_what_was_not_measured_is_neither_met_nor_missed() -> None:
    for lacking in ({}, parts(other=1)):
        verdict = judge(FAST, lacking)
        assert verdict.words == "not measured"
        assert not verdict.is_met


def test_a_short_trial_decides_nothing() -> None:
    assert judge(FAST, parts(quick=True, wait=50)).words == "tried shortly, not measured"


def test_a_step_that_was_not_tried_is_not_another_one() -> None:
    load = {"steps": [{"visitors": 10, "p95_ms": 50}, {"visitors": 100, "p95_ms": 90}]}
    assert step(load, 100)["p95_ms"] == 90
    with pytest.raises(LookupError):
        step(load, 200)


def test_every_goal_takes_its_figure_from_parts_that_are_reported() -> None:
    assert {name for goal in GOALS for name in goal.parts} <= set(SECTIONS)
    assert len({goal.words for goal in GOALS}) == len(GOALS)


def test_figures_have_three_digits_and_their_unit() -> None:
    assert [tell(figure, "ms") for figure in (0.1234, 24.96, 1234.5)] == ["0.123 ms", "25 ms", "1,234 ms"]
    assert tell(0, "") == "0"
