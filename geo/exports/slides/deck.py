"""A planned deck as the bytes of a .pptx file: the same plan and pictures give the same bytes."""

from collections.abc import Iterator, Sequence
from datetime import datetime, time
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Made
from pptx.slide import Slide as Page

from geo.citation import ATLAS
from geo.exports.slides import look, page
from geo.exports.slides.bar_charts import draw_bars
from geo.exports.slides.clean import clean
from geo.exports.slides.content import BarChart, Deck, Exhibit, Picture, PointChart, Slide, Table, YearChart
from geo.exports.slides.look import Box
from geo.exports.slides.pack import pack, read_template
from geo.exports.slides.pictures import draw_picture
from geo.exports.slides.point_charts import draw_points
from geo.exports.slides.tables import draw_table
from geo.exports.slides.year_charts import draw_years
from geo.messages import ENGLISH, current, say

# What programs check the spelling of a text by.
LANGUAGE_TAGS = {ENGLISH: "en-GB", "es": "es-ES", "pt": "pt-BR", "fr": "fr-FR"}
FIRST_SHARE = 0.56  # of the width, for a map that has a ranking beside it


def write_deck(deck: Deck, pictures: Sequence[bytes]) -> bytes:
    """Return a deck as a file; `pictures` are PNG files for its pictures, in the order of `plan.list_pictures`.

    Raises StopIteration where a picture is missing.
    """
    presentation = Presentation(read_template())
    _describe(presentation, deck)
    if deck.opening:
        page.add_opening(presentation, deck.title, deck.opening)
    given = iter(pictures)
    for slide in deck.slides:
        made, box = page.add_page(presentation, slide)
        left = [words for exhibit, place in _share(slide, box) for words in _draw(made, exhibit, place, slide, given)]
        _say_left(made, left, box)
    _tag_language(presentation, LANGUAGE_TAGS[current()])
    file = BytesIO()
    presentation.save(file)
    return pack(file.getvalue())


def _describe(presentation: Made, deck: Deck) -> None:
    """What the file says of itself: no clock, the day is that of the version."""
    day = datetime.combine(datetime.fromisoformat(deck.edition.day), time())
    core = presentation.core_properties
    core.title, core.author, core.last_modified_by = clean(deck.title)[:255], ATLAS, ATLAS
    core.subject, core.language, core.revision = f"{ATLAS} {deck.edition.version}", LANGUAGE_TAGS[current()], 1
    core.created = core.modified = day


def _tag_language(presentation: Made, tag: str) -> None:
    """Name the language of every text, which is the template's else: for a program's spelling and for who has a slide read out."""
    parts = [part for made in presentation.slides for part in (made, made.notes_slide)]
    charts = [shape.chart for made in presentation.slides for shape in _list_shapes(made.shapes) if shape.has_chart]
    for root in (*(part._element for part in parts), *(chart._chartSpace for chart in charts)):
        for run in root.iter(qn("a:r"), qn("a:fld")):
            run.get_or_add_rPr().set("lang", tag)
        for properties in root.iter(qn("a:defRPr"), qn("a:endParaRPr")):
            properties.set("lang", tag)


def _list_shapes(shapes: Any) -> Iterator[Any]:
    """Every shape of a slide, those in groups too."""
    for shape in shapes:
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from _list_shapes(shape.shapes)
        else:
            yield shape


def _share(slide: Slide, box: Box) -> Iterator[tuple[Exhibit, Box]]:
    places = (box,) if len(slide.exhibits) == 1 else box.split(FIRST_SHARE)
    return zip(slide.exhibits, places, strict=True)


def _draw(made: Page, exhibit: Exhibit, box: Box, slide: Slide, pictures: Iterator[bytes]) -> tuple[str, ...]:
    content = exhibit.content
    if isinstance(content, Picture):
        draw_picture(made, exhibit, box, next(pictures))
    elif isinstance(content, Table):
        return draw_table(made, exhibit, box)
    elif isinstance(content, BarChart):
        draw_bars(made, exhibit, box, slide.rows)
    elif isinstance(content, YearChart):
        draw_years(made, exhibit, box, slide.rows)
    elif isinstance(content, PointChart):
        return draw_points(made, exhibit, box, slide.rows)
    return ()


def _say_left(made: Page, left: list[str], box: Box) -> None:
    """Say under a figure what had no room in it, and in the notes too."""
    if not left:
        return
    place = Box(box.left, box.bottom - 0.2, box.width, 0.2)
    page.add_text(made, place, " ".join(left), 10, name=say("What is left out"), colour=look.QUIET)
    notes = made.notes_slide.notes_text_frame
    if notes is not None:
        notes.text = "\n".join([notes.text, *left])
