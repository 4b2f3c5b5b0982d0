"""Everything that the atlas knows of one country, each number with its source."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import pandas as pd

from data.store import load_records, load_table, to_records
from geo.allocation import NOTHING, RULES, list_zone_countries
from geo.dimensions import TRANS_REGIONAL
from geo.findings import count, count_countries, format_eur
from geo.indicator_view import list_indicators
from geo.money_lines import find_homes, list_lines, sum_eur
from geo.places import Membership, find_subregion, list_memberships, name_countries, name_places, name_zones
from geo.selection import MEASURES
from geo.standing import tell_place, view_whole_region
from geo.views import CountryValue

STATUS_WORDS = {
    "not_reported": "Not reported",
    "unplaced": "Printed, not placeable",
}


@dataclass(frozen=True)
class CardRow:
    """One line of a card: label, value with unit and rank, status, what to know, where it stands, and the decision that it is."""

    label: str
    value: str
    unit: str
    rank: str
    status: str
    caveat: str
    source: str
    record_id: str = ""


@dataclass(frozen=True)
class CountryCard:
    """A country or region: name, memberships, indicators by topic, the EU money of its own decisions, and what a rule makes of it."""

    place_id: str
    name: str
    subtitle: str
    memberships: tuple[Membership, ...]
    indicators: tuple[CardRow, ...]
    money: tuple[CardRow, ...]
    notes: tuple[str, ...]
    under_rule: tuple[CardRow, ...] = ()


def build_card(place_id: str, spread: str = NOTHING) -> CountryCard:
    """Return the card of a country (ISO3) or of a place that Annex H gives regional money to. Raises KeyError for neither.

    Under a rule of allocation (`spread`) it says, beside what the place has of its own, what the rule makes of it.
    """
    card = _country_card(place_id) if place_id in name_countries() else _region_card(place_id)
    if spread == NOTHING or place_id == TRANS_REGIONAL:
        return card
    return replace(card, under_rule=tuple(_rule_row(place_id, measure, spread) for measure in MEASURES))


@cache
def list_places() -> dict[str, str]:
    """Return the names of all places that have a card: the countries, then regions and trans-regional money."""
    zones = load_table("decisions").loc[lambda rows: rows["place_kind"] == "region"]
    regions = dict(zip(zones["funding_zone_id"], zones["zone"].map(name_zones()), strict=True))
    return name_countries() | dict(sorted(regions.items())) | {TRANS_REGIONAL: "Trans-regional"}


def _country_card(iso3: str) -> CountryCard:
    decisions = load_table("decisions")
    money, notes = _money(decisions[decisions["iso3"] == iso3])
    return CountryCard(
        place_id=iso3,
        name=name_countries()[iso3],
        subtitle=name_places("subregions")[find_subregion(iso3)],
        memberships=list_memberships(iso3),
        indicators=tuple(
            _indicator_row(indicator_id, iso3)
            for topic in ("violence", "prisons")
            for indicator_id in list_indicators(topic)
        ),
        money=money,
        notes=(*_unplaced(iso3), *notes),
    )


def _region_card(place_id: str) -> CountryCard:
    decisions = load_table("decisions")
    if place_id == TRANS_REGIONAL:
        own, covers = decisions[decisions["place_kind"] == TRANS_REGIONAL], "Money for several regions of the world"
    else:
        own, covers = (
            decisions[(decisions["funding_zone_id"] == place_id) & decisions["iso3"].isna()],
            "Money for the region as a whole",
        )
    money, notes = _money(own)
    note = "This money belongs to no single country; it is spread over countries only by a rule that you pick."
    return CountryCard(place_id, list_places()[place_id], covers, (), (), money, (note, *notes))


def _indicator_row(indicator_id: str, iso3: str) -> CardRow:
    view = view_whole_region(indicator_id)
    value = next(one for one in view.values if one.iso3 == iso3)
    return CardRow(
        label=view.name,
        value=value.text or STATUS_WORDS.get(value.status, "Not reported"),
        unit=view.short_unit if value.text else "",
        rank=tell_place(value),
        status=value.status,
        caveat=describe_caveats(value),
        source=f"{value.source}, {view.year}" if value.source else "not in the annexes",
    )


def describe_caveats(value: CountryValue) -> str:
    """Return the titles of a value's caveats, or an empty string."""
    return _name_caveats(value.caveats)


def _money(own: pd.DataFrame) -> tuple[tuple[CardRow, ...], tuple[str, ...]]:
    if own.empty:
        return (), ("Annex H lists no EU decision for this country alone; regional programmes may cover it.",)
    total = (
        _total_row("Committed", float(own["committed_eur"].sum()), count(len(own), "decision")),
        _total_row(
            "Contracted", float(own["contracted_eur"].sum()), count(int(own["contracts_count"].sum()), "contract")
        ),
    )
    rows = to_records(own.sort_values("decision_year"))
    return (*total, *(_decision_row(row) for row in rows)), (
        "Amounts contracted are part of amounts committed; the two are never added.",
    )


def _total_row(label: str, amount: float, number: str) -> CardRow:
    return CardRow(label, format_eur(amount), "", number, "ok", "", "Annex H, sum of the decisions below")


def _rule_row(place_id: str, measure: str, spread: str) -> CardRow:
    """What a rule makes of a place in one measure: what a country gets in all, or what a region gives to its countries."""
    homes = find_homes(measure)
    involved = [line for line in list_lines(measure, spread) if place_id in (line.recipient, homes[line.record_id])]
    own = sum_eur(line for line in involved if homes[line.record_id] == place_id)
    total, rule = sum_eur(involved), RULES[spread].name.lower()
    is_country = place_id in name_countries()
    part = (
        f"of it {format_eur(total - own)} spread"
        if is_country
        else f"spread over {count_countries(len(list_zone_countries(place_id)))}"
    )
    return CardRow(
        f"{measure.capitalize()}, under the rule of {rule}",
        format_eur(total),
        "",
        part,
        "ok",
        "",
        "arithmetic, printed nowhere",
    )


def _decision_row(row: dict[str, Any]) -> CardRow:
    ids = row["caveat_ids"].split(";") if row["caveat_ids"] else []
    return CardRow(
        label=f"{row['decision_year']}: {row['title']}",
        value=format_eur(float(row["committed_eur"])),
        unit="committed",
        rank=f"{format_eur(float(row['contracted_eur']))} contracted"
        if row["contracts_count"]
        else "no contract listed",
        status=str(row["status"]),
        caveat=_name_caveats(ids),
        source=f"p. {row['page']}, Annex H, {row['decision_id']}",
        record_id=str(row["decision_id"]),
    )


def _name_caveats(ids: Iterable[str]) -> str:
    titles = {row["caveat_id"]: row["title"] for row in load_records("caveats")}
    return "; ".join(titles[one] for one in ids)


def _unplaced(iso3: str) -> tuple[str, ...]:
    cells = load_table("unplaced_values")
    own: pd.DataFrame = cells[(cells["iso3"] == iso3) & (cells["printed_value"] != "---")]
    return tuple(
        f"Printed on page {row['page']} ({row['table']}), not placed: {row['printed_value']} — {row['note']}."
        for row in to_records(own)
    )
