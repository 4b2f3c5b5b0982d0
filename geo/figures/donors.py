"""What the figures on donors draw: the donors of one year as bars that may run below zero, and the printed totals apart from them."""

from collections.abc import Sequence
from typing import Any

from geo.citing import cite_pages, name_part
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
from geo.figures import summary
from geo.figures.axis import Axis, make_axis
from geo.messages import mark, say, say_count, say_in
from geo.rank import ordinal as write_ordinal
from geo.spelling import collate, count_form, format_number, list_all

BELOW_ZERO = mark("More was repaid than paid out")


def tell_donors(year: str) -> str:
    """Return where the EU institutions stand among the donors of a year, as a finding."""
    donors = list_donors(year)
    eu = next(one for one in donors if one.is_eu)
    above = [one.donor for one in donors if one.value > eu.value]
    values = {"rank": ordinal(eu.rank or 0), "number": len(donors), "year": year}
    if not above:
        return say("EU institutions: {rank} of {number} donors to the region in {year}", **values)
    return say(
        "EU institutions: {rank} of {number} donors to the region in {year}, behind {donors}",
        donors=list_all(above),
        **values,
    )


def ordinal(rank: int) -> str:
    """Return the rank of the EU institutions in words where it is small: "second", "12th"."""
    if rank == 1:
        return say_in("EU institutions", "first")
    if rank == 2:
        return say_in("EU institutions", "second")
    return say_in("EU institutions", "third") if rank == 3 else write_ordinal(rank)


def draw_donors(year: str) -> dict[str, Any]:
    """Return the donors of a year as bars; the scale is that of all years, so that years can be compared."""
    axis = _axis([one.value for each in list_donor_years() for one in list_donors(each)])
    donors = list_donors(year)
    below = [one for one in donors if one.value < 0]
    legend = [{"tone": "eu", "label": say("EU institutions")}, {"tone": "plain", "label": say("A country")}]
    legend += [{"tone": "below", "label": say("Below zero: more repaid than paid out")}] if below else []
    return _figure(
        say("Disbursements to the region in {year}, USD million, by donor", year=year),
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
        {
            "title": say("{totals}, as printed", totals=list_all(sorted(names, key=collate))),
            "rows": [_total(one, one.printed, "plain", axis) for one in checks],
        },
        {
            "title": say("EU institutions, outside that total"),
            "rows": [_total(one, one.eu, "eu", axis) for one in checks],
        },
    ]
    return _figure(say("All countries and the EU institutions, USD million"), axis, groups, []) | {
        "source": _source([donor for one in checks for donor in list_donors(one.year)])
    }


def tabulate_totals() -> dict[str, Any]:
    """Return the printed totals beside the sums of the countries that the figure lists."""
    columns = [("year", say("Year"), "text"), ("published", say("Printed"), "number"), ("recomputed", say("Sum"), "number"),
               ("difference", say("Difference"), "number"), ("verdict", say("Comes out"), "status")]  # fmt: skip
    rows = [
        [
            one.year, _number(one.printed), _number(one.recomputed), _number(one.difference),
            say("no") if one.difference else say("yes"),
        ]
        for one in check_totals()
    ]  # fmt: skip
    label = say(
        "Printed total beside the sum of its {number} countries, USD million", number=check_totals()[0].countries
    )
    return _table(label, columns, rows, "totals")


def tabulate_donors() -> dict[str, Any]:
    """Return every donor with its amount in each year, in the order of the last year; the printed totals are not among them."""
    years = list_donor_years()
    amounts = {year: {one.donor_id: one for one in list_donors(year)} for year in years}
    columns = [
        ("donor", say("Donor"), "text"), *((year, year, "number") for year in years), ("page", say("Page"), "number"),
    ]  # fmt: skip
    rows = [
        [one.donor, *(_number(amounts[year][donor_id].value) for year in years), {"t": str(one.page), "v": one.page}]
        for donor_id, one in amounts[years[-1]].items()
    ]
    label = say("Every donor of {table}, USD million", table=name_part(DONOR_TABLE))
    return _table(label, columns, rows, "donor")


