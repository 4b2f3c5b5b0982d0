"""Points on two axes as a native chart, with names beside them where there is room and lines for medians and references."""

from typing import Any

import pandas as pd
from pptx.chart.data import XyChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_MARKER_STYLE, XL_TICK_LABEL_POSITION
from pptx.enum.dml import MSO_LINE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.slide import Slide as Page
from pptx.util import Pt

from geo.exports.slides import chart_frame, fit, look
from geo.exports.slides.clean import clean
from geo.exports.slides.content import Exhibit, PointChart, PointGroup, Scale
from geo.exports.slides.look import Box
from geo.exports.slides.numbers import make_decades, make_ends
from geo.exports.slides.page import add_text
from geo.exports.slides.places import Plane, place_names
from geo.messages import say

MARKERS = {"circle": XL_MARKER_STYLE.CIRCLE, "square": XL_MARKER_STYLE.SQUARE, "triangle": XL_MARKER_STYLE.TRIANGLE}
SIDES = {
    "right": XL_LABEL_POSITION.RIGHT, "left": XL_LABEL_POSITION.LEFT, "above": XL_LABEL_POSITION.ABOVE, "below": XL_LABEL_POSITION.BELOW,
}  # fmt: skip
PALE = 0.7  # how far a doubtful point's colour goes to white
MARKER_SIZE, NAME_SIZE, ROW_SIZE = 9, 11.0, 12.0


def draw_points(page: Page, exhibit: Exhibit, box: Box, rows: pd.DataFrame) -> tuple[str, ...]:
    """Draw points into a box and return the names that had no room beside theirs, in words."""
    spec = exhibit.content
    assert isinstance(spec, PointChart)  # noqa: S101 - the caller chose by this type
    data = XyChartData(number_format=spec.upwards.number_format)
    for group in spec.groups:
        series = data.add_series(clean(group.name))
        for point in group.points:
            series.add_data_point(point.across, point.upwards)
    frame, chart = chart_frame.add_chart(page, XL_CHART_TYPE.XY_SCATTER, data, box, (say("Chart"), exhibit.alternative))
    legend = 0.4 if spec.upwards.names else chart_frame.measure_legend([one.name for one in spec.groups], box.width)
    plane = _lay_out(spec, box, legend)
    chart_frame.place_plot(chart, box, plane.plot)
    _dress_axes(chart, spec, plane)
    sides = place_names([point for group in spec.groups for point in group.points], plane, NAME_SIZE)
    _dress_series(chart, spec, sides)
    drawn = []
    if spec.upwards.names:
        # Rows and lines have their names beside them.
        chart.has_legend = False
        drawn = [*_draw_rows(page, spec, plane), *_draw_lines(page, spec, plane)]
    else:
        chart_frame.add_legend(chart, box, legend)
    chart_frame.finish(chart, rows, _list_names(spec))
    chart_frame.group(page, frame, drawn, say("Chart with the names of its rows"))
    points = [point for group in spec.groups for point in group.points]
    unnamed = [point.name for point in points if point.name and not point.is_quiet and id(point) not in sides]
    return (say("No room for the name of: {countries}.", countries=", ".join(unnamed)),) if unnamed else ()


def _lay_out(spec: PointChart, box: Box, top: float) -> Plane:
    """Where the plot stands and what its axes reach; below it there is room for names that had none."""
    named = [fit.measure(clean(one), ROW_SIZE) for one in spec.upwards.names]
    plot = box.inset(left=max(named, default=0.6) + 0.15, right=0.3, top=top, bottom=0.8)
    ends = _find_ends(spec, spec.across, 0), _find_ends(spec, spec.upwards, 1)
    return Plane(*ends, (spec.across.is_logarithmic, spec.upwards.is_logarithmic), plot)


def _find_ends(spec: PointChart, scale: Scale, side: int) -> tuple[float, float]:
    if scale.low is not None and scale.high is not None and scale.names:
        return scale.low, scale.high
    values = [(point.across, point.upwards)[side] for group in spec.groups for point in group.points]
    if scale.is_logarithmic:
        return make_decades(values)
    low, high = make_ends([*values, *([0.0] if min(values) > 0 else [])])
    return low, high


