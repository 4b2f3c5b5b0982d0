"""Tells a view in sentences: the headline as a finding, the text alternative, coverage, and what may not be concluded."""

from dataclasses import replace
from typing import Any

from geo.citing import name_part
from geo.messages import mark, say, say_count
from geo.places import name_alliances, name_places
from geo.selection import Selection
from geo.spelling import count_form, format_number, list_all, list_any, lower_start
from geo.spoken import load_records
from geo.views import IndicatorView

EUR_MILLION = 1_000_000
NOTHING_LEFT = mark("No country is left by these filters")  # for `say`


def tell_indicator(view: IndicatorView, indicator: dict[str, Any], selection: Selection) -> IndicatorView:
    """Return the view with its headline, text alternative, coverage line and notes filled in."""
    return replace(
        view,
        headline=_headline(view, indicator),
        summary=_summary(view),
        coverage=_coverage(view, selection),
        notes=_notes(view, indicator),
    )


def describe_filters(selection: Selection) -> str:
    """Return the country filters in words, or "the whole region"."""
    parts = [list_all(name_places("subregions")[subregion] for subregion in selection.subregions)]
    if selection.asks_membership and selection.members == "only":
        parts.append(describe_groups(selection))
    return ", ".join(filter(None, parts)) or say("the whole region")


def describe_groups(selection: Selection) -> str:
    """Return the condition on groups in words: "members of A and B, not of C"."""
    names = [name_alliances()[one] for one in selection.alliances]
    groups = list_all(names) if selection.match == "all" else list_any(names)
    without = list_any(name_alliances()[one] for one in selection.without)
    if not (groups and without):
        is_outside = not groups or selection.match == "none"
        outside = groups or without
        return (
            say("countries outside {groups}", groups=outside)
            if is_outside
            else say("members of {groups}", groups=groups)
        )
    if selection.match == "none":
        return say("countries outside {groups}, not of {others}", groups=groups, others=without)
    return say("members of {groups}, not of {others}", groups=groups, others=without)


def tell_filters(selection: Selection) -> str:
    """Return the country filters as a sentence, or an empty text where none leaves a country out."""
    return say("Filter: {filters}.", filters=describe_filters(selection)) if selection.filters_countries else ""


def format_eur(amount: float) -> str:
    """Return an amount in EUR million with one decimal, or in thousands below a tenth of a million."""
    if 0 < abs(amount) < EUR_MILLION / 10:
        number = format_number(amount / 1000, 1)
        return say_count("EUR {amount} thousand", "EUR {amount} thousand", count_form(number), amount=number)
    return tell_millions(format_number(amount / EUR_MILLION, 1))


def tell_millions(number: str) -> str:
    """Return a number, as the language writes it, as so many millions of EUR."""
    return say_count("EUR {amount} million", "EUR {amount} million", count_form(number), amount=number)


def _headline(view: IndicatorView, indicator: dict[str, Any]) -> str:
    if view.empty:
        return say(NOTHING_LEFT)
    ranked = view.ranked
    if not ranked:
        return say("No country inside the filter reports: {indicator}", indicator=lower_start(view.name))
    sure = [value for value in ranked if value.status != "doubtful"] or list(ranked)
    first, last = sure[0], sure[-1]
    middle = float(indicator["middle"]) if indicator["palette"] == "diverging" else 0.0
    sentence = str(indicator["finding"]).format(
        name=first.name,
        value=first.text,
        lowest=last.name,
        lowest_value=last.text,
        above=sum(value.value is not None and value.value > middle for value in ranked),
        of=count_countries(len(ranked)),
    )
    region = next((reference for reference in view.references if reference.code == "LAC"), None)
    return _set_beside(sentence, first.value / region.value) if region and first.value else sentence


def _set_beside(finding: str, ratio: float) -> str:
    """A finding with how many times the regional rate it is."""
    if round(ratio, 1) == 1:
        return say("{finding}, about the regional rate", finding=finding)
    return say("{finding}, {ratio} times the regional rate", finding=finding, ratio=format_number(ratio, 1))


