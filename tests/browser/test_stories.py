"""Stories in a browser: keys, notes, a click on the map, a server that dies, and a story that the browser alone keeps."""

import json
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, expect

from pages.kit import components, story_views
from tests.browser.conftest import OpenWindow, Server
from tests.browser.window import Window

pytestmark = pytest.mark.browser

STEPS = [step.title for step in story_views.open_story("region").story.steps]  # type: ignore[union-attr]
KEPT = "JSON.parse(localStorage.getItem('atlas-story'))"


def present(window: Window, link: str) -> Locator:
    """Open a story on the stage, and wait for the figures of its step."""
    window.page.goto(f"{window.server_url}/{link}", wait_until="commit")
    stage = window.page.locator("dialog.stage")
    expect(stage).to_be_visible()
    expect(stage.locator(".slide:not(.away) .figure").first).to_be_visible()
    return stage


def expect_step(window: Window, number: int) -> None:
    """Wait until a step is on the stage: title, progress, URL."""
    stage = window.page.locator("dialog.stage")
    expect(stage.locator("h1")).to_have_text(STEPS[number - 1])
    expect(stage.locator(".progress [aria-current]")).to_have_attribute(
        "aria-label", f"Step {number}: {STEPS[number - 1]}"
    )
    window.expect_parameters(step=str(number))


def test_keys_step_through_a_story_and_back_goes_back(window: Window) -> None:
    stage = present(window, "stories?v=1&story=region&step=1&present=yes")
    press = window.page.keyboard.press
    expect_step(window, 1)
    for key, number in (
        ("ArrowRight", 2),
        ("Space", 3),
        ("PageDown", 4),
        ("ArrowLeft", 3),
        ("Shift+Space", 2),
        ("End", 5),
        ("Home", 1),
        ("PageUp", 1),
    ):
        press(key)
        expect_step(window, number)
    expect(stage.locator(".notes")).to_be_hidden()
    press("n")
    expect(stage.locator(".notes")).to_contain_text(STEPS[1])
    press("PageDown")
    press("PageDown")
    expect_step(window, 3)
    window.page.go_back()
    expect_step(window, 2)
    window.page.reload(wait_until="commit")
    expect_step(window, 2)
    # Nothing of the page can be reached behind the stage, and no other host was asked.
    press("Tab")
    assert window.page.evaluate("document.activeElement.shadowRoot?.activeElement?.closest('dialog') !== null")
    assert [one.url for one in window.requests if not one.url.startswith((window.server_url, "data:", "blob:"))] == []
    assert window.complaints == []


def test_a_click_on_the_map_shows_a_value_and_escape_leaves_for_the_view(window: Window) -> None:
    stage = present(window, "stories?v=1&story=region&step=2&present=yes")
    value = stage.locator("section.value")
    expect(window.country("COL")).to_be_visible()
    expect(value).to_be_hidden()
    window.click_at(window.country("COL"))
    expect(value).to_contain_text("Colombia")
    expect(value).to_contain_text("−0.26")
    expect(window.bar("COL")).to_have_attribute("aria-pressed", "true")
    # The click did not take the keys away from the story; with the keyboard in the map they are the map's.
    window.page.keyboard.press("PageDown")
    expect_step(window, 3)
    expect(value).to_be_hidden()
    shown = stage.locator(".slide:not(.away)")
    shown.locator('.map [role="button"][tabindex="0"]').focus()
    window.page.keyboard.press("ArrowDown")
    window.page.keyboard.press("Enter")
    expect(value).to_be_visible()
    expect_step(window, 3)
    window.page.keyboard.press("Escape")
    expect(value).to_be_hidden()
    stage.focus()
    window.page.keyboard.press("Escape")
    expect(window.page).to_have_url(re.compile(r"/prisons\?.*indicator=prison_occupancy_pct"))
    expect(window.headline).to_be_visible()
    expect(stage).to_have_count(0)
    window.page.go_back()
    expect_step(window, 3)


