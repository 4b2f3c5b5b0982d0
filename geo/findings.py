"""Tells a view in sentences: the headline as a finding, the text alternative, coverage, and what may not be concluded."""

from dataclasses import replace
from typing import Any

from data.store import load_records
from geo.classify import format_number
from geo.places import name_alliances, name_places
from geo.selection import Selection
from geo.views import IndicatorView

EUR_MILLION = 1_000_000
NOTHING_LEFT = "No country is left by these filters"
_MATCH_WORDS = {"any": " or ", "all": " and ", "none": " nor "}


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
    parts = [" and ".join(name_places("subregions")[subregion] for subregion in selection.subregions)]
    if selection.asks_membership and selection.members == "only":
        parts.append(describe_groups(selection))
    return ", ".join(filter(None, parts)) or "the whole region"


def describe_groups(selection: Selection) -> str:
    """Return the condition on groups in words: "members of A and B, not of C"."""
    words = []
    if selection.alliances:
        names = _MATCH_WORDS[selection.match].join(name_alliances()[one] for one in selection.alliances)
        words.append(f"countries outside {names}" if selection.match == "none" else f"members of {names}")
    if selection.without:
        names = " or ".join(name_alliances()[one] for one in selection.without)
        words.append(f"not of {names}" if words else f"countries outside {names}")
    return ", ".join(words)


def format_eur(amount: float) -> str:
    """Return an amount in EUR million with one decimal, or in thousands below a tenth of a million."""
    if 0 < abs(amount) < EUR_MILLION / 10:
        return f"EUR {format_number(amount / 1000, 1)} thousand"
    return f"EUR {format_number(amount / EUR_MILLION, 1)} million"


def count(number: int, noun: str) -> str:
    """Return "1 decision", "2 decisions", "0 decisions"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _headline(view: IndicatorView, indicator: dict[str, Any]) -> str:
    if view.empty:
        return NOTHING_LEFT
    ranked = view.ranked
    if not ranked:
        return f"No country inside the filter reports: {view.name.lower()}"
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
    region = next((reference for reference in view.references if reference.short == "LAC"), None)
    return f"{sentence}, {_times(first.value / region.value)} the regional rate" if region and first.value else sentence


def _times(ratio: float) -> str:
    return f"{format_number(ratio, 1)} times" if round(ratio, 1) != 1 else "about"


def count_countries(number: int) -> str:
    """Return "1 country", "2 countries"."""
    return "1 country" if number == 1 else f"{number} countries"


def _summary(view: IndicatorView) -> str:
    ranked = view.ranked
    if not ranked:
        return f"Map of {view.name.lower()}. No country inside the filter has a value."
    first, last = ranked[0], ranked[-1]
    missing = ", ".join(value.name for value in view.missing) or "none"
    return (
        f"Map of {view.name.lower()}, {view.unit}, {view.year}. {count_countries(len(ranked))} with a value, from {last.text} ({last.name}) "
        f"to {first.text} ({first.name}). Without a value: {missing}."
    )


def _coverage(view: IndicatorView, selection: Selection) -> str:
    inside, shown = len(view.inside), len(view.ranked)
    text = f"{shown} of {count_countries(inside)} {'has' if shown == 1 else 'have'} a value"
    if view.hidden_doubtful:
        text += f", {view.hidden_doubtful} doubtful hidden"
    doubtful = sum(value.status == "doubtful" for value in view.ranked)
    if doubtful:
        text += f", {doubtful} of them doubtful and not taken for the headline's highest or lowest"
    return f"{text}. Filter: {describe_filters(selection)}." if selection.filters_countries else f"{text}."


def _notes(view: IndicatorView, indicator: dict[str, Any]) -> tuple[str, ...]:
    caveats = {row["caveat_id"]: row for row in load_records("caveats")}
    ids = dict.fromkeys(caveat for value in view.inside for caveat in value.caveats)
    pages = sorted({value.source.page for value in view.values if value.source})
    where = f"{indicator['table']}, page {' and '.join(str(page) for page in pages)}"
    notes = [
        f"{view.definition}. Unit: {view.unit}. Year: {view.year}.",
        f"Source: 2013 assessment commissioned by the European Commission, {where}, column “{indicator['column_label']}”.",
        f"Classes: {indicator['breaks_note']}.",
        "Rates are not summed or averaged over countries: the documents give no populations to weight them by.",
    ]
    if indicator["direction"] == "neither":
        notes.append(
            "A high value is neither good nor bad by itself: definitions and mandates differ from country to country."
        )
    notes += _narrative_notes(view.indicator_id)
    return (*notes, *(f"{caveats[one]['title']}. {caveats[one]['text']}" for one in ids))


def _narrative_notes(indicator_id: str) -> list[str]:
    """What the narrative of the report says of groups of countries, which the annex cannot confirm."""
    return [
        f"The narrative of the report (page {row['page']}) states: {row['statement']}. It cannot be recomputed from the annex."
        for row in load_records("narrative_figures")
        if row["indicator_id"] == indicator_id and row["iso3"] is None
    ]