def _dress_axes(chart: Any, spec: PointChart, plane: Plane) -> None:
    for axis, scale, ends in (
        (chart.category_axis, spec.across, plane.across),
        (chart.value_axis, spec.upwards, plane.upwards),
    ):
        chart_frame.dress_axis(axis, scale.number_format, scale.title, ends, has_grid=not scale.names)
        axis.format.line.color.rgb = look.read_colour(look.QUIET)
        axis.tick_label_position = XL_TICK_LABEL_POSITION.NONE if scale.names else XL_TICK_LABEL_POSITION.LOW
        if scale.is_logarithmic:
            scaling = axis._element.find(qn("c:scaling"))
            scaling.insert(0, parse_xml(f'<c:logBase {nsdecls("c")} val="10"/>'))


def _dress_series(chart: Any, spec: PointChart, sides: dict[int, str]) -> None:
    for group, made in zip(spec.groups, chart.plots[0].series, strict=True):
        if group.shape in MARKERS:
            _dress_markers(made, group, sides)
            continue
        made.marker.style = XL_MARKER_STYLE.NONE
        made.format.line.color.rgb, made.format.line.width = look.read_colour(group.colour), Pt(2)
        if group.shape == "dash":
            made.format.line.dash_style = MSO_LINE.DASH


def _dress_markers(made: Any, group: PointGroup, sides: dict[int, str]) -> None:
    made.format.line.fill.background()
    made.marker.style, made.marker.size = MARKERS[group.shape], MARKER_SIZE
    _paint(made.marker, group.colour, is_pale=group.is_pale)
    for at, point in enumerate(group.points):
        if id(point) in sides:
            _name_point(made.points[at].data_label, clean(point.name), sides[id(point)])


def _paint(marker: Any, colour: str, *, is_pale: bool) -> None:
    marker.format.fill.solid()
    marker.format.fill.fore_color.rgb = look.read_colour(look.mix(colour, PALE) if is_pale else colour)
    marker.format.line.color.rgb, marker.format.line.width = look.read_colour(colour), Pt(1.5)


def _name_point(label: Any, text: str, side: str) -> None:
    label.has_text_frame = True
    label.text_frame.text = text
    label.position = SIDES[side]
    for run in label.text_frame.paragraphs[0].runs:
        run.font.size = Pt(NAME_SIZE)
        run.font.color.rgb = look.read_colour(look.INK)


def _draw_rows(page: Page, spec: PointChart, plane: Plane) -> list[Any]:
    """The names of the rows, before the plot."""
    drawn = []
    for at, name in enumerate(map(clean, spec.upwards.names), 1):
        _, middle = plane.locate(plane.across[0], float(at))
        width = fit.measure(name, ROW_SIZE)
        box = Box(plane.plot.left - width - 0.12, middle - 0.12, width + 0.05, 0.24)
        drawn.append(add_text(page, box, name, ROW_SIZE, name=say("Row: {name}", name=name)))
    return drawn


def _draw_lines(page: Page, spec: PointChart, plane: Plane) -> list[Any]:
    """The names of the reference lines, above the plot."""
    lines = [group for group in spec.groups if group.shape == "dash"]
    middles = [plane.locate(group.points[0].across, plane.upwards[1])[0] for group in lines]
    return chart_frame.draw_labels(
        page, [(clean(group.name), middle) for group, middle in zip(lines, middles, strict=True)], plane.plot.top
    )


def _list_names(spec: PointChart) -> dict[tuple[int, int], str]:
    """The names of the points for the workbook's third column, beside the rows in which python-pptx puts their numbers."""
    names, row = {}, 0
    for group in spec.groups:
        for at, point in enumerate(group.points, 1):
            names[row + at, 2] = point.name
        row += len(group.points) + 2
    return names
