"""A story as a link and as a file: what is written is read back, and nothing that anyone can send raises or passes unchecked."""

import base64
import json
import zlib
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from geo import story, story_link
from geo.story import MOST_NOTE, MOST_STEPS, MOST_TITLE, MOST_VALUE, Step, Story, clean_line, clean_note, read_story

PAGES = {"violence": frozenset({"v", "indicator", "place", "figure"}), "money": frozenset({"v", "q", "chart"})}
HOSTILE = settings(max_examples=500)


def lines(most: int) -> st.SearchStrategy[str]:
    return st.text(max_size=most).map(lambda text: clean_line(text, most))


@st.composite
def steps(draw: st.DrawFn) -> Step:
    slug = draw(st.sampled_from(sorted(PAGES)))
    names = draw(st.sets(st.sampled_from(sorted(PAGES[slug]))))
    parameters = tuple((name, draw(lines(40).filter(bool))) for name in sorted(names))
    return Step(slug, parameters, draw(lines(MOST_TITLE)), draw(st.text(max_size=80).map(clean_note)))


stories = st.builds(Story, lines(60).filter(bool), st.lists(steps(), max_size=MOST_STEPS).map(tuple))


@given(stories)
def test_what_is_written_is_read_back_from_a_link_and_a_file(written: Story) -> None:
    link = story_link.write_link(written)
    assert story_link.write_link(written) == link
    assert story_link.read_link(link, PAGES).story == written or not story_link.fits_link(link)
    assert story_link.read_file(story_link.write_file(written), PAGES) == story.Opened(written)


def test_an_empty_parameter_does_not_travel_in_a_link() -> None:
    found = story_link.read_link(story_link.write_link(Story("A", (Step("money", (("q", ""),)),))), PAGES)
    assert found == story.Opened(Story("A", (Step("money"),)))


def pack(raw: Any) -> str:
    return pack_bytes(json.dumps(raw).encode())


def pack_bytes(content: bytes) -> str:
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    return "1." + base64.urlsafe_b64encode(deflate.compress(content) + deflate.flush()).decode().rstrip("=")


@HOSTILE
@given(st.text(max_size=400))
@example("1.")
@example("1.AAAA")
@example("9.AAAA")
@example("1." + "A" * 1_000_000)
@example("999999999999999999999.A")
def test_no_text_raises_or_makes_a_story(text: str) -> None:
    found = story_link.read_link(text, PAGES)
    assert found.story is None
    assert len(found.problems) == 1
    assert len(found.problems[0]) < 150


FIELDS = ["title", "steps", "page", "parameters", "note", "x"]
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(FIELDS), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


@HOSTILE
@given(anything)
def test_no_json_raises(raw: Any) -> None:
    for found in (
        read_story(raw, PAGES),
        story_link.read_link(pack(raw), PAGES),
        story_link.read_file(json.dumps({"lac_atlas_story": 1, "steps": [raw], "title": raw}).encode(), PAGES),
    ):
        assert len(found.problems) <= story.MOST_PROBLEMS
        assert found.story is not None or found.problems
        assert all(one.slug in PAGES for one in (found.story.steps if found.story else ()))


@HOSTILE
@given(st.binary(max_size=300))
def test_no_file_raises(content: bytes) -> None:
    for found in (story_link.read_file(content, PAGES), story_link.read_link(pack_bytes(content), PAGES)):
        assert found.story is None
        assert found.problems


@pytest.mark.parametrize("content", [b" " * 60_000_000, b"[" * 500_000, b'["a",' + b"[" * 300_000, b"1" * 400_000])
def test_a_bomb_is_refused_before_it_unfolds(content: bytes) -> None:
    link = pack_bytes(content)
    found = story_link.read_link(link if story_link.fits_link(link) else link[: story_link.MOST_LINK], PAGES)
    assert found.story is None
    assert len(found.problems) == 1


def test_a_file_of_more_than_a_megabyte_is_refused_unread() -> None:
    found = story_link.read_file(b"x" * 1_000_001, PAGES)
    assert found.story is None
    assert "too large" in found.problems[0]


@pytest.mark.parametrize("mark", [0, 2, "1", True, None, [1]])
def test_a_file_of_another_version_is_refused(mark: object) -> None:
    found = story_link.read_file(json.dumps({"lac_atlas_story": mark, "title": "A", "steps": []}).encode(), PAGES)
    assert found.story is None
    assert "version" in found.problems[0]


def test_what_is_wrong_is_told_and_the_rest_is_kept() -> None:
    raw = {
        "title": "A story",
        "steps": [
            {"page": "violence", "parameters": {"indicator": "x", "evil": "1"}, "title": "One", "note": 7},
            {"page": "nowhere", "title": "Two"},
            "three",
            {"page": "money", "parameters": [], "title": "Four"},
        ],
    }
    found = read_story(raw, PAGES)
    assert found.story == Story("A story", (Step("violence", (("indicator", "x"),), "One"), Step("money", (), "Four")))
    assert found.problems == (
        'Step 1 has a part "evil" that its page does not know. It was left out.',
        "The note of step 1 is no text and was left out.",
        'Step 2 asks for the page "nowhere", which has no view here. It was left out.',
        "Step 3 names no page and was left out.",
        "Step 4 has no list of filters; its page is shown without any.",
    )


def test_too_much_is_cut_and_said() -> None:
    step = {"page": "money", "parameters": {"q": "q" * 700}, "title": "t" * 300, "note": "n" * 3000}
    found = read_story({"title": "a" * 300, "steps": [step] * 40}, PAGES)
    assert found.story is not None
    assert len(found.story.steps) == MOST_STEPS
    first = found.story.steps[0]
    assert (len(first.title), len(first.note), len(first.parameters[0][1])) == (MOST_TITLE, MOST_NOTE, MOST_VALUE)
    assert len(found.story.title) == MOST_TITLE
    assert "40 steps" in found.problems[0]
    assert found.problems[-1].endswith("more parts were left out or cut.")


def test_a_link_with_too_many_steps_says_how_many_it_has() -> None:
    found = story_link.read_link(pack(["A", [["money", "", "", ""]] * 40]), PAGES)
    assert found.story == Story("A", (Step("money"),) * MOST_STEPS)
    assert found.problems == (f"The story has 40 steps; the first {MOST_STEPS} of them were kept.",)


@given(st.text(max_size=300))
def test_a_cleaned_text_is_printable_and_stays_as_it_is(text: str) -> None:
    line, note = clean_line(text, 50), clean_note(text, 50)
    assert line.isprintable()
    assert len(line) <= 50
    assert clean_line(line, 50) == line
    assert clean_note(note, 50) == note
    assert all(part.isprintable() for part in note.split("\n"))
