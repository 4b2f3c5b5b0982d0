"""Places of the atlas by id: countries, sub-regions, funding zones, groups, and the names that people read."""

from dataclasses import dataclass
from functools import cache

from data.store import load_table


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
def name_alliances() -> dict[str, str]:
    """Return the names of the groups that can be filtered by, alliances first."""
    alliances = load_table("alliances")
    offered = alliances[alliances["is_filter"].fillna(value=False)]
    ordered = offered.sort_values(["kind", "name"], key=lambda column: column.where(column != "alliance", " "))
    return dict(zip(ordered["alliance_id"], ordered["name"], strict=True))


@cache
def find_subregion(iso3: str) -> str:
    """Return the id of a country's sub-region."""
    countries = load_table("countries").set_index("iso3")
    return str(countries.loc[iso3, "subregion_id"])


@cache
def list_memberships(iso3: str) -> tuple[Membership, ...]:
    """Return the groups that a country belongs to, alliances first."""
    memberships = load_table("memberships")
    alliances = load_table("alliances").set_index("alliance_id")
    rows = memberships[memberships["iso3"] == iso3].fillna({"since": ""})
    found = [
        Membership(row.alliance_id, alliances.loc[row.alliance_id, "name"], alliances.loc[row.alliance_id, "short_name"],
                   row.role, row.since, row.source_id, int(row.page))
        for row in rows.itertuples()
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda one: (alliances.loc[one.alliance_id, "kind"] != "alliance", one.name)))
