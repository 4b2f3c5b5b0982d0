"""What the served page may not do: run a script that is not the server's, send data elsewhere; and what a probe is told."""

import json
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

from data.integrity import SUMS, find_version, hash_file
from data.store import BUILT_FOLDER
from tests.browser.window import Window

pytestmark = pytest.mark.browser

INJECT = """() => {
  const script = document.createElement("script");
  script.textContent = "window.injected = true";
  document.head.append(script);
  let evaluated = true;
  try { window.eval("1"); } catch { evaluated = false; }
  return [window.injected === true, evaluated];
}"""


def test_a_script_that_is_not_the_servers_does_not_run(window: Window) -> None:
    window.open("sources")
    assert window.page.evaluate(INJECT)[0] is False
    assert any("Content Security Policy" in complaint for complaint in window.complaints)
    expect(window.headline).to_be_visible()


def test_a_probe_is_told_the_version_and_the_data(window: Window) -> None:
    with urlopen(f"{window.server_url}/readyz") as answer:
        told = json.load(answer)
    assert told == {"status": "ready", "version": find_version(), "data": hash_file(BUILT_FOLDER / SUMS)}
    assert answer.headers["x-content-type-options"] == "nosniff"
