"""The frame of a slide: finding, what qualifies it, words under the figure, source and link, slide number, and the speaker's notes."""

import re
from copy import deepcopy
from typing import Any
from urllib.parse import urlsplit

from pptx.enum.text import MSO_AUTO_SIZE
from pptx.presentation import Presentation
from pptx.slide import Slide as Page
from pptx.util import Pt

from geo.exports.slides import fit, look
from geo.exports.slides.clean import clean
from geo.exports.slides.content import Slide
from geo.exports.slides.look import Box
from geo.messages import say, say_count
from geo.spelling import join_clauses

OPENING, FINDING = 0, 1
KICKER, BELOW = 13, 14  # places of the layout
_FOOT = ("ftr", "sldNum")
MOST_WORDS = 0.75  # inches: what does not fit stands in the notes


def add_page(presentation: Presentation, slide: Slide) -> tuple[Page, Box]:
    """Add a slide with everything but its figures, and return it with the room that is left for them."""
    page = presentation.slides.add_slide(presentation.slide_layouts[FINDING])
    holders = {holder.placeholder_format.idx: holder for holder in page.placeholders}
    _fill(holders[KICKER], slide.kicker, 11)
    below = _write_head(page.shapes.title, holders[BELOW], slide)
    bottom, told = _write_words(page, slide)
    add_foot(page, slide.source, slide.address)
    write_notes(page, (*slide.notes, *told))
    return page, Box(look.MARGIN, below, look.INNER, bottom - below)


def add_opening(presentation: Presentation, title: str, lines: tuple[str, ...]) -> None:
    """Add the first slide of a story: its title and what it is."""
    page = presentation.slides.add_slide(presentation.slide_layouts[OPENING])
    holders = {holder.placeholder_format.idx: holder for holder in page.placeholders}
    fitted = fit.fit(clean(title), look.INNER - 1.3, 1.7, (44.0, 40.0, 36.0, 32.0, 28.0, 24.0), is_heading=True)
    _fill(page.shapes.title, clean(title), fitted.points)
    page.shapes.title.left, page.shapes.title.top, page.shapes.title.width, page.shapes.title.height = Box(
        look.MARGIN, 2.1, look.INNER - 1.2, max(1.0, fitted.height + 0.1)
    ).emu
    _fill(holders[1], "\n".join(map(clean, lines)), 18)
    holders[1].left, holders[1].top, holders[1].width, holders[1].height = Box(
        look.MARGIN, 2.1 + max(1.0, fitted.height + 0.1) + 0.2, look.INNER - 1.2, 1.4
    ).emu
    add_foot(page, "", "")
    write_notes(page, lines)


def add_foot(page: Page, source: str, address: str) -> None:
    """Give a slide its source line, the link to its view, and its number: the placeholders of the layout, which stay editable."""
    for shape in page.slide_layout.placeholders:
        found = shape.element.find(".//{*}ph")
        if found.get("type") in _FOOT:
            page.shapes._spTree.append(deepcopy(shape.element))
    for number, shape in enumerate(page.shapes, 2):
        shape.element.xpath(".//p:cNvPr")[0].set("id", str(number))
    foot = next(one for one in page.placeholders if "FOOTER" in str(one.placeholder_format.type))
    link = tell_link(address)
    shown, fitted = _fit_source(clean(source), link)
    _fill(foot, shown, fitted.points)
    if link:
        run = foot.text_frame.add_paragraph().add_run()
        run.text, run.font.size = link, Pt(fitted.points)
        run.hyperlink.address = address


def _fit_source(source: str, link: str) -> tuple[str, fit.Fitted]:
    """The places of a source for which the foot has room, and how many more the notes name."""
    places = re.split(r"\s?; ", source)  # French has a space before it
    for count in range(len(places), 0, -1):
        shown = _cut_source(places, count)
        fitted = fit.fit(f"{shown}\n{link}" if link else shown, look.FOOT_WIDTH, look.FOOT_HEIGHT, look.FOOT_SIZES)
        if fitted.height <= look.FOOT_HEIGHT:
            break
    return shown, fitted


def _cut_source(places: list[str], count: int) -> str:
    """The first places of a source, and how many are left."""
    named, left = join_clauses(places[:count]), len(places) - count
    if not left:
        return named
    return say_count(
        "{places}; and {n} more place, in the notes", "{places}; and {n} more places, in the notes", left, places=named
    )


