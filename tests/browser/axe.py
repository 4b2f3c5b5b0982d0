"""What axe-core holds against a page: each violation that keeps somebody out, as one line; those of Streamlit alone are told apart."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.window import Window

Theme = Literal["light", "dark"]
BOTH: tuple[Theme, ...] = ("light", "dark")
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
_THEMED = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
_GRAVE = frozenset({"serious", "critical"})
_AXE = Axe()
# The ground of each theme: the page has it when the theme has arrived.
_GROUNDS = {"light": "rgb(253, 252, 249)", "dark": "rgb(16, 22, 29)"}
_ARRIVED = """ground => getComputedStyle(document.querySelector("[data-testid=stApp]")).backgroundColor === ground
  && document.getAnimations().every(one => one.playState !== "running")"""
_MOST_STEPS = 5  # what is as high as a part of the window grows with it
# On a phone the page ends so far above the window's edge that a card can lie below it.
_LOW_FOOT = "[data-testid=stMainBlockContainer] { padding-bottom: 6rem !important }"
_FEW_ROWS = ":is(tbody tr, .rows > *, .decision):nth-child(n + 13) { display: none }"
_SHORTEN = """rule => {
  const sheet = (globalThis.atlasShort ??= new CSSStyleSheet());
  sheet.replaceSync(rule);
  for (const { shadowRoot } of document.querySelectorAll("*")) {
    if (shadowRoot && !shadowRoot.adoptedStyleSheets.includes(sheet)) shadowRoot.adoptedStyleSheets.push(sheet);
  }
}"""
_MAIN = "document.querySelector('[data-testid=stMain]')"


@dataclass(frozen=True)
class Foreign:
    """A violation that Streamlit causes and no public part of it can mend: axe's rule, what stands in the element, who was told."""

    rule: str
    html: str
    upstream: str


_STREAMLIT = "https://github.com/streamlit/streamlit/issues/"
# The sections of the phone's menu are put into its list as `div`; the issue asks for accessible pages in general.
MENU = (
    Foreign("list", 'data-testid="stSidebarNavItems"', f"{_STREAMLIT}8399"),
    Foreign("listitem", "<li", f"{_STREAMLIT}8399"),
)


def list_violations(
    window: Window, expected: tuple[Foreign, ...] = (), *, themes: tuple[Theme, ...] = BOTH
) -> list[str]:
    """Return the grave violations in the first theme, and what the next one changes of them.

    An expected violation is left out, but named where it is no longer there.
    """
    page = window.page
    window.wait_for_figures()
    if expected != MENU:
        expect(page.get_by_test_id("stSidebar")).to_be_hidden()  # on a phone it folds itself when the page has come
    lines = []
    with _whole_in_sight(page):
        for theme in themes:
            page.emulate_media(color_scheme=theme)
            page.wait_for_function(_ARRIVED, arg=_GROUNDS[theme])
            is_first = theme == themes[0]
            found = _run(page, _TAGS if is_first else _THEMED, expected if is_first else ())
            lines += [f"{theme}: {line}" for line in found]
    return lines


@contextmanager
def _whole_in_sight(page: Page) -> Iterator[None]:
    """Make the window as high as what scrolls in it: axe judges no contrast beyond its edge, and says nothing of that.

    Of many rows that are alike the first ones are enough, in all of a page's shadow roots.
    """
    before = page.viewport_size
    assert before is not None
    page.evaluate(_SHORTEN, _FEW_ROWS)
    page.add_style_tag(content=_LOW_FOOT)
    page.evaluate(f"{_MAIN}.scrollTo(0, 0)")
    height = before["height"]
    for _ in range(_MOST_STEPS):
        needed = page.evaluate(f"{_MAIN}.scrollHeight")
        if needed <= height:
            break
        height = needed + 200
        page.set_viewport_size({"width": before["width"], "height": height})
        page.wait_for_function("height => innerHeight === height", arg=height)
    yield
    page.set_viewport_size(before)
    page.evaluate(_SHORTEN, "")


def _run(page: Page, rules: Any, expected: tuple[Foreign, ...]) -> list[str]:
    """Raises RuntimeError where a rule of axe's failed, which it would tell as something to look at."""
    answer = _AXE.run(page, options={"runOnly": rules, "resultTypes": ["violations", "incomplete"]}).response
    broken = [one["error"]["message"] for one in answer["incomplete"] if "error" in one]
    if broken:
        raise RuntimeError(f"axe could not follow all of its rules: {broken}")
    grave = [one for one in answer["violations"] if one["impact"] in _GRAVE]
    found = [(violation, node) for violation in grave for node in violation["nodes"]]
    own = [_tell(*one) for one in found if not any(_is(foreign, *one) for foreign in expected)]
    gone = [foreign for foreign in expected if not any(_is(foreign, *one) for one in found)]
    return own + [f"{one.rule} of {one.html} is mended: take it off the list, {one.upstream}" for one in gone]


def _is(foreign: Foreign, violation: dict[str, Any], node: dict[str, Any]) -> bool:
    return bool(foreign.rule == violation["id"] and foreign.html in node["html"])


def _tell(violation: dict[str, Any], node: dict[str, Any]) -> str:
    return f"{violation['id']}: {node['html'][:200]} — {' '.join(node['failureSummary'].split())[:300]}"
