"""The state of a view and its URL: every parameter by id, defaults written, a version; what a link may ask for.

Pure functions; `pages.kit.frame` connects them to the browser.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cache

from geo.allocation import NOTHING
from geo.country_card import list_places
from geo.dimensions import DIMENSIONS
from geo.donors import latest_donor_year, list_donor_years
from geo.events import name_events, name_themes
from geo.indicator_view import list_indicators
from geo.measures import name_measures
from geo.money_charts import ARRANGEMENTS, CHARTS, FLOW_ENDS, SPLITS, list_record_ids
from geo.money_query import EARLY_MODES, FILTERED_DIMENSIONS, FIRST_YEAR, SPREADS, MoneyFilters, MoneyQuery
from geo.pinned import MOST_PINS
from geo.places import name_alliances, name_countries, name_places
from geo.reconciliation import SORTS, VERDICTS
from geo.selection import DOUBTFUL_MODES, MATCHES, MEASURES, MEMBER_MODES, Selection

VERSION = "1"
SCALES = ("linear", "log")
QUOTED = 60  # characters of a wrong id that a sentence repeats
DEFAULT_INDICATORS = {"violence": "homicide_rate", "prisons": "prison_occupancy_pct", "": "homicide_rate"}


@dataclass(frozen=True)
class ViewState:
    """Everything that a view depends on: the filters, the chosen place, and the indicator last chosen on each topic."""

    selection: Selection = field(default_factory=Selection)
    place: str = ""
    indicators: tuple[tuple[str, str], ...] = ()
    x: str = "homicide_rate"
    y: str = "committed"
    scale: str = "linear"
    pins: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    cell: str = ""
    money: MoneyFilters = field(default_factory=MoneyFilters)
    chart: str = "bars"
    by: str = "zone"
    split: str = "level"
    bars: str = "stacked"
    flow: str = "sector"
    record: str = ""
    donor_year: str = field(default_factory=latest_donor_year)
    themes: tuple[str, ...] = ()
    event: str = ""
    sort: str = "gap"
    verdict: tuple[str, ...] = ()

    @property
    def query(self) -> MoneyQuery:
        """What the state asks of EU money."""
        return MoneyQuery(self.selection, self.money)

    def for_topic(self, topic: str) -> "ViewState":
        """Return the state with the indicator that a page of this topic shows."""
        indicator = dict(self.indicators).get(topic, DEFAULT_INDICATORS.get(topic, self.selection.indicator))
        return replace(self, selection=replace(self.selection, indicator=indicator))

    def with_value(self, name: str, value: str | tuple[str, ...], topic: str) -> "ViewState":
        """Return the state with one parameter changed."""
        if name in _OWN_FIELDS:
            return replace(self, **{name: value})
        if name == "indicator":
            return replace(self, indicators=tuple((dict(self.indicators) | {topic: str(value)}).items()))
        if name in _MONEY_FIELDS:
            return replace(self, money=replace(self.money, **{_MONEY_FIELDS[name]: value}))
        return replace(self, selection=replace(self.selection, **{_FIELDS[name]: value}))

    def value_of(self, name: str) -> str | tuple[str, ...]:
        """Return one parameter. Raises AttributeError for a name that no page has."""
        if name in _OWN_FIELDS:
            holder: object = self
        else:
            holder = self.money if name in _MONEY_FIELDS else self.selection
        value: str | tuple[str, ...] = getattr(holder, (_FIELDS | _MONEY_FIELDS).get(name, name))
        return value


@dataclass(frozen=True)
class Parameter:
    """One URL parameter: its name, what it is called in a sentence, whether it takes several ids, and which it knows.

    A parameter of text (`is_text`) takes any words instead of ids.
    """

    name: str
    noun: str
    many: bool
    known: Callable[[str], Iterable[str]]
    is_text: bool = False


@cache
def known_indicators(topic: str) -> dict[str, str]:
    """Return the indicators that a page of this topic offers: its own, or all where the page has no topic."""
    if topic in ("violence", "prisons"):
        return list_indicators(topic)
    return list_indicators("violence") | list_indicators("prisons")


# Parameters that are fields of the state itself; the others are fields of its selection.
_OWN_FIELDS = tuple(one.name for one in fields(ViewState) if one.name not in ("selection", "indicators", "money"))
_MONEY_FIELDS = {name: name for name in (*FILTERED_DIMENSIONS, "early", "spread")} | {"q": "words"}
_FIELDS = {
    "subregion": "subregions",
    "alliance": "alliances",
    "match": "match",
    "without": "without",
    "members": "members",
    "doubtful": "doubtful",
    "measure": "measure",
}


def _dimension_parameter(dimension_id: str) -> Parameter:
    dimension = DIMENSIONS[dimension_id]
    return Parameter(dimension_id, dimension.name.lower(), many=True, known=lambda _: dimension.name_values())


_PARAMETERS = (
    Parameter("indicator", "indicator", many=False, known=known_indicators),
    Parameter("measure", "measure", many=False, known=lambda _: MEASURES),
    Parameter("subregion", "sub-region", many=True, known=lambda _: name_places("subregions")),
    Parameter("alliance", "alliance", many=True, known=lambda _: name_alliances()),
    Parameter("match", "way to match alliances", many=False, known=lambda _: MATCHES),
    Parameter("without", "group to leave out", many=True, known=lambda _: name_alliances()),
    Parameter("members", "way to show members", many=False, known=lambda _: MEMBER_MODES),
    Parameter("doubtful", "choice on doubtful values", many=False, known=lambda _: DOUBTFUL_MODES),
    Parameter("place", "country or region", many=False, known=lambda _: list_places()),
    Parameter("x", "measure across", many=False, known=lambda _: name_measures()),
    Parameter("y", "measure upwards", many=False, known=lambda _: name_measures()),
    Parameter("scale", "scale", many=False, known=lambda _: SCALES),
    Parameter("pins", "pinned country", many=True, known=lambda _: name_countries()),
    Parameter("groups", "group of the overlap chart", many=True, known=lambda _: name_alliances()),
    Parameter("cell", "indicator of a cell", many=False, known=lambda _: known_indicators("")),
    *(_dimension_parameter(one) for one in FILTERED_DIMENSIONS),
    Parameter("early", f"choice on decisions before {FIRST_YEAR}", many=False, known=lambda _: EARLY_MODES),
    Parameter("spread", "rule of allocation", many=False, known=lambda _: SPREADS),
    Parameter("q", "search", many=False, known=lambda _: (), is_text=True),
    Parameter("chart", "chart", many=False, known=lambda _: CHARTS),
    Parameter("by", "dimension", many=False, known=lambda _: DIMENSIONS),
    Parameter("split", "second dimension", many=False, known=lambda _: SPLITS),
    Parameter("bars", "arrangement of bars", many=False, known=lambda _: ARRANGEMENTS),
    Parameter("flow", "end of the flow", many=False, known=lambda _: FLOW_ENDS),
    Parameter("record", "decision or contract", many=False, known=lambda _: list_record_ids()),
    Parameter("donor_year", "year of the donors", many=False, known=lambda _: list_donor_years()),
    Parameter("themes", "theme of events", many=True, known=lambda _: name_themes()),
    Parameter("event", "event", many=False, known=lambda _: name_events()),
    Parameter("sort", "order of the ledger", many=False, known=lambda _: SORTS),
    Parameter("verdict", "verdict", many=True, known=lambda _: VERDICTS),
)

# What a mark of a chart may filter by, and the record that it may open.
NARROWED = frozenset({"subregion", *FILTERED_DIMENSIONS, "record"})
_PARAMETERS_BY_NAME = {parameter.name: parameter for parameter in _PARAMETERS}
_FILTERS = ("subregion", "alliance", "match", "without", "members", "doubtful", "place")
# What the URL of a page holds, by the page's topic: all that its view depends on, and nothing else.
_PARAMETERS_OF_TOPIC: dict[str, tuple[str, ...]] = {
    "": ("indicator", *_FILTERS),
    "violence": ("indicator", *_FILTERS),
    "prisons": ("indicator", *_FILTERS),
    "money": ("measure", *_FILTERS, *_MONEY_FIELDS, "record"),
    "follow": ("measure", "chart", "by", "split", "bars", "flow", "record", *_FILTERS, *_MONEY_FIELDS),
    "country": ("place",),
    "alliances": ("indicator", "groups", *_FILTERS),
    "compare": ("x", "y", "scale", "pins", *_FILTERS),
    "gaps": ("subregion", "alliance", "match", "without", "place", "cell"),
    "context": ("donor_year", "themes", "event"),
    "reconciliation": ("sort", "verdict"),
    "sources": (),
}


def parameters_of(topic: str) -> tuple[Parameter, ...]:
    """Return the parameters that stand in the URL of a page of this topic."""
    return tuple(_PARAMETERS_BY_NAME[name] for name in _PARAMETERS_OF_TOPIC[topic])


def known_values(name: str, topic: str) -> frozenset[str]:
    """Return the ids that a parameter knows on a page of this topic. Raises KeyError for an unknown name."""
    return frozenset(_PARAMETERS_BY_NAME[name].known(topic))


def write(state: ViewState, topic: str) -> dict[str, str]:
    """Return the URL parameters of a state, defaults included, so that a link stays true when a default changes."""
    shown = state.for_topic(topic)
    return {"v": VERSION, **{one.name: _to_text(shown.value_of(one.name)) for one in parameters_of(topic)}}


def read(query: Mapping[str, str], topic: str, state: ViewState | None = None) -> tuple[ViewState, tuple[str, ...]]:
    """Return the state that a link asks for, and a sentence for each part that does not exist and was replaced.

    A parameter of this page that the link leaves out takes its default; what only other pages show stays as `state` has it.
    """
    found, problems = _default_of(topic, state or ViewState()), []
    if query.get("v", VERSION) != VERSION:
        problems.append(
            f'The link was made by version "{shorten(query["v"])}" of the atlas, which this one does not know. Reading it as version {VERSION}.'
        )
    for parameter in parameters_of(topic):
        text = query.get(parameter.name, "")
        if parameter.is_text:
            found = found.with_value(parameter.name, clean_words(text), topic)
            continue
        ids = tuple(dict.fromkeys(filter(None, text.split(",")))) if parameter.many else (text,) if text else ()
        known = tuple(parameter.known(topic))
        good = tuple(one for one in ids if one in known)
        problems += [_explain(parameter, one, found, topic) for one in ids if one not in known]
        if parameter.name == "pins" and len(good) > MOST_PINS:
            problems.append(_refuse_pins(good))
            good = good[:MOST_PINS]
        if good:
            found = found.with_value(parameter.name, good if parameter.many else good[0], topic)
    unknown = sorted(set(query) - {"v"} - {parameter.name for parameter in _PARAMETERS} - STREAMLIT_PARAMETERS)
    problems += [
        f'The link has a part "{shorten(name)}" that the atlas does not know. It was left out.' for name in unknown
    ]
    return found, tuple(problems)


def follow_place(state: ViewState, spread: str) -> ViewState:
    """Return the state that follows the money of the chosen place alone, in the same measure.

    A rule gives money for regions away, so what a region has is seen without it.
    """
    own_rule = spread if state.place in name_countries() else NOTHING
    money = MoneyFilters(recipient=(state.place,), spread=own_rule)
    return replace(state, selection=Selection(measure=state.selection.measure), money=money, record="")


def _default_of(topic: str, state: ViewState) -> ViewState:
    """The state with every parameter of this topic's pages at its default."""
    default = ViewState()
    for name in _PARAMETERS_OF_TOPIC[topic]:
        if name == "indicator":
            indicators = tuple(pair for pair in state.indicators if pair[0] != topic)
            state = replace(state, indicators=indicators)
        else:
            state = state.with_value(name, default.value_of(name), topic)
    return state


