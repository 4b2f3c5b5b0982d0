"""Stories on their page and on the stage: every step of every story is shown, and what is no story gets a sentence."""

import json
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from geo import story_link
from geo.story import MOST_STEPS, Step, Story
from pages.kit import decks, stage_parts, stories_parts, story_views
from tests.app.reading import components, drawn, heading, link, told, words

Open = Callable[..., AppTest]
STEPS = [(one.name, at, step) for one in story_views.list_shipped() for at, step in enumerate(one.story.steps, start=1)]


def named(value: Any) -> str:
    return "" if isinstance(value, Step) else str(value)


@pytest.mark.parametrize(("name", "at", "step"), STEPS, ids=named)
def test_the_page_of_a_step_opens_as_the_step_has_it(open_page: Open, name: str, at: int, step: Step) -> None:
    app = open_page(step.slug, v="1", **{key: value for key, value in step.parameters if key != "figure"})
    assert not app.exception
    assert not app.error
    assert told(app) == []
    asked = {key: value for key, value in step.parameters if key != "figure"}
    assert asked.items() <= link(app).items()


@pytest.mark.parametrize("name", story_views.SHIPPED)
def test_the_stage_has_every_step_with_its_figures(open_page: Open, name: str) -> None:
    app = open_page("stories", v="1", story=name, step="2", present="yes")
    assert not app.exception
    assert not app.error
    stage = drawn(app, "stage")
    story = story_views.open_story(name).story
    assert story is not None
    assert stage["step"] == 2
    assert [step["title"] for step in stage["steps"]] == [step.title for step in story.steps]
    for step in stage["steps"]:
        assert step["figures"]
        assert step["problem"] == ""
        assert step["source"].startswith("Source: ")
        assert {figure["kind"] for figure in step["figures"]} <= stage["scripts"].keys()
    assert components(app) == {"search", "stage"}
    assert not app.header, "nothing of the page stands behind the stage"


def test_the_page_shows_five_stories_and_an_editor(open_page: Open) -> None:
    app = open_page("stories")
    for one in story_views.list_shipped():
        assert one.story.title in words(app)
        assert one.story.steps[0].title in words(app)
    assert drawn(app, "story_editor")["incoming"] is None
    assert drawn(app, "story_editor")["link"] == ""
    assert "stage" not in components(app)
    assert "Your own story" in [one.value for one in app.subheader]
    assert len([one for one in app.get("download_button") if one.proto.label == "PowerPoint"]) == 5


def test_a_copy_goes_to_the_editor_of_the_browser_and_nowhere_else(open_page: Open) -> None:
    app = open_page("stories")
    app.button(key="copy_prisons").click().run()
    incoming = drawn(app, "story_editor")["incoming"]
    story = story_views.open_story("prisons").story
    assert story is not None
    assert incoming["story"] == json.loads(story_link.write_file(story))
    assert link(app)["story"] == ""


def test_a_story_in_a_link_is_shown_and_can_be_presented(open_page: Open) -> None:
    text = story_link.write_link(
        Story("Mine & yours", (Step("violence", (("place", "COL"),), "Look: *here*", "Say <this>"),))
    )
    app = open_page("stories", story=text)
    assert told(app) == []
    assert "Mine & yours" in words(app)
    assert "Look: *here*" in words(app)
    app = open_page("stories", story=text, present="yes")
    [step] = drawn(app, "stage")["steps"]
    assert (step["title"], step["note"]) == ("Look: *here*", "Say <this>")
    assert drawn(app, "stage")["steps"][0]["figures"][0]["data"]["selected"] == "COL"
    assert "place=COL" in step["link"]


HOSTILE = {
    "no story": "<script>alert(1)</script>",
    "cut": story_link.write_link(Story("A", (Step("violence"),)))[:-6],
    "of another version": "7.AAAA",
    "half a megabyte": "1." + "A" * 500_000,  # Streamlit reads no longer query
    "markup": "1.[click](javascript:alert)",
    "control": "1.\x00\r\nSet-Cookie: a=b",
}


@pytest.mark.parametrize("present", ["no", "yes"])
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_link_with_no_story_gets_one_sentence_and_the_page(open_page: Open, text: str, present: str) -> None:
    app = open_page("stories", story=text, present=present)
    assert not app.exception
    assert not app.error
    assert len(told(app)) == 1
    assert heading(app) == stories_parts.HEADLINE
    assert "stage" not in components(app)
    assert not any(element.proto.allow_html for element in app.markdown)


