"""Every total adds up: for any question about money, headline, marks, table, download and map hold one sum, to the cent.

The sum itself is checked against one that is computed here straight from the tables, so that a line lost by all of them alike
would be found.
"""

import csv
import io
import random
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from functools import cache, lru_cache
from typing import Any

import pandas as pd
import pytest
from hypothesis import given

from data.store import load_table, to_records
from geo.aggregate import cross
from geo.allocation import RULES
from geo.dimensions import DIMENSIONS, list_dimensions
from geo.extract import to_csv
from geo.extract_money import extract_records, list_extract_rows, list_record_rows
from geo.figures import dates, flow, money_bars, treemap, years
from geo.figures.marks import sum_marks
from geo.money_charts import CHARTS
from geo.money_query import EARLY_MODES, FILTERED_DIMENSIONS, MoneyFilters, MoneyQuery
from geo.money_view import amount_of, build_money_view
from geo.places import name_alliances, name_countries, name_places
from geo.portfolio import Portfolio, build_portfolio
from geo.selection import MATCHES, MEASURES, MEMBER_MODES, Selection, select_countries
from tests.strategies import LAWS, WORDS, money_queries

QUESTIONS = 10_000
MAP_EVERY = 20
Record = dict[str, Any]
# Value -> its part of a whole.
Parts = Mapping[str, Fraction | int]


def test_ten_thousand_random_questions_add_up(capsys: pytest.CaptureFixture[str]) -> None:
    dice = random.Random(2013)
    tried: Counter[str] = Counter()
    for number in range(QUESTIONS):
        query = ask(dice)
        total = check_sums(query, *pick_dimensions(dice, query.measure))
        tried[f"drawn as {check_drawing(query, number, total)}"] += 1
        if number % MAP_EVERY == 0:
            check_map_and_file(query, total)
            tried["on the map"] += 1
        tried.update([query.measure, query.filters.spread, query.filters.early, *query.active])
        tried["with countries filtered"] += query.selection.filters_countries
        tried["with words"] += bool(query.filters.words)
        tried["with money left"] += total > 0
    drawn = ", ".join(f"{tried[one]} {one}" for one in sorted(tried) if one.startswith("drawn"))
    with capsys.disabled():
        print(
            f"\nAdditivity: tried {QUESTIONS} random questions, {tried['with money left']} of them with money left: each as headline, bars by "
            f"two dimensions, table rows, rows of the download and one drawn chart ({drawn}), "
            f"{tried['on the map']} also as the file's bytes and on the map; none breaks."
        )
    # Each kind of question was asked often enough to be a proof of it.
    assert all(tried[one] >= 500 for one in (*FILTERED_DIMENSIONS, *MEASURES, *RULES, *EARLY_MODES, "with money left"))
    assert min(tried["with countries filtered"], tried["with words"], tried["on the map"]) >= 500


@LAWS
@given(money_queries())
def test_any_question_adds_up(query: MoneyQuery) -> None:
    for by in list_dimensions(query.measure):
        total = check_sums(query, by, "level")
    check_map_and_file(query, total)


def test_the_sum_of_all_questions_about_nothing_is_the_portfolio() -> None:
    frames = {"committed": load_table("decisions"), "contracted": load_table("contracts")}
    for measure, frame in frames.items():
        for spread in RULES:
            query = MoneyQuery(Selection(measure=measure), MoneyFilters(spread=spread))
            assert build_portfolio(query).total_cents == 100 * int(frame[f"{measure}_eur"].sum())


@lru_cache(maxsize=4)
def recall_portfolio(query: MoneyQuery) -> Portfolio:
    """Build what a question asks for, once for all of its checks."""
    return build_portfolio(query)


def check_sums(query: MoneyQuery, by: str, split: str) -> int:
    """Compare every sum of a question; return its total in cents."""
    portfolio = recall_portfolio(query)
    total = portfolio.total_cents
    bars = cross(portfolio.lines, query.measure, by, split).bars
    assert sum(segment.cents for bar in bars for segment in bar.segments) == total, query
    assert sum(row.cents for row in list_record_rows(portfolio)) == total, query
    assert sum(round(100 * row["amount_eur"]) for row in list_extract_rows(portfolio)) == total, query
    assert list_ids(query.measure).issuperset(portfolio.record_ids), query
    expected, is_divided = sum_from_tables(query)
    # A share is whole cents: it may be less than a cent from the exact part, and a whole amount not at all.
    assert abs(expected - total) <= (len(portfolio.lines) if is_divided else 0), query
    assert bool(portfolio.empty) == (not portfolio.lines), query
    return total