# Parameters that Streamlit itself understands (embedding), which the atlas leaves alone.
STREAMLIT_PARAMETERS = frozenset({"embed", "embed_options"})


def _explain(parameter: Parameter, found: str, state: ViewState, topic: str) -> str:
    sentence = f'The link asks for the {parameter.noun} "{shorten(found)}", which '
    sentence += (
        "this page does not have. "
        if parameter.name == "indicator" and found in known_indicators("")
        else "the atlas does not have. "
    )
    return sentence + _instead(parameter, state, topic)


def _refuse_pins(pins: tuple[str, ...]) -> str:
    left_out = ", ".join(name_countries()[one] for one in pins[MOST_PINS:])
    return f"The link pins {len(pins)} countries; at most {MOST_PINS} can stand side by side. Left out: {left_out}."


def _instead(parameter: Parameter, state: ViewState, topic: str) -> str:
    if parameter.name == "indicator":
        return f"Showing: {known_indicators('')[state.for_topic(topic).selection.indicator].lower()}."
    if parameter.many or parameter.name in ("place", "cell", "record", "event"):
        return "Showing the view without it."
    if parameter.name in ("x", "y"):
        return f"Showing: {name_measures()[getattr(state, parameter.name)].lower()}."
    return f'Showing the default, "{state.value_of(parameter.name)}".'


def shorten(text: str) -> str:
    """Return a text of a link short enough for a sentence, control characters left out."""
    clean = _printable(text)
    return clean if len(clean) <= QUOTED else clean[:QUOTED] + "…"


def clean_words(text: str) -> str:
    """Return the words of a search as the state keeps them: printable, single spaces, not longer than a sentence repeats."""
    return " ".join(_printable(text)[:QUOTED].split())


def _printable(text: str) -> str:
    return "".join(character for character in text if character.isprintable())


def _to_text(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else ",".join(value)
