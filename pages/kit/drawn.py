"""Figures of a handout on the screen: each drawn by the component of its kind, the same data as on its page.

A country or record that is picked becomes the chosen one, a mark of EU money a filter. What a figure offers on its page beside that
(pins, sets, cells, records that open) has no place without the page around it, and is only drawn.
"""

from collections.abc import Callable

from geo.handout import Drawn
from pages.kit import components, parameters, session

_NARROWED = frozenset({"bars", "treemap", "flow", "years", "dates", "standouts"})
_PLACES = frozenset({
    "map", "ranking", "table", "relation", "strips", "distribution", "profile", "scatter", "side_by_side", "neighbours", "card",
})  # fmt: skip
_NAMES = {"map": "country_map", "card": "country_card", "setlist": "set_list"}
_ALONE = frozenset({"signed_bars", "programmes", "programme_cards", "facts", "relief_key", "gap_strip"})


def show(drawn: Drawn, topic: str) -> None:
    """Draw a figure. Raises AttributeError for a kind that no component has."""
    draw: Callable[..., None] = getattr(components, _NAMES.get(drawn.kind, drawn.kind))
    if drawn.kind in _ALONE:
        draw(drawn.data, drawn.key)
    elif drawn.kind in {"scatter", "side_by_side"}:
        draw(drawn.data, drawn.key, _find_taker(drawn, topic), _take_nothing)
    else:
        draw(drawn.data, drawn.key, _find_taker(drawn, topic))


def _find_taker(drawn: Drawn, topic: str) -> Callable[[], None]:
    """Return what happens when something in a figure is picked; only what a page of this topic has can be chosen."""
    names = {parameter.name for parameter in parameters.parameters_of(topic)}
    if drawn.kind in _NARROWED and "record" in names:
        return session.narrower(drawn.key, topic)
    if drawn.kind == "timeline" and "event" in names:
        return session.picker(drawn.key, topic, "event")
    if drawn.kind == "record" and "record" in names:
        return session.narrower(drawn.key, topic)
    if drawn.kind in _PLACES and "place" in names:
        return session.picker(drawn.key, topic, "record" if drawn.kind == "table" and "record" in names else "place")
    return _take_nothing


def _take_nothing() -> None:
    """Picking changes nothing."""
