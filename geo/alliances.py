"""What the documents say of each group: the alliances in full, the others with their counts, and every membership by country."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import pandas as pd

from data.store import load_records
from geo.places import name_alliances, name_countries, name_places
from geo.selection import Selection, list_members, select_countries

ALLIANCE = "alliance"  # kind of the groups that this atlas is about; the others are organisations, areas and lists
COOPERATION = (ALLIANCE, "organisation")  # kinds that a country joins; a list or an area only names it
NOT_PRINTED = "not printed in the documents"
KIND_WORDS = {"organisation": "Organisation", "list": "List", "area": "Area"}
MEMBERSHIP_COLUMNS = [
    "iso3", "country", "subregion_id", "alliance_id", "group", "kind", "role", "since", "printed_name", "source_id", "page", "line",
]  # fmt: skip


@dataclass(frozen=True)
class Party:
    """An organisation or a country with a role in an alliance beside its members, and where that stands."""

    name: str
    role: str
    source: str


@dataclass(frozen=True)
class AllianceProfile:
    """What the documents print of an alliance; an empty text is something that they do not print."""

    alliance_id: str
    name: str
    short_name: str
    launched_on: str
    launch_place: str
    presidency: str
    secretariat: str
    pillars: tuple[str, ...]
    parties: tuple[Party, ...]
    members: tuple[str, ...]
    role: str
    printed_count: str
    note: str
    source: str
    year: str


@dataclass(frozen=True)
class OtherGroup:
    """A group beside the alliances: members named in the documents, and how many these state."""

    alliance_id: str
    name: str
    kind: str
    named: int
    printed_count: str
    note: str
    source: str

    @property
    def is_unnamed(self) -> bool:
        """Whether the documents name not one of its members."""
        return self.named == 0


@dataclass(frozen=True)
class Standing:
    """A country's place in a group: the role as its source has it, since when, and where that stands."""

    alliance_id: str
    role: str
    since: str
    source: str
    is_joined: bool


@dataclass(frozen=True)
class CountryRow:
    """A country of the matrix with its place in each group that it is named in."""

    iso3: str
    name: str
    subregion: str
    standings: tuple[Standing, ...]


@cache
def list_alliances() -> tuple[str, ...]:
    """Return the ids of the alliances that the atlas is about, in the order of the filters."""
    return tuple(one for one in name_alliances() if _group(one)["kind"] == ALLIANCE)


@cache
def build_profiles() -> tuple[AllianceProfile, ...]:
    """Return the alliances with everything that the documents print of them."""
    return tuple(_profile(_group(alliance_id)) for alliance_id in list_alliances())


@cache
def list_other_groups() -> tuple[OtherGroup, ...]:
    """Return the other groups: organisations first, then areas and lists, by name."""
    kinds = list(KIND_WORDS)
    rows = [row for row in load_records("alliances") if row["kind"] != ALLIANCE]
    found = (
        OtherGroup(
            alliance_id=row["alliance_id"],
            name=row["name"],
            kind=row["kind"],
            named=len(list_members(row["alliance_id"])),
            printed_count=row["printed_member_count"] or "",
            note=row["note"] or "",
            source=cite(row),
        )
        for row in rows
    )
    return tuple(sorted(found, key=lambda group: (kinds.index(group.kind), group.name)))


@cache
def order_groups() -> tuple[str, ...]:
    """Return the groups that can be filtered by, as a matrix has them: alliances, then what countries join, then lists and areas."""
    kinds = (*COOPERATION, *KIND_WORDS)
    return tuple(sorted(name_alliances(), key=lambda group: kinds.index(_group(group)["kind"])))


def build_rows(selection: Selection) -> tuple[CountryRow, ...]:
    """Return the countries inside the filters by name, each with its place in every group that can be filtered by."""
    inside, standings = select_countries(selection).inside, _standings()
    subregions = {row["iso3"]: name_places("subregions")[row["subregion_id"]] for row in load_records("countries")}
    return tuple(
        CountryRow(iso3, name, subregions[iso3], standings.get(iso3, ()))
        for iso3, name in name_countries().items()
        if iso3 in inside
    )


