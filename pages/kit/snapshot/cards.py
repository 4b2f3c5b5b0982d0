"""What is shown beside a figure when something is picked, made beforehand: cards of places and records, panels of cells, lines of money."""

from typing import Any

from geo.country_card import list_places
from geo.dimensions import BOTH, DIMENSIONS, list_dimensions
from geo.figures import gap_panel, sheet
from geo.figures.record import draw_record
from geo.money_charts import list_record_ids
from geo.money_lines import select_lines
from geo.money_query import MoneyQuery
from geo.places import name_countries
from geo.selection import Selection
from pages.kit import load, parameters, permalinks
from pages.kit.snapshot import links

Data = dict[str, Any]


def list_cards() -> Data:
    """Return the card of every country and region by its id."""
    found = {place: load.card(place) for place in list_places()}
    return {
        place: {"is_country": place in name_countries(), "has_money": bool(card.money), "data": sheet.draw_card(card)}
        for place, card in found.items()
    }


def list_records() -> Data:
    """Return the card of every decision and contract by its id."""
    return {record: links.rewrite(_draw_record(record), "") for record in sorted(list_record_ids())}


def list_panels() -> Data:
    """Return the panel of every country and of each of its cells, as the matrix of gaps picks them: "ISO3" or "ISO3/indicator"."""
    cells = ("", *parameters.known_indicators(""))
    drawn = {
        f"{iso3}/{cell}" if cell else iso3: gap_panel.draw_panel(iso3, cell)
        for iso3 in name_countries()
        for cell in cells
    }
    return {key: panel for key, panel in drawn.items() if panel}


def list_lines() -> Data:
    """Return every line of both measures with its cents and its values, and the names of the dimensions and their values."""
    names = {
        one: {"name": dimension.name, "values": dict(dimension.name_values())} for one, dimension in DIMENSIONS.items()
    }
    return {"names": names} | {measure: _list_lines_of(measure) for measure in BOTH}


def _draw_record(record: str) -> Data:
    return draw_record(load.record(record), permalinks.link_record(record), is_outside=False, is_alone=False)


def _list_lines_of(measure: str) -> Data:
    dimensions = list(list_dimensions(measure))
    lines = select_lines(MoneyQuery(Selection(measure=measure)))
    rows = [[line.record_id, line.title, line.cents, *(getattr(line, one) for one in dimensions)] for line in lines]
    return {"fields": ["record_id", "title", "cents", *dimensions], "lines": rows}
