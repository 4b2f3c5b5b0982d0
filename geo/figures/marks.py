"""What the charts of money share: what a mark filters by or opens, its words, and the sum of a chart's marks."""

from collections.abc import Callable, Mapping
from typing import Any

from geo.dimensions import COMMITTED, DIMENSIONS, REGIONS, TRANS_REGIONAL, name_recipients
from geo.findings import format_eur
from geo.messages import mark, say, say_count
from geo.money_lines import CENTS
from geo.money_query import MoneyQuery
from geo.places import name_countries
from geo.portfolio import Portfolio
from geo.spelling import format_number, lower_start

Payload = dict[str, Any]
DOUBTFUL_WORDS = mark("Doubtful: the record says why and gives the other reading")


def pick_values(query: MoneyQuery, *pairs: tuple[str, str]) -> Payload:
    """Return what a mark of these dimensions and values filters by, and whether the view is filtered by exactly that."""
    wanted: dict[str, tuple[str, ...]] = {}
    for pair in pairs:
        name, values = _as_filter(*pair)
        # Two dimensions may come to the same filter: then both hold.
        wanted[name] = tuple(one for one in wanted.get(name, values) if one in values)
    text = ";".join(f"{name}={','.join(values)}" for name, values in wanted.items())
    return {"pick": text, "on": all(_kept(query, name) == values for name, values in wanted.items())}


def pick_record(record_id: str, chosen: str) -> Payload:
    """Return what a mark that opens a record picks, and whether it is the chosen one."""
    return {"pick": f"record={record_id}", "on": record_id == chosen}


def _as_filter(dimension: str, value: str) -> tuple[str, tuple[str, ...]]:
    """The filter that leaves a value of a dimension; sub-regions are sets of countries, so what is no country goes by recipient."""
    if dimension == "subregion" and value == REGIONS:
        apart = (*name_countries(), TRANS_REGIONAL)
        return "recipient", tuple(one for one in name_recipients() if one not in apart)
    if dimension == "subregion" and value == TRANS_REGIONAL:
        return "recipient", (TRANS_REGIONAL,)
    return dimension, (value,)


def _kept(query: MoneyQuery, name: str) -> tuple[str, ...]:
    return query.selection.subregions if name == "subregion" else tuple(getattr(query.filters, name))


def tell_eur(cents: int) -> str:
    """Return an amount in EUR million."""
    return format_eur(cents / CENTS)


def tell_share(cents: int, total: int) -> str:
    """Return a share in words: "38 per cent", "under 1 per cent"; nothing of nothing has no share ("")."""
    if not total:
        return ""
    share = 100 * cents / total
    return say("under 1 per cent") if 0 < share < 1 else say("{value} per cent", value=format_number(share, 0))


def tell_measured(amount: str, measure: str) -> str:
    """Return an amount with what is done with it: "EUR 12.0 million committed"."""
    if measure == COMMITTED:
        return say("{amount} committed", amount=amount)
    return say("{amount} contracted", amount=amount)


def tell_ends(largest: tuple[str, int], smallest: tuple[str, int]) -> str:
    """Return the largest and the smallest of a chart's marks with their cents, in words."""
    (first, most), (last, least) = largest, smallest
    return say(
        "Largest: {largest}, {most}. Smallest: {smallest}, {least}.",
        largest=first,
        most=tell_eur(most),
        smallest=last,
        least=tell_eur(least),
    )


def tell_total(portfolio: Portfolio) -> str:
    """Return the sum of a chart's marks in words, which is the sum of the view."""
    amount, number = format_eur(portfolio.total_eur), len(portfolio.record_ids)
    if portfolio.query.measure == COMMITTED:
        return say_count(
            "All marks together: {amount} committed in {n} decision.",
            "All marks together: {amount} committed in {n} decisions.",
            number,
            amount=amount,
        )
    return say_count(
        "All marks together: {amount} contracted in {n} contract.",
        "All marks together: {amount} contracted in {n} contracts.",
        number,
        amount=amount,
    )


def tell_dimension(dimension: str) -> str:
    """Return the name of a dimension inside a sentence: "programming zone", "DAC sector"."""
    return lower_start(DIMENSIONS[dimension].name)


def sum_marks(chart_id: str, payload: Mapping[str, Any]) -> int:
    """Return the sum in euro cents of the marks that a chart draws. Raises KeyError for an unknown chart."""
    return sum(one["cents"] for one in _MARKS[chart_id](payload))


def _leaves(tiles: list[Payload]) -> list[Payload]:
    """The tiles that hold no others."""
    return [leaf for tile in tiles for leaf in (_leaves(tile["children"]) if tile["children"] else [tile])]


_MARKS: dict[str, Callable[[Mapping[str, Any]], list[Payload]]] = {
    "bars": lambda drawn: [part for row in drawn["rows"] for part in row["segments"]],
    "treemap": lambda drawn: _leaves(drawn["children"]),
    "flow": lambda drawn: [link for link in drawn["links"] if link["column"] == 0],
    "years": lambda drawn: [*drawn["bars"], *drawn["apart"]],
    "dates": lambda drawn: [*(row for group in drawn["groups"] for row in group["rows"]), *drawn["undated"]],
}
