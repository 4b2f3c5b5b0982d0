"""Bars on a slide as a native chart: one row or several stacked or side by side, with reference lines drawn behind them."""

from typing import Any

import pandas as pd
from pptx.chart.data import CategoryChartData
from pptx.dml.fill import FillFormat
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION
from pptx.enum.dml import MSO_LINE, MSO_PATTERN
from pptx.enum.shapes import MSO_CONNECTOR
from pptx.oxml.ns import qn
from pptx.slide import Slide as Page
from pptx.util import Inches, Pt

from geo.exports.slides import chart_frame, fit, look
from geo.exports.slides.clean import clean
from geo.exports.slides.content import BarChart, Exhibit, Reference, Series
from geo.exports.slides.look import Box
from geo.exports.slides.numbers import make_ends, write_number
from geo.messages import say

NAMES = (14.0, 13.0, 12.0, 11.0, 10.0, 9.0, 8.0, 7.0)
MOST_NAMES = 0.42  # share of the width that names may take
LEAST_LABEL = 0.07  # of the axis: a part that is shorter has no room for its number
MOST_LEGEND = 12
AXIS_ROOM = 0.5
SPARE = 0.08  # of the width of names, for fonts that are wider than measured
ROOM_BELOW = 0.1  # of the axis
LEAST_POINTS = 9.0  # letters below which no number stands in a bar


def draw_bars(page: Page, exhibit: Exhibit, box: Box, rows: pd.DataFrame) -> None:
    """Draw a chart of bars into a box, with the rows of the download in its workbook."""
    spec = exhibit.content
    assert isinstance(spec, BarChart)  # noqa: S101 - the caller chose by this type
    has_legend = 1 < len(spec.series) <= MOST_LEGEND
    ends = _find_ends(spec)
    legend = chart_frame.measure_legend([one.name for one in spec.series], box.width) if has_legend else 0
    points = _choose_size(spec, box.inset(top=legend))
    plot = _place(spec, box, points, legend)
    levels = chart_frame.stagger([(clean(one.label), _locate(one, plot, ends)) for one in spec.references])
    plot = plot.inset(top=chart_frame.LABEL_ROOM * (max(levels, default=-1) + 1))
    frame, chart = chart_frame.add_chart(
        page, _choose_type(spec), _make_data(spec), box, (say("Chart"), exhibit.alternative)
    )
    chart_frame.place_plot(chart, box, plot)
    _dress(chart, spec, points, ends)
    for series, made in zip(spec.series, chart.plots[0].series, strict=True):
        _dress_series(made, series, spec, ends, min(points, 11.0))
    if has_legend:
        chart_frame.add_legend(chart, box, legend)
    else:
        chart.has_legend = False
    chart_frame.finish(chart, rows)
    chart_frame.group(page, frame, _draw_references(page, spec, plot, ends), say("Chart with reference lines"))


def _make_data(spec: BarChart) -> CategoryChartData:
    data = CategoryChartData(number_format=spec.number_format)
    data.categories = [clean(one) for one in spec.categories]
    for series in spec.series:
        data.add_series(clean(series.name), series.values)
    return data


def _choose_type(spec: BarChart) -> Any:
    return XL_CHART_TYPE.BAR_STACKED if spec.is_stacked and len(spec.series) > 1 else XL_CHART_TYPE.BAR_CLUSTERED


def _find_ends(spec: BarChart) -> tuple[float, float]:
    """The ends of the axis: those given, else round ones around all bars and references."""
    stacks = [sum(series.values[at] or 0 for series in spec.series) for at in range(len(spec.categories))]
    singles = [value for series in spec.series for value in series.values if value is not None]
    values = stacks if _choose_type(spec) == XL_CHART_TYPE.BAR_STACKED else singles
    low, high = make_ends([0.0, *values, *(one.value for one in spec.references)])
    if spec.cut and spec.high is not None:
        high = make_ends([0.0, spec.high])[1]
    if low < 0:
        # A number left of the longest bar below zero must not run into the names.
        low = make_ends([low - ROOM_BELOW * (high - low), high])[0]
    return low, high


def _choose_size(spec: BarChart, box: Box) -> float:
    """The largest size of letters in which every name, perhaps on two lines, fits its row."""
    width = (box.width * MOST_NAMES - 0.15) * (1 - SPARE)
    row = (box.height - AXIS_ROOM) / max(1, len(spec.categories))
    for size in NAMES:
        lines = max((len(fit.wrap(clean(one), size, width)) for one in spec.categories), default=1)
        if lines * size * 1.3 / fit.POINTS_PER_INCH <= row:
            return size
    return NAMES[-1]


