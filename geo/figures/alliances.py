"""What the page on alliances draws of the documents: the matrix of countries by groups, the alliances' profiles, other groups."""

from collections import Counter
from typing import Any

from data import store
from geo.alliances import (
    KIND_WORDS,
    NOT_PRINTED,
    AllianceProfile,
    CountryRow,
    OtherGroup,
    Standing,
    count_members,
    describe_role,
    order_groups,
    write_date,
)
from geo.figures.summary import summarise_matrix
from geo.messages import mark, say, say_count, say_in
from geo.places import name_alliances, name_countries
from geo.spoken import load_records, say_cell

# How a role looks, by what the country did: the letter is the role's first, and the words are in cell and legend.
_TONES = {"founding member": "full", "launching member": "round", "member": "soft"}
_LEADING = ("presidency", "technical secretariat")  # what an organisation is that the profile has a line for
_NAMED = mark("named in a list or area, which is no membership")


def draw_matrix(rows: tuple[CountryRow, ...], country: str) -> dict[str, Any]:
    """Return countries by groups: each role as a letter in a shape, and how many groups name the country."""
    standings = [standing for row in rows for standing in row.standings]
    drawn = {
        "name": say_count(
            "{n} country by the groups that the documents name it in",
            "{n} countries by the groups that the documents name them in",
            len(rows),
        ),
        "label": say_count(
            "{n} country by the groups that the documents name it in; a heading sorts",
            "{n} countries by the groups that the documents name them in; a heading sorts",
            len(rows),
        ),
        "corner": say("Country"),
        "group_label": say("Sub-region"),
        "columns": [
            {
                "id": "groups",
                "label": say("Groups"),
                "hint": say("how many of these groups name the country"),
                "kind": "number",
            },
            *_columns(standings),
        ],
        "rows": [_matrix_row(row) for row in rows],
        "legend": _legend(standings),
        "pick": "row",
        "hint": say(
            "Point at a letter to read the role, since when, and where it is printed; a name opens the country's card."
        ),
        "selected": country or None,
        "empty": say("No country meets the filters. Loosen the sub-region or the membership filter."),
    }
    return drawn | {"summary": summarise_matrix(drawn, "groups")}


def draw_profile(profile: AllianceProfile, country: str) -> dict[str, Any]:
    """Return an alliance as labelled facts with their sources; what the documents leave out is said."""
    facts = [
        (say("Launched"), [_tell_launch(profile)]),
        (say("Presidency"), [profile.presidency or say(NOT_PRINTED)]),
        (say("Secretariat"), [profile.secretariat or say(NOT_PRINTED)]),
        (say("Fields of work"), [pillar[:1].upper() + pillar[1:] for pillar in profile.pillars]),
    ]
    parties = [(_head(role, names), names) for role, names in _list_parties(profile).items() if role not in _LEADING]
    return {
        "title": profile.short_name,
        "subtitle": profile.name,
        "facts": [{"label": label, "items": items} for label, items in (*facts, *parties)],
        "members_label": count_members(profile),
        "members": [{"id": iso3, "name": name_countries()[iso3]} for iso3 in profile.members],
        "selected": country or None,
        "note": profile.note,
        "source": say("Source: {source}", source=profile.source),
    }


def _tell_launch(profile: AllianceProfile) -> str:
    """When and where an alliance was launched; where no date is printed, the year of the document that tells of it."""
    if profile.launched_on:
        return ", ".join(filter(None, (write_date(profile.launched_on), profile.launch_place)))
    own = next(row for row in load_records("alliances") if row["alliance_id"] == profile.alliance_id)
    document = next(row["kind"] for row in load_records("sources") if row["source_id"] == own["source_id"])
    return say(
        "{place} (date not printed in the documents; the {document} is of {year})",
        place=profile.launch_place,
        document=document,
        year=profile.year,
    )


def _list_parties(profile: AllianceProfile) -> dict[str, list[str]]:
    """Organisations by their role, which is that of the table in English."""
    rows = [row for row in store.load_records("organisations") if row["alliance_id"] == profile.alliance_id]
    by_role: dict[str, list[str]] = {}
    for row, party in zip(rows, profile.parties, strict=True):
        elsewhere = f" ({party.source})" if party.source != profile.source else ""
        by_role.setdefault(row["role"], []).append(party.name + elsewhere)
    return by_role