def test_a_server_that_dies_takes_no_step_away(fresh_server: Server, open_window: OpenWindow) -> None:
    window = open_window(fresh_server)
    stage = present(window, "stories?v=1&story=region&step=1&present=yes")
    expect(window.country("BRA")).to_be_visible()
    expect(stage.locator(".ranking").first).to_be_visible()
    fresh_server.kill()
    expect(window.page.get_by_test_id("stApp")).not_to_have_attribute("data-test-connection-state", "CONNECTED")
    for number in range(2, len(STEPS) + 1):
        window.page.keyboard.press("PageDown")
        expect_step(window, number)
        shown = stage.locator(".slide:not(.away)")
        expect(shown.locator('.map [role="button"][data-id="BRA"]')).to_be_visible()
        expect(shown.locator(".ranking .rows button").first).to_be_visible()
        expect(stage.locator(".empty")).to_have_count(0)


def add_view(window: Window, path: str, note: str) -> str:
    """Add a view to the story of the browser; returns the title that it proposed."""
    window.open(path)
    window.page.get_by_role("button", name="Take it away").click()
    window.page.get_by_role("tab", name="Story").click()
    title: str = window.page.get_by_label("What this view shows").input_value()
    window.page.get_by_label("What you would say (speaker notes)").fill(note)
    window.page.get_by_role("button", name="Add this view").click()
    expect(window.page.locator(".adder [role=status]")).to_contain_text("Added as step")
    return title


def test_a_story_is_kept_by_the_browser_and_travels_in_a_link(
    server: Server, window: Window, open_window: OpenWindow
) -> None:
    first = add_view(window, "violence?v=1&place=COL", "Begin <b>here</b>.")
    second = add_view(window, "prisons?v=1&indicator=police_per_100k", "")
    window.page.get_by_role("link", name="Open your story").click()
    titles = window.page.locator(".editor textarea.title")
    expect(titles).to_have_count(2)
    assert [titles.nth(at).input_value() for at in (0, 1)] == [first, second]
    window.page.reload(wait_until="commit")
    expect(titles).to_have_count(2)

    window.page.get_by_role("button", name="Move step 2 up").click()
    expect(titles.first).to_have_value(second)
    titles.first.fill("Police, then murder")
    window.page.get_by_label("Title of your story").fill("Mine")
    window.page.get_by_role("button", name="Remove step 2").click()
    expect(titles).to_have_count(1)
    window.page.get_by_role("button", name="Undo").click()
    expect(titles).to_have_count(2)
    kept = window.page.evaluate(KEPT)
    assert [step["title"] for step in kept["steps"]] == ["Police, then murder", first]
    assert kept["steps"][1]["note"] == "Begin <b>here</b>."

    # The link holds all of it, and opens in a browser that has nothing.
    way = window.page.locator(".editor a.main[href]")
    expect(way).to_be_visible()
    address = str(way.get_attribute("href"))
    text = parse_qs(urlsplit(address).query)["story"][0]
    story = story_views.open_story(text).story
    assert story is not None
    assert [step.title for step in story.steps] == ["Police, then murder", first]
    other = open_window(server)
    stage = present(other, address.removeprefix(f"{window.server_url}/"))
    expect(stage.locator("h1")).to_have_text("Police, then murder")
    other.page.keyboard.press("End")
    other.page.keyboard.press("n")
    expect(stage.locator(".notes")).to_contain_text("Begin <b>here</b>.")
    assert other.page.evaluate("localStorage.getItem('atlas-story')") is None


def test_a_file_opens_beside_a_story_that_is_there_and_a_wrong_one_changes_nothing(window: Window) -> None:
    mine = {
        "lac_atlas_story": 1,
        "title": "Mine",
        "steps": [{"page": "violence", "parameters": {}, "title": "One", "note": ""}],
    }
    window.open("sources")
    window.page.evaluate("story => localStorage.setItem('atlas-story', story)", json.dumps(mine))
    window.go("Stories")
    titles = window.page.locator(".editor textarea.title")
    expect(titles).to_have_count(1)
    upload = window.page.get_by_test_id("stFileUploaderDropzoneInput")
    upload.set_input_files({"name": "story.json", "mimeType": "application/json", "buffer": b'{"steps": 1}'})
    expect(window.page.get_by_text("This file holds no story of the atlas.")).to_be_visible()
    expect(titles).to_have_count(1)

    theirs = mine | {
        "title": "Theirs",
        "steps": [{"page": "money", "parameters": {"chart": "flow"}, "title": "Two", "note": ""}],
    }
    upload.set_input_files(
        {"name": "story.json", "mimeType": "application/json", "buffer": json.dumps(theirs).encode()}
    )
    window.page.get_by_role("button", name="Add its steps to mine").click()
    expect(titles).to_have_count(2)
    assert [step["title"] for step in window.page.evaluate(KEPT)["steps"]] == ["One", "Two"]
    assert window.page.evaluate(KEPT)["title"] == "Mine"
    with window.page.expect_download() as download:
        window.page.get_by_role("button", name="Save as file").click()
    saved = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert saved == window.page.evaluate(KEPT)
    assert window.complaints == []