def check_drawing(query: MoneyQuery, number: int, total: int) -> str:
    """Draw one of the charts that can show the question, and compare its marks with the total; return which."""
    charts = [one for one, chart in CHARTS.items() if query.measure in chart.measures]
    chart_id = charts[number % len(charts)]
    portfolio = recall_portfolio(query)
    if not portfolio.lines:
        return "nothing"
    assert sum_marks(chart_id, DRAW[chart_id](portfolio)) == total, (chart_id, query)
    return chart_id


DRAW: dict[str, Callable[[Portfolio], dict[str, Any]]] = {
    "bars": lambda portfolio: money_bars.draw_bars(portfolio, "recipient", "sector", "stacked"),
    "treemap": lambda portfolio: treemap.draw_treemap(portfolio, ""),
    "flow": lambda portfolio: flow.draw_flow(portfolio, "sector"),
    "years": years.draw_years,
    "dates": lambda portfolio: dates.draw_dates(portfolio, "recipient", ""),
}


def check_map_and_file(query: MoneyQuery, total: int) -> None:
    """Compare the places of the map that are inside the filters, and the file that is downloaded, with the total."""
    rows = csv.DictReader(io.StringIO(to_csv(extract_records(recall_portfolio(query))).decode()))
    assert sum(round(100 * float(row["amount_eur"])) for row in rows) == total, query
    view = build_money_view(query.selection, query.filters)
    inside = [place for place in (*view.countries, *view.regions, view.trans_regional) if place.is_inside]
    assert sum(round(100 * amount_of(place, query.measure)) for place in inside) == total, query


# ---- random questions ----


def ask(dice: random.Random) -> MoneyQuery:
    """Return a random question: mostly few filters, so that money is left in most."""
    dimensions = dice.sample(FILTERED_DIMENSIONS, dice.choice((0, 1, 1, 2, 2, 3)))
    values = {one: pick_some(dice, tuple(DIMENSIONS[one].name_values())) for one in dimensions}
    filters = MoneyFilters(
        **values,  # type: ignore[arg-type]
        early=dice.choice(EARLY_MODES),
        spread=dice.choice(tuple(RULES)),
        words=dice.choice(WORDS) if dice.random() < 0.2 else "",
    )
    return MoneyQuery(pick_countries(dice), filters)


def pick_countries(dice: random.Random) -> Selection:
    """Return a random choice of countries, none filtered in half of all, and of the measure."""
    measure = dice.choice(MEASURES)
    if dice.random() < 0.5:
        return Selection(measure=measure)
    return Selection(
        measure=measure,
        subregions=pick_some(dice, tuple(name_places("subregions"))) if dice.random() < 0.6 else (),
        alliances=pick_some(dice, tuple(name_alliances())) if dice.random() < 0.4 else (),
        match=dice.choice(MATCHES),
        without=(dice.choice(tuple(name_alliances())),) if dice.random() < 0.2 else (),
        members=dice.choice(MEMBER_MODES),
    )


