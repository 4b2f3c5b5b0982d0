"""The ledger: published totals, shares and counts beside the same figures computed from Annexes H and I.

Each figure is first counted as the text reads at that place, then, if it does not come out, on the other bases of its
family. Nothing is adjusted: where no base makes a figure come out, the verdict says so, and what would is searched.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from data.rounding import Room, make_room
from data.seeds import BuiltRow, Row
from data.smallest_change import Question, find_smallest_change
from data.trials import Annex, Trial, list_trials

AS_STATED = ("exact", "within_rounding", "holds")
COMES_OUT = (*AS_STATED, "other_base")
# Shares whose parts are categories into which a row may have been put otherwise.
_MOVABLE = ("zones", "partners")
# Sets of changes that are written out; where more would do, none of them can be told from the others.
_NAMED_SETS = 3
_DECIMALS = 4


@dataclass(frozen=True)
class Tried:
    """A published figure, its room, and every trial that has rows: the stated one first; none where Annex H has no such amounts."""

    figure: Row
    room: Room
    trials: tuple[Trial, ...]

    @property
    def set_id(self) -> tuple[str, str]:
        """The figures that the same section prints about the same thing."""
        return self.figure["table"].split(",")[0], self.figure["group"]


def try_figures(figures: list[Row], annex: Annex, bases: list[Row], wordings: list[Row]) -> list[Tried]:
    """Return each published figure with what it comes to on every base of its family."""
    rule_of = {row["wording_id"]: row for row in wordings}
    return [
        Tried(
            figure,
            make_room(figure, rule_of[figure["wording_id"]]),
            tuple(trial for trial in list_trials(figure, bases, annex) if trial.value is not None),
        )
        for figure in figures
    ]


def reconcile(
    tried: list[Tried], annex: Annex, bases: list[Row], readings: Mapping[str, Annex]
) -> list[BuiltRow]:  # fmt: skip
    """Return each published figure as stated and on its best base, with differences, verdict, and the smallest change that would do.

    `readings` are other readings of Annex H by id. Amounts are in EUR million, shares in per cent.
    """
    fitting = _count_fitting_bases(tried)
    return [one.figure | _judge(one, fitting, annex, bases, readings) for one in tried]


def list_trial_rows(tried: list[Tried]) -> list[BuiltRow]:
    """Return one row for each figure on each base: what it comes to there, and whether that is what is printed."""
    return [
        {
            "figure_id": one.figure["figure_id"], "order": order, "base_id": trial.base_id, "base": trial.base, "base_note": trial.note,
            "other_note": trial.other_note or None,
            "numerator": trial.numerator, "denominator": trial.denominator or None,
            **_compare(trial, one.room, ""), "comes_out": "yes" if trial.comes_out(one.room) else "no",
        }
        for one in tried
        for order, trial in enumerate(one.trials, 1)
    ]  # fmt: skip


def find_verdict(stated: Trial, best: Trial, room: Room) -> str:
    """Return how a figure compares: as stated first, then on the base on which it comes out best."""
    if stated.comes_out(room):
        if room.is_bound:
            return "holds"
        return "exact" if stated.value is not None and room.is_exact(stated.value) else "within_rounding"
    return "other_base" if best.comes_out(room) else "does_not_come_out"


def find_best(one: Tried, fitting: Counter[tuple[tuple[str, str], str]]) -> Trial:
    """Return the stated trial if it comes out; else the one that does, on the base on which most of its set does; else the nearest."""
    if one.trials[0].comes_out(one.room):
        return one.trials[0]
    coming = [trial for trial in one.trials if trial.comes_out(one.room)]
    if coming:
        return max(coming, key=lambda trial: fitting[one.set_id, trial.base_id])
    return min(one.trials, key=lambda trial: trial.gap(one.room))


def _count_fitting_bases(tried: list[Tried]) -> Counter[tuple[tuple[str, str], str]]:
    """How many figures of each set come out on each base, counted one way or the other."""
    return Counter(
        (one.set_id, base_id)
        for one in tried
        for base_id in {trial.base_id for trial in one.trials if trial.comes_out(one.room)}
    )


def _judge(
    one: Tried, fitting: Counter[tuple[tuple[str, str], str]], annex: Annex, bases: list[Row], readings: Mapping[str, Annex]
) -> BuiltRow:  # fmt: skip
    if not one.trials:
        return {"published": one.room.published, "base": "other", "verdict": "not_in_annex", "bases_tried": 0}
    stated, best = one.trials[0], find_best(one, fitting)
    return {
        "published": one.room.published,
        "verdict": find_verdict(stated, best, one.room),
        "bases_tried": len(one.trials),
        "stated_base": stated.base, "stated_base_note": stated.note, "base": best.base, "base_note": best.note,
        "stated_numerator": stated.numerator, "stated_denominator": stated.denominator or None,
        "numerator": best.numerator, "denominator": best.denominator or None,
        **_compare(stated, one.room, "_as_stated"), **_compare(best, one.room, ""),
        "gap": _find_gap(stated, one), "gap_left": _find_gap(best, one),
        **_search(one, annex), **_read_otherwise(one, best, bases, readings),
    }  # fmt: skip


def _compare(trial: Trial, room: Room, suffix: str) -> BuiltRow:
    value = trial.value or 0
    difference = round(value - room.published, _DECIMALS)
    return {f"recomputed{suffix}": round(value, _DECIMALS), f"difference{suffix}": difference}


def _find_gap(trial: Trial, one: Tried) -> float:
    """The distance in a form that figures share: percentage points of a share, per cent of an amount; 0 where the words hold."""
    if one.room.is_bound and trial.comes_out(one.room):
        return 0
    gap = trial.gap(one.room)
    return round(gap if one.figure["unit"] == "pct" else 100 * gap / one.room.published, _DECIMALS)


def _search(one: Tried, annex: Annex) -> BuiltRow:
    """The smallest change on the stated base; a single amount can only be another amount, and a count only another count."""
    stated, figure = one.trials[0], one.figure
    if stated.comes_out(one.room):
        return {"change_kind": "none_needed"}
    if figure["unit"] == "count" or stated.is_single:
        return {"change_kind": "amount" if stated.is_single else "count"}
    question = Question(stated, figure["part"], figure["whole"], figure["group"] in _MOVABLE)
    found = find_smallest_change(question, annex.rows(stated.base), one.room)
    named = (
        " | ".join(" + ".join(map(str, changes)) for changes in found.sets) if len(found.sets) <= _NAMED_SETS else ""
    )
    return {
        "change_kind": "rows" if found.sets else "none_found", "change_size": found.size, "change_sets": len(found.sets),
        "change_bound": found.bound, "changes": named or None,
    }  # fmt: skip


def _read_otherwise(one: Tried, best: Trial, bases: list[Row], readings: Mapping[str, Annex]) -> BuiltRow:
    """Other readings by what they do: make the figure come out as stated, change it in vain, or undo that it comes out."""
    ids: dict[str, list[str]] = {"readings_fit": [], "readings_in_vain": [], "readings_break": []}
    stated = one.trials[0]
    for reading_id, annex in readings.items():
        trials = {(trial.note, trial.numerator): trial for trial in list_trials(one.figure, bases, annex)}
        other_stated, other_best = trials[stated.note, stated.numerator], trials[best.note, best.numerator]
        if best.comes_out(one.room) and not other_best.comes_out(one.room):
            ids["readings_break"].append(reading_id)
        if not stated.comes_out(one.room) and other_stated.value != stated.value:
            ids["readings_fit" if other_stated.comes_out(one.room) else "readings_in_vain"].append(reading_id)
    return {column: ";".join(found) or None for column, found in ids.items()}
