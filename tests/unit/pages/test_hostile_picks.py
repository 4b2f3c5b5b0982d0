"""Whatever a figure or the search box is said to have picked, only ids of the atlas change a view; the rest changes nothing.

What a browser sends is not to be trusted: anyone can send any message over the WebSocket.
"""

from random import Random
from types import SimpleNamespace
from typing import Any

import pytest

from pages.kit import alliances_parts, compare_parts, context_parts, gaps_parts, record_parts, search, session
from pages.kit.parameters import NARROWED, known_values, parameters_of
from pages.kit.urlstate import ViewState, write
from tests.strategies import TOPICS
from tests.unit.pages.strangers import NASTIES, throw_anything, throw_marks, throw_text, throw_texts

CASES = 1_500
NARROWING = sorted(NARROWED)
MONEY_TOPICS = ("commitments", "money")
KINDS = ("place", "indicator", "group", "decision", "contract", "page")


class Session(dict[str, Any]):
    """What stands in for the state that Streamlit keeps for a session."""


@pytest.fixture(autouse=True)
def own_session(monkeypatch: pytest.MonkeyPatch) -> Session:
    state = Session()
    monkeypatch.setattr(session, "st", SimpleNamespace(session_state=state, query_params=None))
    monkeypatch.setattr(search, "st", SimpleNamespace(session_state=state))
    state["atlas_state"] = ViewState()
    return state


def is_known(written: dict[str, str], topic: str) -> bool:
    """Whether every id of a URL is one that the atlas has."""
    known = {one.name: known_values(one.name, topic) for one in parameters_of(topic) if not one.is_text}
    return all(set(filter(None, written[name].split(","))) <= ids for name, ids in known.items())


def check_narrowing(own_session: Session, picked: str, topic: str) -> None:
    own_session["atlas_state"] = ViewState()
    session.narrow(picked, topic)
    state: ViewState = own_session["atlas_state"]
    assert is_known(write(state, topic), topic), picked
    if state != ViewState():
        names = {pair.partition("=")[0] for pair in picked.split(";")}
        assert names & NARROWED, picked


def test_a_mark_filters_by_ids_of_the_atlas_or_not_at_all(own_session: Session) -> None:
    check_narrowing(own_session, "level=B,<script>", "money")
    check_narrowing(own_session, "level=;zone=", "money")
    check_narrowing(own_session, "record=" + NASTIES[32], "commitments")
    dice = Random(1)
    for _ in range(CASES):
        check_narrowing(own_session, throw_marks(dice, NARROWING), dice.choice(MONEY_TOPICS))


def test_no_message_of_a_figure_raises_or_brings_in_an_unknown_id(own_session: Session) -> None:
    dice = Random(2)
    for _ in range(CASES):
        picked, topic, kind = (
            throw_anything(dice),
            dice.choice(MONEY_TOPICS),
            dice.choice(("narrower", "place", "record")),
        )
        own_session["atlas_state"] = ViewState()
        own_session["figure"] = SimpleNamespace(picked=picked)
        callback = session.narrower("figure", topic) if kind == "narrower" else session.picker("figure", topic, kind)
        callback()
        assert is_known(write(own_session["atlas_state"], topic), topic), (picked, kind)


def test_a_place_that_does_not_exist_is_never_chosen(own_session: Session) -> None:
    dice = Random(3)
    for _ in range(CASES):
        picked, topic = throw_text(dice), dice.choice(TOPICS)
        own_session["atlas_state"] = ViewState()
        own_session["figure"] = SimpleNamespace(picked=picked)
        session.picker("figure", topic)()
        if picked not in known_values("place", topic):
            assert own_session["atlas_state"] == ViewState(), picked


def check_result(own_session: Session, picked: Any) -> None:
    own_session.clear()
    own_session["atlas_state"] = ViewState()
    own_session["search"] = SimpleNamespace(picked=picked)
    search._take()
    if not isinstance(picked, str) or search.find_target(picked) is None:
        assert own_session.keys() == {"atlas_state", "search"}, picked
        assert own_session["atlas_state"] == ViewState(), picked


def test_a_result_that_does_not_exist_leads_nowhere(own_session: Session) -> None:
    check_result(own_session, "place/" + NASTIES[0])
    check_result(own_session, "__class__/x")
    dice = Random(4)
    for number in range(CASES):
        check_result(own_session, f"{dice.choice(KINDS)}/{throw_text(dice)}" if number % 2 else throw_anything(dice))


# The callbacks of figures that mean something of their own, by the key of the figure, its trigger, and the topic of their page.
CALLBACKS = {
    "matrix": ("matrix", "picked", "gaps", gaps_parts._take_cell),
    "timeline": ("timeline", "picked", "context", context_parts._take_event),
    "sets": ("sets", "picked", "alliances", alliances_parts._picker("sets")),
    "pins": ("scatter", "pinned", "compare", compare_parts._pinner("scatter", "pinned")),
    "record": ("record", "picked", "money", record_parts._taker("money")),
    "opened": ("card", "opened", "money", record_parts.opener("card", "money")),
    "opened elsewhere": ("card", "opened", "country", record_parts.opener("card", "country")),
}


def check_callback(own_session: Session, picked: Any, name: str) -> None:
    key, trigger, topic, callback = CALLBACKS[name]
    own_session.clear()
    own_session["atlas_state"] = ViewState()
    own_session[key] = SimpleNamespace(**{trigger: picked})
    callback()
    assert is_known(write(own_session["atlas_state"], topic), topic), picked
    assert "atlas_search" not in own_session or picked in known_values("record", "money"), picked


def test_no_callback_of_any_figure_raises_or_brings_in_an_unknown_id(own_session: Session) -> None:
    check_callback(own_session, "HND/<script>", "matrix")
    dice = Random(5)
    for _ in range(CASES):
        picked = dice.choice((
            throw_anything(dice), throw_marks(dice, NARROWING), "/".join(throw_texts(dice)), "|".join(throw_texts(dice)),
        ))  # fmt: skip
        check_callback(own_session, picked, dice.choice(sorted(CALLBACKS)))


def test_a_pick_that_repeats_itself_is_kept_once(own_session: Session) -> None:
    session.narrow("level=" + "B," * 1000 + "R", "money")
    assert own_session["atlas_state"].money.level == ("B", "R")
    own_session["sets"] = SimpleNamespace(picked="sica," * 1000 + "|")
    alliances_parts._picker("sets")()
    assert own_session["atlas_state"].selection.alliances == ("sica",)


def test_what_exists_is_still_followed(own_session: Session) -> None:
    session.narrow("level=B;zone=caribbean", "money")
    assert own_session["atlas_state"].money.level == ("B",)
    own_session["search"] = SimpleNamespace(picked="place/HND")
    search._take()
    assert own_session["atlas_state"].place == "HND"