def tell_totals() -> str:
    """Return whether the printed totals come out, and what that says of the EU institutions."""
    checks = check_totals()
    gaps = [abs(one.difference) for one in checks]
    wrong = [one for one in checks if one.difference]
    if not wrong:
        return say("The printed totals are the sums of the countries listed; the EU institutions stand outside them.")
    values = {
        "least": format_number(min(gaps), CENTS),
        "most": format_number(max(gaps), CENTS),
        "share": format_number(max(abs(one.share) for one in checks), CENTS),
    }
    if len(wrong) == len(checks):
        told = say(
            "In every year the countries listed fall short of the printed total, by USD {least} to {most} million, at most {share} % of it.",
            **values,
        )
    else:
        told = say_count(
            "In {n} of {years} years the countries listed fall short of the printed total, by USD {least} to {most} million, "
            "at most {share} % of it.",
            "In {n} of {years} years the countries listed fall short of the printed total, by USD {least} to {most} million, "
            "at most {share} % of it.",
            len(wrong), years=len(checks), **values,
        )  # fmt: skip
    why = say(
        "The report does not say why; a country that the figure leaves out would explain it. With the EU institutions the sum would exceed "
        "the total by far: they are outside it."
    )
    return f"{told} {why}"


def list_notes() -> tuple[str, ...]:
    """Return what the figure measures, and what it may not be taken for."""
    notes = [
        say(
            "What is counted: official development assistance to Latin America and the Caribbean for every purpose, not justice and "
            "security alone; the report adds only that some of it serves them."
        ),
        say(
            "Amounts are disbursements in USD million, compiled from OECD statistics. The report states neither prices nor whether they "
            "are gross or net, and lists no recipient countries; the title speaks of shares of global disbursement, and amounts are printed."
        ),
        *_tell_below_zero(),
        say(
            "In the plain text one of the four headings of years is lost; the four amounts of a row are read as the years in order."
        ),
        *_tell_second_place(),
    ]
    return tuple(notes)


def _tell_below_zero() -> list[str]:
    below = [one for year in list_donor_years() for one in list_donors(year) if one.value < 0]
    return [
        say(
            "{donor}, {year}: {amount}. An amount below zero means that more was repaid than paid out, as happens with loans in net "
            "figures; the report does not explain it. It is drawn to the left of zero and counts as such in the sum.",
            donor=one.donor,
            year=one.year,
            amount=_text(one.value),
        )
        for one in below
    ]


def _tell_second_place() -> list[str]:
    """Where the text and the figure do not agree on the place of the EU institutions, if they do not."""
    second, other = list_years_of_rank(2)
    if not (second and other):
        return []
    return [
        say(
            "The text beside the figure (p. {page}) calls the EU institutions second only to the USA. In the figure that is so in "
            "{years}; in {others} they are not second, and over all {number} years together they are {rank}.",
            page=find_eu(second[0]).page,
            years=list_all(second),
            others=list_all(other),
            number=len(second + other),
            rank=ordinal(rank_eu_overall()),
        )
    ]


def _axis(values: list[float]) -> Axis:
    return make_axis([0.0, *values], "linear")


def _figure(label: str, axis: Axis, groups: list[dict[str, Any]], legend: list[dict[str, str]]) -> dict[str, Any]:
    ticks = [{"at": tick.at, "text": tick.text} for tick in axis.ticks]
    told = summary.join(*(_summarise(group) for group in groups))
    return {"label": label, "summary": told, "zero": axis.share(0), "ticks": ticks, "groups": groups, "legend": legend}


def _summarise(group: dict[str, Any]) -> str:
    """The ends of a group of bars, under its title."""
    rows = sorted(group["rows"], key=lambda row: -row["value"])
    title = f"{group['title']}." if group["title"] else ""
    ends = summary.tell_ends([(row["label"], _tell_dollars(row["text"])) for row in rows])
    return summary.join(title, say_count("{n} bar.", "{n} bars.", len(rows)), ends)


def _tell_dollars(number: str) -> str:
    return say_count("USD {amount} million", "USD {amount} million", count_form(number), amount=number)


def _bar(one: DonorAmount, axis: Axis, rank: str) -> dict[str, Any]:
    is_below = one.value < 0
    return _row(one.donor, one.value, axis, "below" if is_below else "eu" if one.is_eu else "plain") | {
        "rank": rank,
        "note": say(BELOW_ZERO) if is_below else "",
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
    return say("Source: {source}, from OECD statistics.", source=source)


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
