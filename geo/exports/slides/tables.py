"""A table on a slide: columns as wide as they need, the first rows that fit, and how many are left."""

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.slide import Slide as Page
from pptx.util import Inches, Pt

from geo.exports.slides import fit, look
from geo.exports.slides.clean import clean
from geo.exports.slides.content import Cell, Exhibit, Table
from geo.exports.slides.look import Box
from geo.messages import say

SIZES = (14.0, 13.0, 12.0, 11.0, 10.0)
SMALLEST = 10.0
PAD, LINE_PAD = 0.07, 0.035  # inches beside and above the text of a cell
WIDEST, WIDEST_WORD = 4.6, 1.7
SPARE = 1.08  # for fonts that are wider than measured: a row higher than thought would run into the foot
# Beside a column of whole sentences or titles only so many others can be read.
PROSE, MOST_BESIDE_PROSE = 60, 8
_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # PowerPoint's "No Style, No Grid"
WORDS_HEIGHT = 0.26


def draw_table(page: Page, exhibit: Exhibit, box: Box) -> tuple[str, ...]:
    """Draw a table into a box and return what was left out of it, in words."""
    table = exhibit.content
    assert isinstance(table, Table)  # noqa: S101 - the caller chose by this type
    columns = _choose_columns(table, box.width)
    points = next((size for size in SIZES if _fits(table, columns, size, box)), SMALLEST)
    room = box if _count_rows(table, columns, points, box) == len(table.rows) else box.inset(bottom=WORDS_HEIGHT)
    count = max(1, _count_rows(table, columns, points, room))
    widths = _share_width(table, columns, points, box.width)
    _write(page, exhibit, Table(table.headings, table.rows[:count]), columns, widths, points, box)
    return tuple(_tell_left(table, columns, count))


def _choose_columns(table: Table, width: float) -> list[int]:
    """The columns that have room at the smallest size: the least weighty go first, of equals the last."""
    columns = list(range(len(table.headings)))
    weights = table.weights or (1,) * len(columns)
    is_prose = any(len(text) > PROSE for one in columns for text in _texts(table, one))
    while len(columns) > (MOST_BESIDE_PROSE if is_prose else 1) and (
        is_prose or sum(_least(table, one, SMALLEST) for one in columns) > width
    ):
        columns.remove(min(reversed(columns), key=lambda one: weights[one]))
    return columns


def _texts(table: Table, column: int) -> list[str]:
    return [clean(table.headings[column]), *(clean(row[column].text) for row in table.rows)]


def _least(table: Table, column: int, points: float) -> float:
    """The width that a column needs: its longest word, and of a text some words a line."""
    texts = _texts(table, column)
    word = max((fit.measure(one, points, is_bold=True) for text in texts for one in text.split()), default=0)
    longest = max((fit.measure(text, points) for text in texts), default=0)
    return max(min(word * SPARE, WIDEST_WORD), min(longest / 4, 1.6)) + 2 * PAD


def _most(table: Table, column: int, points: float) -> float:
    longest = max(
        (fit.measure(one, points, is_bold=at == 0) for at, one in enumerate(_texts(table, column))), default=0
    )
    return max(min(longest * SPARE, WIDEST) + 2 * PAD, _least(table, column, points))


def _share_width(table: Table, columns: list[int], points: float, width: float) -> dict[int, float]:
    """What each column gets of the width: what it needs, and of the rest in the measure of what it would like."""
    least = {one: _least(table, one, points) for one in columns}
    most = {one: _most(table, one, points) for one in columns}
    needed, liked = sum(least.values()), sum(most.values())
    if liked <= width:
        # A table of few short columns stays narrow: numbers far from their names are hard to follow.
        stretch = min(width / liked, 1.6)
        return {one: most[one] * stretch for one in columns}
    if needed >= width:
        return {one: least[one] * width / needed for one in columns}
    share = (width - needed) / (liked - needed)
    return {one: least[one] + (most[one] - least[one]) * share for one in columns}


def _height(row: tuple[str, ...], widths: dict[int, float], points: float) -> float:
    lines = max(
        len(fit.wrap(text, points, (width - 2 * PAD) / SPARE)) for text, width in zip(row, widths.values(), strict=True)
    )
    return lines * points * fit.LINE / fit.POINTS_PER_INCH + 2 * LINE_PAD