# The browser's own part: a component's script in a node of its own, as the loader shows it, and what it asks of the server.
SHOW = """async ([address, ...drawings]) => {
  const { show } = await import(new URL(address, document.baseURI));
  globalThis.asked = [];
  const parentElement = document.body.appendChild(document.createElement("div")).attachShadow({ mode: "open" });
  globalThis.again = (data) => show({ data, parentElement, setTriggerValue: (name, value) => asked.push(value) });
  again(drawings[0]);
}"""


def stage_of(step: int, sent: tuple[int, ...]) -> dict[str, object]:
    """A stage of three steps in words, of which only some came with their figures."""
    told: dict[str, object] = {
        "below": "",
        "note": "",
        "problem": "",
        "source": "",
        "link": "money",
        "empty": "Nothing to draw.",
    }
    steps = [told | {"title": f"Title {at}", "figures": [] if at in sent else None} for at in (1, 2, 3)]
    return {"atlas": "Atlas", "title": "A", "step": step, "steps": steps, "scripts": {}}


def test_an_answer_that_comes_late_moves_no_presenter(window: Window) -> None:
    window.open("sources?step=1")
    window.page.evaluate(SHOW, [components.find_script("stage"), stage_of(1, (1,))])
    title = window.page.locator("dialog.stage h1")
    for key in ("PageDown", "PageDown"):
        window.page.keyboard.press(key)
    expect(title).to_have_text("Title 3")
    assert window.page.evaluate("asked") == [2, 3]
    window.page.evaluate("data => again(data)", stage_of(2, (1, 2)))  # what step 2 asked for
    expect(title).to_have_text("Title 3")
    window.page.evaluate("data => again(data)", stage_of(2, (1, 2, 3)))
    expect(title).to_have_text("Title 3")
    expect(window.page.locator("dialog.stage .slide:not(.away)")).to_have_text("Nothing to draw.")
    window.expect_parameters(step="3")


ADDER = {
    "step": {"page": "violence", "parameters": {"v": "1", "place": "COL"}, "title": "One"},
    "label": "Add", "open": "stories", "open_label": "Open", "most_steps": 24, "most_title": 200, "most_note": 2000,
}  # fmt: skip


@pytest.mark.parametrize("text", ["{}", "[1", '{"lac_atlas_story": 2, "title": "Later", "steps": []}'])
def test_what_is_no_story_is_put_aside_before_another_is_written(window: Window, text: str) -> None:
    window.open("sources")
    window.page.evaluate("text => localStorage.setItem('atlas-story', text)", text)
    window.page.evaluate(SHOW, [components.find_script("story_adder"), ADDER])
    window.page.get_by_role("button", name="Add", exact=True).press("Enter")
    expect(window.page.locator(".adder [role=status]")).to_have_text("Added as step 1.")
    assert window.page.evaluate(KEPT)["steps"][0]["title"] == "One"
    assert window.page.evaluate("localStorage.getItem('atlas-story-unreadable')") == text


def test_a_view_is_known_again_whatever_the_order_of_its_parameters(window: Window) -> None:
    step = {"page": "violence", "parameters": {"place": "COL", "alliance": "", "v": "1"}, "title": "One", "note": ""}
    window.open("sources")
    window.page.evaluate("text => localStorage.setItem('atlas-story', text)", json.dumps({"steps": [step]}))
    window.page.evaluate(SHOW, [components.find_script("story_adder"), ADDER])
    expect(window.page.locator(".adder .quiet")).to_contain_text("This view is step 1 already.")
