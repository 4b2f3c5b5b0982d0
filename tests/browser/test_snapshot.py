"""The snapshot opened from its folder, as from a stick, and from the proxy in place of a process that does not answer."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import PATIENCE_MS, REPOSITORY
from tests.browser.proxy import free_port, run_nginx

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
LAPTOP = {"width": 1440, "height": 900}
COLOUR = re.compile(r"^#[0-9a-f]{6}$")  # of a class, neither hatched nor empty


class Reader:
    """A page of the snapshot, with everything that it asked for and complained of."""

    def __init__(self, page: Page, root: str) -> None:
        self.page = page
        self.root = root
        self.asked: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def open(self, path: str) -> None:
        self.page.goto(f"{self.root}/{path}")

    def country(self, iso3: str) -> Locator:
        return self.page.locator(f'.figure.map .world [role="button"][data-id="{iso3}"]').first

    def expect_quiet(self) -> None:
        """Nothing was asked of any other place, and nothing was complained of."""
        assert self.asked
        assert [url for url in self.asked if not url.startswith((f"{self.root}/", "data:"))] == []
        assert self.complaints == []


@contextmanager
def open_reader(chromium: Browser, root: str, **options: object) -> Iterator[Reader]:
    context = chromium.new_context(**({"viewport": LAPTOP, "color_scheme": "light"} | options))
    context.set_default_timeout(PATIENCE_MS)
    try:
        yield Reader(context.new_page(), root)
    finally:
        context.close()


@pytest.fixture
def stick(chromium: Browser, snapshot: Path) -> Iterator[Reader]:
    """Return a reader of the folder itself, without a server."""
    with open_reader(chromium, snapshot.as_uri()) as reader:
        yield reader


def test_a_map_is_painted_picked_and_switched_from_a_folder(stick: Reader) -> None:
    stick.open("index.html")
    expect(stick.country("BRA")).to_have_attribute("fill", COLOUR)
    stick.page.get_by_role("link", name="Rule of law", exact=False).last.click()
    stick.country("CHL").click()
    expect(stick.page.locator(".card #title")).to_have_text("Chile")
    expect(stick.page).to_have_url(f"{stick.root}/atlas/rule_of_law.html#place=CHL")

    stick.page.locator("form.choices").get_by_text("Caribbean", exact=True).click()
    expect(stick.page.locator('.ranking .rows button[data-id="BRB"]')).to_be_visible()
    expect(stick.page.locator('.ranking .rows button[data-id="BRA"]')).to_have_count(0)
    # What was picked stays picked under another choice, as on the live page.
    expect(stick.page.locator(".card #title")).to_have_text("Chile")
    stick.page.go_back()
    expect(stick.page.locator('.ranking .rows button[data-id="BRA"]')).to_be_visible()
    stick.expect_quiet()


def test_a_table_is_sorted_and_the_search_leads_to_a_record(stick: Reader) -> None:
    stick.open("atlas/homicide_rate.html")
    first = stick.page.locator(".table tbody tr").first
    expect(first).to_contain_text("Honduras")
    stick.page.get_by_role("button", name="Country").click()
    expect(first).to_contain_text("Antigua and Barbuda")
    expect(first).not_to_contain_text("Honduras")

    stick.page.get_by_role("combobox").fill("288331")
    stick.page.get_by_role("option", name="288331").click()
    expect(stick.page.locator(".record h3")).to_contain_text("armas de fuego")
    stick.expect_quiet()


def test_a_mark_of_money_lists_its_records_and_a_wrong_link_is_told_calmly(stick: Reader) -> None:
    stick.open("atlas/money.html#measure=committed&chart=femicides")
    expect(stick.page.get_by_role("status").first).to_contain_text("this snapshot does not have")
    stick.page.locator('.chart [data-mark*="caribbean"]').first.click()
    listed = stick.page.locator("section.lines")
    expect(listed.locator("h2")).to_contain_text("Caribbean")
    expect(listed).to_contain_text("EUR 33,000,000")
    listed.get_by_role("button", name="SECURITY SECTOR REFORM").click()
    expect(stick.page.locator(".record h3")).to_contain_text("SECURITY SECTOR REFORM")
    expect(listed).to_have_count(0)
    stick.expect_quiet()


def test_a_story_is_stepped_and_presented_by_keys_alone(stick: Reader) -> None:
    stick.open("atlas/story-prisons.html")
    titles = stick.page.locator("main h1")
    first = titles.inner_text()
    stick.page.keyboard.press("ArrowRight")
    expect(titles).not_to_have_text(first)
    stick.page.keyboard.press("p")
    stage = stick.page.locator("dialog.stage")
    expect(stage).to_be_visible()
    expect(stage.locator('.map [data-id="BRA"]').first).to_be_visible()
    stick.page.keyboard.press(" ")
    expect(stage.locator("p.count")).to_contain_text("3 /")
    stick.expect_quiet()


def test_space_in_a_figure_is_for_its_button_and_backwards_with_shift(stick: Reader) -> None:
    stick.open("atlas/story-prisons.html#step=2")
    titles = stick.page.locator("main h1")
    second = titles.inner_text()
    button = stick.page.locator(".ranking .rows button").first
    button.press(" ")
    expect(stick.page).to_have_url(re.compile(r"step=2&place="))
    expect(titles).to_have_text(second)
    titles.click()
    stick.page.keyboard.press("Shift+Space")
    expect(stick.page).to_have_url(re.compile(r"step=1$"))
    expect(titles).not_to_have_text(second)
    stick.expect_quiet()


def test_the_stage_begins_where_the_page_is_and_leaves_for_it(stick: Reader) -> None:
    stick.open("atlas/story-prisons.html")
    stage = stick.page.locator("dialog.stage")
    count = stage.locator("p.count")
    stick.page.keyboard.press("p")
    expect(count).to_contain_text("1 /")
    stick.page.keyboard.press("End")
    expect(count).to_contain_text("6 /")
    stick.page.reload()
    stick.page.locator('[data-step="3"]').click()
    stick.page.keyboard.press("p")
    expect(count).to_contain_text("4 /")
    # No page of the snapshot has this view: there is none to open, and Escape leads back to the step.
    expect(stage.locator("a.leave")).to_be_hidden()
    stick.page.keyboard.press("Escape")
    expect(stage).to_be_hidden()
    expect(stick.page.locator("[data-way]")).to_be_hidden()
    expect(stick.page.locator("[data-count]")).to_have_text("4 of 6")
    stick.page.keyboard.press("ArrowLeft")
    expect(stick.page.locator("[data-way]")).to_be_visible()
    stick.expect_quiet()


def test_a_phone_shows_dark_pages_and_the_choice_of_light_is_kept(chromium: Browser, snapshot: Path) -> None:
    with open_reader(chromium, snapshot.as_uri(), viewport=PHONE, color_scheme="dark") as reader:
        for path in ("index.html", "atlas/money.html", "atlas/country-COL.html", "atlas/story-region.html"):
            reader.open(path)
            expect(reader.page.locator(".figure").first).to_be_visible()
            assert reader.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], path
        ground = "getComputedStyle(document.documentElement).backgroundColor"
        assert reader.page.evaluate(ground) == "rgb(16, 22, 29)"
        reader.open("atlas/homicide_rate.html")
        expect(reader.country("HND")).to_have_attribute("fill", COLOUR)
        dark = reader.country("HND").get_attribute("fill")
        reader.page.get_by_role("button", name="Dark").click()
        expect(reader.country("HND")).not_to_have_attribute("fill", str(dark))
        reader.open("atlas/rule_of_law.html")
        assert reader.page.evaluate(ground) == "rgb(253, 252, 249)"
        reader.expect_quiet()


def test_the_proxy_answers_with_the_snapshot_when_no_process_does(
    chromium: Browser, snapshot: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(REPOSITORY / "deploy" / "nginx", tmp_path / "nginx"))
    port, dead = free_port(), free_port()
    whole = (folder / "nginx.conf").read_text(encoding="utf-8")
    whole = whole.replace("include upstream.conf;", "include upstream.conf;\n  include fallback/pages.conf;")
    (folder / "nginx.conf").write_text(
        whole.replace("include listen.conf;", "include listen.conf;\n    include fallback/server.conf;")
    )
    server = folder / "fallback" / "server.conf"
    server.write_text(server.read_text(encoding="utf-8").replace("/srv/snapshot/", f"{snapshot}/"))
    (folder / "upstream.conf").write_text(f"upstream atlas {{ server 127.0.0.1:{dead}; }}")
    (folder / "listen.conf").write_text(f"listen 127.0.0.1:{port};")
    with run_nginx(folder, port) as url:
        with urlopen(Request(f"{url}/money?v=1&measure=committed")) as answer:
            assert answer.url == f"{url}/snapshot/atlas/money.html"
        # Who asks whether the atlas is back must hear that it is not.
        with pytest.raises(HTTPError) as refused:
            urlopen(f"{url}/_stcore/health")
        assert refused.value.code == 503
        with open_reader(chromium, f"{url}/snapshot") as reader:
            reader.page.goto(f"{url}/violence?v=1")
            expect(reader.country("BRA")).to_be_visible()
            reader.asked.remove(f"{url}/violence?v=1")
            reader.expect_quiet()
