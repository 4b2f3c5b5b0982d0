"""What every chart of a slide shares: where its plot stands, its letters and lines, its words, and its workbook."""

from collections.abc import Mapping
from math import ceil
from typing import Any

import pandas as pd
from pptx.chart.chart import Chart
from pptx.enum.chart import XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.text import PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.slide import Slide as Page
from pptx.util import Pt

from geo.exports.slides import fit, look
from geo.exports.slides.clean import clean
from geo.exports.slides.look import Box
from geo.exports.slides.numbers import share_axis, write_axis
from geo.exports.slides.page import add_text
from geo.exports.slides.workbook import replace_workbook
from geo.messages import say

TICKS, LABELS = 10.0, 11.0
LABEL_ROOM, REFERENCE = 0.2, "#b5651d"
KEY = 0.42  # inches beside the name of a legend's entry


def add_chart(page: Page, kind: Any, data: Any, box: Box, told: tuple[str, str]) -> tuple[Any, Chart]:
    """Add a chart to a slide with its name and its words (for who cannot see it), and return its frame and itself."""
    frame = page.shapes.add_chart(kind, *box.emu, data)
    frame.name, words = told
    frame.element.xpath(".//p:cNvPr")[0].set("descr", clean(words))
    chart = frame.chart
    chart.has_title = False
    chart.font.size = Pt(LABELS)
    chart.font.color.rgb = look.read_colour(look.INK)
    # Nothing behind bars and letters, so that lines drawn there can be seen.
    space = chart._chartSpace
    nothing = f"<c:spPr {nsdecls('c', 'a')}><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
    space.chart.plotArea.append(parse_xml(nothing))
    space.find(qn("c:txPr")).addprevious(parse_xml(nothing))
    return frame, chart


def finish(chart: Chart, rows: pd.DataFrame, beside: Mapping[tuple[int, int], str] | None = None) -> None:
    """Put the workbook behind a chart that is drawn; `beside` are further texts of its first sheet by row and column."""
    _number_axes(chart)
    replace_workbook(chart, rows, beside or {})


def _number_axes(chart: Chart) -> None:
    """Give the axes numbers above zero: python-pptx writes such below, which the file format does not have."""
    root = chart._chartSpace
    names = list(root.iter(qn("c:axId"), qn("c:crossAx")))
    numbers = {old: str(at) for at, old in enumerate(dict.fromkeys(one.get("val") for one in names), 10001)}
    for one in names:
        one.set("val", numbers[one.get("val")])


def place_plot(chart: Chart, box: Box, plot: Box) -> None:
    """Set where the plot stands in its frame, axes and letters apart, so that lines can be drawn over it."""
    numbers = {
        "x": (plot.left - box.left) / box.width, "y": (plot.top - box.top) / box.height,
        "w": plot.width / box.width, "h": plot.height / box.height,
    }  # fmt: skip
    inner = "".join(f'<c:{name} val="{value:.5f}"/>' for name, value in numbers.items())
    layout = parse_xml(
        f'<c:layout {nsdecls("c")}><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>{inner}'
        "</c:manualLayout></c:layout>"
    )
    area = chart._chartSpace.chart.plotArea
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    area.insert(0, layout)


def measure_legend(names: list[str], width: float) -> float:
    """Return the height of a legend in inches: its entries stand in columns as wide as the widest."""
    entry = max((fit.measure(clean(one), LABELS) for one in names), default=0) + KEY
    columns = max(1, int(width / entry))
    return ceil(len(names) / columns) * LABELS * 1.5 / fit.POINTS_PER_INCH + 0.08


def add_legend(chart: Chart, box: Box, height: float) -> None:
    """Give a chart its legend on top, over its whole width."""
    chart.has_legend = True
    chart.legend.position = XL_LEGEND_POSITION.TOP
    chart.legend.include_in_layout = False
    chart.legend.font.size = Pt(LABELS)
    layout = parse_xml(
        f'<c:layout {nsdecls("c")}><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0"/><c:y val="0"/><c:w val="1"/>'
        f'<c:h val="{height / box.height:.5f}"/></c:manualLayout></c:layout>'
    )
    legend = chart.legend._element  # python-pptx has no public way to a legend's place
    for old in legend.findall(qn("c:layout")):
        legend.remove(old)
    legend.find(qn("c:legendPos")).addnext(layout)


