"""What the card component draws: a place as a sheet of labelled values."""

from dataclasses import asdict
from typing import Any

from geo.country_card import CountryCard


def draw_card(card: CountryCard) -> dict[str, Any]:
    """Return a country's card: badges for its groups, a section a topic, notes below."""
    # The two totals of the place's own come first, and beside them what a rule makes of them.
    totals, decisions = card.money[:2], card.money[2:]
    sections = (("EU commitments in Annex H", (*totals, *card.under_rule, *decisions)),)
    return {
        "id": card.place_id,
        "title": card.name,
        "subtitle": card.subtitle,
        "badges": [_badge(one.short_name, one.role, one.since) for one in card.memberships],
        "rows": [asdict(row) for row in card.indicators],
        "sections": [{"title": title, "rows": [asdict(row) for row in rows]} for title, rows in sections if rows],
        "notes": list(card.notes),
        "close_label": "Close",
    }


def _badge(name: str, role: str, since: str) -> str:
    year = f" {since[:4]}" if since else ""
    return f"{name}{year}" if role == "member" else f"{name}{year}: {role}"
