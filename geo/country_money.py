"""EU money of one country: its decisions with their contracts, by year and sector; and beside it what may cover it from afar.

Amounts committed and contracted are kept apart and never added. Money for a region is listed for every country that it
may reach, and attributed to none.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from data import store
from geo.amount_words import count_contracts, count_decisions
from geo.dimensions import TRANS_REGIONAL, name_levels
from geo.language import tell_language
from geo.messages import cached, mark, say
from geo.places import find_subregion, name_countries, name_places
from geo.programmes import write_years
from geo.spoken import load_records
from geo.views import Bar, Breakdown, Segment

LATIN_AMERICA, CARIBBEAN = "latin_america", "caribbean"
NOT_ATTRIBUTED = mark(
    "None of this money is attributed to {name}. It belongs to no single country, and the documents do not say how much reached any."
)

Record = dict[str, Any]


@dataclass(frozen=True)
class Contract:
    """A contract inside a decision: number, title as printed and its language, dates (ISO or empty), EUR, sector, partner, place in the text."""

    contract_id: str
    title: str
    language: str
    start: str
    end: str
    contracted_eur: float
    printed: str
    sector: str
    partner: str
    status: str
    caveat_ids: tuple[str, ...]
    source_id: str
    page: int


@dataclass(frozen=True)
class Decision:
    """A decision: what it commits and what its contracts assign, in EUR, never to be added; and its contracts by start."""

    decision_id: str
    title: str
    language: str
    place: str
    year: int
    committed_eur: float
    printed: str
    contracted_eur: float
    instrument: str
    status: str
    caveat_ids: tuple[str, ...]
    source_id: str
    page: int
    contracts: tuple[Contract, ...]


@dataclass(frozen=True)
class Programme:
    """A programme of Annex I or a later document: for what place, when, and its budget as printed (empty where none is)."""

    programme_id: str
    name: str
    title: str
    language: str
    place: str
    years: str
    budget: str
    note: str
    source_id: str
    page: int


@dataclass(frozen=True)
class CountryMoney:
    """EU money of a country: totals in EUR, breakdowns of each measure, decisions; and apart from it what may cover the country."""

    committed_eur: float
    contracted_eur: float
    by_decision_year: Breakdown
    by_contract_year: Breakdown
    by_sector: Breakdown
    decisions: tuple[Decision, ...]
    programmes: tuple[Programme, ...]
    regional: tuple[tuple[str, tuple[Decision, ...]], ...]
    regional_programmes: tuple[Programme, ...]
    not_attributed: str


def build_country_money(iso3: str) -> CountryMoney:
    """Return the EU money of a country. Raises KeyError for an unknown code."""
    name = name_countries()[iso3]
    decisions = list_decisions(lambda row: row["iso3"] == iso3)
    contracts = [contract for decision in decisions for contract in decision.contracts]
    return CountryMoney(
        committed_eur=sum(one.committed_eur for one in decisions),
        contracted_eur=sum(one.contracted_eur for one in decisions),
        by_decision_year=_break_down(
            say("Committed, by year of decision"), "decision_year", [(str(one.year), one.committed_eur) for one in decisions], count_decisions
        ),
        by_contract_year=_break_down(
            say("Contracted, by year of start"), "contract_year",
            [(one.start[:4], one.contracted_eur) for one in contracts], count_contracts,
        ),
        by_sector=_break_down(
            say("Contracted, by DAC sector"), "sector", [(one.sector, one.contracted_eur) for one in contracts], count_contracts
        ),
        decisions=decisions,
        programmes=list_programmes(lambda row: row["iso3"] == iso3),
        regional=_regional(iso3),
        regional_programmes=list_programmes(lambda row: row["iso3"] is None and _names_place(row["place"], iso3)),
        not_attributed=say(NOT_ATTRIBUTED, name=name),
    )  # fmt: skip


def list_decisions(wanted: Callable[[Record], bool]) -> tuple[Decision, ...]:
    """Return the decisions whose row is wanted, by year, with their contracts."""
    rows = sorted(filter(wanted, load_records("decisions")), key=lambda row: (row["decision_year"], row["decision_id"]))
    return tuple(map(_decision, rows))


def list_region_decisions(place_id: str) -> tuple[Decision, ...]:
    """Return the decisions for a region (a funding zone) or, for "trans_regional", for several regions."""
    if place_id == TRANS_REGIONAL:
        return list_decisions(lambda row: row["place_kind"] == TRANS_REGIONAL)
    return list_decisions(lambda row: row["place_kind"] == "region" and row["funding_zone_id"] == place_id)


def list_covering_zones(iso3: str) -> tuple[str, ...]:
    """Return the zones whose money may reach a country: its programming zone, its sub-region, Latin America outside the Caribbean zone.

    Belize is programmed with the Caribbean and lies in Central America: it is the only country of two zones.
    """
    zone = next(row["funding_zone_id"] for row in load_records("countries") if row["iso3"] == iso3)
    zones = [zone, find_subregion(iso3)] + [LATIN_AMERICA] * (zone != CARIBBEAN)
    return tuple(one for one in dict.fromkeys(zones) if list_region_decisions(one))


def _regional(iso3: str) -> tuple[tuple[str, tuple[Decision, ...]], ...]:
    """Decisions that may cover a country, under a heading a place, the nearest first."""
    own = [(_zone_headings()[zone], list_region_decisions(zone)) for zone in list_covering_zones(iso3)]
    apart = say("Trans-regional, for several regions of the world")
    return (*own, (apart, list_region_decisions(TRANS_REGIONAL)))


def _zone_headings() -> dict[str, str]:
    regions = {row["funding_zone_id"]: row["name"] for row in load_records("zones") if row["place_kind"] == "region"}
    headings = {zone: say("{name}, as a region", name=name) for zone, name in regions.items()}
    return headings | {LATIN_AMERICA: say("Latin America as a whole")}


def _names_place(place: str, iso3: str) -> bool:
    """Whether the place of a programme, as the table has it, names the country or a zone that it lies in."""
    zones = {
        row["funding_zone_id"]: row["name"] for row in store.load_records("zones") if row["place_kind"] == "region"
    }
    country = next(row["name"] for row in store.load_records("countries") if row["iso3"] == iso3)
    names = (country, *(zones[zone] for zone in list_covering_zones(iso3)))
    return any(re.search(rf"\b{re.escape(name)}\b", place) for name in names)


def _break_down(
    title: str, dimension: str, amounts: Iterable[tuple[str, float]], count: Callable[[int], str]
) -> Breakdown:
    """Amounts by their label; those without one come last."""
    groups: dict[str, list[float]] = {}
    for label, amount in amounts:
        groups.setdefault(label, []).append(amount)
    bars = [
        Bar(
            label or say("No start date in the text"),
            (Segment(name_levels()["B"], round(100 * sum(parts)), "B"),),
            count(len(parts)),
        )
        for label, parts in sorted(groups.items(), key=lambda item: (not item[0], item[0]))
    ]
    ordered = sorted(bars, key=lambda bar: -bar.amount_eur) if dimension == "sector" else bars
    return Breakdown(title, dimension, tuple(ordered), "level")


def _decision(row: Record) -> Decision:
    return Decision(
        decision_id=row["decision_id"], title=row["title"], language=tell_language(row["title"]), place=row["zone"],
        year=int(row["decision_year"]), committed_eur=float(row["committed_eur"]), printed=row["committed_printed"],
        contracted_eur=float(row["contracted_eur"]), instrument=row["instrument_id"], status=row["status"],
        caveat_ids=_ids(row), source_id=row["source_id"], page=int(row["page"]),
        contracts=_contracts_by_decision().get(row["decision_id"], ()),
    )  # fmt: skip


@cached
def _contracts_by_decision() -> dict[str, tuple[Contract, ...]]:
    groups: dict[str, list[Contract]] = {}
    for row in sorted(load_records("contracts"), key=lambda one: (one["start_date"] or "9999", one["contract_id"])):
        groups.setdefault(row["decision_id"], []).append(_contract(row))
    return {decision_id: tuple(contracts) for decision_id, contracts in groups.items()}


def _contract(row: Record) -> Contract:
    return Contract(
        contract_id=str(row["contract_id"]), title=row["title"], language=tell_language(row["title"]),
        start=row["start_date"] or "", end=row["end_date"] or "", contracted_eur=float(row["contracted_eur"]),
        printed=row["contracted_printed"], sector=name_places("dac_sectors")[row["dac_sector_id"]],
        partner=name_places("partner_categories")[row["partner_category_id"]], status=row["status"], caveat_ids=_ids(row),
        source_id=row["source_id"], page=int(row["page"]),
    )  # fmt: skip


def list_programmes(wanted: Callable[[Record], bool]) -> tuple[Programme, ...]:
    """Return the programmes whose row in the table (in English) is wanted, in the order of their ids."""
    rows = zip(store.load_records("programmes"), load_records("programmes"), strict=True)
    return tuple(
        Programme(
            row["programme_id"], row["name"], row["title"], tell_language(row["title"]), row["place"],
            write_years(row["start"] or "", row["end"] or ""),
            row["budget_printed"] or "", row["note"] or "", row["source_id"], int(row["page"]),
        )
        for in_table, row in rows
        if wanted(in_table)
    )  # fmt: skip


def _ids(row: Record) -> tuple[str, ...]:
    return tuple(row["caveat_ids"].split(";")) if row["caveat_ids"] else ()
