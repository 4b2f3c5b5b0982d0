"""A visitor says and keeps what a browser does: its widgets, its address, and messages that the server may refer to."""

import random

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.bench.crowd import choose, several
from tests.bench.wire import Conversation

INDICATOR, REGION = "$$ID-0a1b-filter_indicator", "$$ID-2c3d-filter_subregion"


def selectbox(default: int = 0) -> bytes:
    message = ForwardMsg()
    box = message.delta.new_element.selectbox
    box.id, box.default = INDICATOR, default
    box.options.extend(["Homicide rate", "Police"])
    return message.SerializeToString()


def multiselect(*chosen: str) -> bytes:
    message = ForwardMsg()
    box = message.delta.new_element.multiselect
    box.id, box.set_value = REGION, bool(chosen)
    box.options.extend(["Caribbean", "South America"])
    box.raw_values.extend(chosen)
    return message.SerializeToString()


def finished(status: str = "FINISHED_SUCCESSFULLY") -> bytes:
    return ForwardMsg(script_finished=ForwardMsg.ScriptFinishedStatus.Value(status)).SerializeToString()


def said(data: bytes) -> dict[str, object]:
    run = BackMsg.FromString(data).rerun_script
    states = {
        state.id: state.string_value or list(state.string_array_value.data) for state in run.widget_states.widgets
    }
    kept = list(run.cached_message_hashes)
    return {
        "page": run.page_name,
        "hash": run.page_script_hash,
        "query": run.query_string,
        "states": states,
        "kept": kept,
    }


def talk() -> Conversation:
    """Return a conversation after its first run."""
    talking = Conversation("prisons")
    talking.ask()
    opening = ForwardMsg()
    opening.navigation.page_script_hash = "7aba"
    address = ForwardMsg()
    address.page_info_changed.query_string = "v=1&indicator=homicide_rate"
    for message in (opening, address):
        talking.hear(message.SerializeToString())
    talking.hear(selectbox())
    talking.hear(multiselect())
    assert talking.hear(finished())
    return talking


def test_the_first_message_names_the_page_and_no_widget() -> None:
    assert said(Conversation("prisons").ask()) == {"page": "prisons", "hash": "", "query": "", "states": {}, "kept": []}


def test_a_change_sends_every_widget_with_the_page_and_its_address() -> None:
    asked = said(talk().ask("filter_indicator", "Police"))
    assert asked["states"] == {INDICATOR: "Police", REGION: []}
    assert (asked["page"], asked["hash"], asked["query"]) == ("", "7aba", "v=1&indicator=homicide_rate")


def test_what_a_visitor_chose_is_kept_unless_the_server_sets_it() -> None:
    talking = talk()
    talking.ask("filter_indicator", "Police")
    talking.ask("filter_subregion", ["Caribbean"])
    talking.hear(selectbox())
    talking.hear(multiselect("South America"))
    assert talking.value("filter_indicator") == "Police"
    assert talking.value("filter_subregion") == ["South America"]
    with pytest.raises(KeyError):
        talking.ask("filter_colour", "red")


def test_a_run_ends_once_and_says_how() -> None:
    talking = talk()
    assert not talking.hear(finished("FINISHED_EARLY_FOR_RERUN"))
    assert talking.problems == []
    assert talking.hear(finished("FINISHED_WITH_COMPILE_ERROR"))
    assert talking.problems


def test_kept_messages_are_named_for_two_runs_and_others_may_not_be_referred_to() -> None:
    talking = talk()
    kept = ForwardMsg(hash="abc")
    kept.metadata.cacheable = True
    kept.delta.new_element.markdown.body = "long"
    talking.hear(kept.SerializeToString())
    assert said(talking.ask())["kept"] == ["abc"]
    talking.hear(ForwardMsg(ref_hash="abc").SerializeToString())
    assert talking.problems == []
    talking.hear(ForwardMsg(ref_hash="never").SerializeToString())
    assert talking.problems == ["the server refers to what was never sent"]
    talking.ask()
    assert said(talking.ask())["kept"] == ["abc"], "a reference keeps it for longer"
    for _ in range(3):
        talking.ask()
    assert said(talking.ask())["kept"] == []


def test_an_exception_on_the_page_is_a_problem() -> None:
    message = ForwardMsg()
    message.delta.new_element.exception.message = "KeyError"
    talking = talk()
    talking.hear(message.SerializeToString())
    assert talking.problems == ["KeyError"]


def test_a_visitor_always_chooses_something_else() -> None:
    chance = random.Random(1)
    for _ in range(50):
        assert choose(("a", "b"), "a", chance) == "b"
        assert choose(("a", "b"), ["a"], chance) != ["a"]
    assert several(("a", "b")) == [[], ["a"], ["b"], ["a", "b"]]
