"""The state of a view and its URL: every parameter by id, defaults written, a version; what a link may ask for.

Pure functions; `pages.kit.frame` connects them to the browser.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from geo.country_card import list_places
from geo.indicator_view import list_indicators
from geo.measures import name_measures
from geo.pinned import MOST_PINS
from geo.places import name_alliances, name_countries, name_places
from geo.selection import DOUBTFUL_MODES, MATCHES, MEASURES, MEMBER_MODES, Selection

VERSION = "1"
SCALES = ("linear", "log")
ARC_MODES = ("show", "hide")
QUOTED = 60  # characters of a wrong id that a sentence repeats
DEFAULT_INDICATORS = {
    "violence": "homicide_rate",
    "prisons": "prison_occupancy_pct",
    "need": "homicide_rate",
    "": "homicide_rate",
}


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
    arcs: str = "show"

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
        return replace(self, selection=replace(self.selection, **{_FIELDS[name]: value}))


@dataclass(frozen=True)
class Parameter:
    """One URL parameter: its name, what it is called in a sentence, whether it takes several ids, and which it knows."""

    name: str
    noun: str
    many: bool
    known: Callable[[str], Iterable[str]]


@cache
def known_indicators(topic: str) -> dict[str, str]:
    """Return the indicators that a page of this topic offers: its own, or all where the page has no topic."""
    if topic in ("violence", "prisons"):
        return list_indicators(topic)
    return list_indicators("violence") | list_indicators("prisons")


# Parameters that are fields of the state itself; the others are fields of its selection.
_OWN_FIELDS = ("place", "x", "y", "scale", "pins", "groups", "cell", "arcs")
_FIELDS = {
    "subregion": "subregions",
    "alliance": "alliances",
    "match": "match",
    "without": "without",
    "members": "members",
    "doubtful": "doubtful",
    "measure": "measure",
}

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
    Parameter("arcs", "choice on arcs", many=False, known=lambda _: ARC_MODES),
)

_PARAMETERS_BY_NAME = {parameter.name: parameter for parameter in _PARAMETERS}
_FILTERS = ("subregion", "alliance", "match", "without", "members", "doubtful", "place")
# What the URL of a page holds, by the page's topic: all that its view depends on, and nothing else.
_PARAMETERS_OF_TOPIC: dict[str, tuple[str, ...]] = {
    "": ("indicator", *_FILTERS),
    "violence": ("indicator", *_FILTERS),
    "prisons": ("indicator", *_FILTERS),
    "money": ("measure", *_FILTERS),
    "need": ("indicator", "measure", "arcs", *_FILTERS),
    "country": ("place",),
    "alliances": ("indicator", "groups", *_FILTERS),
    "compare": ("x", "y", "scale", "pins", *_FILTERS),
    "gaps": ("subregion", "alliance", "match", "without", "place", "cell"),
    "sources": (),
}


def parameters_of(topic: str) -> tuple[Parameter, ...]:
    """Return the parameters that stand in the URL of a page of this topic."""
    return tuple(_PARAMETERS_BY_NAME[name] for name in _PARAMETERS_OF_TOPIC[topic])


def write(state: ViewState, topic: str) -> dict[str, str]:
    """Return the URL parameters of a state, defaults included, so that a link stays true when a default changes."""
    selection = state.for_topic(topic).selection
    values = {name: getattr(selection, attribute) for name, attribute in _FIELDS.items()}
    values |= {"indicator": selection.indicator, **{name: getattr(state, name) for name in _OWN_FIELDS}}
    texts = {parameter.name: _to_text(values[parameter.name]) for parameter in parameters_of(topic)}
    return {"v": VERSION, **texts}


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


def _default_of(topic: str, state: ViewState) -> ViewState:
    """The state with every parameter of this topic's pages at its default."""
    default = ViewState()
    for name in _PARAMETERS_OF_TOPIC[topic]:
        if name == "indicator":
            indicators = tuple(pair for pair in state.indicators if pair[0] != topic)
            state = replace(state, indicators=indicators)
        else:
            value = getattr(default if name in _OWN_FIELDS else default.selection, _FIELDS.get(name, name))
            state = state.with_value(name, value, topic)
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
    if parameter.many or parameter.name in ("place", "cell"):
        return "Showing the view without it."
    if parameter.name in ("x", "y"):
        return f"Showing: {name_measures()[getattr(state, parameter.name)].lower()}."
    holder = state if parameter.name in _OWN_FIELDS else state.selection
    return f'Showing the default, "{getattr(holder, _FIELDS.get(parameter.name, parameter.name))}".'


def shorten(text: str) -> str:
    """Return a text of a link short enough for a sentence, control characters left out."""
    clean = "".join(character for character in text if character.isprintable())
    return clean if len(clean) <= QUOTED else clean[:QUOTED] + "…"


def _to_text(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else ",".join(value)
