"""What the flow chart draws: money from instrument to programming zone, and on to DAC sector or partner category."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from geo.amount_words import format_cents, shorten_eur
from geo.dimensions import DIMENSIONS, NOT_PRINTED, list_dimensions
from geo.figures import palette
from geo.figures.marks import Payload, pick_values, tell_dimension, tell_ends, tell_eur, tell_share, tell_total
from geo.messages import say, say_count
from geo.money_lines import Line
from geo.portfolio import Portfolio
from geo.spelling import collate, lower_start

FIRST, MIDDLE, FALLBACK = "instrument", "zone", "sector"


def choose_end(measure: str, end: str) -> tuple[str, str]:
    """Return the dimension at the end of the flow that the measure can show, and why it is not the one asked for, or ""."""
    if end in list_dimensions(measure):
        return end, ""
    instead = say("Shown to {dimension} instead.", dimension=tell_dimension(FALLBACK))
    return FALLBACK, f"{DIMENSIONS[end].why_not} {instead}"


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
        "key": say(
            "Each band has the colour of its programming zone. A band or a block filters by what it stands for."
        ),
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
            "told": _tell_part(cents, portfolio),
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
            "label": say(
                "{source} to {target}",
                source=DIMENSIONS[source].name_value(first),
                target=DIMENSIONS[target].name_value(second),
            ),
            "cents": cents,
            "told": _tell_part(cents, portfolio),
            **palette.find_colour(MIDDLE, second if target == MIDDLE else first),
            **pick_values(portfolio.query, (source, first), (target, second)),
        }
        for (first, second), cents in _sum(portfolio.lines, (source, target))
    ]


def _tell_part(cents: int, portfolio: Portfolio) -> str:
    share = tell_share(cents, portfolio.total_cents)
    return say("{amount}, {share} of this view", amount=format_cents(cents), share=share)


def _sum(lines: Iterable[Line], dimensions: tuple[str, ...]) -> list[tuple[Any, int]]:
    """Cents by the values of one or two dimensions, the largest first, what is not printed last."""
    sums: dict[tuple[str, ...], int] = {}
    for line in lines:
        values = tuple(getattr(line, one) for one in dimensions)
        sums[values] = sums.get(values, 0) + line.cents
    return sorted(sums.items(), key=lambda one: (NOT_PRINTED in one[0], -one[1], one[0]))


def _find_title(links: list[Payload], end: str) -> str:
    end_name = tell_dimension(end)
    widest = max((link for link in links if link["column"] == 0), key=lambda link: link["cents"], default=None)
    if widest is None:
        return say("From instrument to {end}", end=end_name)
    return say(
        "From instrument to {end}: the widest band is {band}, {amount}",
        end=end_name,
        band=widest["label"],
        amount=tell_eur(widest["cents"]),
    )


def _describe(portfolio: Portfolio, links: list[Payload], end: str) -> str:
    parts = [
        say(
            "Flow: {measure} from instrument to programming zone to {end}.",
            measure=lower_start(portfolio.measure_name),
            end=tell_dimension(end),
        ),
        say_count("{n} band.", "{n} bands.", len(links)),
    ]
    if links:
        ordered = sorted(links, key=lambda link: (-link["cents"], collate(link["label"])))
        first, last = ordered[0], ordered[-1]
        parts.append(tell_ends((first["label"], first["cents"]), (last["label"], last["cents"])))
    return " ".join(parts)
