"""Builds the view of two measures against each other: pairs of values, thirds, medians and how far the orders agree."""

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from geo import compare_words
from geo.measures import find_measure
from geo.messages import cached, say
from geo.pairs import CompareView, Pair
from geo.places import name_places
from geo.relation import Relation, relate
from geo.selection import Selection, explain_empty
from geo.thirds import Thirds, cut_thirds
from geo.traced import TracedValue, trace_measure


def build_compare_view(selection: Selection, across: str, upwards: str) -> CompareView:
    """Return the view of two measures inside the filters. Raises KeyError for an unknown measure."""
    thirds = (_thirds(across), _thirds(upwards))
    pairs = tuple(
        _pair(one, other, *thirds)
        for one, other in zip(trace_measure(across, selection), trace_measure(upwards, selection), strict=True)
    )
    plotted = [pair for pair in pairs if pair.is_plotted]
    view = CompareView(
        across=find_measure(across),
        upwards=find_measure(upwards),
        pairs=pairs,
        across_thirds=thirds[0],
        upwards_thirds=thirds[1],
        across_median=_median([pair.across for pair in plotted]),
        upwards_median=_median([pair.upwards for pair in plotted]),
        relation=_relate(plotted, across, upwards),
        sure=_relate([pair for pair in plotted if not pair.is_doubtful], across, upwards),
        headline="",
        coverage="",
        summary="",
        warning="",
        notes=(),
        empty="" if any(pair.is_inside for pair in pairs) else explain_empty(selection),
    )
    return replace(
        view,
        headline=compare_words.headline(view),
        coverage=compare_words.coverage(view, selection),
        summary=compare_words.summary(view),
        warning=compare_words.warning(view),
        notes=compare_words.notes(view),
    )


@cached
def _thirds(measure_id: str) -> Thirds:
    """The classes of a measure, cut over the sure values of the whole region, so that no filter moves them."""
    measure = find_measure(measure_id)
    sure = [one.value for one in trace_measure(measure_id, Selection(doubtful="hide")) if one.value is not None]
    return cut_thirds(sure, measure.decimals, is_money=measure.is_money)


def _pair(across: TracedValue, upwards: TracedValue, across_thirds: Thirds, upwards_thirds: Thirds) -> Pair:
    is_complete = across.value is not None and upwards.value is not None
    return Pair(
        iso3=across.iso3,
        name=across.name,
        subregion_id=across.subregion_id,
        subregion=name_places("subregions")[across.subregion_id],
        across=across,
        upwards=upwards,
        is_inside=across.is_inside,
        is_member=across.is_member,
        column=across_thirds.place(across.value) if is_complete and across.value is not None else None,
        row=upwards_thirds.place(upwards.value) if is_complete and upwards.value is not None else None,
    )


def _median(values: Sequence[TracedValue]) -> float | None:
    found = [one.value for one in values if one.value is not None]
    return median(found) if found else None


def _relate(pairs: Sequence[Pair], across: str, upwards: str) -> Relation:
    if across == upwards:
        return Relation(None, say("Both sides show the same measure, so there is nothing to relate."))
    return relate([pair.across.value or 0.0 for pair in pairs], [pair.upwards.value or 0.0 for pair in pairs])