def dress_axis(
    axis: Any, number_format: str, title: str, ends: tuple[float, float] | None, *, has_grid: bool = True
) -> None:
    """Give an axis of numbers its quiet lines, its display format and its heading."""
    axis.has_major_gridlines = has_grid
    if has_grid:
        axis.major_gridlines.format.line.color.rgb = look.read_colour(look.GRID)
        axis.major_gridlines.format.line.width = Pt(0.75)
    axis.format.line.fill.background()
    axis.major_tick_mark = axis.minor_tick_mark = XL_TICK_MARK.NONE
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = write_axis(number_format, ends), False
    if ends:
        axis.minimum_scale, axis.maximum_scale = ends
        axis.major_unit = share_axis(*ends)
    axis.tick_labels.font.size = Pt(TICKS)
    axis.tick_labels.font.color.rgb = look.read_colour(look.QUIET)
    _title(axis, title)


def dress_names(axis: Any, points: float) -> None:
    """Give an axis of names its line, and its names a place at its end even where bars run below zero."""
    axis.format.line.color.rgb = look.read_colour(look.QUIET)
    axis.format.line.width = Pt(0.75)
    axis.major_tick_mark = axis.minor_tick_mark = XL_TICK_MARK.NONE
    axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    axis.tick_labels.font.size = Pt(points)
    axis.has_major_gridlines = False
    # Every name is shown, however close they stand.
    skip = parse_xml(f'<c:tickLblSkip {nsdecls("c")} val="1"/>')
    axis._element.find(qn("c:lblOffset")).addnext(skip)


def whiten_labels(labels: Any) -> None:
    """Give the numbers of a chart a white ground, so that no line runs through them."""
    ground = (
        f'<c:spPr {nsdecls("c", "a")}><a:solidFill><a:srgbClr val="{look.GROUND[1:].upper()}"/></a:solidFill></c:spPr>'
    )
    labels._element.find(qn("c:txPr")).addprevious(parse_xml(ground))  # python-pptx has no public way


def draw_labels(page: Page, labels: list[tuple[str, float]], bottom: float) -> list[Any]:
    """Write labels of lines over the places where these stand, on as many lines above `bottom` as they need not to meet."""
    levels = stagger(labels)
    drawn = []
    for (text, middle), level in zip(labels, levels, strict=True):
        width = fit.measure(text, TICKS, is_bold=True) + 0.06
        left = min(middle - width / 2, look.WIDTH - look.MARGIN - width)
        place = Box(left, bottom - LABEL_ROOM * (level + 1), width, LABEL_ROOM)
        shape = add_text(page, place, text, TICKS, name=say("Label: {name}", name=text), colour=REFERENCE, is_bold=True)
        shape.text_frame.word_wrap = False
        shape.text_frame.paragraphs[0].alignment = PP_ALIGN.CENTER
        drawn.append(shape)
    return drawn


def stagger(labels: list[tuple[str, float]]) -> list[int]:
    """Return on which line above the plot each label stands, the first that is free where it is; lines count from 0."""
    levels: list[int] = []
    taken: list[tuple[int, float, float]] = []
    for text, middle in labels:
        half = fit.measure(text, TICKS, is_bold=True) / 2 + 0.08
        level = next(
            each
            for each in range(len(labels))
            if all(one != each or middle + half < start or end < middle - half for one, start, end in taken)
        )
        taken.append((level, middle - half, middle + half))
        levels.append(level)
    return levels


def group(page: Page, frame: Any, shapes: list[Any], name: str) -> None:
    """Bind a chart and what is drawn behind it, so that they move as one."""
    if not shapes:
        return
    bound = page.shapes.add_group_shape(shapes)
    bound.name = name
    element = bound._element
    element.append(frame._element)
    element.recalculate_extents()


def _title(axis: Any, title: str) -> None:
    axis.has_title = bool(title)
    if title:
        axis.axis_title.text_frame.text = clean(title)
        for run in axis.axis_title.text_frame.paragraphs[0].runs:
            run.font.size, run.font.bold = Pt(TICKS), False
            run.font.color.rgb = look.read_colour(look.QUIET)
