"""A story as PowerPoint: the button, and the deck that is planned and made when it is clicked, not before."""

import re
import unicodedata

import streamlit as st

from geo.messages import carry
from geo.story import Story
from pages.kit import decks, permalinks

LONGEST_NAME = 60


def download(story: Story, key: str) -> None:
    """Offer a story as PowerPoint, one slide a step."""
    base = permalinks.find_base()  # asked now: the file is made outside of a visitor's run
    st.download_button(
        "PowerPoint", data=carry(lambda: decks.write(decks.plan_story(story, base))), file_name=name_file(story.title, decks.ENDING),
        mime=decks.MEDIA_TYPE, on_click="ignore", icon=":material/co_present:", type="tertiary", key=f"deck_{key}",
    )  # fmt: skip


def name_file(title: str, ending: str) -> str:
    """Return a file name made of a title's letters and numbers."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return f"lac-atlas_{re.sub('[^a-z0-9]+', '-', plain).strip('-')[:LONGEST_NAME] or 'story'}{ending}"
