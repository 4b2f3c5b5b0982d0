"""Hands: what is clicked is 24 by 24 pixels or more (WCAG 2.5.8) on every page, laptop and phone, and no motion where none is wanted.

What is smaller passes where a click 11.5 pixels from its middle still meets it, as the standard's spacing has it where nothing else
is that near, and where it is a link in a line of words. Left out are marks that stand where their values put them, which the standard
calls essential: each of them does what a row of the ranking, the list or the table does, and a click between two takes the nearer.
"""

import pytest

from tests.browser.conftest import LAPTOP, OpenWindow, Server
from tests.browser.window import Window

pytestmark = pytest.mark.browser

LEAST = 24
PHONE = {"width": 390, "height": 844}
ESSENTIAL = (
    ".map svg [data-id]",  # countries: as large as they are
    ".scatter svg [data-id]",
    ".strips .dot",  # the whole strip is hit, and takes the nearest
    ".distribution .dot",
    ".treemap [data-mark]",  # as large as their amounts
    ".dates .contract",
    ".flow [data-mark]",
    ".timeline .event",
)
# Streamlit's own, inside a list of several choices: the cross of a choice, and the one that clears all. The Backspace key does both.
STREAMLITS = '[data-testid="stMultiSelect"] button'
# The pages with what differs in their targets: a country chosen, each chart, a decision open.
PATHS = (
    "violence?v=1&place=HND", "commitments", "money?v=1&record=FED/2008/021-025", "money?v=1&chart=treemap", "need", "reconciliation",
    "context", "country?v=1&place=GTM", "alliances", "compare?v=1&pins=HTI,GTM", "gaps?v=1&place=HTI", "sources", "check", "stories",
)  # fmt: skip
FIND = """({ least, essential, streamlits }) => {
  const wanted = "button, a[href], input, select, textarea, summary, [role=button], [role=option], [role=tab]";
  const isSeen = (node) => node.checkVisibility({ visibilityProperty: true }) && node.getClientRects().length > 0 && !node.disabled
    && !node.closest("[aria-hidden=true]");
  const isTarget = (node, isOurs) =>
    (isOurs ? node.matches(wanted) : node.matches('[class*="st-key-"] :is(button, a[href])') && !node.matches(streamlits));
  const list = (root, isOurs) => [...root.querySelectorAll("*")].flatMap((node) => [
    ...(node.shadowRoot ? list(node.shadowRoot, true) : []),
    ...(isTarget(node, isOurs) && isSeen(node) ? [node] : []),
  ]);
  const found = list(document, false);
  const isLarge = ({ width, height }) => width > least - 0.01 && height > least - 0.01;
  const isUnseen = ({ width, height }) => width <= 1.5 && height <= 1.5; // shown while it has the focus
  const isInWords = (node) => node.tagName === "A" && getComputedStyle(node).display === "inline";
  const isHit = (node) => {
    const { left, top, width, height } = node.getBoundingClientRect();
    const [x, y, reach] = [left + width / 2, top + height / 2, (least - 1) / 2];
    return [[0, 0], [0, reach], [0, -reach], [reach, 0], [-reach, 0]].every(([dx, dy]) => {
      const hit = node.getRootNode().elementFromPoint(x + dx, y + dy);
      return hit && (node.contains(hit) || (hit.dataset.same && hit.dataset.same === node.dataset.mark) || hit.closest("label")?.contains(node));
    });
  };
  const isAlone = (node) => {
    const { left, top, width, height } = node.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    return found.every((other) => {
      if (other === node || other.contains(node) || node.contains(other)) return true;
      const box = other.getBoundingClientRect();
      return Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom)) >= least / 2;
    });
  };
  const small = found.filter((node) => {
    const box = node.getBoundingClientRect();
    if (isLarge(box) || isUnseen(box) || isInWords(node) || node.matches(essential)) return false;
    node.scrollIntoView({ block: "center" });
    return !isHit(node) && !isAlone(node);
  });
  const tell = (node) => `${node.tagName} .${node.className.baseVal ?? node.className} "${node.getAttribute("aria-label") ?? node.textContent}"`;
  return { number: found.length, small: [...new Set(small.map(tell))] };
}"""


def find_small(window: Window) -> tuple[int, list[str]]:
    asked = {"least": LEAST, "essential": ", ".join(ESSENTIAL), "streamlits": STREAMLITS}
    window.wait_for_figures()
    found = window.page.evaluate(FIND, asked)
    return found["number"], found["small"]


MOVES = """() => {
  const list = (root) => [...root.querySelectorAll("*")].flatMap((node) => [node, ...(node.shadowRoot ? list(node.shadowRoot) : [])]);
  const ours = [...document.querySelectorAll("*")].flatMap((node) => (node.shadowRoot ? list(node.shadowRoot) : []));
  const isMoving = (node) => [null, "::before", "::after"].some((part) => {
    const { transitionDuration, transitionProperty, animationName, animationDuration } = getComputedStyle(node, part);
    const lasts = (text) => text.split(",").some((one) => parseFloat(one) > 0.01);
    return (lasts(transitionDuration) && transitionProperty !== "none") || (animationName !== "none" && lasts(animationDuration));
  });
  return [ours.length, [...new Set(ours.filter(isMoving).map((node) => `${node.tagName} .${node.className.baseVal ?? node.className}`))]];
}"""


@pytest.mark.parametrize("path", PATHS)
def test_targets_are_large_enough_and_nothing_moves_for_who_asked_for_that(
    open_window: OpenWindow, server: Server, path: str
) -> None:
    window = open_window(server)
    window.open(path)
    for size in (LAPTOP, PHONE):
        window.page.set_viewport_size(size)
        window.page.wait_for_function("width => window.innerWidth === width", arg=size["width"])
        number, small = find_small(window)
        assert number > 2
        assert small == [], f"too small at {size['width']} pixels"
    window.page.emulate_media(reduced_motion="reduce")
    number, moving = window.page.evaluate(MOVES)
    assert number > 5
    assert moving == []


def test_what_is_too_small_or_moves_is_found(window: Window) -> None:
    """The checks above find something: two buttons in each other's way, and countries that fade for everybody else."""
    window.open("violence")
    window.page.evaluate(
        """() => {
          const host = document.body.appendChild(document.createElement("div"));
          host.style.cssText = "position: fixed; top: 300px; left: 300px; z-index: 9999999";
          const style = "width: 12px; height: 12px; padding: 0; border: 0";
          host.attachShadow({ mode: "open" }).innerHTML = ["a", "b"].map((one) => `<button style="${style}">${one}</button>`).join("");
        }"""
    )
    number, small = find_small(window)
    assert number > 50
    assert [one.split('"')[1] for one in small] == ["a", "b"]
    _, moving = window.page.evaluate(MOVES)
    assert any("area" in one for one in moving)
