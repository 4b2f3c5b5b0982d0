"""Amounts a year as columns with the line of their sum so far, as one native chart with two axes of amounts."""

from copy import deepcopy
from typing import Any

import pandas as pd
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.slide import Slide as Page
from pptx.util import Pt

from geo.exports.slides import chart_frame, look
from geo.exports.slides.clean import clean
from geo.exports.slides.content import Exhibit, YearChart
from geo.exports.slides.look import Box
from geo.exports.slides.numbers import make_ends, share_axis, write_axis
from geo.messages import say

_NAMES, _AMOUNTS = "50010", "50020"  # ids of the line's own axes


def draw_years(page: Page, exhibit: Exhibit, box: Box, rows: pd.DataFrame) -> None:
    """Draw columns and line into a box, with the rows of the download in the workbook."""
    spec = exhibit.content
    assert isinstance(spec, YearChart)  # noqa: S101 - the caller chose by this type
    data = CategoryChartData(number_format=spec.number_format)
    data.categories = [clean(one) for one in spec.categories]
    for series in (spec.columns, spec.line):
        data.add_series(clean(series.name), series.values)
    _, chart = chart_frame.add_chart(
        page, XL_CHART_TYPE.COLUMN_CLUSTERED, data, box, (say("Chart"), exhibit.alternative)
    )
    columns, line = chart.plots[0].series
    chart_frame.dress_names(chart.category_axis, 12)
    chart_frame.dress_axis(
        chart.value_axis, spec.number_format, spec.unit, make_ends([0.0, *_known(spec.columns.values)])
    )
    chart.plots[0].gap_width = 45
    _dress_columns(columns, spec)
    chart_frame.add_legend(chart, box, chart_frame.measure_legend([spec.columns.name, spec.line.name], box.width))
    _move_to_line(chart, line, spec)
    chart_frame.place_plot(chart, box, box.inset(left=0.75, right=0.85, top=0.55, bottom=0.4))
    chart_frame.finish(chart, rows)


def _known(values: tuple[float | None, ...]) -> list[float]:
    return [one for one in values if one is not None]


def _dress_columns(columns: Any, spec: YearChart) -> None:
    columns.format.fill.solid()
    columns.format.fill.fore_color.rgb = look.read_colour(spec.columns.colour)
    labels = columns.data_labels
    labels.show_value, labels.position = True, XL_LABEL_POSITION.OUTSIDE_END
    labels.number_format, labels.number_format_is_linked = spec.number_format, False
    labels.font.size = Pt(chart_frame.LABELS)
    chart_frame.whiten_labels(labels)


def _move_to_line(chart: Any, line: Any, spec: YearChart) -> None:
    """Take the second series out of the columns and make it a line on axes of its own, which python-pptx has no way to."""
    line.format.line.color.rgb, line.format.line.width = look.read_colour(spec.line.colour), Pt(2.25)
    area = chart._chartSpace.chart.plotArea
    element = line._element
    element.getparent().remove(element)
    for name in ("c:invertIfNegative",):
        for old in element.findall(qn(name)):
            element.remove(old)
    colour = spec.line.colour[1:].upper()
    marker = parse_xml(
        f'<c:marker {nsdecls("c", "a")}><c:symbol val="circle"/><c:size val="7"/><c:spPr><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
        f'<a:ln><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></a:ln></c:spPr></c:marker>'
    )
    element.find(qn("c:spPr")).addnext(marker)
    element.append(parse_xml(f'<c:smooth {nsdecls("c")} val="0"/>'))
    plot = parse_xml(
        f'<c:lineChart {nsdecls("c")}><c:grouping val="standard"/><c:varyColors val="0"/><c:marker val="1"/>'
        f'<c:axId val="{_NAMES}"/><c:axId val="{_AMOUNTS}"/></c:lineChart>'
    )
    plot.insert(2, element)
    area.find(qn("c:barChart")).addnext(plot)
    _add_axes(chart, area, spec)


def _add_axes(chart: Any, area: Any, spec: YearChart) -> None:
    """The line's axes: its names are those of the columns and not shown again, its amounts stand on the right."""
    names, amounts = deepcopy(area.find(qn("c:catAx"))), deepcopy(area.find(qn("c:valAx")))
    for axis, own, other in ((names, _NAMES, _AMOUNTS), (amounts, _AMOUNTS, _NAMES)):
        axis.find(qn("c:axId")).set("val", own)
        axis.find(qn("c:crossAx")).set("val", other)
    names.find(qn("c:delete")).set("val", "1")
    amounts.find(qn("c:axPos")).set("val", "r")
    for old in amounts.findall(qn("c:majorGridlines")):
        amounts.remove(old)
    amounts.find(qn("c:crosses")).set("val", "max")
    highest = make_ends([0.0, *_known(spec.line.values)])[1]
    amounts.find(qn("c:scaling")).find(qn("c:max")).set("val", str(highest))
    amounts.find(qn("c:majorUnit")).set("val", str(share_axis(0, highest)))
    amounts.find(qn("c:numFmt")).set("formatCode", write_axis(spec.number_format, (0, highest)))
    for text in amounts.iter(qn("a:t")):
        text.text = clean(spec.line_unit)
    last = area.findall(qn("c:valAx"))[-1]
    last.addnext(amounts)
    amounts.addnext(names)
