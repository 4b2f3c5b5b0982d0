"""The tab for the presenter: the view as slides with charts and tables that can be edited."""

import streamlit as st

from geo.exports.slides.content import Deck, Picture, Slide, Table
from geo.handout import Handout
from geo.messages import carry, mark, say, say_count
from geo.spelling import list_all
from pages.kit import decks, markdown, permalinks
from pages.kit.urlstate import ViewState

ABOUT = mark(
    "Charts and tables are PowerPoint's own: a right click on a chart and “Edit Data” opens its numbers in full, with the rows and sources of "
    "this view on a second sheet. Maps are pictures of 3,000 pixels. The source stands at the foot of each slide; filters, reading notes and "
    "caveats stand in its notes."
)
KINDS = {Picture: mark("picture"), Table: mark("table")}


def show(handout: Handout, _state: ViewState, _topic: str) -> None:
    """Tell which slides there are, and offer them as one file, which is made when it is asked for."""
    deck = decks.plan_view(handout, permalinks.absolute(handout))
    st.markdown(f"**{_count(deck)}**")
    _offer(deck, handout.stem)
    st.caption(say(ABOUT))
    st.markdown("\n".join(f"{at}. {_tell(slide, deck.slides[0])}" for at, slide in enumerate(deck.slides, 1)))


def _offer(deck: Deck, stem: str) -> None:
    """Draw the button that makes a deck when it is clicked."""
    st.download_button(
        "PowerPoint", data=carry(lambda: decks.write(deck)), file_name=f"{stem}{decks.ENDING}", mime=decks.MEDIA_TYPE, on_click="ignore",
        icon=":material/slideshow:", type="primary", key="take_slides",
    )  # fmt: skip


def _count(deck: Deck) -> str:
    return say_count("{n} slide, 16:9", "{n} slides, 16:9", len(deck.slides))


def _tell(slide: Slide, first: Slide) -> str:
    """What a slide shows, and as what; one that has the view's finding as its heading is told by the line below it."""
    text = slide.below if slide is not first and slide.title == first.title and slide.below else slide.title
    kinds = [say(KINDS[type(one.content)]) if type(one.content) in KINDS else say("chart") for one in slide.exhibits]
    return f"{markdown.escape(text)} ({list_all(kinds)})"
