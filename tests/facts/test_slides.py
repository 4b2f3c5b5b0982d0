"""Slides of every page and every shipped story: they open, hold the numbers of the download, name their sources, and nothing runs out."""

import shutil
import subprocess
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from openxml_audit import validate_pptx
from pptx import Presentation

from geo.exports.slides import plan
from geo.handout import Handout
from pages.kit import decks, handouts, router, story_views, urlstate
from tests.unit.geo.exports.slides.opened import list_charts, open_pages, read_notes, read_texts, walk, write

ADDRESS = "https://atlas.example/"
STATES: dict[str, tuple[dict[str, str], ...]] = {
    "country": ({"place": "HND"}, {"place": "ATG"}, {"place": "andean_community"}),
    "money": (
        {"chart": "years", "measure": "contracted"}, {"chart": "dates", "measure": "contracted"}, {"chart": "flow"},
        {"by": "decision", "split": "sector"}, {"by": "recipient", "split": "decision", "bars": "grouped"}, {"q": "no such words"},
    ),
    "commitments": ({"spread": "equal_shares", "subregion": "caribbean"},),
    "compare": ({"scale": "log", "x": "prisoners_per_100k", "y": "judges_per_100k", "pins": "HND,MEX,SUR"},),
    "violence": ({"indicator": "rule_of_law", "subregion": "caribbean", "doubtful": "hide"},),
}  # fmt: skip
VIEWS = [(slug, query) for slug in handouts.list_slugs() for query in ({}, *STATES.get(slug, ()))]


@cache
def hand_out(slug: str, **query: str) -> Handout:
    state, problems = urlstate.read(query, router.find_entry(slug).topic)
    assert problems == ()
    return handouts.make(slug, state)


@cache
def make(slug: str, **query: str) -> bytes:
    """Return the deck of a view, written once for all tests."""
    return write(decks.plan_view(hand_out(slug, **query), ADDRESS))


@pytest.mark.parametrize(
    ("slug", "query"), VIEWS, ids=lambda one: one if isinstance(one, str) else "+".join(one.values())
)
def test_every_view_makes_a_deck_on_which_nothing_runs_out(slug: str, query: dict[str, str], tmp_path: Path) -> None:
    handout, file = hand_out(slug, **query), make(slug, **query)
    presentation = Presentation(BytesIO(file))
    pages = list(presentation.slides)
    assert len(pages) == max(1, sum(plan.read(handout, one) is not None for one in handout.figures))
    assert pages[0].shapes.title.text == handout.title
    for page in pages:
        assert page.shapes.title.text.strip()
        assert "Source:" in read_texts(page)
        assert "Filters: " in read_notes(page)
        for shape in page.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= presentation.slide_width, shape.name
            assert shape.top + shape.height <= presentation.slide_height, shape.name
    path = tmp_path / "deck.pptx"
    path.write_bytes(file)
    found = validate_pptx(path)
    assert found.is_valid, [str(error) for error in found.errors]


def test_bars_of_an_indicator_hold_the_values_of_the_download() -> None:
    handout = hand_out("violence")
    values = handout.rows.set_index("country")["value"].dropna()
    pages = open_pages(make("violence"))
    chart = next(chart for page in pages for chart in list_charts(page))
    names = [str(one).split(" (")[0] for one in chart.plots[0].categories]
    assert dict(zip(names, chart.plots[0].series[0].values, strict=True)) == values.to_dict()
    missing = set(handout.rows["country"]) - set(names)
    assert missing
    texts = "".join(map(read_texts, pages))
    assert all(name in texts for name in missing)


@pytest.mark.parametrize(
    "query", [{}, {"measure": "contracted"}, {"early": "leave_out"}], ids=lambda one: "+".join(one.values()) or "plain"
)
def test_bars_of_money_add_up_to_the_download_to_the_cent(query: dict[str, str]) -> None:
    handout = hand_out("commitments", **query)
    total = round(100 * handout.rows["amount_eur"].sum())
    charts = [chart for page in open_pages(make("commitments", **query)) for chart in list_charts(page)]
    sums = [
        sum(round(100 * (value or 0)) for series in chart.plots[0].series for value in series.values)
        for chart in charts
    ]
    # The first two are money for regions and for single countries, which together are the whole; each of the others is.
    assert sums[0] + sums[1] == total
    assert set(sums[2:]) == {total}
    assert len(sums) > 4


def test_years_hold_the_amounts_of_the_download() -> None:
    handout = hand_out("money", chart="years")
    by_year = handout.rows.groupby("decision_year")["amount_eur"].sum()
    chart = next(chart for page in open_pages(make("money", chart="years")) for chart in list_charts(page))
    drawn = {
        str(year).rstrip("*"): value
        for year, value in zip(chart.plots[0].categories, chart.plots[0].series[0].values, strict=True)
        if value is not None
    }
    assert drawn == {str(int(year)): round(amount, 2) for year, amount in by_year.items()}
    assert max(value for value in chart.plots[1].series[0].values if value) == pytest.approx(by_year.sum(), abs=0.005)


def test_a_scatter_holds_both_values_of_each_country() -> None:
    handout = hand_out("compare")
    rows = handout.rows[handout.rows["is_plotted"]]
    chart = next(chart for page in open_pages(make("compare")) for chart in list_charts(page))
    drawn = sorted(value for series in chart.plots[0].series for value in series.iter_values())
    assert drawn == sorted(rows["y_value"].astype(float))


def test_no_slide_gives_money_of_both_measures_as_one() -> None:
    texts = "".join(map(read_texts, open_pages(make("commitments"))))
    committed = hand_out("commitments").rows["committed_eur"].sum()
    contracted = hand_out("commitments").rows["contracted_eur"].sum()
    assert f"{(committed + contracted) / 1e6:.1f}" not in texts
    assert f"{committed / 1e6:.1f}" in texts


@pytest.mark.parametrize("name", story_views.SHIPPED)
def test_every_story_of_the_atlas_is_a_deck(name: str) -> None:
    story = next(one.story for one in story_views.list_shipped() if one.name == name)
    deck = decks.plan_story(story, ADDRESS)
    pages = open_pages(write(deck))
    assert len(pages) == len(story.steps) + 2
    for step, page in zip(story.steps, pages[1:-1], strict=True):
        assert page.shapes.title.text == step.title
        assert read_notes(page).startswith(step.note)
        assert f"{ADDRESS}{step.slug}" in read_notes(page)
    assert "Sources and caveats" in pages[-1].shapes.title.text
    assert "Figure" not in [shape.name for shape in walk(pages[0].shapes)]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_every_slide(tmp_path: Path) -> None:
    file = tmp_path / "deck.pptx"
    file.write_bytes(make("compare", pins="HND,MEX"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    made = (tmp_path / "deck.pdf").read_bytes()
    assert made.count(b"/Type/Page\n") + made.count(b"/Type/Page/") == len(open_pages(file.read_bytes()))
