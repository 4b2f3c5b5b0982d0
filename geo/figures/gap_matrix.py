"""What the matrix of the page on gaps draws: countries by indicators, and the counts of sub-regions and groups in the same columns."""

from typing import Any

from geo.figures.gap_panel import STATUS_WORDS
from geo.gaps import STATUS_NAMES, GapCell, GapsView, Tally, name_indicators, short_indicators
from geo.places import find_subregion, name_countries, name_places

# Letter and shape of each status; colour says nothing that these do not.
SIGNS = {
    "ok": ("R", "soft"),
    "conflict": ("C", "alert"),
    "doubtful": ("D", "warn"),
    "unplaced": ("P", "open"),
    "not_reported": ("–", "quiet"),
    "not_in_annexes": ("×", "quiet"),
}
NOTED = "R*"
WEIGHTS = {status: len(SIGNS) - place for place, status in enumerate(SIGNS)}
REPORTED = "reported"


def draw_matrix(view: GapsView, country: str, cell: str) -> dict[str, Any]:
    """Return the matrix of countries by indicators, a mark for each status; a cell and a country's name can be picked."""
    return {
        "label": f"Which indicator is reported for which country; under each indicator, how many of {len(view.countries)} have a value",
        "corner": "Country",
        # No column of its own: the panel stands beside, and the sub-region is said with each name.
        "group_label": None,
        "columns": [*_indicator_columns(view), _number_column(REPORTED, "Reported", f"of {len(view.indicators)}")],
        "rows": [_country_row(iso3, view) for iso3 in view.countries],
        "legend": _legend(view),
        "pick": "cell",
        "selected": country if country in view.countries else None,
        "selected_cell": f"{country}/{cell}" if cell and country in view.countries else None,
        "hint": "Point at a cell, or move with the arrow keys, to read it; click or Enter opens it.",
        "empty": view.empty,
    }


def tally_subregions(view: GapsView) -> dict[str, Any]:
    """Return how many countries of each sub-region report each indicator."""
    label = "Countries with a value, by sub-region; in brackets how many countries it has"
    return draw_tallies(view.subregions, view, "Sub-region", label)


def tally_groups(view: GapsView) -> dict[str, Any]:
    """Return how many countries of each group report each indicator; groups overlap."""
    label = "Countries with a value, by group; groups overlap, so the rows may not be added"
    return draw_tallies(view.groups, view, "Group", label)


def draw_tallies(tallies: tuple[Tally, ...], view: GapsView, corner: str, label: str) -> dict[str, Any]:
    """Return how many countries of each sub-region or group report each indicator, as n of m."""
    columns = [
        _number_column(one, short_indicators()[one], "", name_indicators()[one])
        for one in view.indicators
    ]  # fmt: skip
    return {
        "label": label,
        "corner": corner,
        "group_label": None,
        "columns": [*columns, _number_column(REPORTED, "All cells", "")],
        "rows": [_tally_row(one) for one in tallies],
        "legend": [],
        "pick": "",
        "selected": None,
        "selected_cell": None,
        "hint": "",
        "empty": view.empty,
    }


def sign_of(cell: GapCell) -> tuple[str, str]:
    """Return letter and shape of a cell; a star where a caveat goes with a reported value."""
    mark, tone = SIGNS[cell.status]
    return (NOTED, tone) if cell.status == "ok" and cell.caveats else (mark, tone)


def _indicator_columns(view: GapsView) -> list[dict[str, Any]]:
    return [
        {
            "id": one,
            "label": short_indicators()[one],
            "hint": name_indicators()[one],
            "count": str(sum(cell.is_reported for cell in view.column(one))),
            "kind": "mark",
        }
        for one in view.indicators
    ]


def _number_column(column_id: str, label: str, count: str, hint: str = "") -> dict[str, Any]:
    return {"id": column_id, "label": label, "hint": hint, "count": count, "kind": "number"}


def _country_row(iso3: str, view: GapsView) -> dict[str, Any]:
    cells = view.row(iso3)
    reported = sum(cell.is_reported for cell in cells)
    return {
        "id": iso3,
        "label": name_countries()[iso3],
        "group": name_places("subregions")[find_subregion(iso3)],
        "in": True,
        "cells": [*map(_draw_cell, cells), _number(str(reported), reported, f"{reported} of {len(cells)} indicators")],
    }


def _draw_cell(cell: GapCell) -> dict[str, Any]:
    mark, tone = sign_of(cell)
    words = STATUS_WORDS[cell.status]
    words += f", {cell.printed}" if cell.is_reported else ""
    words += ", with a note" if mark == NOTED else ""
    return {"mark": mark, "tone": tone, "label": words, "v": WEIGHTS[cell.status]}


def _tally_row(one: Tally) -> dict[str, Any]:
    total = sum(one.reported)
    share = total / one.cells
    cells = [
        _number(f"{count}", count / one.countries, f"{count} of {one.countries} countries report it")
        for count in one.reported
    ]
    all_cells = _number(f"{total} of {one.cells}", share, f"{total} of {one.cells} cells hold a value")
    label = f"{one.name} ({one.countries})"
    return {"id": one.name, "label": label, "group": "", "in": True, "cells": [*cells, all_cells]}


def _number(text: str, value: float, words: str) -> dict[str, Any]:
    return {"mark": text, "tone": "blank", "label": words, "v": value}


def _legend(view: GapsView) -> list[dict[str, Any]]:
    noted = sum(cell.status == "ok" and bool(cell.caveats) for cell in view.cells)
    rows = [_legend_row(*SIGNS[status], name, view.count(status)) for status, name in STATUS_NAMES.items()]
    rows[0] = _legend_row(*SIGNS["ok"], STATUS_NAMES["ok"], view.count("ok") - noted)
    rows.insert(1, _legend_row(NOTED, SIGNS["ok"][1], "Reported, with a note", noted))
    return rows


def _legend_row(mark: str, tone: str, label: str, count: int) -> dict[str, Any]:
    return {"mark": mark, "tone": tone, "label": label, "count": str(count)}
