"""Every filter in force in words, one phrase a filter: what a file, a slide or a picture says of the view that it came from."""

from collections.abc import Iterable, Mapping

from geo.allocation import NOTHING, RULES
from geo.dimensions import DIMENSIONS
from geo.messages import mark, say
from geo.money_query import FIRST_YEAR, MoneyQuery
from geo.places import name_alliances, name_places
from geo.selection import Selection
from geo.spelling import lower_start

_MATCHES = {
    "any": mark("Members of any of"),
    "all": mark("Members of all of"),
    "none": mark("Countries in none of"),
}


def name_all(label: str, ids: Iterable[str], names: Mapping[str, str]) -> tuple[str, ...]:
    """Return one phrase with the names of what is chosen, or nothing where nothing is. Raises KeyError for an unknown id."""
    chosen = [names[one] for one in ids]
    return (say("{label}: {values}", label=label, values=", ".join(chosen)),) if chosen else ()


def describe_places(selection: Selection) -> tuple[str, ...]:
    """Return the filters by sub-region and by group, and whether members are kept alone or highlighted."""
    words = list(name_all(say("Sub-region"), selection.subregions, name_places("subregions")))
    if selection.alliances:
        is_one = len(selection.alliances) == 1 and selection.match != "none"
        label = say("Members of") if is_one else say(_MATCHES[selection.match])
        words += name_all(label, selection.alliances, name_alliances())
    words += name_all(say("Not in"), selection.without, name_alliances())
    if selection.asks_membership and selection.members == "highlight":
        words.append(say("Members highlighted, all countries kept"))
    return tuple(words)


def describe_countries(selection: Selection) -> tuple[str, ...]:
    """Return the filters of a view of countries: those of places, and whether doubtful values are hidden."""
    hidden = (say("Doubtful values hidden"),) if selection.doubtful == "hide" else ()
    return (*describe_places(selection), *hidden)


def describe_measure(selection: Selection) -> tuple[str, ...]:
    """Return which money is shown: committed or contracted, never both."""
    if selection.measure == "committed":
        return (say("Money: amounts committed"),)
    return (say("Money: amounts contracted"),)


def describe_money(query: MoneyQuery) -> tuple[str, ...]:
    """Return the filters of a view of money: measure, places, a phrase a dimension, early years, rule of allocation, words."""
    filters = query.filters
    words = [*describe_measure(query.selection), *describe_places(query.selection)]
    for dimension_id, values in query.chosen.items():
        words += _describe_dimension(dimension_id, values, query)
    if filters.early == "leave_out":
        words.append(say("Decisions before {year} left out", year=FIRST_YEAR))
    if filters.spread != NOTHING:
        rule = RULES[filters.spread]
        words.append(say("Money for regions: {rule}. {text}", rule=lower_start(rule.name), text=rule.text))
    if filters.words:
        words.append(say("Titles with “{words}”", words=filters.words))
    return tuple(words)


def _describe_dimension(dimension_id: str, values: tuple[str, ...], query: MoneyQuery) -> tuple[str, ...]:
    dimension = DIMENSIONS[dimension_id]
    found = name_all(dimension.name, values, dimension.name_values())
    if dimension_id in query.active:
        return found
    return tuple(say("{filter} (not applied: {reason})", filter=one, reason=dimension.why_not) for one in found)
