"""Words of four languages in the same boxes: nothing of the atlas's is cut off, spills over or makes a page wider than its window."""

import json
from pathlib import Path

import pytest

from pages.kit.router import PAGES, PageEntry
from tests.browser.conftest import OpenWindow, Server
from tests.browser.window import Window

pytestmark = pytest.mark.browser

# Laptop, tablet, phone, and a screen of 1280 by 1024 at 400 %.
SIZES = ((1440, 900), (1024, 768), (390, 844), (320, 256))
# The language with the most words that are long; the others on a page of each kind.
LONGEST = "fr"
CASES = [(entry, LONGEST) for entry in PAGES] + [
    (entry, language) for entry in PAGES for language in ("es", "pt") if entry.slug in {"violence", "money"}
]
# Tells of each element whose words are cut off without a title that has them in full, or stand out of their button or cell.
MEASURE = (Path(__file__).parent / "fit.js").read_text(encoding="utf-8")


# Figures are drawn anew when their room changes: wait until the page keeps its height.
SETTLED = """width => new Promise(done => {
  const main = document.querySelector("[data-testid=stMainBlockContainer]");
  let [before, still] = [0, 0];
  const look = () => {
    const { scrollHeight } = main;
    still = window.innerWidth === width && scrollHeight === before ? still + 1 : 0;
    before = scrollHeight;
    if (still > 8) done(); else requestAnimationFrame(look);
  };
  document.fonts.ready.then(look);
})"""


def resize(window: Window, width: int, height: int) -> None:
    window.page.set_viewport_size({"width": width, "height": height})
    window.wait_for_figures()
    window.page.evaluate(SETTLED, width)


@pytest.mark.parametrize(("entry", "language"), CASES, ids=lambda one: one.slug if isinstance(one, PageEntry) else one)
def test_words_fit_their_boxes(open_window: OpenWindow, server: Server, entry: PageEntry, language: str) -> None:
    window = open_window(server, viewport={"width": SIZES[0][0], "height": SIZES[0][1]})
    path = "" if entry is PAGES[0] else entry.slug
    window.open(f"{path}?lang={language}")
    for width, height in SIZES:
        resize(window, width, height)
        found = window.page.evaluate(MEASURE)
        assert not found["wide"], f"the page is wider than {width} pixels"
        assert found["seen"] > 3, "nothing was measured"
        assert not found["cut"], f"at {width} pixels: {json.dumps(found['cut'], ensure_ascii=False, indent=1)}"


def test_cut_words_are_found(window: Window) -> None:
    window.open("stories?lang=fr")
    resize(window, *SIZES[0])
    assert not window.page.evaluate(MEASURE)["cut"]
    window.page.locator(".st-key-top nav").evaluate(
        "one => { one.style.width = '60px'; one.style.overflow = 'hidden' }"
    )
    found = window.page.evaluate(MEASURE)["cut"]
    assert {"cut off"} <= {one["what"] for one in found}
    assert all("st-key-top" in one["where"] for one in found)
