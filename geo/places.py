"""Places of the atlas by id: countries, sub-regions, funding zones, groups, and the names that people read."""

from dataclasses import dataclass
from functools import cache

from data import store
from data.store import to_records
from geo.messages import cached
from geo.spelling import collate
from geo.spoken import load_records, load_table


@dataclass(frozen=True)
class Membership:
    """A country's place in one group; its role is a message, for `say`: the same in every language."""

    alliance_id: str
    name: str
    short_name: str
    role: str
    since: str
    source_id: str
    page: int


@cached
def name_countries() -> dict[str, str]:
    """Return the name of each of the 33 countries by ISO3, in the order of the names."""
    rows = sorted(load_records("countries"), key=lambda row: collate(row["name"]))
    return {row["iso3"]: row["name"] for row in rows}


@cached
def name_places(table: str) -> dict[str, str]:
    """Return the names of a lookup table (subregions, funding_zones, instruments, ...) by id, in display order."""
    frame = load_table(table).sort_values("order")
    return dict(zip(frame[frame.columns[0]], frame["name"], strict=True))


@cached
def name_zones() -> dict[str, str]:
    """Return what each zone that Annex H prints is called on the screen, by the zone as printed."""
    zones = load_table("zones")
    return dict(zip(zones["zone"], zones["name"], strict=True))


@cached
def name_alliances() -> dict[str, str]:
    """Return the short names of the groups that can be filtered by, alliances first; in the same order in every language."""
    alliances = store.load_table("alliances")
    offered = alliances[alliances["is_filter"].fillna(value=False)]
    ordered = offered.sort_values(["kind", "name"], key=lambda column: column.where(column != "alliance", " "))
    short = {row["alliance_id"]: row["short_name"] for row in load_records("alliances")}
    return {alliance_id: short[alliance_id] for alliance_id in ordered["alliance_id"]}


@cache
def find_subregion(iso3: str) -> str:
    """Return the id of a country's sub-region."""
    countries = load_table("countries").set_index("iso3")
    return str(countries.loc[iso3, "subregion_id"])


@cached
def list_memberships(iso3: str) -> tuple[Membership, ...]:
    """Return the groups that a country belongs to, alliances first."""
    memberships = load_table("memberships")
    alliances = {row["alliance_id"]: row for row in to_records(load_table("alliances"))}
    rows = memberships[memberships["iso3"] == iso3].fillna({"since": ""})
    found = [
        Membership(
            alliance_id=row["alliance_id"],
            name=alliances[row["alliance_id"]]["name"],
            short_name=alliances[row["alliance_id"]]["short_name"],
            role=row["role"],
            since=row["since"],
            source_id=row["source_id"],
            page=int(row["page"]),
        )
        for row in to_records(rows)
    ]
    return tuple(sorted(found, key=lambda one: (alliances[one.alliance_id]["kind"] != "alliance", collate(one.name))))
