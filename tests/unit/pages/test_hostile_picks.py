"""Whatever a figure or the search box is said to have picked, only ids of the atlas change a view; the rest changes nothing.

What a browser sends is not to be trusted: anyone can send any message over the WebSocket.
"""

from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from pages.kit import alliances_parts, compare_parts, context_parts, gaps_parts, record_parts, search, session
from pages.kit.parameters import NARROWED, known_values, parameters_of
from pages.kit.urlstate import ViewState, write
from tests.strategies import TOPICS
from tests.unit.pages.test_hostile_links import NASTIES

CASES = 1_500
TEXTS = st.one_of(st.sampled_from(NASTIES), st.text(max_size=80))
# A pick is said to be text; a message that says otherwise reaches the same code.
ANYTHING = st.one_of(
    TEXTS, st.none(), st.integers(), st.floats(), st.booleans(), st.binary(max_size=8), st.lists(TEXTS, max_size=3),
    st.dictionaries(TEXTS, TEXTS, max_size=2),
)  # fmt: skip
MARKS = st.one_of(
    st.tuples(st.one_of(st.sampled_from(sorted(NARROWED)), TEXTS), TEXTS).map("=".join),
    st.lists(st.tuples(st.sampled_from(sorted(NARROWED)), TEXTS).map("=".join), max_size=4).map(";".join),
    TEXTS,
)
MONEY_TOPICS = ("commitments", "money")
MANY = settings(max_examples=CASES, suppress_health_check=[HealthCheck.function_scoped_fixture])


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


@MANY
@given(MARKS, st.sampled_from(MONEY_TOPICS))
@example("level=B,<script>", "money")
@example("level=;zone=", "money")
@example("record=" + NASTIES[32], "commitments")
def test_a_mark_filters_by_ids_of_the_atlas_or_not_at_all(own_session: Session, picked: str, topic: str) -> None:
    own_session["atlas_state"] = ViewState()
    session.narrow(picked, topic)
    state: ViewState = own_session["atlas_state"]
    assert is_known(write(state, topic), topic)
    if state != ViewState():
        names = {pair.partition("=")[0] for pair in picked.split(";")}
        assert names & NARROWED


@MANY
@given(ANYTHING, st.sampled_from(MONEY_TOPICS), st.sampled_from(("narrower", "place", "record")))
def test_no_message_of_a_figure_raises_or_brings_in_an_unknown_id(
    own_session: Session, picked: Any, topic: str, kind: str
) -> None:
    own_session["atlas_state"] = ViewState()
    own_session["figure"] = SimpleNamespace(picked=picked)
    callback = session.narrower("figure", topic) if kind == "narrower" else session.picker("figure", topic, kind)
    callback()
    assert is_known(write(own_session["atlas_state"], topic), topic)


@MANY
@given(TEXTS, st.sampled_from(TOPICS))
def test_a_place_that_does_not_exist_is_never_chosen(own_session: Session, picked: str, topic: str) -> None:
    own_session["atlas_state"] = ViewState()
    own_session["figure"] = SimpleNamespace(picked=picked)
    session.picker("figure", topic)()
    if picked not in known_values("place", topic):
        assert own_session["atlas_state"] == ViewState()


@MANY
@given(
    st.one_of(
        ANYTHING,
        st.tuples(st.sampled_from(("place", "indicator", "group", "decision", "contract", "page")), TEXTS).map(
            "/".join
        ),
    )
)
@example("place/" + NASTIES[0])
@example("__class__/x")
def test_a_result_that_does_not_exist_leads_nowhere(own_session: Session, picked: Any) -> None:
    own_session.clear()
    own_session["atlas_state"] = ViewState()
    own_session["search"] = SimpleNamespace(picked=picked)
    search._take()
    if not isinstance(picked, str) or search.find_target(picked) is None:
        assert own_session.keys() == {"atlas_state", "search"}
        assert own_session["atlas_state"] == ViewState()


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


@MANY
@given(
    st.one_of(ANYTHING, MARKS, st.lists(TEXTS, max_size=3).map("/".join), st.lists(TEXTS, max_size=3).map("|".join)),
    st.sampled_from(sorted(CALLBACKS)),
)
@example("HND/<script>", "matrix")
def test_no_callback_of_any_figure_raises_or_brings_in_an_unknown_id(
    own_session: Session, picked: Any, name: str
) -> None:
    key, trigger, topic, callback = CALLBACKS[name]
    own_session.clear()
    own_session["atlas_state"] = ViewState()
    own_session[key] = SimpleNamespace(**{trigger: picked})
    callback()
    assert is_known(write(own_session["atlas_state"], topic), topic)
    assert "atlas_search" not in own_session or picked in known_values("record", "money")


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
