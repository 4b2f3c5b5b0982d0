"""What the chart of years draws: amounts a year as bars, their sum so far as a line with an axis of its own."""

from itertools import accumulate
from typing import Any

from geo.aggregate import total_cents
from geo.classify import format_number
from geo.dimensions import COMMITTED, DIMENSIONS, NOT_PRINTED
from geo.figures import palette
from geo.figures.axis import Axis, make_axis
from geo.figures.marks import Payload, pick_values, tell_dimension, tell_eur, tell_share, tell_total
from geo.findings import EUR_MILLION, count
from geo.money_lines import CENTS
from geo.money_query import FIRST_YEAR
from geo.portfolio import Portfolio

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
        "axis": _ticks(axis, "EUR million a year"),
        "sum_axis": _ticks(sum_axis, "Sum so far, EUR million"),
        "bars": [_bar(portfolio, dimension, year, dated.get(year, 0), axis, sum_axis.share(total / MILLION), total)
                 for year, total in zip(years, so_far, strict=True)],
        "apart": [_bar(portfolio, dimension, NOT_PRINTED, sums[NOT_PRINTED], axis)] if NOT_PRINTED in sums else [],
        "early": f"Before {FIRST_YEAR}",
        "total": tell_total(portfolio),
        **palette.PLAIN,
    }  # fmt: skip


def _bar(  # noqa: PLR0913, PLR0917 - one argument a part of the mark
    portfolio: Portfolio, dimension: str, year: str, cents: int, axis: Axis, at: float | None = None, so_far: int = 0
) -> dict[str, Any]:
    records = len({line.record_id for line in portfolio.lines if getattr(line, dimension) == year})
    name = DIMENSIONS[dimension].name_values().get(year, year)
    lines = [f"{tell_eur(cents)} in {count(records, portfolio.noun)}, {tell_share(cents, portfolio.total_cents)}"]
    if at is None:
        lines.append("Not in the line: there is no start date to place it by")
    else:
        lines.append(f"Sum so far: {tell_eur(so_far)}")
    return {
        "id": year,
        "label": name,
        "cents": cents,
        "text": _number(cents) if cents else "",
        "share": axis.share(cents / MILLION),
        "at": at,
        "lines": lines if cents else [f"No {portfolio.noun} in this view", lines[-1]],
        "early": year.isdigit() and int(year) < FIRST_YEAR,
        # A year without money filters nothing: it would leave an empty view.
        **(pick_values(portfolio.query, (dimension, year)) if cents else {"pick": "", "on": False}),
    }


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
        return f"{title}: no date is printed for any of this"
    year = max(dated, key=lambda one: dated[one])
    if len(dated) == 1:
        return f"{title}: {tell_eur(dated[year])} in {year}"
    half = next(one for one, total in so_far.items() if 2 * total >= sum(dated.values()))
    whole = "the sum" if sum(dated.values()) == portfolio.total_cents else "what is dated"
    return f"{title}: most in {year}, {tell_eur(dated[year])}; half of {whole} is reached in {half}"


def _describe(portfolio: Portfolio, dimension: str, dated: dict[str, int]) -> str:
    text = f"Bars and a line: {portfolio.measure_name.lower()} by {tell_dimension(dimension)} with the sum so far. {count(len(dated), 'year')}"
    if not dated:
        return f"{text}."
    ordered = sorted(dated, key=lambda year: -dated[year])
    first, last = ordered[0], ordered[-1]
    return f"{text}. Largest: {first}, {tell_eur(dated[first])}. Smallest: {last}, {tell_eur(dated[last])}."
