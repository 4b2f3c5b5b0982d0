"""What the map of two measures draws: nine classes, a legend of three by three, and the table of the pairs."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from geo.amount_words import count_contracts, count_decisions
from geo.compare_words import reason
from geo.figures.choropleth import frame_map
from geo.figures.summary import join, tell_missing
from geo.figures.tables import locate as locate_cell
from geo.figures.tables import name_status
from geo.measures import Measure
from geo.messages import say, say_count
from geo.pairs import CompareView, Pair
from geo.spelling import lower_start, name_value
from geo.thirds import name_class
from geo.traced import TracedValue

# Rows from the lowest third of the measure upwards, in each the thirds of the measure across: orange grows to the right, blue to
# the top, and what is high in both stands out most from the page.
_LIGHT = (("#dfd6c3", "#f0b469", "#d9730d"), ("#9fc3d8", "#a8937f", "#9a5428"), ("#2f86bd", "#46657f", "#33272b"))
_DARK = (("#34404b", "#8a5a24", "#d9822b"), ("#2f6480", "#8f8878", "#e3b27a"), ("#3f9bd1", "#a3c4d6", "#fbf3e4"))
CLASS_COLOURS = tuple(
    tuple({"light": light, "dark": dark} for light, dark in zip(*rows, strict=True))
    for rows in zip(_LIGHT, _DARK, strict=True)
)


def draw_map(view: CompareView, place: str) -> dict[str, Any]:
    """Return the map of two measures with its legend of three by three; classes run along the rows, from the lowest."""
    inside = [pair for pair in view.pairs if pair.is_inside]
    highlight = len({pair.is_member for pair in inside}) == 2
    return frame_map(place, _name_both(view), _summarise(view), "") | {
        "classes": _classes(view),
        "grid": {"across": _side(view.across, view.across_thirds.labels), "upwards": _side(view.upwards, view.upwards_thirds.labels)},
        "missing": _entry(say("Without one of the two"), len(view.left_out)),
        "outside_filter": _entry(say("Outside the filter"), len(view.pairs) - len(inside)),
        "doubtful": _entry(say("Doubtful or conflicting"), sum(pair.is_questioned for pair in view.plotted)),
        "members": _entry(say("Highlighted member"), sum(pair.is_member for pair in inside)) if highlight else None,
        "areas": {pair.iso3: _area(pair, view, highlight=highlight) for pair in view.pairs},
        "marks": [],
    }  # fmt: skip


def _classes(view: CompareView) -> list[dict[str, Any]]:
    counts = Counter(pair.class_name for pair in view.plotted)
    return [
        {
            "name": name_class(column, row),
            "label": ", ".join(
                (
                    _tell_level(view.across, view.across.name, column),
                    _tell_level(view.upwards, lower_start(view.upwards.name), row),
                )
            ),
            "count": counts[name_class(column, row)],
            **CLASS_COLOURS[row][column],
        }
        for row in range(3)
        for column in range(3)
    ]


def _side(measure: Measure, labels: tuple[str, ...]) -> dict[str, Any]:
    return {"title": measure.name, "unit": measure.short_unit, "labels": list(labels)}


def _area(pair: Pair, view: CompareView, *, highlight: bool) -> dict[str, Any]:
    has_class = pair.column is not None and pair.row is not None
    words = name_value(pair.class_name, _values(pair, view)) if has_class else reason(pair, view)
    lines = [_doubt(pair)] if pair.is_questioned else []
    return {
        "name": pair.name,
        "class": (pair.row or 0) * 3 + (pair.column or 0) if has_class else None,
        "text": words,
        "lines": lines,
        "status": "not_reported" if not has_class else "doubtful" if pair.is_questioned else "ok",
        "in": pair.is_inside,
        "member": highlight and pair.is_member,
    }


def _values(pair: Pair, view: CompareView) -> str:
    sides = ((view.across, pair.across), (view.upwards, pair.upwards))
    return ", ".join(
        f"{lower_start(measure.short_name)} {traced.text} {measure.short_unit}" for measure, traced in sides
    )


def _summarise(view: CompareView) -> str:
    high = [pair.name for pair in view.plotted if pair.class_name == "C3"]
    parts = [
        say("Map of two measures in nine classes, from A1, low in both, to C3, high in both."),
        say_count(
            "{measures}: {n} country.", "{measures}: {n} countries.", len(view.plotted), measures=_name_both(view)
        ),
        say("High in both: {countries}.", countries=", ".join(high)) if high else say("High in both: none."),
        tell_missing(say("Without one of the two"), (pair.name for pair in view.left_out)),
    ]
    return join(*parts)


def _name_both(view: CompareView) -> str:
    return say("{across} and {upwards}", across=view.across.name, upwards=lower_start(view.upwards.name))


def list_classes(view: CompareView, place: str) -> dict[str, Any]:
    """Return the countries of each class in words, from high in both to low in both; classes without a country are left out."""
    found = []
    for row, column in ((row, column) for row in (2, 1, 0) for column in (2, 1, 0)):
        name = name_class(column, row)
        pairs = [pair for pair in view.plotted if pair.class_name == name]
        if pairs:
            across = _tell_level(view.across, lower_start(view.across.short_name), column)
            upwards = _tell_level(view.upwards, lower_start(view.upwards.short_name), row)
            label = name_value(name, f"{across}, {upwards}")
            found.append({"label": label, **CLASS_COLOURS[row][column], "places": list_places(pairs)})
    return {
        "title": say("Who stands where"),
        "rho": None,
        "silence": "",
        "lines": [],
        "lists": found,
        "selected": place or None,
    }


def list_places(pairs: Iterable[Pair]) -> list[dict[str, str]]:
    """Return countries to pick from, each with a hint where one of its values is doubtful or contradicted."""
    return [{"id": one.iso3, "name": one.name, "hint": _doubt(one) if one.is_questioned else ""} for one in pairs]


def _doubt(pair: Pair) -> str:
    return name_status("doubtful" if pair.is_doubtful else "conflict")


def _tell_level(measure: Measure, name: str, level: int) -> str:
    """A measure with its third, in words; the lowest of money is nothing."""
    if level == 2:
        return say("{measure} high", measure=name)
    if level == 1:
        return say("{measure} middle", measure=name)
    return say("{measure} none", measure=name) if measure.is_money else say("{measure} low", measure=name)


def _entry(label: str, count: int) -> dict[str, Any] | None:
    return {"label": label, "count": count} if count else None


def tabulate_pairs(view: CompareView, place: str) -> dict[str, Any]:
    """Return the table of the pairs: those plotted, the highest across first, then those left out with the reason."""
    return {
        "label": say(
            "{across} ({across_unit}) and {upwards} ({upwards_unit})", across=view.across.name, across_unit=view.across.short_unit,
            upwards=lower_start(view.upwards.name), upwards_unit=view.upwards.short_unit,
        ),
        "columns": [
            _column("country", say("Country")),
            _column("x", view.across.short_name, "number"), _column("x_status", say("Status"), "status"),
            _column("x_source", say("Page, table, row"), "source"),
            _column("y", view.upwards.short_name, "number"), _column("y_status", say("Status"), "status"),
            _column("y_source", say("Page, table, row"), "source"), _column("class", say("Class on the map")),
        ],
        "rows": [_table_row(pair, view) for pair in view.ordered],
        "selected": place or None,
        "pick": True,
        "empty": view.empty or say("No country inside the filter."),
    }  # fmt: skip


def _table_row(pair: Pair, view: CompareView) -> dict[str, Any]:
    return {
        "id": pair.iso3,
        "cells": [
            pair.name,
            {"t": pair.across.text, "v": pair.across.value},
            status_of(pair.across),
            locate(pair.across),
            {"t": pair.upwards.text, "v": pair.upwards.value},
            status_of(pair.upwards),
            locate(pair.upwards),
            pair.class_name or say("not plotted: {reason}", reason=reason(pair, view)),
        ],
        "in": True,
    }


def status_of(traced: TracedValue) -> str:
    """Return the status of a value in words: money is a sum, not a printed cell."""
    if traced.column_label in ("committed", "contracted"):
        return say("sum of Annex H")
    if not traced.table and traced.status == "ok":
        return say("none listed")
    return say("doubtful, hidden") if traced.status == "hidden" else name_status(traced.status)


def locate(traced: TracedValue) -> str:
    """Return where a value stands: page, table and row, or the pages of the decisions that it sums."""
    if not traced.pages:
        return say("no decision in Annex H") if traced.status == "ok" else say("not in the annexes")
    pages = ", ".join(str(page) for page in traced.pages)
    if traced.column_label == "contracted":
        return f"{locate_cell(pages, traced.table)}, {count_contracts(len(traced.row_label.split(';')))}"
    if traced.column_label == "committed":
        return f"{locate_cell(pages, traced.table)}, {count_decisions(len(traced.row_label.split(';')))}"
    return locate_cell(pages, traced.table, traced.row_label)


def _column(column_id: str, label: str, kind: str = "text") -> dict[str, str]:
    return {"id": column_id, "label": label, "kind": kind, "align": "right" if kind == "number" else "left"}