def tell_link(address: str) -> str:
    """Return what a link is called: its whole address where that fits one line, else its page; the notes have it whole."""
    if not address:
        return ""
    if fit.measure(address, look.FOOT_SIZES[0]) < look.FOOT_WIDTH * 0.9:
        return say("This view: {address}", address=address)
    parts = urlsplit(address)
    return say("This view: {address} (with its filters: click here)", address=f"{parts.netloc}{parts.path}")


def write_notes(page: Page, lines: tuple[str, ...]) -> None:
    """Write the speaker's notes, a paragraph a line."""
    frame = page.notes_slide.notes_text_frame
    if frame is not None:
        frame.text = "\n".join(map(clean, lines))


def add_text(  # noqa: PLR0913 - a part of how it looks each
    page: Page, box: Box, text: str, points: float, *, name: str, colour: str = look.INK, is_bold: bool = False
) -> Any:
    """Add a text box without margins, and return it."""
    shape = page.shapes.add_textbox(*box.emu)
    shape.name = name
    shape.text_frame.word_wrap = True
    _fill(shape, clean(text), points, colour=colour, is_bold=is_bold)
    return shape


def _write_head(title: Any, below: Any, slide: Slide) -> float:
    """Write finding and line below, each as large as it fits, and return where they end."""
    text, line = clean(slide.title), clean(slide.below)
    fitted = _fit_title(text)
    _fill(title, text, fitted.points)
    title.left, title.top, title.width, title.height = Box(
        look.MARGIN, look.TITLE_TOP, look.INNER, fitted.height + 0.06
    ).emu
    top = look.TITLE_TOP + fitted.height + 0.1
    under = fit.fit(line, look.INNER, 0.5, look.BELOW_SIZES)
    if not line:
        below.element.getparent().remove(below.element)
        return top + look.GAP
    _fill(below, line, under.points)
    below.left, below.top, below.width, below.height = Box(look.MARGIN, top, look.INNER, under.height + 0.04).emu
    return top + under.height + look.GAP


def _fit_title(text: str) -> fit.Fitted:
    """A finding in two lines at most where it can be, and rather a little smaller than with one word on a line of its own."""
    fitted = fit.fit(text, look.INNER, 1.0, look.TITLE_SIZES, is_heading=True)
    smaller = fit.fit(text, look.INNER, 0.5, look.TITLE_SIZES[:4], is_heading=True)
    return smaller if len(smaller.lines) < len(fitted.lines) else fitted


def _write_words(page: Page, slide: Slide) -> tuple[float, tuple[str, ...]]:
    """Write what is said under the figures; return where they may end, and what had no room and is told in the notes."""
    words = [_end(clean(one)) for exhibit in slide.exhibits for one in exhibit.words if one]
    shown = list(words)
    while shown and fit.fit(" ".join(shown), look.INNER, MOST_WORDS, look.WORDS_SIZES).height > MOST_WORDS:
        shown.pop()
    if len(shown) < len(words):
        shown.append(say("More in the notes."))
    if not shown:
        return look.BODY_END, ()
    fitted = fit.fit(" ".join(shown), look.INNER, min(0.42, MOST_WORDS), look.WORDS_SIZES)
    top = look.BODY_END - fitted.height - 0.02
    box = Box(look.MARGIN, top, look.INNER, fitted.height + 0.02)
    add_text(page, box, " ".join(shown), fitted.points, name=say("What is said of the figure"), colour=look.QUIET)
    return top - look.GAP, tuple(words)


def _end(sentence: str) -> str:
    """A sentence with its full stop, so that the next can follow it."""
    return sentence if sentence.endswith((".", "?", "!", "”")) else f"{sentence}."


def _fill(shape: Any, text: str, points: float, *, colour: str = "", is_bold: bool = False) -> None:
    """Write a text into a shape, a paragraph a line, in one size."""
    frame = shape.text_frame
    frame.text = text
    # A program without these fonts takes wider ones; then it may shrink the text, and never lets it run out of its box.
    frame.auto_size = MSO_AUTO_SIZE.TEXT_TO_FIT_SHAPE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            run.font.size = Pt(points)
            if colour:
                run.font.color.rgb = look.read_colour(colour)
            if is_bold:
                run.font.bold = True
