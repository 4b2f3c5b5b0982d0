"""Everything that the atlas knows of one country, each number with its source."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from data.store import to_records
from geo.allocation import NOTHING, RULES, list_zone_countries
from geo.amount_words import count_contracts, count_decisions
from geo.citing import name_part
from geo.dimensions import COMMITTED, TRANS_REGIONAL
from geo.findings import format_eur
from geo.indicator_view import list_indicators
from geo.messages import cached, mark, say, say_count, say_in
from geo.money_lines import find_homes, list_lines, sum_eur
from geo.places import Membership, find_subregion, list_memberships, name_countries, name_places, name_zones
from geo.selection import MEASURES
from geo.spelling import join_clauses, lower_start, name_value
from geo.spoken import load_records, load_table
from geo.standing import tell_place, view_whole_region
from geo.views import CountryValue

# Messages, for `say`.
STATUS_WORDS = {
    "not_reported": mark("Not reported"),
    "unplaced": mark("Printed, not placeable"),
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


@cached
def list_places() -> dict[str, str]:
    """Return the names of all places that have a card: the countries, then regions and trans-regional money."""
    zones = load_table("decisions").loc[lambda rows: rows["place_kind"] == "region"]
    regions = dict(zip(zones["funding_zone_id"], zones["zone"].map(name_zones()), strict=True))
    return name_countries() | dict(sorted(regions.items())) | {TRANS_REGIONAL: say("Trans-regional")}


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
        own, covers = (
            decisions[decisions["place_kind"] == TRANS_REGIONAL],
            say("Money for several regions of the world"),
        )
    else:
        own, covers = (
            decisions[(decisions["funding_zone_id"] == place_id) & decisions["iso3"].isna()],
            say("Money for the region as a whole"),
        )
    money, notes = _money(own)
    note = say("This money belongs to no single country; it is spread over countries only by a rule that you pick.")
    return CountryCard(place_id, list_places()[place_id], covers, (), (), money, (note, *notes))


def _indicator_row(indicator_id: str, iso3: str) -> CardRow:
    view = view_whole_region(indicator_id)
    value = next(one for one in view.values if one.iso3 == iso3)
    return CardRow(
        label=view.name,
        value=value.text or say(STATUS_WORDS.get(value.status, STATUS_WORDS["not_reported"])),
        unit=view.short_unit if value.text else "",
        rank=tell_place(value),
        status=value.status,
        caveat=describe_caveats(value),
        source=f"{value.source}, {view.year}" if value.source else say("not in the annexes"),
    )


def describe_caveats(value: CountryValue) -> str:
    """Return the titles of a value's caveats, or an empty string."""
    return _name_caveats(value.caveats)


def _money(own: pd.DataFrame) -> tuple[tuple[CardRow, ...], tuple[str, ...]]:
    if own.empty:
        return (), (say("Annex H lists no EU decision for this country alone; regional programmes may cover it."),)
    contracts = count_contracts(int(own["contracts_count"].sum()))
    total = (
        _total_row(say("Committed"), float(own["committed_eur"].sum()), count_decisions(len(own))),
        _total_row(say("Contracted"), float(own["contracted_eur"].sum()), contracts),
    )
    rows = to_records(own.sort_values("decision_year"))
    return (*total, *(_decision_row(row) for row in rows)), (
        say("Amounts contracted are part of amounts committed; the two are never added."),
    )


def _total_row(label: str, amount: float, number: str) -> CardRow:
    return CardRow(label, format_eur(amount), "", number, "ok", "", say("Annex H, sum of the decisions below"))


def _rule_row(place_id: str, measure: str, spread: str) -> CardRow:
    """What a rule makes of a place in one measure: what a country gets in all, or what a region gives to its countries."""
    homes = find_homes(measure)
    involved = [line for line in list_lines(measure, spread) if place_id in (line.recipient, homes[line.record_id])]
    own = sum_eur(line for line in involved if homes[line.record_id] == place_id)
    total, rule = sum_eur(involved), lower_start(RULES[spread].name)
    if place_id in name_countries():
        part = say("of it {amount} spread", amount=format_eur(total - own))
    else:
        number = len(list_zone_countries(place_id))
        part = say_count("spread over {n} country", "spread over {n} countries", number)
    label = (
        say("Committed, under the rule of {rule}", rule=rule)
        if measure == COMMITTED
        else say("Contracted, under the rule of {rule}", rule=rule)
    )
    return CardRow(label, format_eur(total), "", part, "ok", "", say("arithmetic, printed nowhere"))


def _decision_row(row: dict[str, Any]) -> CardRow:
    ids = row["caveat_ids"].split(";") if row["caveat_ids"] else []
    contracted = say("{amount} contracted", amount=format_eur(float(row["contracted_eur"])))
    return CardRow(
        label=name_value(str(row["decision_year"]), row["title"]),
        value=format_eur(float(row["committed_eur"])),
        unit=say_in("after an amount", "committed"),
        rank=contracted if row["contracts_count"] else say("no contract listed"),
        status=str(row["status"]),
        caveat=_name_caveats(ids),
        source=say("p. {page}, Annex H, {decision}", page=row["page"], decision=row["decision_id"]),
        record_id=str(row["decision_id"]),
    )


def _name_caveats(ids: Iterable[str]) -> str:
    titles = {row["caveat_id"]: row["title"] for row in load_records("caveats")}
    return join_clauses(titles[one] for one in ids)


def _unplaced(iso3: str) -> tuple[str, ...]:
    cells = load_table("unplaced_values")
    own: pd.DataFrame = cells[(cells["iso3"] == iso3) & (cells["printed_value"] != "---")]
    return tuple(
        say(
            "Printed on page {page} ({table}), not placed: {printed} — {note}.",
            page=row["page"],
            table=name_part(row["table"]),
            printed=row["printed_value"],
            note=row["note"],
        )
        for row in to_records(own)
    )
