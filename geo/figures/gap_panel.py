"""What the panel beside the matrix of gaps draws: one cell with its source, caveats and other readings, or a country's cells."""

from typing import Any

from geo.country_texts import NOT_STATED
from geo.figures.tables import locate
from geo.gaps import ABSENT, GapCell, find_cell, name_indicators
from geo.indicator_view import find_indicator
from geo.messages import mark, say
from geo.places import find_subregion, name_countries, name_places
from geo.spelling import lower_start, name_value
from geo.spoken import load_records

STATUS_WORDS = {
    "ok": mark("reported"),
    "conflict": mark("contradicted by the narrative"),
    "doubtful": mark("doubtful"),
    "unplaced": mark("printed, but not placeable"),
    "not_reported": mark("not reported"),
    ABSENT: mark("the country is not in the annexes"),
}
EXPLANATIONS = {
    "conflict": mark("The report prints more than one value. The maps show the one of the annex."),
    "doubtful": mark("The value is shown as printed and marked; a ranking can leave it out."),
    "unplaced": mark(
        "The row holds printed values, but which column each belongs to cannot be known. "
        "They are listed here and never mapped."
    ),
    "not_reported": mark("The annex prints a mark for “not reported”. That is no zero."),
    ABSENT: mark("Neither Annex F nor Annex G has a row for this country."),
}
UNREAD = mark("No cell is left for it in the row as printed, so it counts as not reported. That is no zero.")


def draw_panel(country: str, indicator_id: str) -> dict[str, Any] | None:
    """Return the panel of a cell, of a country where no indicator is chosen, or None where no country is."""
    if country not in name_countries():
        return None
    cell = find_cell(country, indicator_id)
    return _draw_cell(cell) if cell else _draw_country(country)


def explain(cell: GapCell) -> str:
    """Return what the status of a cell means for this cell."""
    if cell.status == "not_reported" and not cell.printed and cell.caveats:
        return say(UNREAD)
    return say(EXPLANATIONS.get(cell.status, ""))


def _draw_cell(cell: GapCell) -> dict[str, Any]:
    indicator = find_indicator(cell.indicator_id)
    sections = {
        say("What to know"): _caveat_rows(cell),
        say("What the narrative of the report says"): _narrative_rows(cell),
        say("Printed in this row, and what each may be"): _unplaced_rows(cell),
    }
    return {
        **_frame(
            cell.iso3,
            name_value(name_countries()[cell.iso3], lower_start(indicator["name"])),
            _first_upper(cell.status),
        ),
        "rows": _source_rows(cell, indicator),
        "sections": [{"title": title, "rows": rows} for title, rows in sections.items() if rows],
        "notes": [note for note in (explain(cell), f"{indicator['definition']}.") if note],
    }


def _draw_country(iso3: str) -> dict[str, Any]:
    cells = [find_cell(iso3, one) for one in name_indicators()]
    rows = [
        _row(name_indicators()[one.indicator_id], _value(one), source=_where(one), status=one.status)
        for one in cells
        if one
    ]
    subtitle = name_places("subregions")[find_subregion(iso3)]
    return {**_frame(iso3, name_countries()[iso3], subtitle), "rows": rows, "sections": [], "notes": []}


def _frame(iso3: str, title: str, subtitle: str) -> dict[str, Any]:
    return {"id": iso3, "title": title, "subtitle": subtitle, "badges": [], "close_label": say("Close")}


def _source_rows(cell: GapCell, indicator: dict[str, Any]) -> list[dict[str, str]]:
    source = cell.source
    if source is None:
        return []
    unit = indicator["short_unit"] if cell.is_reported else ""
    rows = [_row(say("As printed"), _value(cell), unit, source=_where(cell), status=cell.status)]
    rows += [_row(say("Year"), "", unit=indicator["reference_year"]), _row(say("Row"), "", unit=source.row_label)]
    return [*rows, _row(say("Column"), "", caveat=source.column_label)]


def _caveat_rows(cell: GapCell) -> list[dict[str, str]]:
    caveats = {row["caveat_id"]: row for row in load_records("caveats")}
    return [_row(caveats[one]["title"], "", caveat=caveats[one]["text"]) for one in cell.caveats]


def _narrative_rows(cell: GapCell) -> list[dict[str, str]]:
    return [
        _row(_first_capital(row["statement"]), "", caveat=row["note"] or "", source=_tell_year(row))
        for row in load_records("narrative_figures")
        if (row["iso3"], row["indicator_id"]) == (cell.iso3, cell.indicator_id)
    ]  # fmt: skip


def _tell_year(row: dict[str, Any]) -> str:
    return f"{say('p. {page}', page=row['page'])}, {tell_year(row['year'])}"


def tell_year(printed: str) -> str:
    """Return of which year a number in the report's text is."""
    if printed == NOT_STATED:
        return say("year not stated")
    return say("year {year}", year=printed) if printed.isdigit() else say(printed)


def _unplaced_rows(cell: GapCell) -> list[dict[str, str]]:
    """The cells of the row whose column is unknown; they stand in the annex that the cell is of."""
    if cell.source is None:
        return []
    return [
        _row(
            say("Cell {number} of the row", number=row["order"]), row["printed_value"], caveat=_first_capital(row["note"]),
            source=locate(row["page"], row["table"]),
        )
        for row in load_records("unplaced_values")
        if (row["iso3"], row["table"]) == (cell.iso3, cell.source.table)
    ]  # fmt: skip


def _row(  # noqa: PLR0913, PLR0917 - one argument a part of the line
    label: str, value: str, unit: str = "", caveat: str = "", source: str = "", status: str = "ok"
) -> dict[str, str]:
    return {
        "label": label,
        "value": value,
        "unit": unit,
        "rank": "",
        "status": status,
        "caveat": caveat,
        "source": source,
    }


def _value(cell: GapCell) -> str:
    return cell.printed if cell.is_reported else _first_upper(cell.status)


def _where(cell: GapCell) -> str:
    return locate(cell.source.page, cell.source.table) if cell.source else ""


def _first_upper(status: str) -> str:
    return _first_capital(say(STATUS_WORDS[status]))


def _first_capital(text: str) -> str:
    return text[:1].upper() + text[1:]