def _count_rows(table: Table, columns: list[int], points: float, box: Box) -> int:
    widths = _share_width(table, columns, points, box.width)
    left = box.height - _height(tuple(clean(table.headings[one]) for one in columns), widths, points)
    for at, row in enumerate(table.rows):
        left -= _height(tuple(clean(row[one].text) for one in columns), widths, points)
        if left < 0:
            return at
    return len(table.rows)


def _fits(table: Table, columns: list[int], points: float, box: Box) -> bool:
    """Whether all rows fit at a size, and no word must be broken for it."""
    return sum(_least(table, one, points) for one in columns) <= box.width and _count_rows(
        table, columns, points, box
    ) == len(table.rows)


def _write(  # noqa: PLR0913, PLR0917 - a part of the table each
    page: Page, exhibit: Exhibit, table: Table, columns: list[int], widths: dict[int, float], points: float, box: Box
) -> None:
    head = [Cell(table.headings[one], any(row[one].is_number for row in table.rows)) for one in columns]
    rows = [head, *([row[one] for one in columns] for row in table.rows)]
    frame = page.shapes.add_table(
        len(table.rows) + 1, len(columns), *Box(box.left, box.top, sum(widths.values()), 0.3).emu
    )
    frame.name = say("Table")
    frame.element.xpath(".//p:cNvPr")[0].set("descr", clean(exhibit.alternative))
    made = frame.table
    made.horz_banding = False
    made._tbl.tblPr.find("{*}tableStyleId").text = _NO_STYLE
    for at, column in enumerate(columns):
        made.columns[at].width = Inches(widths[column])
    for at, row in enumerate(rows):
        texts = []
        for place, cell in enumerate(row):
            texts.append(clean(cell.text))
            _write_cell(made.cell(at, place), cell, points, is_head=at == 0)
        made.rows[at].height = Inches(_height(tuple(texts), widths, points))


def _write_cell(made: object, cell: Cell, points: float, *, is_head: bool) -> None:
    made.text = clean(cell.text)  # type: ignore[attr-defined]
    made.margin_left = made.margin_right = Inches(PAD)  # type: ignore[attr-defined]
    made.margin_top = made.margin_bottom = Inches(LINE_PAD)  # type: ignore[attr-defined]
    made.vertical_anchor = MSO_ANCHOR.BOTTOM if is_head else MSO_ANCHOR.TOP  # type: ignore[attr-defined]
    for paragraph in made.text_frame.paragraphs:  # type: ignore[attr-defined]
        # An empty cell has a size too, else its row is as high as one of large letters.
        paragraph._p.get_or_add_endParaRPr().set("sz", str(round(points * 100)))
        paragraph.alignment = PP_ALIGN.RIGHT if cell.is_number else PP_ALIGN.LEFT
        for run in paragraph.runs:
            run.font.size, run.font.bold = Pt(points), is_head
            run.font.color.rgb = look.read_colour(look.QUIET if is_head else look.INK)
    colour, weight = (look.QUIET, 12700) if is_head else (look.GRID, 6350)
    line = (
        f'<a:lnB {nsdecls("a")} w="{weight}"><a:solidFill><a:srgbClr val="{colour[1:].upper()}"/></a:solidFill></a:lnB>'
    )
    made._tc.get_or_add_tcPr().insert(0, parse_xml(line))  # type: ignore[attr-defined]


def _tell_left(table: Table, columns: list[int], count: int) -> list[str]:
    left, gone = len(table.rows) - count, [one for at, one in enumerate(table.headings) if at not in columns]
    words = [_tell_rows(count, len(table.rows), is_in_notes=table.is_in_notes)] if left else []
    names = ", ".join(filter(None, gone))
    return [*words, *([say("Columns for which there is no room: {columns}.", columns=names)] if gone else [])]


def _tell_rows(shown: int, count: int, *, is_in_notes: bool) -> str:
    numbers = {"shown": shown, "count": count, "left": count - shown}
    if is_in_notes:
        return say("The first {shown} of {count} rows; the other {left} stand in the notes of this slide.", **numbers)
    return say("The first {shown} of {count} rows; the other {left} stand in the view and its download.", **numbers)
