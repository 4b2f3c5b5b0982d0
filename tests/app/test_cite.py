"""The tab that cites a number: what is chosen comes first, each form holds the cell, and the day is the visitor's."""

from collections.abc import Callable
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from pages.kit import take_away
from pages.kit.handouts import list_slugs
from tests.app.reading import components, drawn

Open = Callable[..., AppTest]
FORMS = ("cite_text", "cite_bib", "cite_ris")


def open_tab(open_page: Open, slug: str, **query: str) -> AppTest:
    return run_again(open_page(slug, **query))


def run_again(app: AppTest) -> AppTest:
    """Without a browser a run is always of the whole page, which closes a dialog that is not asked for again."""
    app.session_state[take_away._ASKED] = "Cite"
    return app.run()


def told(app: AppTest, form: str) -> str:
    return str(drawn(app, form)["text"])


@pytest.mark.parametrize("slug", list_slugs())
def test_every_view_opens_the_tab(open_page: Open, slug: str) -> None:
    app = open_tab(open_page, slug)
    assert not app.exception
    assert not app.error
    # A page of documents alone has no number; every other has one.
    assert set(FORMS) <= components(app) or slug == "sources"


def test_the_chosen_country_comes_first_with_its_cell(open_page: Open) -> None:
    app = open_tab(open_page, "violence", place="HND")
    text = told(app, "cite_text")
    assert text.startswith("Homicide rate, Honduras, 2011 or most recent year: 91.6 per 100,000 inhabitants.")
    assert "Annex F, p. 151, row “Honduras”" in text
    assert "The document prints other values too" in text
    assert "violence?v=1&lang=en&indicator=homicide_rate&place=HND" in text
    assert "@incollection{lac_atlas_indicator_homicide_rate_hnd," in told(app, "cite_bib")
    assert told(app, "cite_ris").endswith("ER  - \n")


def test_another_value_is_one_choice_away_and_one_not_reported_is_no_zero(open_page: Open) -> None:
    app = open_tab(open_page, "prisons", indicator="judges_per_100k")
    app.selectbox(key="cite_value").set_value("indicator/judges_per_100k/CUB")
    text = told(run_again(app), "cite_text")
    assert text.startswith("Judges and magistrates, Cuba, 2010: not reported.")
    assert "that is not zero" in text
    assert ": 0" not in text


def test_a_record_comes_before_the_total_of_its_view(open_page: Open) -> None:
    app = open_tab(open_page, "money", measure="contracted", record="256253")
    assert told(app, "cite_text").startswith("Contracted by contract 256253")
    app.selectbox(key="cite_value").set_value("sum/contracted/total")
    total = told(run_again(app), "cite_text")
    assert "Sum of 154 contracts; computed by the atlas, printed in no document" in total
    assert "(Annex H, pp. 154-" in total
    assert "committed" not in total.lower().replace("measure=committed", "")


def test_the_day_is_the_visitors(open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    day = "2026-03-01"
    monkeypatch.setattr("pages.kit.visitor_day.today", lambda: date.fromisoformat(day))
    app = open_tab(open_page, "violence", place="SLV")
    assert "Retrieved 1 March 2026" in told(app, "cite_text")
    assert f"urldate = {{{day}}}" in told(app, "cite_bib")
    assert "Y2  - 2026/03/01" in told(app, "cite_ris")
