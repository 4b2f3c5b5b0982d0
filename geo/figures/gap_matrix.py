"""What the matrix of the page on gaps draws: countries by indicators, and the counts of sub-regions and groups in the same columns."""

from typing import Any

from geo.figures.gap_panel import STATUS_WORDS
from geo.figures.summary import summarise_matrix
from geo.gaps import STATUS_NAMES, GapCell, GapsView, Tally, name_indicators, short_indicators
from geo.messages import say, say_count, say_in
from geo.places import find_subregion, name_countries, name_places

# Signs of what has no letter; colour says nothing that letter and shape do not.
SIGNS = {"not_reported": "–", "not_in_annexes": "×"}
STAR = "*"
WEIGHTS = {"ok": 6, "conflict": 5, "doubtful": 4, "unplaced": 3, "not_reported": 2, "not_in_annexes": 1}
REPORTED = "reported"


def draw_matrix(view: GapsView, country: str, cell: str) -> dict[str, Any]:
    """Return the matrix of countries by indicators, a mark for each status; a cell and a country's name can be picked."""
    drawn = {
        "label": say(
            "Which indicator is reported for which country; under each indicator, how many of {number} have a value",
            number=len(view.countries),
        ),
        "corner": say("Country"),
        # No column of its own: the panel stands beside, and the sub-region is said with each name.
        "group_label": None,
        "columns": [
            *_indicator_columns(view),
            _number_column(REPORTED, say("Reported"), say("of {number}", number=len(view.indicators))),
        ],
        "rows": [_country_row(iso3, view) for iso3 in view.countries],
        "legend": _legend(view),
        "pick": "cell",
        "selected": country if country in view.countries else None,
        "selected_cell": f"{country}/{cell}" if cell and country in view.countries else None,
        "hint": say("Point at a cell, or move with the arrow keys, to read it; click or Enter opens it."),
        "empty": view.empty,
    }
    return drawn | {"summary": summarise_matrix(drawn, REPORTED)}


def tally_subregions(view: GapsView) -> dict[str, Any]:
    """Return how many countries of each sub-region report each indicator."""
    label = say("Countries with a value, by sub-region; in brackets how many countries it has")
    return draw_tallies(view.subregions, view, say("Sub-region"), label)


def tally_groups(view: GapsView) -> dict[str, Any]:
    """Return how many countries of each group report each indicator; groups overlap."""
    label = say("Countries with a value, by group; groups overlap, so the rows may not be added")
    return draw_tallies(view.groups, view, say("Group"), label)


def draw_tallies(tallies: tuple[Tally, ...], view: GapsView, corner: str, label: str) -> dict[str, Any]:
    """Return how many countries of each sub-region or group report each indicator, as n of m."""
    columns = [
        _number_column(one, short_indicators()[one], "", name_indicators()[one])
        for one in view.indicators
    ]  # fmt: skip
    drawn = {
        "label": label,
        "corner": corner,
        "group_label": None,
        "columns": [*columns, _number_column(REPORTED, say("All cells"), "")],
        "rows": [_tally_row(str(place), one) for place, one in enumerate(tallies)],
        "legend": [],
        "pick": "",
        "selected": None,
        "selected_cell": None,
        "hint": "",
        "empty": view.empty,
    }
    return drawn | {"summary": summarise_matrix(drawn, REPORTED)}


def sign_of(cell: GapCell) -> tuple[str, str]:
    """Return letter and shape of a cell; a star where a caveat goes with a reported value."""
    letter, tone = _say_sign(cell.status)
    return (f"{letter}{STAR}", tone) if cell.status == "ok" and cell.caveats else (letter, tone)


def _say_sign(status: str) -> tuple[str, str]:
    """Letter and shape of a status: the letter is the first of its word, and no two have the same."""
    if status == "ok":
        return say_in("reported", "R"), "soft"
    if status == "conflict":
        return say_in("contradicted", "C"), "alert"
    if status == "doubtful":
        return say_in("doubtful", "D"), "warn"
    return (say_in("printed, not placeable", "P"), "open") if status == "unplaced" else (SIGNS[status], "quiet")


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
        "cells": [*map(_draw_cell, cells), _number(str(reported), reported, _tell_reported(reported, len(cells)))],
    }


def _tell_reported(reported: int, cells: int) -> str:
    return say_count("{reported} of {n} indicator", "{reported} of {n} indicators", cells, reported=reported)


def _draw_cell(cell: GapCell) -> dict[str, Any]:
    mark, tone = sign_of(cell)
    words = [say(STATUS_WORDS[cell.status])]
    words += [say("printed as “{printed}”", printed=cell.printed)] if cell.is_reported else []
    words += [say("with a note")] if mark.endswith(STAR) else []
    return {"mark": mark, "tone": tone, "label": ", ".join(words), "v": WEIGHTS[cell.status]}


def _tally_row(row_id: str, one: Tally) -> dict[str, Any]:
    total = sum(one.reported)
    share = total / one.cells
    cells = [_number(f"{count}", count / one.countries, _tell_count(count, one.countries)) for count in one.reported]
    all_cells = _number(
        say("{part} of {whole}", part=total, whole=one.cells),
        share,
        say_count("{n} of {whole} cells holds a value", "{n} of {whole} cells hold a value", total, whole=one.cells),
    )
    label = f"{one.name} ({one.countries})"
    return {"id": row_id, "label": label, "group": "", "in": True, "cells": [*cells, all_cells]}


def _tell_count(count: int, countries: int) -> str:
    return say_count(
        "{n} of {countries} countries reports it", "{n} of {countries} countries report it", count, countries=countries
    )


def _number(text: str, value: float, words: str) -> dict[str, Any]:
    return {"mark": text, "tone": "blank", "label": words, "v": value}


def _legend(view: GapsView) -> list[dict[str, Any]]:
    noted = sum(cell.status == "ok" and bool(cell.caveats) for cell in view.cells)
    rows = [_legend_row(*_say_sign(status), say(name), view.count(status)) for status, name in STATUS_NAMES.items()]
    letter, tone = _say_sign("ok")
    rows[0] = _legend_row(letter, tone, say(STATUS_NAMES["ok"]), view.count("ok") - noted)
    rows.insert(1, _legend_row(f"{letter}{STAR}", tone, say("Reported, with a note"), noted))
    return rows


def _legend_row(mark: str, tone: str, label: str, count: int) -> dict[str, Any]:
    return {"mark": mark, "tone": tone, "label": label, "count": str(count)}
