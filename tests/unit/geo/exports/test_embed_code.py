"""The code of a frame: what is pasted is one element with the attributes that it should have, whatever the finding says."""

from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.exports.embed_code import SANDBOX, frame_address, write_frame
from geo.handout import Handout
from tests.strategies import LAWS


class Reader(HTMLParser):
    """The elements of a piece of HTML, and the text between them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def read(code: str) -> tuple[str, dict[str, str | None]]:
    reader = Reader()
    reader.feed(code)
    assert len(reader.found) == 1
    assert reader.text.strip() == ""
    return reader.found[0]


def handout(**parameters: str) -> Handout:
    return Handout("violence", "Violence", "A finding", "", (), parameters, "stem", (), pd.DataFrame(), ())


@LAWS
@given(title=st.text(), address=st.text(alphabet=st.characters(exclude_characters="\r\n\x00")))
def test_no_text_breaks_out_of_its_attribute(title: str, address: str) -> None:
    tag, attributes = read(write_frame(address, title.replace("\x00", ""), 700))
    assert tag == "iframe"
    assert attributes["src"] == address
    assert attributes["title"] == " ".join(title.replace("\x00", "").split())
    assert set(attributes) == {"src", "title", "width", "height", "loading", "referrerpolicy", "sandbox", "style"}


def test_a_frame_asks_for_no_more_than_it_needs() -> None:
    _, attributes = read(write_frame("https://atlas.example/violence?embed=true", "A finding", 700, 640))
    assert (attributes["width"], attributes["height"], attributes["loading"]) == ("640", "700", "lazy")
    assert attributes["sandbox"] == SANDBOX
    assert "allow-top-navigation" not in SANDBOX
    assert "allow-forms" not in SANDBOX
    assert read(write_frame("a", "b", 700))[1]["width"] == "100%"


def test_the_address_holds_the_view_the_figure_and_the_theme() -> None:
    made = frame_address(
        "https://atlas.example/violence", handout(v="1", indicator="homicide_rate", place=""), "map", "dark"
    )
    assert urlsplit(made).path == "/violence"
    assert parse_qs(urlsplit(made).query) == {
        "v": ["1"], "indicator": ["homicide_rate"], "figure": ["map"], "embed": ["true"], "embed_options": ["dark_theme"],
    }  # fmt: skip
    assert "embed_options" not in frame_address("https://atlas.example/", handout(v="1"))
    with pytest.raises(KeyError):
        frame_address("", handout(), "", "sepia")
