"""Pictures and briefs of the real data: nothing is cut off, nothing overflows, and what the screen's figure says is said."""

from functools import cache

import pytest

from geo.country_brief import CountryBrief, build_brief
from geo.exports import brief as brief_texts
from geo.exports import brief_page
from geo.exports.pictures import asked, naming
from geo.exports.pictures.pen import Pen
from geo.exports.pictures.picture import draw_page, draw_slide
from geo.handout import Handout
from geo.places import name_countries
from pages.kit import handouts, router, urlstate
from tests.unit.geo.exports.test_pictures import overflowing

LINK = "https://atlas.example/view?v=1"
SMALLEST_PRINT = 6.0  # points
VIEWS = (
    ("overview", {}),
    ("violence", {"alliance": "idb_alliance", "members": "highlight", "place": "HND"}),
    ("violence", {"indicator": "control_of_corruption"}),
    ("prisons", {"indicator": "prisoners_per_100k"}),
    ("commitments", {"spread": "equal_shares"}),
    ("commitments", {"measure": "contracted", "subregion": "caribbean"}),
    ("money", {"by": "recipient", "split": "decision"}),
    ("money", {"by": "decision", "split": "instrument", "bars": "grouped"}),
    ("money", {"chart": "treemap", "measure": "contracted"}),
    ("money", {"chart": "flow", "measure": "contracted", "flow": "partner"}),
    ("money", {"chart": "years", "measure": "contracted"}),
    ("money", {"chart": "dates", "measure": "contracted"}),
    ("money", {"chart": "dates", "measure": "contracted", "recipient": "JAM"}),
    ("need", {}),
    ("reconciliation", {}),
    ("context", {"donor_year": "2010"}),
    ("country", {"place": "HTI"}),
    ("alliances", {"place": "BLZ"}),
    ("compare", {"scale": "log", "pins": "HND,SLV,BRA"}),
    ("gaps", {"place": "SUR"}),
)


@cache
def make(slug: str, **parameters: str) -> Handout:
    state, problems = urlstate.read(parameters, router.find_entry(slug).topic)
    assert problems == ()
    return handouts.make(slug, state)


def said(pen: Pen) -> str:
    return " ".join(text.get_text() for text in pen.texts)


def test_the_views_hold_every_kind_of_figure() -> None:
    drawn = [one for slug, parameters in VIEWS for one in naming.list_drawable(make(slug, **parameters))]
    assert {one.kind for one in drawn} == set(naming.DRAWN_KINDS)


@pytest.mark.parametrize(
    ("slug", "parameters"), VIEWS, ids=lambda one: one if isinstance(one, str) else "+".join(one.values())
)
def test_each_figure_is_drawn_with_its_finding_source_and_address_and_nothing_overflows(
    slug: str, parameters: dict[str, str]
) -> None:
    view = make(slug, **parameters)
    for drawn in naming.list_drawable(view):
        check_picture(naming.make_picture(view, drawn, LINK), drawn.key)


def check_picture(picture: asked.Picture, key: str) -> None:
    slide = draw_slide(picture)
    for pen in (slide, draw_page(picture)):
        words = said(pen)
        assert picture.title.replace(" ", "") in words.replace(" ", ""), key
        assert picture.source.replace(" ", "") in words.replace(" ", ""), key
        assert LINK in words, key
        assert overflowing(pen) == [], key
    assert "None" not in picture.title + picture.below, key
    assert "nan" not in said(slide).split(), key


def test_a_map_names_every_country_of_its_classes_and_who_has_no_value() -> None:
    view = make("prisons", indicator="prosecutors_per_100k")
    drawn = next(one for one in naming.list_drawable(view) if one.kind == "map")
    words = said(draw_slide(naming.make_picture(view, drawn, LINK)))
    assert all(name.replace(" ", "") in words.replace(" ", "") for name in name_countries().values())
    assert "Not reported" in words
    assert " 0.0" not in words, "a country without a value has no number"


def test_a_long_comparison_goes_over_several_pages() -> None:
    view = make("reconciliation")
    drawn = next(one for one in view.figures if one.key == "gaps")
    pdf = asked.draw(naming.make_picture(view, drawn, LINK), "pdf")
    assert pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ") > 1 or pdf.count(b"/MediaBox") > 1


@pytest.mark.parametrize("iso3", name_countries())
def test_the_brief_of_every_country_fits_on_one_page(iso3: str) -> None:
    brief = build_brief(iso3)
    pen = brief_page.draw_page(brief, LINK)
    words = said(pen)
    assert overflowing(pen) == []
    assert min(text.get_fontsize() for text in pen.texts) >= SMALLEST_PRINT
    lowest = max(text.get_position()[1] for text in pen.texts)
    assert lowest < pen.height - 10
    assert brief.name in words
    assert LINK in words
    assert all(decision.decision_id in words for decision in brief.money.decisions)
    assert_all_lines_are_told(brief, words)


def assert_all_lines_are_told(brief: CountryBrief, words: str) -> None:
    if brief.known:
        assert "What is known" in words
        return
    for line in brief.lines:
        assert line.view.name in words
        assert line.own.text in words if line.own.is_shown else line.message.split(":")[0].split(";")[0] in words


def test_a_brief_adds_no_amounts_and_attributes_no_regional_money() -> None:
    text = brief_texts.write_brief(build_brief("HND"))
    money = build_brief("HND").money
    both = f"{(money.committed_eur + money.contracted_eur) / 1_000_000:.1f}"
    assert both not in text.money
    assert "attributed to Honduras" in text.regional[0]
    assert "None of this money" in text.regional[0]


@pytest.mark.parametrize("iso3", ["COL", "KNA", "URY", "VEN"])
def test_a_brief_marks_what_doubtful_contracts_add_up_to(iso3: str) -> None:
    brief = build_brief(iso3)
    text = brief_texts.write_brief(brief)
    for line, decision in zip(text.decisions, brief.money.decisions, strict=True):
        assert ("?" in line.contracted) == any(one.status == "doubtful" for one in decision.contracts)
        assert ("?" in line.committed) == (decision.status == "doubtful")
    assert any("?" in line.contracted for line in text.decisions)
    assert any(one.startswith("“?” marks") for one in text.unknown)


def test_a_brief_names_the_pages_of_its_contracts() -> None:
    assert "157 to 164" in brief_texts.write_brief(build_brief("COL")).source
    assert "171 to 173" in brief_texts.write_brief(build_brief("VEN")).source


def test_the_same_country_gives_the_same_bytes() -> None:
    assert brief_texts.make_page("VEN", LINK) == brief_texts.make_page("VEN", LINK)
    with pytest.raises(KeyError):
        brief_texts.make_page("XXX", LINK)
