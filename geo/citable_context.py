"""Values beside indicators and the portfolio that can be cited: text figures, donors, programme budgets, groups, memberships, events."""

from collections.abc import Iterator
from typing import Any

from data.store import load_records
from geo.citation import CitedValue
from geo.events import tell_date
from geo.indicator_view import find_indicator
from geo.places import name_alliances, name_countries
from geo.plain_number import write_number

_FIGURE = "Figure 5.2"

Record = dict[str, Any]


def _narrative() -> Iterator[CitedValue]:
    """Numbers that the report's text prints of a country."""
    for row in load_records("narrative_figures"):
        indicator = find_indicator(row["indicator_id"])
        year = "" if row["year"] == "not stated" else row["year"]
        yield CitedValue(
            value_id=f"narrative/{row['figure_id']}",
            subject=f"{row['statement'][:1].upper()}{row['statement'][1:]}",
            value=row["published_printed"],
            unit=indicator["unit"],
            year=year or "",
            printed=row["published_printed"],
            slug="country",
            parameters={"place": row["iso3"]},
            note=f"In the text of the report. {row['note']}" if row["note"] else "In the text of the report",
            **_place(row),
        )


def _donors() -> Iterator[CitedValue]:
    for row in load_records("donors"):
        yield CitedValue(
            value_id=f"donor/{row['donor']}/{row['year']}",
            subject=f"Official development assistance of every sector to the region, {row['donor']}",
            value=write_number(row["value"]),
            unit=row["unit"],
            year=str(row["year"]),
            printed=row["printed_value"],
            slug="context",
            parameters={"donor_year": str(row["year"])},
            row=row["donor"],
            table=_FIGURE,
            column=str(row["year"]),
            **_place(row),
        )


def _budgets() -> Iterator[CitedValue]:
    """Printed parts of the budgets of programmes."""
    names = {row["programme_id"]: row["name"] for row in load_records("programmes")}
    for row in load_records("programme_budgets"):
        component = ", justice and security component" if row["is_component"] else ""
        yield CitedValue(
            value_id=f"budget/{row['programme_id']}/{row['order']}",
            subject=f"Budget of the programme {names[row['programme_id']]}, {_lower(row['funder'])}{component}",
            value=f"EUR {write_number(row['amount_eur'])}",
            printed=f"{row['amount_printed']} (EUR million)",
            slug="context",
            note="A budget as described; not an amount of Annex H, and not added to one",
            **_place(row),
        )


def _groups() -> Iterator[CitedValue]:
    for row in load_records("alliances"):
        if row["printed_member_count"] is not None:
            yield CitedValue(
                value_id=f"group/{row['alliance_id']}",
                subject=f"Members of {row['name']}, as stated",
                value=str(row["printed_member_count"]),
                slug="alliances",
                note=row["note"] or "",
                **_place(row),
            )


def _memberships() -> Iterator[CitedValue]:
    groups = {row["alliance_id"]: row for row in load_records("alliances")}
    for row in load_records("memberships"):
        group = groups[row["alliance_id"]]
        filtered = {"alliance": row["alliance_id"]} if row["alliance_id"] in name_alliances() else {}
        yield CitedValue(
            value_id=f"membership/{row['alliance_id']}/{row['iso3']}",
            subject=f"{name_countries()[row['iso3']]} in {group['name']}",
            value=f"{row['role']} since {tell_date(row['since'])}" if row["since"] else row["role"],
            printed=row["printed_name"] or "",
            slug="alliances",
            parameters={**filtered, "place": row["iso3"]},
            **_place(row),
        )


def _events() -> Iterator[CitedValue]:
    for row in load_records("events"):
        yield CitedValue(
            value_id=f"event/{row['event_id']}",
            subject=row["title"],
            value=tell_date(row["date"]),
            slug="context",
            parameters={"event": row["event_id"]},
            note=row["description"] or "",
            **_place(row),
        )


MAKERS = (_narrative, _donors, _budgets, _groups, _memberships, _events)


def _place(row: Record) -> dict[str, Any]:
    """The document and page of a row: fields of a cited value."""
    return {"source_id": row["source_id"], "pages": (int(row["page"]),)}


def _lower(funder: str) -> str:
    """A funder inside a sentence; names keep their capitals."""
    return funder.lower() if funder == "Total" else funder