def _place(spec: BarChart, box: Box, points: float, top: float) -> Box:
    """Where the plot stands: beside the longest name, and with room for the longest number."""
    names = max((fit.measure(clean(one), points) for one in spec.categories), default=0) * (1 + SPARE) + 0.12
    values = [value for series in spec.series for value in series.values if value is not None]
    number = (
        max((fit.measure(write_number(one, spec.number_format), min(points, 11.0)) for one in values), default=0) + 0.1
    )
    right = number if len(spec.series) == 1 or not spec.is_stacked else 0.15
    return box.inset(left=min(names, box.width * MOST_NAMES), right=right, top=top, bottom=AXIS_ROOM)


def _dress(chart: Any, spec: BarChart, points: float, ends: tuple[float, float]) -> None:
    names, numbers = chart.category_axis, chart.value_axis
    names.reverse_order = True
    chart_frame.dress_names(names, points)
    # Names run from the top, so the axis of numbers stands at their end to be at the bottom.
    numbers._element.find(qn("c:crosses")).set("val", "max")
    chart_frame.dress_axis(numbers, spec.number_format, spec.unit, ends)
    plot = chart.plots[0]
    plot.gap_width = 30 if len(spec.series) == 1 or spec.is_stacked else 45
    plot.overlap = 100 if _choose_type(spec) == XL_CHART_TYPE.BAR_STACKED else 0
    plot.vary_by_categories = False


def _dress_series(made: Any, series: Series, spec: BarChart, ends: tuple[float, float], points: float) -> None:
    made.format.fill.solid()
    made.format.fill.fore_color.rgb = look.read_colour(series.colour)
    made.invert_if_negative = False
    for at, value in enumerate(series.values):
        colour = series.colours[at] if series.colours else series.colour
        if value is not None and (colour != series.colour or at in spec.hatched):
            _fill(made.points[at].format.fill, colour, is_hatched=at in spec.hatched)
    _label(made, series, spec, ends, points)


def _fill(fill: FillFormat, colour: str, *, is_hatched: bool) -> None:
    if not is_hatched:
        fill.solid()
        fill.fore_color.rgb = look.read_colour(colour)
        return
    fill.patterned()
    fill.pattern = MSO_PATTERN.DARK_UPWARD_DIAGONAL
    fill.fore_color.rgb = look.read_colour(colour)
    fill.back_color.rgb = look.read_colour(look.GROUND)


def _label(made: Any, series: Series, spec: BarChart, ends: tuple[float, float], points: float) -> None:
    """Write the numbers beside bars, or into the parts of stacked ones that have the room."""
    is_stacked = _choose_type(spec) == XL_CHART_TYPE.BAR_STACKED
    labels = made.data_labels
    # Bars thinner than their numbers have these with their names.
    labels.show_value = not is_stacked or points >= LEAST_POINTS
    labels.number_format, labels.number_format_is_linked = spec.number_format, False
    labels.font.size = Pt(points)
    labels.position = XL_LABEL_POSITION.CENTER if is_stacked else XL_LABEL_POSITION.OUTSIDE_END
    ink = look.GROUND if is_stacked and look.is_dark(series.colour) else look.INK
    labels.font.color.rgb = look.read_colour(ink)
    if spec.references:
        # A line that is drawn behind the chart must not run through a number.
        chart_frame.whiten_labels(labels)
    for at, value in enumerate(series.values):
        is_small = is_stacked and value is not None and abs(value) < LEAST_LABEL * (ends[1] - ends[0])
        if value is not None and (is_small or at in spec.cut):
            _silence(made, at)


def _silence(made: Any, at: int) -> None:
    """Take the number of one mark away: the name beside it has it, or there is no room."""
    label = made.data_labels._element._insert_dLbl_in_sequence(at)
    for child in list(label)[1:]:
        label.remove(child)
    label.append(label.makeelement(label.tag.replace("dLbl", "delete"), {"val": "1"}))


def _draw_references(page: Page, spec: BarChart, plot: Box, ends: tuple[float, float]) -> list[Any]:
    """Lines across the bars, each with its label above."""
    places = [(clean(one.label), _locate(one, plot, ends)) for one in spec.references]
    levels = chart_frame.stagger(places)
    lines = []
    for (label, at), level in zip(places, levels, strict=True):
        top = plot.top - chart_frame.LABEL_ROOM * level - 0.02
        line = page.shapes.add_connector(
            MSO_CONNECTOR.STRAIGHT, Inches(at), Inches(top), Inches(at), Inches(plot.bottom)
        )
        line.name = say("Reference line: {name}", name=label)
        line.line.color.rgb, line.line.width = look.read_colour(chart_frame.REFERENCE), Pt(1.25)
        line.line.dash_style = MSO_LINE.DASH
        lines.append(line)
    return [*lines, *chart_frame.draw_labels(page, places, plot.top)]


def _locate(reference: Reference, plot: Box, ends: tuple[float, float]) -> float:
    return plot.left + plot.width * (reference.value - ends[0]) / (ends[1] - ends[0])
