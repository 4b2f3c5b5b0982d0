"""What the figures on donors draw: the donors of one year as bars that may run below zero, and the printed totals apart from them."""

from collections.abc import Sequence
from typing import Any

from geo.citing import cite_pages
from geo.classify import format_number
from geo.context_extract import DONOR_TABLE
from geo.donors import (
    CENTS,
    DonorAmount,
    TotalCheck,
    check_totals,
    find_eu,
    list_donor_years,
    list_donors,
    list_years_of_rank,
    rank_eu_overall,
)
from geo.figures.axis import Axis, make_axis
from geo.gap_statements import join_words

ORDINALS = {1: "first", 2: "second", 3: "third"}
BELOW_ZERO = "More was repaid than paid out"
UNIT = "USD million"
LEGEND = ({"tone": "eu", "label": "EU institutions"}, {"tone": "plain", "label": "A country"})


def tell_donors(year: str) -> str:
    """Return where the EU institutions stand among the donors of a year, as a finding."""
    donors = list_donors(year)
    eu = next(one for one in donors if one.is_eu)
    above = [one.donor for one in donors if one.value > eu.value]
    behind = f", behind {join_words(above)}" if above else ""
    return f"EU institutions: {ordinal(eu.rank or 0)} of {len(donors)} donors to the region in {year}{behind}"


def ordinal(rank: int) -> str:
    """Return a rank in words where it is small: "second", "12th"."""
    return ORDINALS.get(rank, f"{rank}th")


def draw_donors(year: str) -> dict[str, Any]:
    """Return the donors of a year as bars; the scale is that of all years, so that years can be compared."""
    axis = _axis([one.value for each in list_donor_years() for one in list_donors(each)])
    donors = list_donors(year)
    below = [one for one in donors if one.value < 0]
    legend = [*LEGEND, {"tone": "below", "label": "Below zero: more repaid than paid out"}] if below else [*LEGEND]
    return _figure(
        f"Disbursements to the region in {year}, {UNIT}, by donor",
        axis,
        [{"title": "", "rows": [_bar(one, axis, str(one.rank)) for one in donors]}],
        legend,
    ) | {"source": _source(donors)}


def draw_totals() -> dict[str, Any]:
    """Return the printed total of countries and the EU institutions, each through the years; the two stand beside each other."""
    checks = check_totals()
    axis = _axis([0.0, *(one.printed for one in checks)])
    names = {one.name for one in checks}
    groups = [
        {"title": f"{join_words(sorted(names))}, as printed", "rows": [_total(one, one.printed, "plain", axis) for one in checks]},
        {"title": "EU institutions, outside that total", "rows": [_total(one, one.eu, "eu", axis) for one in checks]},
    ]  # fmt: skip
    return _figure(f"All countries and the EU institutions, {UNIT}", axis, groups, []) | {
        "source": _source([donor for one in checks for donor in list_donors(one.year)])
    }


def tabulate_totals() -> dict[str, Any]:
    """Return the printed totals beside the sums of the countries that the figure lists."""
    columns = [("year", "Year", "text"), ("published", "Printed", "number"), ("recomputed", "Sum", "number"),
               ("difference", "Difference", "number"), ("verdict", "Comes out", "status")]  # fmt: skip
    rows = [
        [
            one.year, _number(one.printed), _number(one.recomputed), _number(one.difference), "no" if one.difference else "yes",
        ]
        for one in check_totals()
    ]  # fmt: skip
    return _table(
        f"Printed total beside the sum of its {check_totals()[0].countries} countries, {UNIT}", columns, rows, "totals"
    )


def tabulate_donors() -> dict[str, Any]:
    """Return every donor with its amount in each year, in the order of the last year; the printed totals are not among them."""
    years = list_donor_years()
    amounts = {year: {one.donor: one for one in list_donors(year)} for year in years}
    columns = [("donor", "Donor", "text"), *((year, year, "number") for year in years), ("page", "Page", "number")]
    rows = [
        [donor, *(_number(amounts[year][donor].value) for year in years), {"t": str(one.page), "v": one.page}]
        for donor, one in amounts[years[-1]].items()
    ]
    return _table(f"Every donor of {DONOR_TABLE}, {UNIT}", columns, rows, "donor")


