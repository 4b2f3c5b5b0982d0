"""What the flow chart draws: money from instrument to programming zone, and on to DAC sector or partner category."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from geo.amount_words import format_cents, shorten_eur
from geo.dimensions import DIMENSIONS, NOT_PRINTED, list_dimensions
from geo.figures import palette
from geo.figures.marks import Payload, pick_values, tell_dimension, tell_eur, tell_share, tell_total
from geo.findings import count
from geo.money_lines import Line
from geo.portfolio import Portfolio

FIRST, MIDDLE, FALLBACK = "instrument", "zone", "sector"


def choose_end(measure: str, end: str) -> tuple[str, str]:
    """Return the dimension at the end of the flow that the measure can show, and why it is not the one asked for, or ""."""
    if end in list_dimensions(measure):
        return end, ""
    return FALLBACK, f"{DIMENSIONS[end].why_not} Shown to {tell_dimension(FALLBACK)} instead."


def draw_flow(portfolio: Portfolio, end: str) -> Payload:
    """Return the nodes of three columns and the links between them, each with its cents; links of a column add up to the total."""
    columns = (FIRST, MIDDLE, end)
    links = [
        link
        for index, (source, target) in enumerate(pairwise(columns))
        for link in _draw_links(portfolio, index, source, target)
    ]
    return {
        "title": _find_title(links, end),
        "label": _describe(portfolio, links, end),
        "columns": [DIMENSIONS[one].name for one in columns],
        "nodes": [node for index, one in enumerate(columns) for node in _draw_nodes(portfolio, index, one)],
        "links": links,
        "key": "Each band has the colour of its programming zone. A band or a block filters by what it stands for.",
        "total": tell_total(portfolio),
    }


def _draw_nodes(portfolio: Portfolio, column: int, dimension: str) -> list[Payload]:
    name_value = DIMENSIONS[dimension].name_value
    return [
        {
            "id": f"{column}/{value}",
            "column": column,
            "label": name_value(value),
            "cents": cents,
            "text": shorten_eur(cents),
            "told": f"{format_cents(cents)}, {tell_share(cents, portfolio.total_cents)} of this view",
            "zone": palette.find_colour(MIDDLE, value) if dimension == MIDDLE else None,
            **pick_values(portfolio.query, (dimension, value)),
        }
        for (value,), cents in _sum(portfolio.lines, (dimension,))
    ]


def _draw_links(portfolio: Portfolio, column: int, source: str, target: str) -> list[Payload]:
    return [
        {
            "id": f"{column}/{first}/{second}",
            "column": column,
            "source": f"{column}/{first}",
            "target": f"{column + 1}/{second}",
            "label": f"{DIMENSIONS[source].name_value(first)} to {DIMENSIONS[target].name_value(second)}",
            "cents": cents,
            "told": f"{format_cents(cents)}, {tell_share(cents, portfolio.total_cents)} of this view",
            **palette.find_colour(MIDDLE, second if target == MIDDLE else first),
            **pick_values(portfolio.query, (source, first), (target, second)),
        }
        for (first, second), cents in _sum(portfolio.lines, (source, target))
    ]


def _sum(lines: Iterable[Line], dimensions: tuple[str, ...]) -> list[tuple[Any, int]]:
    """Cents by the values of one or two dimensions, the largest first, what is not printed last."""
    sums: dict[tuple[str, ...], int] = {}
    for line in lines:
        values = tuple(getattr(line, one) for one in dimensions)
        sums[values] = sums.get(values, 0) + line.cents
    return sorted(sums.items(), key=lambda one: (NOT_PRINTED in one[0], -one[1], one[0]))


def _find_title(links: list[Payload], end: str) -> str:
    title = f"From instrument to {tell_dimension(end)}"
    widest = max((link for link in links if link["column"] == 0), key=lambda link: link["cents"], default=None)
    return f"{title}: the widest band is {widest['label']}, {tell_eur(widest['cents'])}" if widest else title


def _describe(portfolio: Portfolio, links: list[Payload], end: str) -> str:
    text = f"Flow: {portfolio.measure_name.lower()} from instrument to programming zone to {tell_dimension(end)}. {count(len(links), 'band')}"
    if not links:
        return f"{text}."
    ordered = sorted(links, key=lambda link: (-link["cents"], link["label"]))
    first, last = ordered[0], ordered[-1]
    return f"{text}. Largest: {first['label']}, {tell_eur(first['cents'])}. Smallest: {last['label']}, {tell_eur(last['cents'])}."
