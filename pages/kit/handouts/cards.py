"""The card beside a figure as it leaves the app: that of the chosen record where a page has such, else that of the chosen place."""

from geo.allocation import NOTHING
from geo.figures import sheet
from geo.figures.record import draw_record
from geo.handout import Drawn
from geo.record import is_outside
from pages.kit import load, parameters, permalinks
from pages.kit.urlstate import ViewState


def place(state: ViewState, topic: str) -> tuple[Drawn, ...]:
    """Return the card that the page shows beside its map, if any."""
    if state.record and "record" in {parameter.name for parameter in parameters.parameters_of(topic)}:
        return record(state)
    if not state.place:
        return ()
    spread = state.money.spread if topic == "commitments" else NOTHING
    return (Drawn("card", "card", sheet.draw_card(load.card(state.place, spread))),)


def record(state: ViewState) -> tuple[Drawn, ...]:
    """Return the card of the chosen decision or contract. Raises KeyError where none is chosen."""
    found = load.record(state.record)
    link = permalinks.link_record(state.record)
    is_alone = state.money.recipient == (found.recipient,)
    drawn = draw_record(found, link, is_outside=is_outside(state.record, state.query), is_alone=is_alone)
    return (Drawn("record", "record", drawn),)
