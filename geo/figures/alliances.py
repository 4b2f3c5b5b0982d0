"""What the page on alliances draws of the documents: the matrix of countries by groups, the alliances' profiles, other groups."""

from collections import Counter
from typing import Any

from data.store import load_records
from geo.alliances import (
    KIND_WORDS,
    NOT_PRINTED,
    AllianceProfile,
    CountryRow,
    OtherGroup,
    Standing,
    describe_role,
    order_groups,
    write_date,
)
from geo.places import name_alliances, name_countries

# How a role looks, by what the country did: the letter is the role's first, and the words are in cell and legend.
_TONES = {"founding member": "full", "launching member": "round", "member": "soft"}
_NAMED = {"mark": "n", "tone": "quiet", "label": "named in a list or area, which is no membership"}


def draw_matrix(rows: tuple[CountryRow, ...], country: str) -> dict[str, Any]:
    """Return countries by groups: each role as a letter in a shape, and how many groups name the country."""
    standings = [standing for row in rows for standing in row.standings]
    return {
        "label": f"{len(rows)} countries by the groups that the documents name them in; a heading sorts",
        "corner": "Country",
        "group_label": "Sub-region",
        "columns": [
            {"id": "groups", "label": "Groups", "hint": "how many of these groups name the country", "kind": "number"},
            *_columns(standings),
        ],
        "rows": [_matrix_row(row) for row in rows],
        "legend": _legend(standings),
        "pick": "row",
        "hint": "Point at a letter to read the role, since when, and where it is printed; a name opens the country's card.",
        "selected": country or None,
        "empty": "No country meets the filters. Loosen the sub-region or the membership filter.",
    }


def draw_profile(profile: AllianceProfile, country: str) -> dict[str, Any]:
    """Return an alliance as labelled facts with their sources; what the documents leave out is said."""
    by_role: dict[str, list[str]] = {}
    for party in profile.parties:
        elsewhere = f" ({party.source})" if party.source != profile.source else ""
        by_role.setdefault(party.role, []).append(party.name + elsewhere)
    launched = ", ".join(filter(None, (write_date(profile.launched_on), profile.launch_place)))
    if not profile.launched_on:
        launched += f" (date {NOT_PRINTED}; the {profile.source.split(' of ')[0]} is of {profile.year})"
    facts = [
        ("Launched", [launched]),
        ("Presidency", [profile.presidency or NOT_PRINTED]),
        ("Secretariat", [profile.secretariat or NOT_PRINTED]),
        ("Fields of work", [pillar[:1].upper() + pillar[1:] for pillar in profile.pillars]),
    ]
    parties = [
        (_count(role, names), names)
        for role, names in by_role.items()
        if role not in ("presidency", "technical secretariat")
    ]
    return {
        "title": profile.short_name,
        "subtitle": profile.name,
        "facts": [{"label": label, "items": items} for label, items in (*facts, *parties)],
        "members_label": _count(profile.role, list(profile.members)),
        "members": [{"id": iso3, "name": name_countries()[iso3]} for iso3 in profile.members],
        "selected": country or None,
        "note": profile.note,
        "source": f"Source: {profile.source}",
    }


def tabulate_groups(groups: tuple[OtherGroup, ...]) -> dict[str, Any]:
    """Return the other groups as a table: how many members are named, how many are stated, and where."""
    columns = [
        ("name", "Group", "text"), ("kind", "Kind", "text"), ("named", "Named", "number"), ("stated", "Stated", "text"),
        ("note", "What to know", "text"), ("source", "Where", "source"),
    ]  # fmt: skip
    return {
        "label": "Groups beside the alliances: countries that the documents name, and the number that they state",
        "columns": [
            {"id": column, "label": label, "kind": kind, "align": "right" if kind == "number" else "left"}
            for column, label, kind in columns
        ],
        "rows": [{"id": group.alliance_id, "cells": _group_cells(group), "in": True} for group in groups],
        "selected": None,
        "pick": False,
        "empty": "No other group.",
    }


def _group_cells(group: OtherGroup) -> list[Any]:
    named = {"t": "not named", "v": None} if group.is_unnamed else {"t": str(group.named), "v": float(group.named)}
    stated = group.printed_count or "no count"
    return [group.name, KIND_WORDS[group.kind], named, stated, group.note, group.source]


def _columns(standings: list[Standing]) -> list[dict[str, Any]]:
    counts = Counter(standing.alliance_id for standing in standings)
    full = {row["alliance_id"]: row["name"] for row in load_records("alliances")}
    return [
        {
            "id": group,
            "label": name_alliances()[group],
            "hint": f"{full[group]}, {counts[group]} of these countries",
            "count": counts[group],
        }
        for group in order_groups()
    ]


def _matrix_row(row: CountryRow) -> dict[str, Any]:
    standings = {standing.alliance_id: standing for standing in row.standings}
    count = len(row.standings)
    total = {"mark": str(count), "label": f"{count} groups", "tone": "blank", "v": count}
    cells = [_cell(standings.get(group)) for group in order_groups()]
    return {"id": row.iso3, "label": row.name, "group": row.subregion, "cells": [total, *cells]}


def _cell(standing: Standing | None) -> dict[str, Any]:
    if standing is None:
        return {"mark": "", "label": "not named", "tone": "blank", "v": None}
    sign = _sign(standing)
    return sign | {"label": f"{describe_role(standing)} ({standing.source})", "v": 1}


def _sign(standing: Standing) -> dict[str, str]:
    if not standing.is_joined:
        return _NAMED
    return {"mark": standing.role[:1].upper(), "tone": _TONES.get(standing.role, "soft"), "label": standing.role}


def _legend(standings: list[Standing]) -> list[dict[str, Any]]:
    signs = Counter(tuple(sorted(_sign(standing).items())) for standing in standings)
    order = list(_TONES.values())
    entries = [dict(sign) | {"count": count} for sign, count in signs.items()]
    return sorted(
        entries,
        key=lambda entry: (entry["tone"] not in order, order.index(entry["tone"]) if entry["tone"] in order else 0),
    )


def _count(label: str, names: list[str]) -> str:
    """The heading of a list: how many, and of what."""
    return f"{len(names)} {label}s" if len(names) > 1 else label[:1].upper() + label[1:]
