"""Every filter in force in words, one phrase a filter: what a file, a slide or a picture says of the view that it came from."""

from collections.abc import Iterable, Mapping

from geo.allocation import NOTHING, RULES
from geo.dimensions import DIMENSIONS
from geo.money_query import FIRST_YEAR, MoneyQuery
from geo.places import name_alliances, name_places
from geo.selection import Selection

_MATCHES = {"any": "Members of any of", "all": "Members of all of", "none": "Countries in none of"}


def name_all(label: str, ids: Iterable[str], names: Mapping[str, str]) -> tuple[str, ...]:
    """Return one phrase with the names of what is chosen, or nothing where nothing is. Raises KeyError for an unknown id."""
    chosen = [names[one] for one in ids]
    return (f"{label}: {', '.join(chosen)}",) if chosen else ()


def describe_places(selection: Selection) -> tuple[str, ...]:
    """Return the filters by sub-region and by group, and whether members are kept alone or highlighted."""
    words = list(name_all("Sub-region", selection.subregions, name_places("subregions")))
    if selection.alliances:
        is_one = len(selection.alliances) == 1 and selection.match != "none"
        label = "Members of" if is_one else _MATCHES[selection.match]
        words += name_all(label, selection.alliances, name_alliances())
    words += name_all("Not in", selection.without, name_alliances())
    if selection.asks_membership and selection.members == "highlight":
        words.append("Members highlighted, all countries kept")
    return tuple(words)


def describe_countries(selection: Selection) -> tuple[str, ...]:
    """Return the filters of a view of countries: those of places, and whether doubtful values are hidden."""
    hidden = ("Doubtful values hidden",) if selection.doubtful == "hide" else ()
    return (*describe_places(selection), *hidden)


def describe_measure(selection: Selection) -> tuple[str, ...]:
    """Return which money is shown: committed or contracted, never both."""
    return (f"Money: amounts {selection.measure}",)


def describe_money(query: MoneyQuery) -> tuple[str, ...]:
    """Return the filters of a view of money: measure, places, a phrase a dimension, early years, rule of allocation, words."""
    filters = query.filters
    words = [*describe_measure(query.selection), *describe_places(query.selection)]
    for dimension_id, values in query.chosen.items():
        words += _describe_dimension(dimension_id, values, query)
    if filters.early == "leave_out":
        words.append(f"Decisions before {FIRST_YEAR} left out")
    if filters.spread != NOTHING:
        words.append(f"Money for regions: {RULES[filters.spread].name.lower()}. {RULES[filters.spread].text}")
    if filters.words:
        words.append(f"Titles with “{filters.words}”")
    return tuple(words)


def _describe_dimension(dimension_id: str, values: tuple[str, ...], query: MoneyQuery) -> tuple[str, ...]:
    dimension = DIMENSIONS[dimension_id]
    found = name_all(dimension.name, values, dimension.name_values())
    return (
        found if dimension_id in query.active else tuple(f"{one} (not applied: {dimension.why_not})" for one in found)
    )