def extract_memberships(rows: tuple[CountryRow, ...]) -> pd.DataFrame:
    """Return one row a country and group of a matrix, with role, date and source; countries in no group have none."""
    shown = [row.iso3 for row in rows]
    found = [row for row in load_records("memberships") if row["alliance_id"] in name_alliances()]
    countries = {row["iso3"]: row for row in load_records("countries")}
    made = [_membership_row(row, countries[row["iso3"]]) for row in found if row["iso3"] in shown]
    return pd.DataFrame(made, columns=MEMBERSHIP_COLUMNS)


def cite_standings(iso3: str) -> list[str]:
    """Return a country's place in each alliance in words: "IDB Alliance: founding member, since 11 December 2024"."""
    own = (one for one in _standings().get(iso3, ()) if one.alliance_id in list_alliances())
    return [f"{name_alliances()[one.alliance_id]}: {describe_role(one)}" for one in own]


def describe_role(standing: Standing) -> str:
    """Return a country's role in a group and since when; of a list or an area only that it is named."""
    since = f", since {write_date(standing.since)}" if standing.since else ""
    return f"{standing.role if standing.is_joined else 'named'}{since}"


def cite(row: dict[str, Any]) -> str:
    """Return where a row stands, in words: "news article of 13 December 2024, p. 1"."""
    source = _sources()[row["source_id"]]
    return f"{source['kind']} of {write_date(source['published_on'])}, p. {row['page']}"


def write_date(text: str) -> str:
    """Return an ISO date in words; a year, or a text that is no date, as it is."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return text
    return f"{day.day} {day:%B %Y}"


def launch_year(profile: AllianceProfile) -> str:
    """Return the year of an alliance: of its launch, or of the document that tells of it where no date is printed."""
    return profile.launched_on[:4] or profile.year


def _profile(row: dict[str, Any]) -> AllianceProfile:
    members = list_members(row["alliance_id"])
    roles = {one["role"] for one in load_records("memberships") if one["alliance_id"] == row["alliance_id"]}
    return AllianceProfile(
        alliance_id=row["alliance_id"],
        name=row["name"],
        short_name=row["short_name"],
        launched_on=row["launched_on"] or "",
        launch_place=row["launch_place"] or "",
        presidency=row["presidency"] or "",
        secretariat=row["secretariat"] or "",
        pillars=tuple((row["pillars"] or "").split(";")) if row["pillars"] else (),
        parties=_parties(row["alliance_id"]),
        members=tuple(sorted(members, key=list(name_countries()).index)),
        role=" or ".join(sorted(roles)),
        printed_count=row["printed_member_count"] or "",
        note=row["note"] or "",
        source=cite(row),
        year=str(_sources()[row["source_id"]]["published_on"])[:4],
    )


def _parties(alliance_id: str) -> tuple[Party, ...]:
    rows = [row for row in load_records("organisations") if row["alliance_id"] == alliance_id]
    return tuple(Party(_party_name(row), row["role"], cite(row)) for row in rows)


def _party_name(row: dict[str, Any]) -> str:
    return f"{row['organisation']} ({row['short_name']})" if row["short_name"] else str(row["organisation"])


@cache
def _standings() -> dict[str, tuple[Standing, ...]]:
    """The places of each country in the groups that can be filtered by, in the order of the filters."""
    order = list(name_alliances())
    found: dict[str, list[Standing]] = {}
    rows = (row for row in load_records("memberships") if row["alliance_id"] in order)
    for row in sorted(rows, key=lambda one: order.index(one["alliance_id"])):
        joined = _group(row["alliance_id"])["kind"] in COOPERATION
        standing = Standing(row["alliance_id"], row["role"], row["since"] or "", cite(row), joined)
        found.setdefault(row["iso3"], []).append(standing)
    return {iso3: tuple(own) for iso3, own in found.items()}


def _membership_row(row: dict[str, Any], country: dict[str, Any]) -> dict[str, Any]:
    group = _group(row["alliance_id"])
    own = {"country": country["name"], "subregion_id": country["subregion_id"], "group": group["name"]}
    return row | own | {"kind": group["kind"]}


@cache
def _sources() -> dict[str, dict[str, Any]]:
    return {row["source_id"]: row for row in load_records("sources")}


def _group(alliance_id: str) -> dict[str, Any]:
    return {row["alliance_id"]: row for row in load_records("alliances")}[alliance_id]
