"""What the snapshot holds: its pages, and the views of each, by choices that a reader makes in the page itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from geo.country_card import list_places
from geo.dimensions import BOTH
from geo.donors import latest_donor_year, list_donor_years
from geo.events import name_themes
from geo.indicator_view import list_indicators
from geo.ledger_words import name_verdicts
from geo.messages import cached, say, say_in
from geo.money_charts import CHARTS
from geo.places import name_alliances, name_places
from geo.portfolio import find_measure
from pages.kit import router
from pages.kit.compare_parts import READY_VIEWS
from pages.kit.reconciliation_parts import name_orders

ALL = "all"
TOPICS = ("violence", "prisons")
# The alliances whose members a map of the snapshot can be limited to: those that the atlas is about.
ALLIANCES = ("idb_alliance", "eu_lac_alliance")

Parameters = dict[str, str]


@dataclass(frozen=True)
class Choice:
    """One choice of a page: its name in the address, its label, and for each option its label and what it asks of the view."""

    name: str
    label: str
    options: dict[str, tuple[str, Parameters]]


@dataclass(frozen=True)
class StaticPage:
    """A page of the snapshot: its file, the page of the atlas that it is a view of, its title, and what it asks for."""

    name: str
    slug: str
    title: str
    parameters: Parameters
    choices: tuple[Choice, ...] = ()

    def list_views(self) -> Iterator[tuple[str, Parameters]]:
        """Yield each view: its key, the options joined by "|", and its parameters; the first is what the page opens with."""
        for options in product(*(choice.options for choice in self.choices)):
            asked = [choice.options[option][1] for choice, option in zip(self.choices, options, strict=True)]
            yield "|".join(options), {name: value for part in (self.parameters, *asked) for name, value in part.items()}


def list_pages() -> tuple[StaticPage, ...]:
    """Return every page with figures, in the order of the navigation."""
    return (*_indicators(), *_money(), *_others(), *_places())


@cached
def list_topic(topic: str) -> dict[str, str]:
    """Return the indicators of a topic by id, the one first that the live page opens with."""
    first = {"violence": "homicide_rate", "prisons": "prison_occupancy_pct"}[topic]
    names = list_indicators(topic)
    return {first: names[first]} | names


def _subregions() -> Choice:
    options = {one: (name, {"subregion": one}) for one, name in name_places("subregions").items()}
    return Choice("subregion", say("Sub-region"), {ALL: (say("Whole region"), {})} | options)


def _members() -> Choice:
    options = {one: (name_alliances()[one], {"alliance": one}) for one in ALLIANCES}
    return Choice("alliance", say_in("groups", "Members of"), {ALL: (say("Any country"), {})} | options)


def _measures() -> Choice:
    return Choice("measure", say("Measure"), {one: (find_measure(one)["name"], {"measure": one}) for one in BOTH})


def _indicators() -> Iterator[StaticPage]:
    for topic in TOPICS:
        for indicator, name in list_topic(topic).items():
            yield StaticPage(indicator, topic, name, {"indicator": indicator}, (_subregions(), _members()))


def _money() -> Iterator[StaticPage]:
    charts = Choice("chart", say("Chart"), {one: (chart.name, {"chart": one}) for one, chart in CHARTS.items()})
    names = {one: name for topic in TOPICS for one, name in list_topic(topic).items()}
    indicators = Choice("indicator", say("Indicator"), {one: (name, {"indicator": one}) for one, name in names.items()})
    yield _page("commitments", _measures(), _subregions())
    yield _page("money", _measures(), charts, _subregions())
    yield _page("need", indicators, _measures())


def _others() -> Iterator[StaticPage]:
    verdicts = {one: (label, {"verdict": one}) for one, label in name_verdicts().items()}
    years = sorted(list_donor_years(), key=lambda year: year != latest_donor_year())
    themes = {one: (name, {"themes": one}) for one, name in name_themes().items()}
    ready = {"_".join(pair): (say(label), dict(zip("xy", pair, strict=True))) for pair, label in READY_VIEWS.items()}
    yield _page(
        "reconciliation",
        Choice(
            "sort", say("Order of the ledger"), {one: (label, {"sort": one}) for one, label in name_orders().items()}
        ),
        Choice("verdict", say("Verdict"), {ALL: (say("All verdicts"), {})} | verdicts),
    )
    yield _page(
        "context",
        Choice("donor_year", say_in("year", "Donors in"), {one: (one, {"donor_year": one}) for one in years}),
        Choice("themes", say_in("theme", "Events on"), {ALL: (say("All themes"), {})} | themes),
    )
    yield _page("alliances")
    yield _page("compare", Choice("pair", say("Need beside money"), ready), _subregions())
    yield _page("gaps", _subregions())
    yield _page("sources")


def _places() -> Iterator[StaticPage]:
    yield StaticPage("countries", "country", router.find_entry("country").title, {})
    for place, name in list_places().items():
        yield StaticPage(f"country-{place}", "country", name, {"place": place})


def _page(slug: str, *choices: Choice) -> StaticPage:
    return StaticPage(slug, slug, router.find_entry(slug).title, {}, choices)
