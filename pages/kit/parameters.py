"""The parameters of every page's URL: what each is called, which ids it knows, and which page has it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from geo.country_card import list_places
from geo.dimensions import DIMENSIONS
from geo.donors import list_donor_years
from geo.events import name_events, name_themes
from geo.indicator_view import list_indicators
from geo.measures import name_measures
from geo.messages import cached, mark, say
from geo.money_charts import ARRANGEMENTS, CHARTS, FLOW_ENDS, SPLITS, list_record_ids
from geo.money_query import EARLY_MODES, FILTERED_DIMENSIONS, FIRST_YEAR, SPREADS
from geo.places import name_alliances, name_countries, name_places
from geo.reconciliation import SORTS, VERDICTS
from geo.selection import DOUBTFUL_MODES, MATCHES, MEASURES, MEMBER_MODES
from geo.spelling import lower_start
from geo.story import MOST_STEPS
from geo.story_link import MOST_LINK

SCALES = ("linear", "log")
ARC_MODES = ("show", "hide")
STEPS = tuple(str(number) for number in range(1, MOST_STEPS + 1))
PRESENT_MODES = ("no", "yes")
# Filters that only money has, by the names that they have in the URL.
MONEY_PARAMETERS = (*FILTERED_DIMENSIONS, "early", "spread", "q")
# The language of the view, by its code; every page has it.
LANGUAGE = "lang"
# Parameters that Streamlit itself understands (embedding), which the atlas leaves alone.
STREAMLIT_PARAMETERS = frozenset({"embed", "embed_options"})
# Which figures of a view a frame in another page shows, by their keys in its handout; the view does not depend on it.
FIGURE = "figure"
FRAME_PARAMETERS = STREAMLIT_PARAMETERS | {FIGURE}


@dataclass(frozen=True)
class Parameter:
    """One URL parameter: its name, what it is called in a sentence, whether it takes several ids, and which it knows.

    `noun` is English, and empty for a dimension of money, which has a name of its own; a visitor reads what `called` returns.
    A parameter of text (`is_text`) takes any words instead of ids, up to `longest` characters; one that is optional may be empty.
    """

    name: str
    noun: str
    many: bool
    known: Callable[[str], Iterable[str]]
    is_text: bool = False
    is_optional: bool = False
    longest: int = 60

    @property
    def called(self) -> str:
        """What the parameter is called in a sentence."""
        return say(self.noun, year=FIRST_YEAR) if self.noun else lower_start(DIMENSIONS[self.name].name)


@cached
def known_indicators(topic: str) -> dict[str, str]:
    """Return the indicators that a page of this topic offers: its own, or all where the page has no topic."""
    if topic in ("violence", "prisons"):
        return list_indicators(topic)
    return list_indicators("violence") | list_indicators("prisons")


@cached
def name_amounts() -> dict[str, str]:
    """Return what the measures of money are called in a filter, by their ids."""
    return {"committed": say("Amounts committed"), "contracted": say("Amounts contracted")}


def _dimension_parameter(dimension_id: str) -> Parameter:
    dimension = DIMENSIONS[dimension_id]
    return Parameter(dimension_id, "", many=True, known=lambda _: dimension.name_values())


PARAMETERS = (
    Parameter("indicator", mark("indicator"), many=False, known=known_indicators),
    Parameter("measure", mark("measure"), many=False, known=lambda _: MEASURES),
    Parameter("subregion", mark("sub-region"), many=True, known=lambda _: name_places("subregions")),
    Parameter("alliance", mark("alliance"), many=True, known=lambda _: name_alliances()),
    Parameter("match", mark("way to match alliances"), many=False, known=lambda _: MATCHES),
    Parameter("without", mark("group to leave out"), many=True, known=lambda _: name_alliances()),
    Parameter("members", mark("way to show members"), many=False, known=lambda _: MEMBER_MODES),
    Parameter("doubtful", mark("choice on doubtful values"), many=False, known=lambda _: DOUBTFUL_MODES),
    Parameter("place", mark("country or region"), many=False, known=lambda _: list_places(), is_optional=True),
    Parameter("x", mark("measure across"), many=False, known=lambda _: name_measures()),
    Parameter("y", mark("measure upwards"), many=False, known=lambda _: name_measures()),
    Parameter("scale", mark("scale"), many=False, known=lambda _: SCALES),
    Parameter("pins", mark("pinned country"), many=True, known=lambda _: name_countries()),
    Parameter("groups", mark("group of the overlap chart"), many=True, known=lambda _: name_alliances()),
    Parameter("cell", mark("indicator of a cell"), many=False, known=lambda _: known_indicators(""), is_optional=True),
    *(_dimension_parameter(one) for one in FILTERED_DIMENSIONS),
    Parameter("early", mark("choice on decisions before {year}"), many=False, known=lambda _: EARLY_MODES),
    Parameter("spread", mark("rule of allocation"), many=False, known=lambda _: SPREADS),
    Parameter("q", mark("search"), many=False, known=lambda _: (), is_text=True),
    Parameter("chart", mark("chart"), many=False, known=lambda _: CHARTS),
    Parameter("by", mark("dimension"), many=False, known=lambda _: DIMENSIONS),
    Parameter("split", mark("second dimension"), many=False, known=lambda _: SPLITS),
    Parameter("bars", mark("arrangement of bars"), many=False, known=lambda _: ARRANGEMENTS),
    Parameter("flow", mark("end of the flow"), many=False, known=lambda _: FLOW_ENDS),
    Parameter("record", mark("decision or contract"), many=False, known=lambda _: list_record_ids(), is_optional=True),
    Parameter("donor_year", mark("year of the donors"), many=False, known=lambda _: list_donor_years()),
    Parameter("themes", mark("theme of events"), many=True, known=lambda _: name_themes()),
    Parameter("event", mark("event"), many=False, known=lambda _: name_events(), is_optional=True),
    Parameter("sort", mark("order of the ledger"), many=False, known=lambda _: SORTS),
    Parameter("verdict", mark("verdict"), many=True, known=lambda _: VERDICTS),
    Parameter("arcs", mark("choice on arcs"), many=False, known=lambda _: ARC_MODES),
    # One character more than a story's link may have, so that a longer one is refused and not read as a shorter story.
    Parameter("story", mark("story"), many=False, known=lambda _: (), is_text=True, longest=MOST_LINK + 1),
    Parameter("step", mark("step"), many=False, known=lambda _: STEPS),
    Parameter("present", mark("way to show a story"), many=False, known=lambda _: PRESENT_MODES),
)

# What a mark of a chart may filter by, and the record that it may open.
NARROWED = frozenset({"subregion", *FILTERED_DIMENSIONS, "record"})
_PARAMETERS_BY_NAME = {parameter.name: parameter for parameter in PARAMETERS}
_FILTERS = ("subregion", "alliance", "match", "without", "members", "doubtful", "place")
# What the URL of a page holds, by the page's topic: all that its view depends on, and nothing else.
PARAMETERS_OF_TOPIC: dict[str, tuple[str, ...]] = {
    "": ("indicator", *_FILTERS),
    "violence": ("indicator", *_FILTERS),
    "prisons": ("indicator", *_FILTERS),
    "commitments": ("measure", *_FILTERS, *MONEY_PARAMETERS, "record"),
    "money": ("measure", "chart", "by", "split", "bars", "flow", "record", *_FILTERS, *MONEY_PARAMETERS),
    "need": ("indicator", "measure", "arcs", *_FILTERS),
    "country": ("place",),
    "alliances": ("indicator", "groups", *_FILTERS),
    "compare": ("x", "y", "scale", "pins", *_FILTERS),
    "gaps": ("subregion", "alliance", "match", "without", "place", "cell"),
    "context": ("donor_year", "themes", "event"),
    "reconciliation": ("sort", "verdict"),
    "stories": ("story", "step", "present"),
    "sources": (),
    "check": (),
    "access": (),
}


def parameters_of(topic: str) -> tuple[Parameter, ...]:
    """Return the parameters that stand in the URL of a page of this topic."""
    return tuple(_PARAMETERS_BY_NAME[name] for name in PARAMETERS_OF_TOPIC[topic])


def known_values(name: str, topic: str) -> frozenset[str]:
    """Return the ids that a parameter knows on a page of this topic. Raises KeyError for an unknown name."""
    return frozenset(_PARAMETERS_BY_NAME[name].known(topic))
