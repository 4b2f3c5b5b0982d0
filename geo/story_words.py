"""Sentences of the shipped stories with their numbers filled in: a text names a number ("{value homicide_rate HND}"), the data gives it."""

import re
from collections.abc import Callable

from geo import amount_words
from geo.dimensions import DIMENSIONS
from geo.findings import format_eur
from geo.indicator_view import AGGREGATES, build_indicator_view
from geo.messages import cached
from geo.money_query import MoneyFilters, MoneyQuery
from geo.places import name_countries
from geo.portfolio import Portfolio, build_portfolio
from geo.reconciliation import Entry, list_entries
from geo.selection import Selection, select_countries
from geo.spelling import format_decimals, format_number, list_all
from geo.spread import build_spread
from geo.views import CountryValue, IndicatorView, Reference

NUMBER = re.compile(r"\{([a-z_]+)((?: [^{} ]+)*)\}")


def fill(text: str) -> str:
    """Return the text with every number that it names. Raises KeyError for a name that there is none of, ValueError for wrong arguments."""
    return NUMBER.sub(lambda found: tell(found[1], *found[2].split()), text)


def tell(name: str, *arguments: str) -> str:
    """Return one number in words. Raises KeyError for an unknown name, id or place, ValueError for a number of arguments that it has not."""
    try:
        return _WORDS[name](*arguments)
    except TypeError as wrong:
        raise ValueError(f"{{{name} {' '.join(arguments)}}}: {wrong}") from wrong


def _view(indicator_id: str) -> IndicatorView:
    return build_indicator_view(Selection(indicator=indicator_id))


def _find(indicator_id: str, iso3: str) -> CountryValue:
    """A shown value. Raises KeyError where a country has none."""
    return {one.iso3: one for one in _view(indicator_id).ranked}[iso3]


def _references(indicator_id: str) -> dict[str, Reference]:
    """The aggregates that the document prints, by the short English name that a story calls them by."""
    return {AGGREGATES[one.code][1]: one for one in _view(indicator_id).references if one.code}


def _number(indicator_id: str, iso3: str) -> float:
    """A country's value, or that of a reference line by its short name. Raises KeyError where there is none."""
    references = _references(indicator_id)
    return references[iso3].value if iso3 in references else float(_find(indicator_id, iso3).value or 0)


def _sure(indicator_id: str) -> list[CountryValue]:
    return [one for one in _view(indicator_id).ranked if one.status != "doubtful"]


def _above(indicator_id: str, bound: str) -> list[CountryValue]:
    return [one for one in _view(indicator_id).ranked if (one.value or 0) > float(bound)]


def _times(indicator_id: str, iso3: str, other: str) -> str:
    return format_number(_number(indicator_id, iso3) / _number(indicator_id, other), 1)


def _reference(indicator_id: str, short: str) -> str:
    return _references(indicator_id)[short].text


def _place(indicator_id: str, iso3: str) -> str:
    return str(_find(indicator_id, iso3).rank)


def _members(groups: str, match: str = "all", without: str = "") -> frozenset[str]:
    asked = Selection(alliances=tuple(groups.split(",")), match=match, without=tuple(filter(None, without.split(","))))
    return select_countries(asked).members


def _count_members_above(indicator_id: str, bound: str, groups: str, match: str) -> str:
    return str(sum(one.iso3 in _members(groups, match) for one in _above(indicator_id, bound)))


def _names_above(indicator_id: str, bound: str, groups: str, match: str) -> str:
    return list_all(one.name for one in _above(indicator_id, bound) if one.iso3 in _members(groups, match))


def _bound(indicator_id: str, bound: str) -> str:
    """A bound between two classes of the map, which a sentence may count above. Raises KeyError for any other number."""
    return {one.upper: format_decimals(bound) for one in _view(indicator_id).classes}[float(bound)]


def _median(indicator_id: str, groups: str, index: str) -> str:
    """The median of the members ("0") or of the others ("1"), written as the page on alliances writes it."""
    spread = build_spread(Selection(indicator=indicator_id, alliances=tuple(groups.split(","))))
    return spread.groups[int(index)].median_text


