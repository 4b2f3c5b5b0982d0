"""Anything that a country can be compared by: the indicators and the two measures of money, under one kind of id."""

from dataclasses import dataclass, replace

from geo.classify import ValueClass
from geo.findings import EUR_MILLION
from geo.indicator_view import build_indicator_view, list_indicators
from geo.messages import cached, say
from geo.money_view import amount_of, build_money_view
from geo.places import find_subregion
from geo.selection import MEASURES, Selection
from geo.spelling import format_number
from geo.spoken import load_records
from geo.views import PlaceAmount


@dataclass(frozen=True)
class Measure:
    """A measure: its id, names, unit, the decimals shown, the year or years it is of, and the bounds of its classes."""

    measure_id: str
    name: str
    short_name: str
    unit: str
    short_unit: str
    decimals: int
    year: str
    is_money: bool
    classes: tuple[ValueClass, ...]


@dataclass(frozen=True)
class MeasuredCountry:
    """A country's value of a measure: in the measure's unit (money in EUR million); None where there is none to show."""

    iso3: str
    name: str
    subregion_id: str
    value: float | None
    text: str
    status: str
    is_inside: bool
    is_member: bool


@cached
def name_measures() -> dict[str, str]:
    """Return the names of all measures by id: indicators by topic, then money."""
    money = {row["measure_id"]: row["name"] for row in load_records("measures")}
    return list_indicators("violence") | list_indicators("prisons") | {measure: money[measure] for measure in MEASURES}


def find_measure(measure_id: str) -> Measure:
    """Return a measure. Raises KeyError for an unknown id."""
    if measure_id in MEASURES:
        view = build_money_view(Selection(measure=measure_id))
        short = {row["measure_id"]: row["short_name"] for row in load_records("measures")}[measure_id]
        return Measure(
            measure_id,
            view.measure_name,
            short,
            say("EUR million, bilateral"),
            say("EUR million"),
            1,
            "2004-2013",
            is_money=True,
            classes=view.classes,
        )
    indicator = build_indicator_view(Selection(indicator=measure_id))
    short = {row["indicator_id"]: row["short_name"] for row in load_records("indicators")}[measure_id]
    return Measure(
        measure_id, indicator.name, short, indicator.unit, indicator.short_unit, indicator.decimals, indicator.year,
        is_money=False, classes=indicator.classes,
    )  # fmt: skip


def _money(place: PlaceAmount, amount: float) -> MeasuredCountry:
    return MeasuredCountry(
        iso3=place.place_id,
        name=place.name,
        subregion_id=find_subregion(place.place_id),
        value=amount,
        text=format_number(amount, 1),
        status="ok",
        is_inside=place.is_inside,
        is_member=place.is_member,
    )


def measure_countries(measure_id: str, selection: Selection) -> tuple[MeasuredCountry, ...]:
    """Return every country's value of a measure, 33 of them by name, with its place in the filters.

    Money is bilateral money only, and a country without a decision has 0: Annex H lists every decision. An indicator has None
    where nothing is reported, placeable, or where a doubtful value is hidden; it is never 0 for that.
    """
    if measure_id in MEASURES:
        view = build_money_view(replace(selection, measure=measure_id))
        return tuple(_money(place, amount_of(place, measure_id) / EUR_MILLION) for place in view.countries)
    values = build_indicator_view(replace(selection, indicator=measure_id)).values
    return tuple(
        MeasuredCountry(
            iso3=one.iso3,
            name=one.name,
            subregion_id=one.subregion_id,
            value=one.value if one.is_shown else None,
            text=one.text if one.is_shown else "",
            status=one.status,
            is_inside=one.is_inside,
            is_member=one.is_member,
        )
        for one in values
    )