def count_countries(number: int) -> str:
    """Return "1 country", "2 countries"."""
    return say_count("{n} country", "{n} countries", number)


def _summary(view: IndicatorView) -> str:
    ranked = view.ranked
    if not ranked:
        return say("Map of {indicator}. No country inside the filter has a value.", indicator=lower_start(view.name))
    first, last = ranked[0], ranked[-1]
    missing = ", ".join(value.name for value in view.missing)
    range_told = say_count(
        "{n} country with a value, from {low} ({lowest}) to {high} ({highest}).",
        "{n} countries with a value, from {low} ({lowest}) to {high} ({highest}).",
        len(ranked), low=last.text, lowest=last.name, high=first.text, highest=first.name,
    )  # fmt: skip
    return " ".join(
        [
            say(
                "Map of {indicator}, {unit}, {year}.", indicator=lower_start(view.name), unit=view.unit, year=view.year
            ),
            range_told,
            say("Without a value: {countries}.", countries=missing) if missing else say("Without a value: none."),
        ]
    )


def _coverage(view: IndicatorView, selection: Selection) -> str:
    inside, shown = len(view.inside), len(view.ranked)
    text = say_count(
        "{n} of {countries} has a value", "{n} of {countries} have a value", shown, countries=count_countries(inside)
    )
    if view.hidden_doubtful:
        text = say_count(
            "{values}, {n} doubtful hidden", "{values}, {n} doubtful hidden", view.hidden_doubtful, values=text
        )
    doubtful = sum(value.status == "doubtful" for value in view.ranked)
    if doubtful:
        text = say_count(
            "{values}, {n} of them doubtful and not taken for the headline's highest or lowest",
            "{values}, {n} of them doubtful and not taken for the headline's highest or lowest",
            doubtful, values=text,
        )  # fmt: skip
    return f"{text}. {tell_filters(selection)}".rstrip()


def _notes(view: IndicatorView, indicator: dict[str, Any]) -> tuple[str, ...]:
    caveats = {row["caveat_id"]: row for row in load_records("caveats")}
    ids = dict.fromkeys(caveat for value in view.inside for caveat in value.caveats)
    notes = [
        f"{view.definition}. {say('Unit: {unit}. Year: {year}.', unit=view.unit, year=view.year)}",
        _cite_column(view, indicator),
        say("Classes: {note}.", note=indicator["breaks_note"]),
        say("Rates are not summed or averaged over countries: the documents give no populations to weight them by."),
    ]
    if indicator["direction"] == "neither":
        notes.append(
            say(
                "A high value is neither good nor bad by itself: definitions and mandates differ from country to country."
            )
        )
    notes += _narrative_notes(view.indicator_id)
    return (*notes, *(f"{caveats[one]['title']}. {caveats[one]['text']}" for one in ids))


def _cite_column(view: IndicatorView, indicator: dict[str, Any]) -> str:
    pages = sorted({value.source.page for value in view.values if value.source})
    return say_count(
        "Source: 2013 assessment commissioned by the European Commission, {table}, page {pages}, column “{column}”.",
        "Source: 2013 assessment commissioned by the European Commission, {table}, pages {pages}, column “{column}”.",
        len(pages), table=name_part(indicator["table"]), pages=list_all(str(page) for page in pages), column=indicator["column_label"],
    )  # fmt: skip


def _narrative_notes(indicator_id: str) -> list[str]:
    """What the narrative of the report says of groups of countries, which the annex cannot confirm."""
    return [
        say(
            "The narrative of the report (page {page}) states: {statement}. It cannot be recomputed from the annex.",
            page=row["page"],
            statement=row["statement"],
        )
        for row in load_records("narrative_figures")
        if row["indicator_id"] == indicator_id and row["iso3"] is None
    ]
