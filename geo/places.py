"""Places of the atlas by id: countries, sub-regions, funding zones, groups, and the names that people read."""

from dataclasses import dataclass
from functools import cache

from data.store import load_table, to_records


@dataclass(frozen=True)
class Membership:
    """A country's place in one group."""

    alliance_id: str
    name: str
    short_name: str
    role: str
    since: str
    source_id: str
    page: int


@cache
def name_countries() -> dict[str, str]:
    """Return the name of each of the 33 countries by ISO3, in the order of the names."""
    countries = load_table("countries").sort_values("name")
    return dict(zip(countries["iso3"], countries["name"], strict=True))


@cache
def name_places(table: str) -> dict[str, str]:
    """Return the names of a lookup table (subregions, funding_zones, instruments, ...) by id, in display order."""
    frame = load_table(table).sort_values("order")
    return dict(zip(frame[frame.columns[0]], frame["name"], strict=True))


@cache
def name_zones() -> dict[str, str]:
    """Return what each zone that Annex H prints is called on the screen, by the zone as printed."""
    zones = load_table("zones")
    return dict(zip(zones["zone"], zones["name"], strict=True))


@cache
def name_alliances() -> dict[str, str]:
    """Return the short names of the groups that can be filtered by, alliances first."""
    alliances = load_table("alliances")
    offered = alliances[alliances["is_filter"].fillna(value=False)]
    ordered = offered.sort_values(["kind", "name"], key=lambda column: column.where(column != "alliance", " "))
    return dict(zip(ordered["alliance_id"], ordered["short_name"], strict=True))


@cache
def find_subregion(iso3: str) -> str:
    """Return the id of a country's sub-region."""
    countries = load_table("countries").set_index("iso3")
    return str(countries.loc[iso3, "subregion_id"])


@cache
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
    return tuple(sorted(found, key=lambda one: (alliances[one.alliance_id]["kind"] != "alliance", one.name)))