def pick_some(dice: random.Random, ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dice.sample(ids, dice.randint(1, max(1, len(ids) // 2))))


def pick_dimensions(dice: random.Random, measure: str) -> tuple[str, str]:
    dimensions = tuple(list_dimensions(measure))
    return dice.choice(dimensions), dice.choice(("", *dimensions))


# ---- the same sum, straight from the tables ----


def sum_from_tables(query: MoneyQuery) -> tuple[Fraction, bool]:
    """Return the exact sum of a question in cents, and whether some amount in it is only a part of what is printed."""
    inside = select_countries(query.selection).inside if query.selection.filters_countries else None
    wanted = {one: values for one, values in query.active.items() if one not in ("recipient", "running")}
    recipients, years = query.active.get("recipient"), query.active.get("running")
    records = list_records(query.measure)
    asked = [
        frozenset[int]().union(*(find_value(query.measure, one, value) for value in values))
        for one, values in wanted.items()
    ]
    asked += [find_word(query.measure, word) for word in plain(query.filters.words).split()]
    asked += [find_late(query.measure)] if query.filters.early == "leave_out" else []
    whole, parts = 0, Fraction()
    for at in frozenset(range(len(records))).intersection(*asked):
        record = records[at]
        part = kept_part(split_by_country(record["recipient"], query.filters.spread), recipients, inside)
        part = part * kept_part(record["days"], years, None) if part else part
        if part == 1:
            whole += record["cents"]
        elif part:
            parts += record["cents"] * part
    return whole + parts, bool(parts)


@cache
def find_value(measure: str, dimension: str, value: str) -> frozenset[int]:
    """Return where the records stand that have a value of a dimension."""
    return frozenset(at for at, record in enumerate(list_records(measure)) if record[dimension] == value)


@cache
def find_word(measure: str, word: str) -> frozenset[int]:
    """Return where the records stand that have a word in their title or numbers."""
    return frozenset(at for at, record in enumerate(list_records(measure)) if word in record["text"])


@cache
def find_late(measure: str) -> frozenset[int]:
    """Return where the records stand whose decision is of 2007 or later."""
    return frozenset(at for at, record in enumerate(list_records(measure)) if int(record["year"]) >= 2007)


def kept_part(parts: Parts, values: tuple[str, ...] | None, inside: frozenset[str] | None) -> Fraction | int:
    """Return how much of a whole lies at the values that a question keeps, from 0 to 1."""
    if values is None and inside is None:
        return 1
    return sum(
        part for one, part in parts.items() if (values is None or one in values) and (inside is None or one in inside)
    )


@cache
def split_by_country(recipient: str, spread: str) -> Parts:
    countries = zone_countries().get(recipient, ()) if spread == "equal_shares" else ()
    return {one: Fraction(1, len(countries)) for one in countries} or {recipient: 1}


@cache
def zone_countries() -> dict[str, tuple[str, ...]]:
    countries = load_table("countries")
    zones = {str(zone): tuple(rows["iso3"]) for zone, rows in countries.groupby("funding_zone_id")}
    mainland = tuple(countries.loc[countries["funding_zone_id"] != "caribbean", "iso3"])
    assert set(countries["iso3"]) == set(name_countries())
    return zones | {"latin_america": mainland}


@cache
def list_ids(measure: str) -> frozenset[str]:
    return frozenset(record["id"] for record in list_records(measure))


@cache
def list_records(measure: str) -> tuple[Record, ...]:
    """Return the decisions or the contracts with what a question can ask of them."""
    decisions = {row["decision_id"]: row for row in to_records(load_table("decisions"))}
    if measure == "committed":
        return tuple(read(row, row, "decision_id", "committed_eur") for row in decisions.values())
    contracts = to_records(load_table("contracts"))
    return tuple(read(row, decisions[row["decision_id"]], "contract_id", "contracted_eur") for row in contracts)


def read(row: Record, decision: Record, id_column: str, amount_column: str) -> Record:
    row, decision = (
        {name: None if pd.isna(value) else value for name, value in one.items()} for one in (row, decision)
    )
    committed, contracted = decision["committed_eur"], decision["contracted_eur"]
    compared = "below" if contracted < committed else "above" if contracted > committed else "equal"
    is_contract = id_column == "contract_id"
    words = [row["title"], row[id_column], decision["decision_id"], decision["title"] if is_contract else ""]
    return {
        "id": str(row[id_column]),
        "cents": 100 * int(row[amount_column]),
        "text": plain(" ".join(map(str, words))),
        "year": str(decision["decision_year"]),
        "zone": row["funding_zone_id"] or "trans_regional",
        "recipient": row["iso3"] or row["funding_zone_id"] or "trans_regional",
        "level": row["level"],
        "instrument": row["instrument_id"],
        "uptake": compared if contracted else "none",
        "decision": decision["decision_id"],
        "sector": row["dac_sector_id"] or "not_printed",
        "partner": row.get("partner_category_id"),
        "start": str(row["start_date"])[:4] if row.get("start_date") else "not_printed",
        "days": days_by_year(row.get("start_date"), row.get("end_date")),
    }


def days_by_year(start: str | None, end: str | None) -> Parts:
    """Return the share of each year in the days between two dates, both counted."""
    if not (start and end):
        return {"not_printed": 1}
    first, last = date.fromisoformat(start).toordinal(), date.fromisoformat(end).toordinal()
    years = Counter(str(date.fromordinal(day).year) for day in range(first, last + 1))
    return {year: Fraction(days, last - first + 1) for year, days in years.items()}


def plain(text: str) -> str:
    """Return a text without accents and case."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).casefold()
