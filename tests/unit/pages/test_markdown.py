"""Texts of documents and links show as they are: nothing in them is drawn, followed or fetched."""

import re

import pytest

from pages.kit.markdown import escape


@pytest.mark.parametrize(
    "text",
    [
        "![](http://elsewhere/x.png)",
        "[here](www.elsewhere.org)",
        "**bold** _it_ `code`",
        "<b>1</b> & $x$ :red[no] a|b ~~c~~ # d",
    ],
)
def test_no_mark_is_left_to_markdown(text: str) -> None:
    escaped = escape(text)
    assert re.sub(r"\\(.)", r"\1", escaped) == text
    for mark in "[]*_`<$:&|~#.":
        assert not re.search(rf"(?<!\\){re.escape(mark)}", escaped)


def test_plain_text_stays_plain() -> None:
    assert escape("Saint Kitts (2011), 5 - 3 + 1!") == "Saint Kitts (2011), 5 - 3 + 1!"
