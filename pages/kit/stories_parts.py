"""The parts of the page of stories: the presenter's mode, the story of a link, your own, and those that the atlas brings."""

import secrets

import streamlit as st

from geo import story_link
from geo.messages import current, mark, say
from geo.story import MOST_NOTE, MOST_STEPS, MOST_TITLE, Opened, Story
from pages.kit import (
    components,
    frame,
    markdown,
    parameters,
    router,
    session,
    stage_parts,
    story_deck,
    story_views,
    tongue,
)
from pages.kit.urlstate import ViewState

TOPIC = "stories"
EDITOR, UPLOAD, INCOMING = "story_editor", "story_file", "atlas_incoming_story"
ASKED = "atlas_asked_step"
HEADLINE = mark("Tell it step by step: stories of views, each with its finding")
BELOW = mark(
    "A story is a list of views with a title and a note each. It is presented in the browser, travels in one link, and opens in PowerPoint."
)
EMPTY = mark(
    "Nothing yet. Open any page, set it as you want it to be seen, press “Take it away” and choose “Story”. "
    "Or begin with a copy of a story of the atlas."
)
KEYS = mark(
    "While presenting: arrow keys, Space and Page Down step, N shows your notes, F fills the screen, "
    "a click on a country shows its value, Escape leaves."
)
TOO_LONG = mark("This story is too long for a link. Save it as a file; it opens here, in any browser.")


def present(state: ViewState) -> None:
    """Show the story of the link over the whole window, where the link asks for it, and end the page."""
    opened = story_views.open_story(state.story)
    if state.present != "yes" or not opened.story or not opened.story.steps:
        return
    most = len(opened.story.steps)
    step = min(int(state.step), most)
    asked = min(st.session_state.pop(ASKED, step), most)
    stage_parts.show(opened, step, asked, _take_asked_step)
    raise frame.EmptyViewError(opened.story.title)


def heading() -> None:
    """Show what this page is for."""
    frame.headline(say(HEADLINE), say(BELOW))


def linked(state: ViewState) -> None:
    """Show the story of the link, if it has one, and what is wrong with it."""
    opened = story_views.open_story(state.story)
    _tell(opened)
    if opened.story and state.story not in story_views.SHIPPED:
        _card(opened.story, state.story, say("The story of this link"), "linked")


def columns(state: ViewState) -> None:
    """Show the stories of the atlas, and your own beside them."""
    shipped_side, own_side = st.columns([1.15, 1], gap="large")
    with shipped_side:
        st.subheader(say("Five stories from the data"), anchor=False)
        st.caption(say(KEYS))
        for one in story_views.list_shipped():
            _card(one.story, one.name, one.about, one.name)
    with own_side:
        st.subheader(say("Your own story"), anchor=False)
        _own()


def _card(story: Story, text: str, about: str, key: str) -> None:
    """A story with its steps, and what can be done with it."""
    with st.container(border=True, key=f"story_{key}"):
        st.markdown(f"#### {markdown.escape(story.title)}\n\n{markdown.escape(about)}")
        st.markdown(
            "\n".join(f"{number}. {markdown.escape(one)}" for number, one in enumerate(_titles(story), start=1))
        )
        with st.container(horizontal=True, vertical_alignment="center"):
            link = {parameters.LANGUAGE: current(), "story": text, "step": "1", "present": "yes"}
            page = router.list_pages()[story_views.PAGE]
            st.page_link(page, label=say("Present"), icon=":material/slideshow:", query_params=link)
            story_deck.download(story, key)
            st.button(
                say("Edit a copy"),
                key=f"copy_{key}",
                icon=":material/edit:",
                type="tertiary",
                on_click=_take_in,
                args=(story,),
            )


def _titles(story: Story) -> list[str]:
    return [step.title or router.find_entry(step.slug).title for step in story.steps] or [
        say("This story has no steps.")
    ]


def _own() -> None:
    """The editor, which keeps the story in the browser, and what the server makes of it."""
    revision, _, text = (session.picked_in(EDITOR, "story") or "").partition("\n")
    opened = story_link.read_file(text.encode(errors="replace"), story_views.known_pages()) if text else Opened(None)
    link = story_link.write_link(opened.story) if opened.story and opened.story.steps else ""
    fits = bool(link) and story_link.fits_link(link)
    components.story_editor(
        {
            "pages": {slug: router.find_entry(slug).title for slug in story_views.known_pages()},
            "revision": revision,
            "link": story_views.link_story(link) if fits else "",
            "present": story_views.link_story(link, is_presented=True) if fits else "",
            "problem": " ".join((*opened.problems, *([say(TOO_LONG)] if link and not fits else []))),
            "incoming": st.session_state.get(INCOMING),
            "empty": say(EMPTY),
            "most_steps": MOST_STEPS,
            "most_title": MOST_TITLE,
            "most_note": MOST_NOTE,
        },
        EDITOR,
    )
    if opened.story and opened.story.steps:
        story_deck.download(opened.story, "own")
    _open_file()


def _open_file() -> None:
    """A place to drop the file of a story; it goes to the editor, which asks before it replaces anything."""
    label = say("Open a story from a file")
    st.file_uploader(label, type="json", key=UPLOAD, on_change=_take_file, max_upload_size=1)
    _tell(st.session_state.get(f"{INCOMING}_told", Opened(None)))


def _take_file() -> None:
    # This runs before the page, which chooses the language.
    tongue.take_up()
    file = st.session_state.get(UPLOAD)
    opened = story_link.read_file(file.getvalue(), story_views.known_pages()) if file else Opened(None)
    st.session_state[f"{INCOMING}_told"] = opened
    if opened.story:
        _take_in(opened.story)


def _take_in(story: Story) -> None:
    """Hand a story to the editor of this browser; for callbacks."""
    # An id of its own: the same story may be asked for twice, and the browser takes each offer once.
    st.session_state[INCOMING] = {"id": secrets.token_hex(8), "story": story_link.as_mapping(story)}


def _take_asked_step() -> None:
    """Remember for the next run which figures the browser misses. The address is the browser's, which may be a step further already."""
    asked = getattr(st.session_state.get("stage"), "asked", None)
    if isinstance(asked, int) and 1 <= asked <= MOST_STEPS:
        st.session_state[ASKED] = asked


def _tell(opened: Opened) -> None:
    if opened.problems:
        st.warning("  \n".join(map(markdown.escape, opened.problems)), icon=":material/link_off:")
