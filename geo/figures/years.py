"""What the chart of years draws: amounts a year as bars, their sum so far as a line with an axis of its own."""

from itertools import accumulate
from typing import Any

from geo.aggregate import total_cents
from geo.dimensions import COMMITTED, DIMENSIONS, NOT_PRINTED
from geo.figures import palette
from geo.figures.axis import Axis, make_axis
from geo.figures.marks import Payload, pick_values, tell_dimension, tell_ends, tell_eur, tell_share, tell_total
from geo.findings import EUR_MILLION
from geo.messages import say, say_count
from geo.money_lines import CENTS
from geo.money_query import FIRST_YEAR
from geo.portfolio import Portfolio
from geo.spelling import format_number, lower_start

MILLION = EUR_MILLION * CENTS  # cents in EUR million


def draw_years(portfolio: Portfolio) -> Payload:
    """Return a bar a decision year (committed) or start year (contracted), the running sum, and apart what has no year."""
    dimension = "year" if portfolio.query.measure == COMMITTED else "start"
    sums = total_cents(portfolio.lines, dimension)
    dated = {year: cents for year, cents in sums.items() if year != NOT_PRINTED}
    years = [str(year) for year in range(min(map(int, dated)), max(map(int, dated)) + 1)] if dated else []
    so_far = list(accumulate(dated.get(year, 0) for year in years))
    axis, sum_axis = _axis(sums.values()), _axis(so_far)
    return {
        "title": _find_title(portfolio, dimension, dict(zip(years, so_far, strict=True)), dated),
        "label": _describe(portfolio, dimension, dated),
        "dimension": DIMENSIONS[dimension].name,
        "axis": _ticks(axis, say("EUR million a year")),
        "sum_axis": _ticks(sum_axis, say("Sum so far, EUR million")),
        "bars": [_bar(portfolio, dimension, year, dated.get(year, 0), axis, sum_axis.share(total / MILLION), total)
                 for year, total in zip(years, so_far, strict=True)],
        "apart": [_bar(portfolio, dimension, NOT_PRINTED, sums[NOT_PRINTED], axis)] if NOT_PRINTED in sums else [],
        "early": say("Before {year}", year=FIRST_YEAR),
        "total": tell_total(portfolio),
        **palette.PLAIN,
    }  # fmt: skip


def _bar(  # noqa: PLR0913, PLR0917 - one argument a part of the mark
    portfolio: Portfolio, dimension: str, year: str, cents: int, axis: Axis, at: float | None = None, so_far: int = 0
) -> dict[str, Any]:
    name = DIMENSIONS[dimension].name_values().get(year, year)
    last = (
        say("Not in the line: there is no start date to place it by")
        if at is None
        else say("Sum so far: {amount}", amount=tell_eur(so_far))
    )
    return {
        "id": year,
        "label": name,
        "cents": cents,
        "text": _number(cents) if cents else "",
        "share": axis.share(cents / MILLION),
        "at": at,
        "lines": [_tell_year(portfolio, dimension, year, cents), last],
        "early": year.isdigit() and int(year) < FIRST_YEAR,
        # A year without money filters nothing: it would leave an empty view.
        **(pick_values(portfolio.query, (dimension, year)) if cents else {"pick": "", "on": False}),
    }


def _tell_year(portfolio: Portfolio, dimension: str, year: str, cents: int) -> str:
    """How much a year has, in how many records; or that it has none."""
    is_committed = portfolio.query.measure == COMMITTED
    if not cents:
        return say("No decision in this view") if is_committed else say("No contract in this view")
    records = len({line.record_id for line in portfolio.lines if getattr(line, dimension) == year})
    amount, share = tell_eur(cents), tell_share(cents, portfolio.total_cents)
    if is_committed:
        return say_count(
            "{amount} in {n} decision, {share}",
            "{amount} in {n} decisions, {share}",
            records,
            amount=amount,
            share=share,
        )
    return say_count(
        "{amount} in {n} contract, {share}", "{amount} in {n} contracts, {share}", records, amount=amount, share=share
    )


def _axis(cents: Any) -> Axis:
    return make_axis([0.0, *(one / MILLION for one in cents)] if any(cents) else [], "linear")


def _ticks(axis: Axis, name: str) -> Payload:
    return {"name": name, "ticks": [{"at": tick.at, "text": tick.text} for tick in axis.ticks]}


def _number(cents: int) -> str:
    """An amount in EUR million for the top of a bar: one decimal, more below a tenth."""
    amount = cents / MILLION
    return format_number(amount, 1 if amount >= 0.1 else 3)


def _find_title(portfolio: Portfolio, dimension: str, so_far: dict[str, int], dated: dict[str, int]) -> str:
    title = DIMENSIONS[dimension].title
    if not dated:
        return say("{title}: no date is printed for any of this", title=title)
    year = max(dated, key=lambda one: dated[one])
    amount = tell_eur(dated[year])
    if len(dated) == 1:
        return say("{title}: {amount} in {year}", title=title, amount=amount, year=year)
    half = next(one for one, total in so_far.items() if 2 * total >= sum(dated.values()))
    if sum(dated.values()) == portfolio.total_cents:
        return say(
            "{title}: most in {year}, {amount}; half of the sum is reached in {half}",
            title=title, year=year, amount=amount, half=half,
        )  # fmt: skip
    return say(
        "{title}: most in {year}, {amount}; half of what is dated is reached in {half}",
        title=title, year=year, amount=amount, half=half,
    )  # fmt: skip


def _describe(portfolio: Portfolio, dimension: str, dated: dict[str, int]) -> str:
    parts = [
        say(
            "Bars and a line: {measure} by {dimension} with the sum so far.",
            measure=lower_start(portfolio.measure_name),
            dimension=tell_dimension(dimension),
        ),
        say_count("{n} year.", "{n} years.", len(dated)),
    ]
    if dated:
        ordered = sorted(dated, key=lambda year: -dated[year])
        first, last = ordered[0], ordered[-1]
        parts.append(tell_ends((first, dated[first]), (last, dated[last])))
    return " ".join(parts)