def _head(role: str, names: list[str]) -> str:
    """The heading of a list of organisations: what they are, and how many where they are several."""
    count = len(names)
    if role == "supporting organisation":
        return say_count("Supporting organisation", "{n} supporting organisations", count)
    if role == "dialogue partner":
        return say_count("Dialogue partner", "{n} dialogue partners", count)
    if role == "launching party":
        return say_count("Launching party", "{n} launching parties", count)
    if role == "promoter":
        return say_count("Promoter", "{n} promoters", count)
    name = say_cell("organisations", "role", role)
    return name[:1].upper() + name[1:]


def tabulate_groups(groups: tuple[OtherGroup, ...]) -> dict[str, Any]:
    """Return the other groups as a table: how many members are named, how many are stated, and where."""
    columns = [
        ("name", say("Group"), "text"), ("kind", say("Kind"), "text"), ("named", say("Named"), "number"), ("stated", say("Stated"), "text"),
        ("note", say("What to know"), "text"), ("source", say("Where"), "source"),
    ]  # fmt: skip
    return {
        "label": say("Groups beside the alliances: countries that the documents name, and the number that they state"),
        "columns": [
            {"id": column, "label": label, "kind": kind, "align": "right" if kind == "number" else "left"}
            for column, label, kind in columns
        ],
        "rows": [{"id": group.alliance_id, "cells": _group_cells(group), "in": True} for group in groups],
        "selected": None,
        "pick": False,
        "empty": say("No other group."),
    }


def _group_cells(group: OtherGroup) -> list[Any]:
    named = {"t": say("not named"), "v": None} if group.is_unnamed else {"t": str(group.named), "v": float(group.named)}
    stated = group.printed_count or say("no count")
    return [group.name, say(KIND_WORDS[group.kind]), named, stated, group.note, group.source]


def _columns(standings: list[Standing]) -> list[dict[str, Any]]:
    counts = Counter(standing.alliance_id for standing in standings)
    full = {row["alliance_id"]: row["name"] for row in load_records("alliances")}
    return [
        {
            "id": group,
            "label": name_alliances()[group],
            "hint": say_count(
                "{group}, {n} of these countries", "{group}, {n} of these countries", counts[group], group=full[group]
            ),
            "count": counts[group],
        }
        for group in order_groups()
    ]


def _matrix_row(row: CountryRow) -> dict[str, Any]:
    standings = {standing.alliance_id: standing for standing in row.standings}
    count = len(row.standings)
    total = {"mark": str(count), "label": say_count("{n} group", "{n} groups", count), "tone": "blank", "v": count}
    cells = [_cell(standings.get(group)) for group in order_groups()]
    return {"id": row.iso3, "label": row.name, "group": row.subregion, "cells": [total, *cells]}


def _cell(standing: Standing | None) -> dict[str, Any]:
    if standing is None:
        return {"mark": "", "label": say("not named"), "tone": "blank", "v": None}
    sign = _sign(standing)
    return sign | {"label": f"{describe_role(standing)} ({standing.source})", "v": 1}


def _sign(standing: Standing) -> dict[str, str]:
    if not standing.is_joined:
        return {"mark": say_in("named in a list", "n"), "tone": "quiet", "label": say(_NAMED)}
    tone = _TONES.get(standing.role, "soft")
    return {"mark": _find_letter(standing.role), "tone": tone, "label": say(standing.role)}


def _find_letter(role: str) -> str:
    """The letter of a role, which is the first of its word: three letters that differ in every language."""
    if role == "founding member":
        return say_in("founding member", "F")
    return say_in("launching member", "L") if role == "launching member" else say_in("member", "M")


def _legend(standings: list[Standing]) -> list[dict[str, Any]]:
    signs = Counter(tuple(sorted(_sign(standing).items())) for standing in standings)
    order = list(_TONES.values())
    entries = [dict(sign) | {"count": count} for sign, count in signs.items()]
    return sorted(
        entries,
        key=lambda entry: (entry["tone"] not in order, order.index(entry["tone"]) if entry["tone"] in order else 0),
    )
