"""The URL of a view: every parameter written by id, read back to the same state, and each unknown part told."""

import pytest
from hypothesis import given

from geo.selection import Selection
from pages.kit.parameters import parameters_of
from pages.kit.urlstate import MOST_TOLD, VERSION, ViewState, read, write
from tests.strategies import LAWS, TOPICS, states

DEFAULTS = {
    "v": "1", "lang": "en", "indicator": "homicide_rate", "subregion": "", "alliance": "", "match": "any", "without": "",
    "members": "only", "doubtful": "show", "place": "",
}  # fmt: skip


def test_defaults_are_written() -> None:
    assert write(ViewState(), "violence") == DEFAULTS
    assert write(ViewState(), "prisons") == DEFAULTS | {"indicator": "prison_occupancy_pct"}
    money = write(ViewState(), "commitments")
    assert money["measure"] == "committed"
    assert "indicator" not in money


def test_ids_are_written_and_not_labels() -> None:
    state = ViewState(Selection(subregions=("caribbean", "south_america"), alliances=("idb_alliance",)), place="JAM")
    written = write(state, "violence")
    assert (written["subregion"], written["alliance"], written["place"]) == (
        "caribbean,south_america",
        "idb_alliance",
        "JAM",
    )
    assert not any(" " in value for value in written.values())


@LAWS
@given(states())
def test_what_is_written_is_read_back_on_every_page(drawn: tuple[str, ViewState]) -> None:
    topic, state = drawn
    assert read(write(state, topic), topic) == (state, ())
    assert write(read(write(state, topic), topic)[0], topic) == write(state, topic)


@LAWS
@given(states())
def test_every_parameter_of_a_page_is_always_written(drawn: tuple[str, ViewState]) -> None:
    topic, state = drawn
    assert write(state, topic).keys() == {"v", "lang", *(parameter.name for parameter in parameters_of(topic))}
    assert write(state, topic)["v"] == VERSION


@pytest.mark.parametrize("topic", TOPICS)
def test_an_empty_link_is_the_default_view_and_tells_nothing(topic: str) -> None:
    assert read({}, topic) == (ViewState(), ())
    assert read({"subregion": "", "place": "", "alliance": ",", "match": ""}, topic) == (ViewState(), ())


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        (
            {"indicator": "femicides"},
            'The link asks for the indicator "femicides", which the atlas does not have. Showing: homicide rate.',
        ),
        (
            {"indicator": "prison_occupancy_pct"},
            'The link asks for the indicator "prison_occupancy_pct", which this page does not have. Showing: homicide rate.',
        ),
        (
            {"subregion": "atlantis"},
            'The link asks for the sub-region "atlantis", which the atlas does not have. Showing the view without it.',
        ),
        (
            {"place": "ELS"},
            'The link asks for the country or region "ELS", which the atlas does not have. Showing the view without it.',
        ),
        (
            {"match": "some"},
            'The link asks for the way to match alliances "some", which the atlas does not have. Showing the default.',
        ),
        ({"colour": "red"}, 'The link has a part "colour" that the atlas does not know. It was left out.'),
        (
            {"v": "9"},
            'The link was made by version "9" of the atlas, which this one does not know. Reading it as version 1.',
        ),
    ],
)
def test_a_part_that_does_not_exist_is_named_in_a_sentence(query: dict[str, str], sentence: str) -> None:
    state, problems = read(query, "violence")
    assert problems == (sentence,)
    assert state == ViewState()


@pytest.mark.parametrize(
    "query", [{"subregion": ",".join(map(str, range(1000)))}, {str(one): "" for one in range(1000)}]
)
def test_of_a_link_with_many_wrong_parts_some_are_told_and_that_there_are_more(query: dict[str, str]) -> None:
    _, problems = read(query, "violence")
    assert len(problems) == MOST_TOLD + 1
    assert problems[-1] == "More of the link was not understood, and was left out."


def test_instead_of_what_does_not_exist_is_named_by_its_label() -> None:
    _, problems = read({"x": "nothing"}, "compare")
    assert problems[0].endswith("Showing: homicide rate.")


def test_known_ids_stay_when_an_unknown_one_stands_beside_them() -> None:
    state, problems = read({"alliance": "sica,clasi,idb_alliance,sica", "place": "SLV"}, "violence")
    assert state.selection.alliances == ("sica", "idb_alliance")
    assert state.place == "SLV"
    assert len(problems) == 1
    assert '"clasi"' in problems[0]


def test_each_unknown_part_is_told_once() -> None:
    _, problems = read({"subregion": "x,y,x", "colour": "red", "v": "0"}, "prisons")
    assert len(problems) == 4
    assert len(set(problems)) == 4


def test_another_page_may_hold_the_measure_or_the_indicator_of_a_link_without_complaint() -> None:
    assert read({"measure": "contracted"}, "violence") == (ViewState(), ())
    assert read({"indicator": "homicide_rate"}, "commitments") == (ViewState(), ())


def test_embedding_is_left_to_streamlit() -> None:
    assert read({"embed": "true", "embed_options": "dark_theme"}, "violence")[1] == ()


def test_indicators_of_other_pages_are_remembered() -> None:
    before = ViewState(indicators=(("prisons", "judges_per_100k"),))
    state, _ = read({"indicator": "rule_of_law"}, "violence", before)
    assert state.for_topic("violence").selection.indicator == "rule_of_law"
    assert state.for_topic("prisons").selection.indicator == "judges_per_100k"
    assert before.for_topic("violence").selection.indicator == "homicide_rate"


def test_changing_one_parameter_changes_no_other() -> None:
    state = ViewState(place="JAM")
    changed = state.with_value("alliance", ("sica",), "violence")
    assert changed.selection == Selection(alliances=("sica",))
    assert changed.place == "JAM"
    assert state.selection.alliances == ()
    assert changed.with_value("place", "", "violence").place == ""
    assert (
        changed.with_value("indicator", "rule_of_law", "violence").for_topic("prisons").selection.indicator
        == "prison_occupancy_pct"
    )
