"""What leaves the atlas in another language: headings and descriptions, numbers that stay numbers, and the language that a file names."""

import csv
import json
from io import BytesIO, StringIO

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation
from pptx.oxml.ns import qn

from data.fields import FIELDS
from geo.exports import columns, traces
from geo.exports.package import list_files
from geo.exports.pictures import fonts
from geo.exports.pictures.pen import Pen
from geo.exports.pictures.save import save
from geo.exports.slides.read_bars import find_format
from geo.exports.spreadsheet import to_xlsx
from geo.messages import LANGUAGES, speaking
from geo.spelling import format_number, read_number
from tests.unit.geo.exports.slides.opened import hand_out, plan_of, ranking, table, write
from tests.unit.geo.exports.views import PERMALINK, ROWS, make_view

TAGS = {"en": "en-GB", "es": "es-ES", "pt": "pt-BR", "fr": "fr-FR"}


def test_in_english_every_column_is_headed_by_its_name() -> None:
    for name in (*FIELDS, "x_value", "y_status", "dci_ala_eur", "oas_role", "something_new"):
        assert columns.head_column(name) == name


def test_every_column_that_is_described_has_a_message_for_its_heading() -> None:
    headed = [text for context, text in columns.list_column_messages() if context == "column"]
    assert len(headed) == len(set(headed))
    assert {*FIELDS, "country", "rank_first", "usd_million"} <= set(headed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_codes_of_cells_stand_in_the_descriptions_as_they_are(language: str) -> None:
    with speaking(language):
        assert {"ok", "not_reported", "unplaced"} <= set(
            columns.describe("status").description.replace(",", " ").split()
        )
        assert "rank_first" in columns.describe("rank_last").description
        assert "computed" in next(one for one in traces.list_columns() if one.name == "basis").description


@pytest.mark.parametrize("language", ["es", "pt", "fr"])
def test_the_workbook_names_each_column_as_programs_know_it(language: str) -> None:
    with speaking(language):
        book = openpyxl.load_workbook(BytesIO(to_xlsx(make_view(), PERMALINK)))
    assert len(book.sheetnames) == len(set(book.sheetnames)) == 6
    dictionary = [[cell.value for cell in row] for row in book.worksheets[2].iter_rows(min_row=2)]
    assert [row[2] for row in dictionary[: len(ROWS[0])]] == list(ROWS[0])
    assert [row[1] for row in dictionary[: len(ROWS[0])]] == [cell.value for cell in book.worksheets[0][1]]


@pytest.mark.parametrize("language", ["es", "pt", "fr"])
def test_a_package_is_read_by_the_same_programs(language: str) -> None:
    with speaking(language):
        files = list_files(make_view(), PERMALINK)
    english = list_files(make_view(), PERMALINK)
    assert files["data.csv"] == english["data.csv"]
    for name in (one for one in files if one.endswith(".csv")):
        heads, others = (next(csv.reader(StringIO(one[name].decode()))) for one in (files, english))
        assert heads == others
    described, usual = (json.loads(one["data.csv-metadata.json"]) for one in (files, english))
    assert described["tableSchema"] == usual["tableSchema"]
    assert described["dc:title"]["@language"] == language
    schemas = [
        [one["schema"] for one in json.loads(each["datapackage.json"])["resources"]] for each in (files, english)
    ]
    assert schemas[0] == schemas[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_deck_names_its_language_in_every_run(language: str) -> None:
    shown = hand_out(ranking({"name": "Aland", "value": 12.5, "text": "12.5"}), table(["Aland", {"t": "1", "v": 1.0}]))
    with speaking(language):
        made = Presentation(BytesIO(write(plan_of(shown))))
    assert made.core_properties.language == TAGS[language]
    runs = [run for page in made.slides for run in page._element.iter(qn("a:r"))]
    assert runs
    if language != "en":
        assert {run.rPr.get("lang") for run in runs} == {TAGS[language]}


@given(st.sampled_from(sorted(LANGUAGES)), st.integers(-(10**9), 10**9), st.integers(0, 3))
def test_a_number_is_read_as_it_was_written(language: str, thousandths: int, decimals: int) -> None:
    value = round(thousandths / 1000, decimals)
    with speaking(language):
        text = format_number(value, decimals)
        assert read_number(text) == pytest.approx(value)
        assert find_format([text]) == "#,##0" + ("." + "0" * decimals if decimals else "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_no_number_is_not_read_as_one(language: str) -> None:
    with speaking(language), pytest.raises(ValueError, match="not reported"):
        read_number("not reported")


def test_blanks_that_the_fonts_do_not_have_are_as_wide_as_one_that_they_have() -> None:
    assert fonts.measure("1\u202f234", 10) == fonts.measure("1 234", 10) == fonts.measure("1\u00a0234", 10)
    assert fonts.fit("a long label", 20, 12) < 12 == fonts.fit("a", 20, 12)
    assert fonts.measure("a long label", fonts.fit("a long label", 20, 12)) == pytest.approx(20)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_drawing_names_its_language(language: str) -> None:
    pen = Pen(200, 100, (2, 1))
    pen.text(10, 50, "1\u202f234,5 ñ ã ç œ « »")
    with speaking(language):
        drawn = save(pen, "svg", "Título").decode()
    assert f' lang="{language}"' in drawn
    assert "\u202f" not in drawn
