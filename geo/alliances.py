"""What the documents say of each group: the alliances in full, the others with their counts, and every membership by country."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from geo.citing import AFTER
from geo.messages import cached, mark, say, say_count
from geo.places import name_alliances, name_countries, name_places
from geo.selection import Selection, list_members, select_countries
from geo.spelling import collate, format_day, name_value
from geo.spoken import load_records

ALLIANCE = "alliance"  # kind of the groups that this atlas is about; the others are organisations, areas and lists
COOPERATION = (ALLIANCE, "organisation")  # kinds that a country joins; a list or an area only names it
# Messages, for `say`.
NOT_PRINTED = mark("not printed in the documents")
# Numbers of members that documents state with more than a number.
STATED_COUNTS = (mark("10 (2022), later 14"), mark("more than 22 (14 in Latin America)"))
MEMBER, FOUNDING_MEMBER, LAUNCHING_MEMBER = mark("member"), mark("founding member"), mark("launching member")
KIND_WORDS = {"organisation": mark("Organisation"), "list": mark("List"), "area": mark("Area")}
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
    """What the documents print of an alliance; an empty text is something that they do not print. `role`, of its members, is a message."""

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
    """A country's place in a group: the role as its source has it (a message, for `say`), since when, and where that stands."""

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


@cached
def list_alliances() -> tuple[str, ...]:
    """Return the ids of the alliances that the atlas is about, in the order of the filters."""
    return tuple(one for one in name_alliances() if _group(one)["kind"] == ALLIANCE)


@cached
def build_profiles() -> tuple[AllianceProfile, ...]:
    """Return the alliances with everything that the documents print of them."""
    return tuple(_profile(_group(alliance_id)) for alliance_id in list_alliances())


@cached
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
            printed_count=say(row["printed_member_count"] or ""),
            note=row["note"] or "",
            source=cite(row),
        )
        for row in rows
    )
    return tuple(sorted(found, key=lambda group: (kinds.index(group.kind), collate(group.name))))


@cached
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


def count_members(profile: AllianceProfile) -> str:
    """Return how many members an alliance has and in what role: "18 founding members"."""
    number = len(profile.members)
    if profile.role == FOUNDING_MEMBER:
        return say_count("{n} founding member", "{n} founding members", number)
    if profile.role == LAUNCHING_MEMBER:
        return say_count("{n} launching member", "{n} launching members", number)
    return say_count("{n} member", "{n} members", number)


def cite_standings(iso3: str) -> list[str]:
    """Return a country's place in each alliance in words: "IDB Alliance: founding member, since 11 December 2024"."""
    own = (one for one in _standings().get(iso3, ()) if one.alliance_id in list_alliances())
    return [name_value(name_alliances()[one.alliance_id], describe_role(one)) for one in own]


def describe_role(standing: Standing) -> str:
    """Return a country's role in a group and since when; of a list or an area only that it is named."""
    role = say(standing.role) if standing.is_joined else say("named")
    if not standing.since:
        return role
    return say("{role}, since {date}", role=role, date=write_date(standing.since))


def cite(row: dict[str, Any]) -> str:
    """Return where a row stands, in words: "news article of 13 December 2024, p. 1"."""
    source = _sources()[row["source_id"]]
    kind, date_text, page = source["kind"], source["published_on"], row["page"]
    # A document without a date of its own was published after something that it tells of.
    if date_text.startswith(AFTER):
        day = write_date(date_text.removeprefix(AFTER))
        return say("{document} published after {date}, p. {page}", document=kind, date=day, page=page)
    return say("{document} of {date}, p. {page}", document=kind, date=write_date(date_text), page=page)


def write_date(text: str) -> str:
    """Return an ISO date in words; a year, or a text that is no date, as it is."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return text
    return format_day(day)


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
        role=roles.pop() if len(roles) == 1 else MEMBER,
        printed_count=say(row["printed_member_count"] or ""),
        note=row["note"] or "",
        source=cite(row),
        year=str(_sources()[row["source_id"]]["published_on"])[:4],
    )


def _parties(alliance_id: str) -> tuple[Party, ...]:
    rows = [row for row in load_records("organisations") if row["alliance_id"] == alliance_id]
    return tuple(Party(_party_name(row), row["role"], cite(row)) for row in rows)


def _party_name(row: dict[str, Any]) -> str:
    return f"{row['organisation']} ({row['short_name']})" if row["short_name"] else str(row["organisation"])


@cached
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


@cached
def _sources() -> dict[str, dict[str, Any]]:
    return {row["source_id"]: row for row in load_records("sources")}


def _group(alliance_id: str) -> dict[str, Any]:
    return {row["alliance_id"]: row for row in load_records("alliances")}[alliance_id]
