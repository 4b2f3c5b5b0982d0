"""Values beside indicators and the portfolio that can be cited: text figures, donors, programme budgets, groups, memberships, events."""

from collections.abc import Iterator
from typing import Any

from data import store
from geo.citation import CitedValue, tell_printed_million
from geo.country_texts import LATEST, NOT_STATED
from geo.events import tell_date
from geo.indicator_view import find_indicator
from geo.messages import say
from geo.places import name_alliances, name_countries
from geo.plain_number import write_number
from geo.spelling import format_decimals
from geo.spoken import load_records, say_cell

_FIGURE = "Figure 5.2"

Record = dict[str, Any]


def _narrative() -> Iterator[CitedValue]:
    """Numbers that the report's text prints of a country."""
    for row in load_records("narrative_figures"):
        indicator = find_indicator(row["indicator_id"])
        yield CitedValue(
            value_id=f"narrative/{row['figure_id']}",
            subject=f"{row['statement'][:1].upper()}{row['statement'][1:]}",
            value=format_decimals(row["published_printed"]),
            unit=indicator["unit"],
            year=_tell_year(row["year"] or ""),
            printed=row["published_printed"],
            slug="country",
            parameters={"place": row["iso3"]},
            note=". ".join(filter(None, (say("In the text of the report"), row["note"]))),
            **_place(row),
        )


def _donors() -> Iterator[CitedValue]:
    for row in store.load_records("donors"):
        yield CitedValue(
            value_id=f"donor/{row['donor']}/{row['year']}",
            subject=say(
                "Official development assistance of every sector to the region, {donor}",
                donor=say_cell("donors", "donor", row["donor"]),
            ),
            value=write_number(row["value"]),
            unit=say_cell("donors", "unit", row["unit"]),
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
    for row in store.load_records("programme_budgets"):
        told = {"programme": names[row["programme_id"]], "funder": _name_funder(row["funder"])}
        yield CitedValue(
            value_id=f"budget/{row['programme_id']}/{row['order']}",
            subject=say("Budget of the programme {programme}, {funder}, justice and security component", **told)
            if row["is_component"]
            else say("Budget of the programme {programme}, {funder}", **told),
            value=say("EUR {amount}", amount=write_number(row["amount_eur"])),
            printed=tell_printed_million(row["amount_printed"]),
            slug="context",
            note=say("A budget as described; not an amount of Annex H, and not added to one"),
            **_place(row),
        )


def _groups() -> Iterator[CitedValue]:
    for row in load_records("alliances"):
        if row["printed_member_count"] is not None:
            yield CitedValue(
                value_id=f"group/{row['alliance_id']}",
                subject=say("Members of {group}, as stated", group=row["name"]),
                value=say(str(row["printed_member_count"])),
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
            subject=say("{country} in {group}", country=name_countries()[row["iso3"]], group=group["name"]),
            value=_tell_role(row),
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


def _tell_year(printed: str) -> str:
    """The year of a number in the text, as the text tells it; nothing where it tells none."""
    if printed == NOT_STATED:
        return ""
    return say(LATEST) if printed == LATEST else printed


def _tell_role(row: Record) -> str:
    role = say(row["role"])
    return say("{role} since {date}", role=role, date=tell_date(row["since"])) if row["since"] else role


def _name_funder(funder: str) -> str:
    """A funder inside a sentence; names keep their capitals."""
    name = say_cell("programme_budgets", "funder", funder)
    return name.lower() if funder == "Total" else name