def tell_totals() -> str:
    """Return whether the printed totals come out, and what that says of the EU institutions."""
    checks = check_totals()
    gaps = [abs(one.difference) for one in checks]
    wrong = [one for one in checks if one.difference]
    if not wrong:
        return "The printed totals are the sums of the countries listed; the EU institutions stand outside them."
    when = f"In {len(wrong)} of {len(checks)} years" if len(wrong) < len(checks) else "In every year"
    return (
        f"{when} the countries listed fall short of the printed total, by USD {format_number(min(gaps), CENTS)} to "
        f"{format_number(max(gaps), CENTS)} million, at most {format_number(max(abs(one.share) for one in checks), CENTS)} % of it. "
        "The report does not say why; a country that the figure leaves out would explain it. With the EU institutions the sum would exceed "
        "the total by far: they are outside it."
    )


def list_notes() -> tuple[str, ...]:
    """Return what the figure measures, and what it may not be taken for."""
    notes = [
        "What is counted: official development assistance to Latin America and the Caribbean for every purpose, not justice and security alone; "
        "the report adds only that some of it serves them.",
        f"Amounts are disbursements in {UNIT}, compiled from OECD statistics. The report states neither prices nor whether they are gross or net, "
        "and lists no recipient countries; the title speaks of shares of global disbursement, and amounts are printed.",
        *_tell_below_zero(),
        "In the plain text one of the four headings of years is lost; the four amounts of a row are read as the years in order.",
        *_tell_second_place(),
    ]
    return tuple(notes)


def _tell_below_zero() -> list[str]:
    below = [one for year in list_donor_years() for one in list_donors(year) if one.value < 0]
    return [
        f"{one.donor}, {one.year}: {_text(one.value)}. An amount below zero means that more was repaid than paid out, as happens with loans in net "
        "figures; the report does not explain it. It is drawn to the left of zero and counts as such in the sum."
        for one in below
    ]


def _tell_second_place() -> list[str]:
    """Where the text and the figure do not agree on the place of the EU institutions, if they do not."""
    second, other = list_years_of_rank(2)
    if not (second and other):
        return []
    return [
        f"The text beside the figure (p. {find_eu(second[0]).page}) calls the EU institutions second only to the USA. In the figure that is so in "
        f"{join_words(list(second))}; in {join_words(list(other))} they are not second, and over all {len(second + other)} years together "
        f"they are {ordinal(rank_eu_overall())}."
    ]


def _axis(values: list[float]) -> Axis:
    return make_axis([0.0, *values], "linear")


def _figure(label: str, axis: Axis, groups: list[dict[str, Any]], legend: list[dict[str, str]]) -> dict[str, Any]:
    ticks = [{"at": tick.at, "text": tick.text} for tick in axis.ticks]
    return {"label": label, "zero": axis.share(0), "ticks": ticks, "groups": groups, "legend": legend}


def _bar(one: DonorAmount, axis: Axis, rank: str) -> dict[str, Any]:
    is_below = one.value < 0
    return _row(one.donor, one.value, axis, "below" if is_below else "eu" if one.is_eu else "plain") | {
        "rank": rank,
        "note": BELOW_ZERO if is_below else "",
        "strong": one.is_eu,
    }


def _total(one: TotalCheck, value: float, tone: str, axis: Axis) -> dict[str, Any]:
    return _row(one.year, value, axis, tone) | {"rank": "", "note": "", "strong": False}


def _row(label: str, value: float, axis: Axis, tone: str) -> dict[str, Any]:
    start, end = sorted((axis.share(0), axis.share(value)))
    return {"label": label, "text": _text(value), "value": value, "from": start, "to": end, "tone": tone}


def _text(value: float) -> str:
    return format_number(value, CENTS)


def _number(value: float) -> dict[str, Any]:
    return {"t": _text(value), "v": value}


def _source(donors: Sequence[DonorAmount]) -> str:
    source = cite_pages(donors[0].source_id, [one.page for one in donors], DONOR_TABLE)
    return f"Source: {source}, from OECD statistics."


def _table(label: str, columns: list[tuple[str, str, str]], rows: list[list[Any]], key: str) -> dict[str, Any]:
    return {
        "label": label,
        "columns": [
            {"id": name, "label": text, "kind": kind, "align": "right" if kind == "number" else "left"}
            for name, text, kind in columns
        ],
        "rows": [{"id": f"{key}_{index}", "cells": cells, "in": True} for index, cells in enumerate(rows)],
        "selected": None,
        "pick": False,
        "empty": "",
    }
