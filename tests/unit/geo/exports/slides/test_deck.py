"""A deck: what stands on its slides, in their notes and feet, and that it is the same file every time."""

import re
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from pptx import Presentation

from geo.exports.slides import plan
from geo.handout import Drawn
from tests.unit.geo.exports.slides.opened import (
    ADDRESS,
    EDITION,
    hand_out,
    list_charts,
    open_pages,
    open_workbook,
    plan_of,
    ranking,
    read_cells,
    read_notes,
    read_texts,
    table,
    walk,
    write,
)

MAP = Drawn("map", "map", {"label": "Map: Homicides", "summary": "Aland is dark.", "unit": "per 100,000"})
BARS = ranking(
    {"name": "Aland", "value": 12.345678901234, "text": "12.3"}, {"name": "Bland", "value": 3.0, "text": "3.0"}
)


def test_a_view_gives_a_slide_for_each_figure_and_the_first_has_its_finding() -> None:
    pages = open_pages(write(plan_of(hand_out(MAP, BARS, table(["Aland", {"t": "12.3", "v": 12.3}])))))
    titles = [page.shapes.title.text for page in pages]
    assert titles == ["Aland: 12.3 homicides", "Homicides", "The values"]
    assert "1 of 2 countries has a value." in read_texts(pages[0])
    assert "1 of 2 countries has a value." not in read_texts(pages[1])


def test_each_slide_names_its_documents_and_links_to_its_view() -> None:
    for page in open_pages(write(plan_of(hand_out(MAP, BARS)))):
        foot = next(shape for shape in page.placeholders if "FOOTER" in str(shape.placeholder_format.type))
        assert "Source: Assessment of 2013, Annex F, p. 151; Annex G, p. 153" in foot.text_frame.text
        links = [run.hyperlink.address for paragraph in foot.text_frame.paragraphs for run in paragraph.runs]
        assert links[-1] == ADDRESS
        assert any("SLIDE_NUMBER" in str(shape.placeholder_format.type) for shape in page.placeholders)
        assert "p. 152" not in foot.text_frame.text


def test_a_link_too_long_for_the_foot_is_told_by_its_page_and_whole_in_the_notes() -> None:
    address = f"{ADDRESS}&q={'x' * 400}"
    page = open_pages(write(plan.plan_view(hand_out(BARS), address, EDITION)))[0]
    assert address in read_notes(page)
    assert address not in read_texts(page)
    assert "atlas.example/violence" in read_texts(page)


def test_a_foot_without_room_for_every_place_says_how_many_the_notes_name() -> None:
    handout = hand_out(BARS)
    rows = handout.rows.loc[[0] * 80].assign(table=[f"Annex with a long name {at}" for at in range(80)])
    page = open_pages(write(plan_of(replace(handout, rows=rows))))[0]
    assert re.search(r"and \d+ more places, in the notes", read_texts(page))
    assert "Annex with a long name 79" in read_notes(page)


def test_the_notes_say_filters_reading_and_caveats_and_the_author_comes_first() -> None:
    handout = hand_out(MAP, BARS)
    handout.rows["caveat_ids"] = ["amounts_cicig", None]
    step = plan.Step(handout, "My title", "Say this first.\nThen that.", ADDRESS)
    opening, page, last = open_pages(write(plan.plan_story("A story", [step], EDITION)))
    notes = read_notes(page)
    assert notes.startswith("Say this first.\nThen that.")
    assert "Filters: Sub-region: Caribbean" in notes
    assert "- Rates are of 2011." in notes
    assert "Amounts and dates stand apart from their rows." in notes
    assert page.shapes.title.text == "My title"
    assert opening.shapes.title.text == "A story"
    assert "1 step" in read_texts(opening)
    assert "version 1.2.3 of 2020-02-29" in read_texts(opening)
    assert ["Caveat", "Amounts and dates stand apart from their rows"] in read_cells(last)
    assert "Say this first" not in read_texts(page)


def test_a_step_has_one_slide_with_the_ranking_beside_its_map() -> None:
    step = plan.Step(hand_out(MAP, BARS, table(["Aland", {"t": "1", "v": 1}])), "", "", "")
    deck = plan.plan_story("Story", [step, step], EDITION)
    assert len(open_pages(write(deck))) == 4
    page = open_pages(write(deck))[1]
    assert len(list_charts(page)) == 1
    assert (
        len([shape for shape in page.shapes if shape.shape_type is not None and "PICTURE" in str(shape.shape_type)])
        == 1
    )
    assert not any(shape.has_table for shape in page.shapes if hasattr(shape, "has_table"))


def test_a_step_can_ask_for_one_of_its_figures() -> None:
    step = plan.Step(hand_out(MAP, BARS), "", "", "", figure="ranking")
    page = open_pages(write(plan.plan_story("Story", [step], EDITION)))[1]
    assert list_charts(page)
    assert not any("PICTURE" in str(shape.shape_type) for shape in page.shapes)


def test_a_view_without_figures_has_a_slide_in_words() -> None:
    pages = open_pages(write(plan_of(hand_out())))
    assert len(pages) == 1
    assert read_cells(pages[0]) == [["What the filters leave"], ["Aland: 12.3 homicides"]]


def test_every_chart_picture_and_table_has_words_for_who_cannot_see_it() -> None:
    for page in open_pages(write(plan_of(hand_out(MAP, BARS, table(["Aland", {"t": "1", "v": 1}]))))):
        shown = [
            shape
            for shape in walk(page.shapes)
            if shape.shape_type is not None and not shape.is_placeholder and not shape.has_text_frame
        ]
        described = [shape for shape in shown if shape.name in ("Chart", "Figure", "Table")]
        assert described
        for shape in described:
            assert shape._element.xpath(".//p:cNvPr")[0].get("descr")


def test_the_same_deck_gives_the_same_bytes_and_holds_no_time() -> None:
    first, second = (write(plan_of(hand_out(MAP, BARS))) for _ in range(2))
    assert first == second
    with ZipFile(BytesIO(first)) as parts:
        assert {info.date_time for info in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    core = Presentation(BytesIO(first)).core_properties
    assert core.created == core.modified
    assert core.modified.isoformat().startswith("2020-02-29")


def test_a_text_like_a_formula_stays_a_text() -> None:
    bars = ranking(
        {"name": "=HYPERLINK(0)", "value": 1.5, "text": "1.5"}, {"name": "@SUM(A1)", "value": 1.0, "text": "1.0"}
    )
    handout = hand_out(bars, title="=1+1")
    handout.rows["country"] = ["=cmd()", "+1"]
    page = open_pages(write(plan_of(handout)))[0]
    book = open_workbook(list_charts(page)[0])
    for sheet in book:
        assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    assert book["Sheet1"]["A2"].value == "=HYPERLINK(0)"
    assert page.shapes.title.text == "=1+1"


@pytest.mark.parametrize(
    "title", ["a\x00b\ud800c\ufffed", "<b>&amp;</b>", "x" * 300, "word " * 120, "", "\u202e\u0627\u0628"]
)
def test_no_title_breaks_a_deck(title: str) -> None:
    bars = ranking({"name": title or "-", "value": 1.0}, name=title, label=f"Ranking: {title}", unit=title)
    step = plan.Step(hand_out(bars, title=title or "-"), title, title, "")
    pages = open_pages(write(plan.plan_story(title, [step], EDITION)))
    assert len(pages) == 3
    shown = pages[1].shapes.title
    assert "\x00" not in shown.text
    assert shown.top + shown.height < Presentation(BytesIO(write(plan_of(hand_out(bars))))).slide_height
