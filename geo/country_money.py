"""EU money of one country: its decisions with their contracts, by year and sector; and beside it what may cover it from afar.

Amounts committed and contracted are kept apart and never added. Money for a region is listed for every country that it
may reach, and attributed to none.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from data.store import load_records
from geo.dimensions import TRANS_REGIONAL
from geo.language import tell_language
from geo.places import find_subregion, name_countries, name_places
from geo.views import Bar, Breakdown, Segment

LATIN_AMERICA, CARIBBEAN = "latin_america", "caribbean"
NOT_ATTRIBUTED = "None of this money is attributed to {name}. It belongs to no single country, and the documents do not say how much reached any."

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
            "Committed, by year of decision", "decision_year", [(str(one.year), one.committed_eur) for one in decisions], "decision"
        ),
        by_contract_year=_break_down(
            "Contracted, by year of start", "contract_year",
            [(one.start[:4] or "No start date in the text", one.contracted_eur) for one in contracts], "contract",
        ),
        by_sector=_break_down("Contracted, by DAC sector", "sector", [(one.sector, one.contracted_eur) for one in contracts], "contract"),
        decisions=decisions,
        programmes=list_programmes(lambda row: row["iso3"] == iso3),
        regional=_regional(iso3),
        regional_programmes=list_programmes(lambda row: row["iso3"] is None and _names_place(row["place"], iso3)),
        not_attributed=NOT_ATTRIBUTED.format(name=name),
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
    return (*own, ("Trans-regional, for several regions of the world", list_region_decisions(TRANS_REGIONAL)))


def _zone_names() -> dict[str, str]:
    return {row["funding_zone_id"]: row["name"] for row in load_records("zones") if row["place_kind"] == "region"}


def _zone_headings() -> dict[str, str]:
    return {zone: f"{name}, as a region" for zone, name in _zone_names().items()} | {
        LATIN_AMERICA: "Latin America as a whole"
    }


def _names_place(place: str, iso3: str) -> bool:
    """Whether the printed place of a programme names the country or a zone that it lies in."""
    zones = [_zone_names()[zone] for zone in list_covering_zones(iso3)]
    return any(re.search(rf"\b{re.escape(name)}\b", place) for name in (name_countries()[iso3], *zones))


def _break_down(title: str, dimension: str, amounts: Iterable[tuple[str, float]], noun: str) -> Breakdown:
    groups: dict[str, list[float]] = {}
    for label, amount in amounts:
        groups.setdefault(label, []).append(amount)
    bars = [
        Bar(
            label,
            (Segment("Bilateral", round(100 * sum(parts)), "B"),),
            f"{len(parts)} {noun}{'s' if len(parts) > 1 else ''}",
        )
        for label, parts in sorted(groups.items())
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


@cache
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
    """Return the programmes whose row is wanted, in the order of their ids."""
    return tuple(
        Programme(
            row["programme_id"], row["name"], row["title"], tell_language(row["title"]), row["place"],
            "–".join(str(row[end]) for end in ("start", "end") if row[end] is not None) or "no dates printed",
            row["budget_printed"] or "", row["note"] or "", row["source_id"], int(row["page"]),
        )
        for row in load_records("programmes")
        if wanted(row)
    )  # fmt: skip


def _ids(row: Record) -> tuple[str, ...]:
    return tuple(row["caveat_ids"].split(";")) if row["caveat_ids"] else ()