def test_parts_of_a_story_that_do_not_exist_are_told_and_the_rest_is_presented(open_page: Open) -> None:
    story = Story(
        "A",
        (
            Step("violence", (("indicator", "femicides"), ("place", "<b>"))),
            Step("check"),
            Step("money", (("no", "1"),)),
        ),
    )
    text = story_link.write_link(story)
    app = open_page("stories", story=text)
    assert len(told(app)) == 2
    steps = drawn(open_page("stories", story=text, present="yes", step="9"), "stage")["steps"]
    assert [step["figures"][0]["kind"] for step in steps] == ["map", "bars"]
    assert "femicides" in steps[0]["problem"]
    assert steps[1]["problem"] == ""


@pytest.mark.parametrize("step", ["0", "-1", "99", "x", "1e9"])
def test_a_step_that_does_not_exist_is_the_first(open_page: Open, step: str) -> None:
    app = open_page("stories", story="region", present="yes", step=step)
    assert not app.exception
    assert drawn(app, "stage")["step"] == 1


def test_a_story_without_steps_is_not_presented(open_page: Open) -> None:
    app = open_page("stories", story=story_link.write_link(Story("Empty")), present="yes")
    assert not app.exception
    assert "stage" not in components(app)
    assert "This story has no steps." in words(app)


def test_a_view_that_fails_takes_no_talk_away(open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_step: Step) -> None:
        raise RuntimeError("a view that fails")

    monkeypatch.setattr(story_views, "open_step", fail)
    # No other test has these notes: what was drawn once is kept.
    story = Story("A story of a test", (Step("violence", (), "One", "Fails"), Step("money", (), "", "Fails")))
    stage = stage_parts.draw_stage(story, 1)
    assert [step["title"] for step in stage["steps"]] == ["One", stage_parts.CANNOT]
    assert "RuntimeError" not in json.dumps(stage)
    assert decks.plan_story(story, "").opening[0] == "0 steps; 2 more could not be drawn"
    monkeypatch.undo()
    assert all(step["figures"] for step in stage_parts.draw_stage(story, 1)["steps"]), "a failure is not kept"


def test_the_stage_tells_what_the_link_got_wrong_on_its_first_step(open_page: Open) -> None:
    text = story_link.write_link(Story("A", (Step("violence"), Step("nowhere"), Step("money"))))
    steps = drawn(open_page("stories", story=text, present="yes", step="2"), "stage")["steps"]
    assert "nowhere" in steps[0]["problem"]
    assert steps[1]["problem"] == ""
    assert stage_parts.draw_stage(Story("A", (Step("violence"),)), 1)["steps"][0]["problem"] == "", (
        "nothing kept was changed"
    )


def test_the_figures_that_are_asked_for_move_neither_the_stage_nor_the_address(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stage_parts, "_thin_out", _send_one)
    app = open_page("stories", story="money", present="yes", step="2")
    app.session_state[stories_parts.ASKED] = 4
    app.run()
    stage = drawn(app, "stage")
    assert [step["figures"] is not None for step in stage["steps"]] == [at == 4 for at in range(1, 8)]
    assert stage["step"] == 2
    assert link(app)["step"] == "2"


def _send_one(steps: list[dict[str, Any]], step: int) -> list[dict[str, Any]]:
    return [one | ({} if at == step else {"figures": None}) for at, one in enumerate(steps, 1)]


def test_a_browser_that_asks_for_figures_changes_no_parameter(monkeypatch: pytest.MonkeyPatch) -> None:
    state: dict[str, Any] = {"stage": SimpleNamespace(asked=4)}
    monkeypatch.setattr(stories_parts, "st", SimpleNamespace(session_state=state))
    stories_parts._take_asked_step()
    assert state.keys() == {"stage", stories_parts.ASKED}
    assert state[stories_parts.ASKED] == 4


def test_figures_too_large_for_a_message_are_left_for_later(monkeypatch: pytest.MonkeyPatch) -> None:
    story = story_views.open_story("money").story
    assert story is not None
    whole = stage_parts.draw_stage(story, 4)
    monkeypatch.setattr(stage_parts, "MOST_BYTES", len(json.dumps(whole["steps"][3]["figures"])) + 10)
    left = stage_parts.draw_stage(story, 4)
    assert [step["figures"] is not None for step in left["steps"]] == [at == 4 for at in range(1, 8)]
    assert all(step["figures"] is not None for step in whole["steps"]), "the kept steps were not changed"
    assert {"bars"} == left["scripts"].keys()


def test_the_largest_story_stays_below_the_limit_of_a_message() -> None:
    parameters = (("chart", "treemap"), ("measure", "contracted"), ("spread", "equal_shares"))
    stage = stage_parts.draw_stage(Story("Large", (Step("money", parameters),) * MOST_STEPS), 1)
    assert len(json.dumps(stage)) < 4_000_000
    assert stage["steps"][0]["figures"]
