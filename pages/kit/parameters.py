"""The parameters of every page's URL: what each is called, which ids it knows, and which page has it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from geo.country_card import list_places
from geo.dimensions import DIMENSIONS
from geo.donors import list_donor_years
from geo.events import name_events, name_themes
from geo.indicator_view import list_indicators
from geo.measures import name_measures
from geo.money_charts import ARRANGEMENTS, CHARTS, FLOW_ENDS, SPLITS, list_record_ids
from geo.money_query import EARLY_MODES, FILTERED_DIMENSIONS, FIRST_YEAR, SPREADS
from geo.places import name_alliances, name_countries, name_places
from geo.reconciliation import SORTS, VERDICTS
from geo.selection import DOUBTFUL_MODES, MATCHES, MEASURES, MEMBER_MODES
from geo.story import MOST_STEPS
from geo.story_link import MOST_LINK

SCALES = ("linear", "log")
ARC_MODES = ("show", "hide")
STEPS = tuple(str(number) for number in range(1, MOST_STEPS + 1))
PRESENT_MODES = ("no", "yes")
# Filters that only money has, by the names that they have in the URL.
MONEY_PARAMETERS = (*FILTERED_DIMENSIONS, "early", "spread", "q")
# Parameters that Streamlit itself understands (embedding), which the atlas leaves alone.
STREAMLIT_PARAMETERS = frozenset({"embed", "embed_options"})
# Which figures of a view a frame in another page shows, by their keys in its handout; the view does not depend on it.
FIGURE = "figure"
FRAME_PARAMETERS = STREAMLIT_PARAMETERS | {FIGURE}


@dataclass(frozen=True)
class Parameter:
    """One URL parameter: its name, what it is called in a sentence, whether it takes several ids, and which it knows.

    A parameter of text (`is_text`) takes any words instead of ids, up to `longest` characters; one that is optional may be empty.
    """

    name: str
    noun: str
    many: bool
    known: Callable[[str], Iterable[str]]
    is_text: bool = False
    is_optional: bool = False
    longest: int = 60


@cache
def known_indicators(topic: str) -> dict[str, str]:
    """Return the indicators that a page of this topic offers: its own, or all where the page has no topic."""
    if topic in ("violence", "prisons"):
        return list_indicators(topic)
    return list_indicators("violence") | list_indicators("prisons")


def _dimension_parameter(dimension_id: str) -> Parameter:
    dimension = DIMENSIONS[dimension_id]
    return Parameter(dimension_id, dimension.name.lower(), many=True, known=lambda _: dimension.name_values())


PARAMETERS = (
    Parameter("indicator", "indicator", many=False, known=known_indicators),
    Parameter("measure", "measure", many=False, known=lambda _: MEASURES),
    Parameter("subregion", "sub-region", many=True, known=lambda _: name_places("subregions")),
    Parameter("alliance", "alliance", many=True, known=lambda _: name_alliances()),
    Parameter("match", "way to match alliances", many=False, known=lambda _: MATCHES),
    Parameter("without", "group to leave out", many=True, known=lambda _: name_alliances()),
    Parameter("members", "way to show members", many=False, known=lambda _: MEMBER_MODES),
    Parameter("doubtful", "choice on doubtful values", many=False, known=lambda _: DOUBTFUL_MODES),
    Parameter("place", "country or region", many=False, known=lambda _: list_places(), is_optional=True),
    Parameter("x", "measure across", many=False, known=lambda _: name_measures()),
    Parameter("y", "measure upwards", many=False, known=lambda _: name_measures()),
    Parameter("scale", "scale", many=False, known=lambda _: SCALES),
    Parameter("pins", "pinned country", many=True, known=lambda _: name_countries()),
    Parameter("groups", "group of the overlap chart", many=True, known=lambda _: name_alliances()),
    Parameter("cell", "indicator of a cell", many=False, known=lambda _: known_indicators(""), is_optional=True),
    *(_dimension_parameter(one) for one in FILTERED_DIMENSIONS),
    Parameter("early", f"choice on decisions before {FIRST_YEAR}", many=False, known=lambda _: EARLY_MODES),
    Parameter("spread", "rule of allocation", many=False, known=lambda _: SPREADS),
    Parameter("q", "search", many=False, known=lambda _: (), is_text=True),
    Parameter("chart", "chart", many=False, known=lambda _: CHARTS),
    Parameter("by", "dimension", many=False, known=lambda _: DIMENSIONS),
    Parameter("split", "second dimension", many=False, known=lambda _: SPLITS),
    Parameter("bars", "arrangement of bars", many=False, known=lambda _: ARRANGEMENTS),
    Parameter("flow", "end of the flow", many=False, known=lambda _: FLOW_ENDS),
    Parameter("record", "decision or contract", many=False, known=lambda _: list_record_ids(), is_optional=True),
    Parameter("donor_year", "year of the donors", many=False, known=lambda _: list_donor_years()),
    Parameter("themes", "theme of events", many=True, known=lambda _: name_themes()),
    Parameter("event", "event", many=False, known=lambda _: name_events(), is_optional=True),
    Parameter("sort", "order of the ledger", many=False, known=lambda _: SORTS),
    Parameter("verdict", "verdict", many=True, known=lambda _: VERDICTS),
    Parameter("arcs", "choice on arcs", many=False, known=lambda _: ARC_MODES),
    # One character more than a story's link may have, so that a longer one is refused and not read as a shorter story.
    Parameter("story", "story", many=False, known=lambda _: (), is_text=True, longest=MOST_LINK + 1),
    Parameter("step", "step", many=False, known=lambda _: STEPS),
    Parameter("present", "way to show a story", many=False, known=lambda _: PRESENT_MODES),
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
}


def parameters_of(topic: str) -> tuple[Parameter, ...]:
    """Return the parameters that stand in the URL of a page of this topic."""
    return tuple(_PARAMETERS_BY_NAME[name] for name in PARAMETERS_OF_TOPIC[topic])


def known_values(name: str, topic: str) -> frozenset[str]:
    """Return the ids that a parameter knows on a page of this topic. Raises KeyError for an unknown name."""
    return frozenset(_PARAMETERS_BY_NAME[name].known(topic))