@cached
def _portfolio(measure: str, conditions: str = "") -> Portfolio:
    pairs = [pair.partition("=") for pair in filter(None, conditions.split(";"))]
    asked = {name: ids for name, _, ids in pairs}
    selection = Selection(
        measure=measure,
        alliances=tuple(filter(None, asked.pop("alliance", "").split(","))),
        match=asked.pop("match", "any"),
    )
    early = asked.pop("early", "include")
    values = {name: tuple(ids.split(",")) for name, ids in asked.items()}
    return build_portfolio(MoneyQuery(selection, MoneyFilters(early=early, **values)))  # type: ignore[arg-type]


def _share(measure: str, conditions: str, base: str = "") -> str:
    return amount_words.format_percent(
        _portfolio(measure, conditions).total_cents, _portfolio(measure, base).total_cents
    )


def _top(measure: str, dimension_id: str) -> str:
    """The id of the value with the most money."""
    sums: dict[str, int] = {}
    for line in _portfolio(measure).lines:
        value = str(getattr(line, dimension_id))
        sums[value] = sums.get(value, 0) + line.cents
    return max(sorted(sums), key=lambda one: sums[one])


def _figure(figure_id: str) -> Entry:
    return {one.figure_id: one for one in list_entries()}[figure_id]


def _count_figures(verdicts: str = "") -> str:
    wanted = set(filter(None, verdicts.split(",")))
    return str(sum(not wanted or one.verdict in wanted for one in list_entries()))


_WORDS: dict[str, Callable[..., str]] = {
    # Indicators: a value, a printed reference, how many have one, extremes among sure values, a place in the order.
    "value": lambda indicator, iso3: _find(indicator, iso3).text,
    "reference": _reference,
    "times": _times,
    "place": _place,
    "highest": lambda indicator: _sure(indicator)[0].name,
    "lowest": lambda indicator: _sure(indicator)[-1].name,
    "highest_value": lambda indicator: _sure(indicator)[0].text,
    "lowest_value": lambda indicator: _sure(indicator)[-1].text,
    "reported": lambda indicator: str(len(_view(indicator).ranked)),
    "missing": lambda indicator: str(len(_view(indicator).missing)),
    "doubtful": lambda indicator: str(len(_view(indicator).ranked) - len(_sure(indicator))),
    "sure": lambda indicator: str(len(_sure(indicator))),
    "above": lambda indicator, bound: str(len(_above(indicator, bound))),
    "not_above": lambda indicator, bound: str(len(_view(indicator).ranked) - len(_above(indicator, bound))),
    "sure_above": lambda indicator, bound: str(sum(one.status != "doubtful" for one in _above(indicator, bound))),
    "bound": _bound,
    "countries": lambda: str(len(name_countries())),
    # Groups: how many members, how many of them above a bound, medians.
    "members": lambda *asked: str(len(_members(*asked))),
    "members_above": _count_members_above,
    "names_above": _names_above,
    "median": _median,
    # Money: sums, shares and counts of decisions or contracts under conditions like "level=R,T;year=2010".
    "total": lambda *asked: format_eur(_portfolio(*asked).total_eur),
    "share": _share,
    "records": lambda *asked: str(len(_portfolio(*asked).record_ids)),
    "top": lambda measure, dimension: DIMENSIONS[dimension].name_value(_top(measure, dimension)),
    "top_total": lambda measure, dimension: format_eur(
        _portfolio(measure, f"{dimension}={_top(measure, dimension)}").total_eur
    ),
    "top_share": lambda measure, dimension: _share(measure, f"{dimension}={_top(measure, dimension)}"),
    # Published figures: how many have a verdict; one of them as printed and as recomputed on the base that it states or that fits.
    "figures": _count_figures,
    "published": lambda figure: _figure(figure).published_text,
    "as_stated": lambda figure: _figure(figure).stated.text,
    "at_best": lambda figure: _figure(figure).best.text,
}
