"""The state of a view and its URL: every parameter by id, defaults written, a version; what a link got wrong.

Pure functions; `pages.kit.frame` connects them to the browser.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace

from geo.allocation import NOTHING
from geo.donors import latest_donor_year
from geo.measures import name_measures
from geo.messages import LANGUAGES, current, say
from geo.money_query import MoneyFilters, MoneyQuery
from geo.pinned import MOST_PINS
from geo.places import name_countries
from geo.selection import Selection
from geo.spelling import lower_start
from pages.kit.parameters import (
    FRAME_PARAMETERS,
    LANGUAGE,
    MONEY_PARAMETERS,
    PARAMETERS,
    PARAMETERS_OF_TOPIC,
    Parameter,
    known_indicators,
    parameters_of,
)

VERSION = "1"
QUOTED = 60  # characters of a wrong id that a sentence repeats
MOST_TOLD = 10  # problems of a link that are told one by one
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
    arcs: str = "show"
    story: str = ""
    step: str = "1"
    present: str = "no"

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


# Parameters that are fields of the state itself; the others are fields of its money filters or of its selection.
_OWN_FIELDS = tuple(one.name for one in fields(ViewState) if one.name not in ("selection", "indicators", "money"))
_MONEY_FIELDS = {name: name for name in MONEY_PARAMETERS} | {"q": "words"}
_FIELDS = {
    "subregion": "subregions",
    "alliance": "alliances",
    "match": "match",
    "without": "without",
    "members": "members",
    "doubtful": "doubtful",
    "measure": "measure",
}


def write(state: ViewState, topic: str) -> dict[str, str]:
    """Return the URL parameters of a state, defaults included, so that a link stays true when a default changes."""
    shown = state.for_topic(topic)
    return {
        "v": VERSION,
        LANGUAGE: current(),
        **{one.name: _to_text(shown.value_of(one.name)) for one in parameters_of(topic)},
    }


def read(query: Mapping[str, str], topic: str, state: ViewState | None = None) -> tuple[ViewState, tuple[str, ...]]:
    """Return the state that a link asks for, and a sentence for each part that does not exist and was replaced.

    A parameter of this page that the link leaves out takes its default; what only other pages show stays as `state` has it.
    """
    found, problems = _default_of(topic, state or ViewState()), []
    if query.get("v", VERSION) != VERSION:
        problems.append(say(
            'The link was made by version "{found}" of the atlas, which this one does not know. Reading it as version {known}.',
            found=shorten(query["v"]), known=VERSION,
        ))  # fmt: skip
    problems += check_language(query)
    for parameter in parameters_of(topic):
        text = query.get(parameter.name, "")
        if parameter.is_text:
            found = found.with_value(parameter.name, clean_words(text, parameter.longest), topic)
            continue
        ids = tuple(dict.fromkeys(filter(None, text.split(",")))) if parameter.many else (text,) if text else ()
        known = frozenset(parameter.known(topic))
        good = tuple(one for one in ids if one in known)
        wrong = [one for one in ids if one not in known]
        # One more than is told is enough to know that there is more.
        problems += [_explain(parameter, one, found, topic) for one in wrong[: MOST_TOLD + 1]]
        if parameter.name == "pins" and len(good) > MOST_PINS:
            problems.append(_refuse_pins(good))
            good = good[:MOST_PINS]
        if good:
            found = found.with_value(parameter.name, good if parameter.many else good[0], topic)
    unknown = sorted(set(query) - {"v", LANGUAGE} - {parameter.name for parameter in PARAMETERS} - FRAME_PARAMETERS)
    problems += [
        say('The link has a part "{name}" that the atlas does not know. It was left out.', name=shorten(name))
        for name in unknown[: MOST_TOLD + 1]
    ]
    if len(problems) > MOST_TOLD:
        return found, (*problems[:MOST_TOLD], say("More of the link was not understood, and was left out."))
    return found, tuple(problems)


def check_language(query: Mapping[str, str]) -> tuple[str, ...]:
    """Return a sentence on a language that a link asks for and the atlas does not have."""
    if query.get(LANGUAGE, current()) in LANGUAGES:
        return ()
    sentence = say(
        'The link asks for the language "{code}", which the atlas does not have. Showing: {language}.',
        code=shorten(query[LANGUAGE]), language=LANGUAGES[current()],
    )  # fmt: skip
    return (sentence,)


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
    for name in PARAMETERS_OF_TOPIC[topic]:
        if name == "indicator":
            indicators = tuple(pair for pair in state.indicators if pair[0] != topic)
            state = replace(state, indicators=indicators)
        else:
            state = state.with_value(name, default.value_of(name), topic)
    return state


def _explain(parameter: Parameter, found: str, state: ViewState, topic: str) -> str:
    asked = {"noun": parameter.called, "found": shorten(found)}
    sentence = (
        say('The link asks for the {noun} "{found}", which this page does not have.', **asked)
        if parameter.name == "indicator" and found in known_indicators("")
        else say('The link asks for the {noun} "{found}", which the atlas does not have.', **asked)
    )
    return f"{sentence} {_instead(parameter, state, topic)}"


def _refuse_pins(pins: tuple[str, ...]) -> str:
    left_out = ", ".join(name_countries()[one] for one in pins[MOST_PINS:])
    return say(
        "The link pins {number} countries; at most {most} can stand side by side. Left out: {countries}.",
        number=len(pins), most=MOST_PINS, countries=left_out,
    )  # fmt: skip


def _instead(parameter: Parameter, state: ViewState, topic: str) -> str:
    if parameter.name == "indicator":
        return say(
            "Showing: {name}.", name=lower_start(known_indicators("")[state.for_topic(topic).selection.indicator])
        )
    if parameter.many or parameter.is_optional:
        return say("Showing the view without it.")
    if parameter.name in ("x", "y"):
        return say("Showing: {name}.", name=lower_start(name_measures()[getattr(state, parameter.name)]))
    return say("Showing the default.")


def shorten(text: str) -> str:
    """Return a text of a link short enough for a sentence, control characters left out."""
    clean = _printable(text)
    return clean if len(clean) <= QUOTED else clean[:QUOTED] + "…"


def clean_words(text: str, longest: int = QUOTED) -> str:
    """Return the words of a search as the state keeps them: printable, single spaces, not longer than a sentence repeats."""
    return " ".join(_printable(text)[:longest].split())


def _printable(text: str) -> str:
    return "".join(character for character in text if character.isprintable())


def _to_text(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else ",".join(value)
