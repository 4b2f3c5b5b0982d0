"""What stands above the map of a page: which parts, with which words, so that their room can be kept before the page is there.

The browser, which knows its width, lays them out unseen (`components/sketch.css`); so the sketch of a map stands where the map will.
"""

from typing import Any

from geo import overlap
from geo.allocation import RULES
from geo.messages import say
from pages.kit import alliances_parts, filters, frame, load, money_filters, parameters, router, search, take_away
from pages.kit.urlstate import ViewState

# The class of a part, and what is in it: words, more parts, or nothing, and then how wide it is in pixels.
Part = tuple[str, Any]


def list_parts(slug: str, state: ViewState) -> list[Part]:
    """Return what stands above the map of a page, from top to bottom, in the current language."""
    row = ("filters", _list_filters(state, router.find_entry(slug).topic))
    return [row, *_BELOW_FILTERS.get(slug, _indicator)(state)]


def _indicator(state: ViewState) -> list[Part]:
    view = load.indicator_view(state.selection)
    return [_headline(view.headline, view.coverage)]


def _overview(state: ViewState) -> list[Part]:
    found = load.findings_of_topics(state.selection)
    cards = [("card", [*_told(router.find_entry(slug).title, words), ("link", "")]) for slug, words in found.items()]
    return [("name", say(frame.NAME)), ("words", say(frame.ABOUT)), ("cards", cards), *_indicator(state)]


def _money(state: ViewState) -> list[Part]:
    view = load.money_view(state.query)
    crumbs = [("button", one.text) for one in load.portfolio(state.query).crumbs]
    choices = [("choice", rule.name) for rule in RULES.values()]
    rule = ("rule", [("choices", choices), ("told", f"{RULES[state.money.spread].text}.")])
    return [_headline(view.headline, view.coverage), *([("crumbs", crumbs)] if crumbs else []), rule]


def _alliances(state: ViewState) -> list[Part]:
    told = overlap.tell_overlap(load.alliance_sets(state.selection), state.selection)
    condition, names = alliances_parts.tell_condition(state.selection)
    card = [("card", _told(say(alliances_parts.CONDITION), f"{condition} {names}"))] if condition else []
    return [_headline(told, overlap.tell_base()), *card]


_BELOW_FILTERS = {"overview": _overview, "commitments": _money, "alliances": _alliances}


def _headline(finding: str, below: str) -> Part:
    """The finding, what qualifies it, and the button beside them."""
    said = [("finding", finding), *([("told", below)] if below else [])]
    return "headline", [("said", said), ("take-away", say(take_away.LABEL))]


def _told(caption: str, words: str) -> list[Part]:
    return [("told", caption), ("strong", words)]


def _list_filters(state: ViewState, topic: str) -> list[Part]:
    """The fields of the filter bar by their widths, then what is as wide as its words: in the order of `filters.bar`."""
    names = {parameter.name for parameter in parameters.parameters_of(topic)}
    if not state.selection.alliances:
        names.discard("match")
    if not state.selection.asks_membership:
        names -= {"without", "members"}
    order = ("measure", "indicator", "subregion", "alliance", "match", "without", "members", "place", "q")
    widths = [search.NARROW, *(filters.WIDTHS[one] for one in order if one in names)]
    more = ("more", money_filters.name_more(state.money)) if "early" in names else ("switch", say(filters.DOUBTFUL))
    reset = [("button", say(filters.RESET))] if filters.count(state, names) else []
    return [*(("field", width) for width in widths), more, *reset]
